"""Rules of thumb to compare with: last week's count, and a day above all of the last thirty."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from haberci.watch.windows import WEEK, Array, lagged, running_sum

MONTH = 30


def week_count(counts: NDArray[Any]) -> Array:
    """The count of the last seven days."""
    return running_sum(counts, WEEK)


def over_month(counts: NDArray[Any]) -> Array:
    """By how much a day is above the highest of the thirty days before it."""
    highest = np.zeros(counts.shape)
    for back in range(1, MONTH + 1):
        highest = np.maximum(highest, lagged(counts, back))
    return np.asarray(counts - highest, dtype=np.float64)
