"""Daily series over deeds: of an area, a state or a dyad (or several), by measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from haberci.core.codebook import EventType
from haberci.watch.measures import Measure, load_measures
from haberci.watch.records import Deed
from haberci.watch.windows import WEEK, Array, running_sum

WITHIN = "/"  # between a state and a sub-area of it
_TREND_DAYS = 56
# Deeds that several do side by side, toward nobody named: they are not between the doers.
ALONGSIDE = frozenset({EventType.MOBILIZE, EventType.PROTEST, EventType.SANCTION, EventType.COERCE, EventType.REQUEST})
_LEAST_SHARE = 0.25  # a day on which the sources are nearly silent is no day without deeds


class Subject(NamedTuple):
    """Whom a series is of: no state (the whole area), one, or two (a dyad, in the order of the alphabet).

    A sub-area stands in the place of a state, with the state that it lies in: ``KGZ/Batken``.
    """

    states: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "–".join(self.states) or "area"

    @property
    def parties(self) -> frozenset[str]:
        """The states and organisations, a sub-area's state in its place."""
        return frozenset(state.partition(WITHIN)[0] for state in self.states)

    @classmethod
    def dyad(cls, one: str, other: str) -> Subject:
        """The dyad of two states, whichever acts."""
        return cls((min(one, other), max(one, other)))


class Key(NamedTuple):
    """One series: its subject and its measure."""

    subject: Subject
    measure: str

    def __str__(self) -> str:
        return f"{self.subject} {self.measure}"


@dataclass(frozen=True, slots=True)
class SeriesSet:
    """Counts, one row a key and one column a day from ``first`` (an ordinal) on.

    ``exposure`` says of each day how much the sources reported against what is usual, 1 as usual and 0 for a day
    without data.
    """

    keys: tuple[Key, ...]
    first: int
    counts: NDArray[np.int64]
    exposure: Array

    @property
    def last(self) -> int:
        """The last day."""
        return self.first + int(self.counts.shape[1]) - 1

    def of_deeds(self) -> SeriesSet:
        """The series that count deeds: the dead of one blow are one blow, and no series of them is in alarm."""
        rows = [row for row, key in enumerate(self.keys) if not load_measures()[key.measure].deaths]
        return SeriesSet(tuple(self.keys[row] for row in rows), self.first, self.counts[rows], self.exposure[rows])


def subjects_of(deed: Deed) -> list[Subject]:
    """The subjects that a deed counts for: each party, each pair of a doer and a recipient, and each sub-area.

    Where all are doers (a clash, talks), each two of them are a pair, but not where they act side by side.
    """
    parties = sorted(party for party in deed.parties if party != "---")
    pairs = {Subject.dyad(one, other) for one in deed.sources for other in deed.targets if one != other}
    if not deed.targets and deed.type not in ALONGSIDE:
        pairs = {Subject(pair) for pair in combinations(sorted(set(deed.sources)), 2)}
    single = (Subject((name,)) for name in (*parties, *deed.regions))
    return [Subject(), *single, *sorted(p for p in pairs if "---" not in p.states)]


def series(
    deeds: Iterable[Deed],
    measures: Mapping[str, Measure],
    first: int,
    last: int,
    keys: Sequence[Key],
    reports: Mapping[int, int] | None = None,
) -> SeriesSet:
    """Count deeds day by day, the days ``first`` to ``last``; ``reports`` are how many were read of each day.

    Without ``reports`` all days are taken to be alike.
    """
    row_of = {key: row for row, key in enumerate(keys)}
    counts = np.zeros((len(keys), last - first + 1), dtype=np.int64)
    for deed in deeds:
        if not first <= deed.day <= last:
            continue
        added = [(name, measure.of(deed)) for name, measure in measures.items()]
        for subject in subjects_of(deed):
            for name, count in added:
                if count and (row := row_of.get(Key(subject, name))) is not None:
                    counts[row, deed.day - first] += count
    return SeriesSet(tuple(keys), first, counts, _exposure(reports, first, counts.shape))


def _exposure(reports: Mapping[int, int] | None, first: int, shape: tuple[int, ...]) -> Array:
    """How much was reported on each day against the same weekday before: from 0 (nothing) to 2."""
    if reports is None:
        return np.ones(shape)
    told = np.array([[reports.get(first + day, 0) for day in range(shape[1])]], dtype=np.float64)
    usual = _usual_reports(told)
    share = np.where(told == 0, 0.0, np.clip(told / np.maximum(usual, 1.0), _LEAST_SHARE, 2.0))
    return np.broadcast_to(share, shape)


def _usual_reports(told: Array) -> Array:
    """The mean of the days with reports among the last 56; the weekday is left to the weekday term."""
    days = running_sum(told > 0, _TREND_DAYS)
    usual = running_sum(told, _TREND_DAYS) / np.maximum(days, 1.0)
    week = running_sum(told, WEEK) / np.maximum(running_sum(told > 0, WEEK), 1.0)
    return np.asarray(np.minimum(usual, np.maximum(week, 1.0)))
