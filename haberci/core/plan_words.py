"""Words of plans: what kind of deed is planned, that it is still to come, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from haberci.core.frames import parse_element
from haberci.core.lexicon import Row, read_rows
from haberci.core.pattern import Element, Match, fits_token
from haberci.core.report import Token

COLUMNS: Final = ("about", "name", "pattern", "only", "example")
ABOUT: Final = ("deed", "pending", "outcome")
GAP: Final = 1  # words that may stand between two elements of a pattern, as a clitic or an adverb


class Outcome(StrEnum):
    """What a later report says of a plan."""

    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    NOT_SAME = "not_same"  # it tells of no such plan


@dataclass(frozen=True, slots=True)
class PlanWord:
    """One row: ``name`` is a kind of deed or an outcome; ``only`` are the kinds of deed that an outcome is told of."""

    name: str
    pattern: tuple[Element, ...]
    only: frozenset[str]

    @property
    def verbal(self) -> bool:
        """Whether its last word is a verb by its lemma."""
        return self.pattern[-1].match is Match.LEMMA

    def ends_at(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether its words stand in order and end at a word."""
        *before, last = self.pattern
        if not _fits(last, tokens[at]):
            return False
        for element in reversed(before):
            near = range(at - 1, max(-1, at - 2 - GAP), -1)
            found = next((n for n in near if _fits(element, tokens[n])), None)
            if found is None:
                return False
            at = found
        return True


@dataclass(frozen=True, slots=True)
class PlanWords:
    """All rows of the table: kinds of ``deed``, what is ``pending``, and ``outcome``."""

    deed: tuple[PlanWord, ...]
    pending: tuple[PlanWord, ...]
    outcome: tuple[PlanWord, ...]


def hits(words: Sequence[PlanWord], tokens: Sequence[Token]) -> Iterator[tuple[int, PlanWord]]:
    """Where rows end among the words of a sentence, in order."""
    for at in range(len(tokens)):
        for word in words:
            if word.ends_at(tokens, at):
                yield at, word


def load_plan_words(file: str | Path) -> PlanWords:
    """Read ``plan_words.tsv``; raises LexiconError."""
    found: dict[str, list[PlanWord]] = {about: [] for about in ABOUT}
    rows = list(read_rows(file, COLUMNS))
    kinds = {row["name"] for row in rows if row["about"] == "deed"}
    for row in rows:
        row.needs("example")
        found[row.one_of("about", ABOUT)].append(_plan_word(row, kinds))
    return PlanWords(*(tuple(found[about]) for about in ABOUT))


def _plan_word(row: Row, kinds: set[str]) -> PlanWord:
    if row["about"] == "outcome":
        row.one_of("name", set(Outcome) - {Outcome.NOT_SAME})
    only = frozenset(row.known("kind", kind, kinds) for kind in row.many("only"))
    pattern = tuple(parse_element(row, text) for text in row.needs("pattern").split())
    return PlanWord(row.needs("name"), pattern, only)


def _fits(element: Element, token: Token) -> bool:
    if element.match is Match.LEMMA:
        return token.morph.is_verb and token.morph.lemma in element.words
    return fits_token(element, token)
