"""Counts to try a method on: negative binomial, with a weekly cycle, and with a crisis of seven days.

A panel is a set of series of one base rate. The weekend has a quarter of a weekday; ``base`` is the mean over a week;
variance over mean is the same on every day. The same seed gives the same counts.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from haberci.watch.windows import WEEK, Array

WEEKEND = 0.25
DISPERSION = 2.0
CRISIS_TIMES = 4.0
CRISIS_DAYS = 7


class Panel(NamedTuple):
    """Counts, one row a series, and the first day of the crisis of each series."""

    counts: NDArray[np.int64]
    onset: NDArray[np.int64]


def weekly_cycle(days: int) -> Array:
    """The factor of each day; day 0 is a Monday."""
    week = np.array([1.0] * 5 + [WEEKEND] * 2)
    cycle: Array = (week * WEEK / week.sum())[np.arange(days) % WEEK]
    return cycle


def quiet(rng: np.random.Generator, series: int, days: int, base: float, dispersion: float = DISPERSION) -> Panel:
    """A panel in which nothing happens."""
    mean = base * np.broadcast_to(weekly_cycle(days), (series, days))
    return Panel(_drawn(rng, mean, dispersion), np.full(series, -1))


def with_crisis(rng: np.random.Generator, series: int, days: int, base: float, dispersion: float = DISPERSION) -> Panel:
    """A panel with a crisis in each series: CRISIS_TIMES the usual for the last whole CRISIS_DAYS days but some."""
    onset = days - CRISIS_DAYS - WEEK + np.arange(series) % WEEK
    mean = base * np.broadcast_to(weekly_cycle(days), (series, days)).copy()
    for day in range(CRISIS_DAYS):
        mean[np.arange(series), onset + day] *= CRISIS_TIMES
    return Panel(_drawn(rng, mean, dispersion), onset)


def _drawn(rng: np.random.Generator, mean: Array, dispersion: float) -> NDArray[np.int64]:
    return rng.negative_binomial(mean / (dispersion - 1.0), 1.0 / dispersion)
