"""Series by their pools: what is usual of each and how rare its days are; each measure is a pool of its own."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from haberci.watch.expectation import expectation
from haberci.watch.methods import watched
from haberci.watch.series import SeriesSet
from haberci.watch.windows import Array


def rates_of(table: SeriesSet) -> dict[str, Array]:
    """By method of ours, and as ``watch`` for all together, how rare each day of each series is (alarms a year)."""
    found: dict[str, Array] = {}
    for rows in _pools(table):
        for method, rates in watched(table.counts[rows], table.exposure[rows]).items():
            found.setdefault(method, np.zeros(table.counts.shape))[rows] = rates
    return found


def expected_of(table: SeriesSet) -> Array:
    """How much is usual of each series on each day."""
    expected = np.zeros(table.counts.shape)
    for rows in _pools(table):
        expected[rows] = expectation(table.counts[rows], table.exposure[rows]).mean
    return expected


def _pools(table: SeriesSet) -> Iterator[list[int]]:
    for name in dict.fromkeys(key.measure for key in table.keys):
        yield [row for row, key in enumerate(table.keys) if key.measure == name]
