"""Stories: reports about one matter, over days.

Reports are gone through by day. Each goes to the story of the days before it whose words are most like its own, when
they are enough alike (cosine of word weights; single pass, as in topic detection and tracking: Allan et al. 1998), else
it begins one. Copies, and reports that tell a deed in common, always belong together. How much a word weighs is counted
over the reports that are looked at, so that the same reports give the same stories, in whatever order they were read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from math import log, sqrt
from typing import NamedTuple

from haberci.store.occasions import days_from
from haberci.store.rows import ReportKey
from haberci.store.witnesses import Witness, independent

ALIKE = 0.3  # cosine from which a report is of a story
DAYS = 4  # so long a story waits for its next report
TERMS = 40  # the weightiest of a report's words
STEM = 6
WORD = re.compile(r"\w{4,}")
ID_BYTES = 10
Vector = dict[str, float]


class Read(NamedTuple):
    """A report as stories are made of it; ``ties`` are its copies and deeds."""

    key: ReportKey
    day: str
    title: str
    lang: str | None
    text: str
    owner: str | None
    copies: int
    ties: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one matter, by day.

    ``title`` is that of the report most like all. ``sources`` counts the independent ones, ``deeds`` those told.
    The id is a hash of the first report's key.
    """

    id: str
    title: str
    first_day: str | None
    last_day: str | None
    reports: tuple[ReportKey, ...]
    languages: tuple[str, ...]
    sources: int
    deeds: int


@dataclass(slots=True)
class _Open:
    """A story while reports are gone through."""

    members: list[int] = field(default_factory=list)
    last: str = ""
    sum: Counter[str] = field(default_factory=Counter)

    def add(self, numbers: Iterable[int], reads: Sequence[Read], vectors: Sequence[Vector]) -> None:
        for number in numbers:
            self.members.append(number)
            self.last = max(self.last, reads[number].day)
            self.sum.update(vectors[number])


def stories(found: Iterable[Read], fold: Callable[[str], str] | None) -> list[Story]:
    """Put reports together into stories; those of one report among them. The newest come first."""
    reads = sorted(found, key=lambda read: (read.day, read.key.source or "", read.key.id))
    vectors = _vectors([_words(read, fold) for read in reads])
    opened: list[_Open] = []
    terms: defaultdict[str, set[int]] = defaultdict(set)
    for group in _tied(reads):
        best = _nearest(group, reads, vectors, opened, terms)
        if best is None:
            best = len(opened)
            opened.append(_Open())
        opened[best].add(group, reads, vectors)
        for number in group:
            for term in vectors[number]:
                terms[term].add(best)
    made = [_story(one, reads, vectors) for one in opened]
    return sorted(made, key=lambda story: (story.last_day or "", len(story.reports), story.id), reverse=True)


def _words(read: Read, fold: Callable[[str], str] | None) -> Counter[str]:
    text = f"{read.title} {read.text}"
    return Counter(word[:STEM] for word in WORD.findall(fold(text) if fold else text))


def _vectors(counted: Sequence[Counter[str]]) -> list[Vector]:
    """The weights of each report's words, of length 1: how often one stands there, and how few reports have it."""
    have = Counter(word for words in counted for word in words)
    return [_vector(words, have, len(counted)) for words in counted]


def _vector(words: Counter[str], have: Mapping[str, int], reports: int) -> Vector:
    weights = {word: sqrt(times) * log((1 + reports) / have[word]) for word, times in words.items()}
    most = sorted(weights, key=lambda word: (-weights[word], word))[:TERMS]
    length = sqrt(sum(weights[word] ** 2 for word in most)) or 1.0
    return {word: weights[word] / length for word in most}


def _tied(reads: Sequence[Read]) -> list[list[int]]:
    """The numbers of the reports that copies or deeds tie, by their first."""
    root = list(range(len(reads)))

    def top(number: int) -> int:
        while root[number] != number:
            number = root[number]
        return number

    seen: dict[tuple[str, int], int] = {}
    for number, read in enumerate(reads):
        for tie in read.ties:
            one, other = sorted((top(number), top(seen.setdefault(tie, number))))
            root[other] = one
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(reads)):
        groups[top(number)].append(number)
    return [groups[first] for first in sorted(groups)]


def _nearest(
    group: Sequence[int],
    reads: Sequence[Read],
    vectors: Sequence[Vector],
    opened: Sequence[_Open],
    terms: Mapping[str, set[int]],
) -> int | None:
    own: Counter[str] = Counter()
    for number in group:
        own.update(vectors[number])
    day = reads[group[0]].day
    since = days_from(day, -DAYS) if day else ""
    near = {story for term in own for story in terms.get(term, ())}
    likely = [story for story in sorted(near) if bool(opened[story].last) == bool(day) and opened[story].last >= since]
    scored = [(_cosine(own, opened[story].sum), -story) for story in likely]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= ALIKE else None


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    dot = sum(weight * other[word] for word, weight in one.items() if word in other)
    lengths = sqrt(sum(w * w for w in one.values())) * sqrt(sum(w * w for w in other.values()))
    return dot / lengths if lengths else 0.0


def _story(one: _Open, reads: Sequence[Read], vectors: Sequence[Vector]) -> Story:
    members = sorted(one.members)
    of = [reads[number] for number in members]
    days = sorted(read.day for read in of if read.day)
    typical = max(members, key=lambda number: (_cosine(vectors[number], one.sum), -number))
    first = of[0].key
    return Story(
        id=blake2b(
            f"{first.source or ''}\x1f{first.id}".encode("utf-8", "surrogatepass"), digest_size=ID_BYTES
        ).hexdigest(),
        title=reads[typical].title,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        reports=tuple(read.key for read in of),
        languages=tuple(sorted({read.lang for read in of if read.lang})),
        sources=independent(Witness(str(read.key), read.key.source or "", read.owner, read.copies) for read in of),
        deeds=len({tie for read in of for tie in read.ties if tie[0] == "deed"}),
    )
