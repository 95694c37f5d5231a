"""The figures of a score: counts of right, wrong and missed, added up over reports."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from haberci.score.coded import Coded, CodedEvent, principal
from haberci.score.match import Level, kinds_by_place, match_events


class Count(NamedTuple):
    """Right, wrong (found, but not in the gold) and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def plus(self, other: Count) -> Count:
        """The sum of two counts."""
        return Count(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Right of all that was found, 0 when nothing was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Right of all that is in the gold, 0 when nothing is."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0


class Share(NamedTuple):
    """So many right of so many."""

    right: int = 0
    of: int = 0

    def plus(self, other: Share) -> Share:
        """The sum of two shares."""
        return Share(self.right + other.right, self.of + other.of)

    @property
    def value(self) -> float:
        """The share as a number, 0 of nothing."""
        return self.right / self.of if self.of else 0.0


COUNTS = (*(level.value for level in Level), "statements", "roles")
SHARES = ("modality", "reported_by", "mode", "sector", "kind", "letters")


@dataclass(slots=True)
class Score:
    """What one file of gold says of our reading; ``add`` takes one report more."""

    reports: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: dict.fromkeys(COUNTS, Count()))
    shares: dict[str, Share] = field(default_factory=lambda: dict.fromkeys(SHARES, Share()))

    def add(self, ours: Coded, gold: Coded) -> None:
        """Count one report."""
        self.reports += 1
        for level in Level:
            found = match_events(level, ours.events, gold.events)
            self._count(level.value, Count(len(found.pairs), len(found.wrong), len(found.missed)))
            if level is Level.FULL:
                self._fields(found.pairs)
        said, told = kinds_by_place(ours.statements), kinds_by_place(gold.statements)
        self._count("statements", _sets(said.keys(), told.keys()))
        both = said.keys() & told.keys()
        self._share("kind", Share(sum(said[place] == told[place] for place in both), len(both)))
        self._count("roles", _sets({r.key for r in ours.roles}, {r.key for r in gold.roles}))

    def add_letters(self, text: str, repaired: str) -> None:
        """Count the words of a repaired text that are as a person restored them."""
        self._share("letters", words_right(text, repaired))

    def figures(self) -> dict[str, float]:
        """All figures by name: ``full.f1``, ``modality`` …; letters only where a person restored some."""
        values: dict[str, float] = {}
        for name, count in self.counts.items():
            values |= {f"{name}.p": count.precision, f"{name}.r": count.recall, f"{name}.f1": count.f1}
        detected = self.counts[Level.DETECTION.value].right
        values["right parties"] = self.counts[Level.FULL.value].right / max(1, detected)
        values |= {name: share.value for name, share in self.shares.items() if name != "letters" or share.of}
        return values

    def _fields(self, pairs: Iterable[tuple[CodedEvent, CodedEvent]]) -> None:
        for ours, gold in pairs:
            for name, right in field_agreement(ours, gold).items():
                self._share(name, Share(int(right), 1))

    def _count(self, name: str, count: Count) -> None:
        self.counts[name] = self.counts[name].plus(count)

    def _share(self, name: str, share: Share) -> None:
        self.shares[name] = self.shares[name].plus(share)


def field_agreement(ours: CodedEvent, gold: CodedEvent) -> dict[str, bool]:
    """Whether the fields beside type and principals agree."""
    return {
        "modality": ours.modality == gold.modality,
        "reported_by": principal(ours.reported_by) == principal(gold.reported_by),
        "mode": ours.mode == gold.mode,
        "sector": set(ours.actors) == set(gold.actors),
    }


def words_right(text: str, repaired: str) -> Share:
    """Words of a text that are as in the one restored by hand; where their numbers differ, as far as they align."""
    ours, gold = text.split(), repaired.split()
    if len(ours) == len(gold):
        return Share(sum(a == b for a, b in zip(ours, gold, strict=True)), len(gold))
    blocks = SequenceMatcher(None, ours, gold, autojunk=False).get_matching_blocks()
    return Share(sum(block.size for block in blocks), len(gold))


def _sets(ours: Set[Hashable], gold: Set[Hashable]) -> Count:
    return Count(len(ours & gold), len(ours - gold), len(gold - ours))
