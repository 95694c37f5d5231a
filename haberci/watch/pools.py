"""Series by their pools: what is usual of each and how rare its days are; each measure is a pool of its own.

Rates are learned from simulated days that know nothing of each other. News do: what was told yesterday is told again
today, and an alarm that should come once in twenty years comes every second one. How far rates are to be believed is
seen from the alarms that there were: where rates hold, minus the logarithm of the lowest rate of an alarm is
exponential with mean 1 (it begins at one a year), and where it falls off more slowly, all rates are raised to the power
that it falls off by, the tail index (Hill 1975; here of alarms censored at ``_CENSORED``, so that a true crisis weighs
no more than that). A rate of one a year stays what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from haberci.watch.detection import WARM_UP
from haberci.watch.episodes import beginnings
from haberci.watch.expectation import GUARD, expectation
from haberci.watch.methods import watched
from haberci.watch.series import SeriesSet
from haberci.watch.windows import WEEK, Array

_CENSORED = 0.01  # a year
_BELIEVED = 20.0  # so many alarms weigh as much as the belief that rates hold


def rates_of(table: SeriesSet) -> dict[str, Array]:
    """By method of ours how rare each day of each series is (alarms a year), and as ``watch`` for all together, these
    as far as they are to be believed."""
    found: dict[str, Array] = {}
    for rows in _pools(table):
        for method, rates in watched(table.counts[rows], table.exposure[rows]).items():
            found.setdefault(method, np.zeros(table.counts.shape))[rows] = rates
    found["watch"] **= np.where(found["watch"] < 1.0, tail_index(found["watch"]), 1.0)
    return found


def expected_of(table: SeriesSet) -> Array:
    """How much is usual of each series on each day."""
    expected = np.zeros(table.counts.shape)
    for rows in _pools(table):
        expected[rows] = expectation(table.counts[rows], table.exposure[rows]).mean
    return expected


def tail_index(rates: Array) -> Array:
    """The power by which rates fall off, for each day from the alarms before its guard: 1 where they hold, else less.

    An alarm is measured by its lowest rate within a week.
    """
    lowest = rates.copy()
    for later in range(1, WEEK):
        lowest[:, :-later] = np.minimum(lowest[:, :-later], rates[:, later:])
    begins = beginnings(rates <= 1.0)
    begins[:, :WARM_UP] = False
    depth = np.where(begins, -np.log(np.clip(lowest, _CENSORED, 1.0)), 0.0).sum(axis=0)
    ended = (begins & (lowest > _CENSORED)).sum(axis=0)
    index: Array = np.minimum((_before(ended) + _BELIEVED) / (_before(depth) + _BELIEVED), 1.0)
    return index


def _before(daily: Array) -> Array:
    """The sum of all days whose week was over when the guard began."""
    total = np.cumsum(daily, dtype=np.float64)
    behind = min(GUARD + WEEK, len(total))
    return np.concatenate([np.zeros(behind), total[: len(total) - behind]])


def _pools(table: SeriesSet) -> Iterator[list[int]]:
    for name in dict.fromkeys(key.measure for key in table.keys):
        yield [row for row, key in enumerate(table.keys) if key.measure == name]
