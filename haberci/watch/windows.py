"""Sums over windows of days. Arrays have one row a series and one column a day."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
WEEK = 7
DAYS_A_YEAR = 365.25


def running_sum(values: NDArray[Any], days: int) -> Array:
    """The sum over the last ``days`` days, today among them; before the first full window, of the days there are."""
    total = np.cumsum(values, axis=1, dtype=np.float64)
    total[:, days:] -= total[:, :-days].copy()
    return total


def lagged(values: NDArray[Any], days: int) -> Array:
    """The values of ``days`` days ago; 0 where there are none."""
    out = np.zeros(values.shape)
    if days < values.shape[1]:
        out[:, days:] = values[:, : values.shape[1] - days]
    return out


def window_before(values: NDArray[Any], days: int, guard: int) -> Array:
    """The sum over ``days`` days that ended ``guard`` days before today (guard 0: yesterday was the last)."""
    return lagged(running_sum(values, days), guard + 1)


def same_weekday_before(values: NDArray[Any], weeks: int, guard: int) -> Array:
    """The sum over the same weekday in the ``weeks`` weeks before the guarded days (guard: whole weeks)."""
    first = guard + WEEK
    total = np.zeros(values.shape)
    for back in range(first, first + weeks * WEEK, WEEK):
        total += lagged(values, back)
    return total
