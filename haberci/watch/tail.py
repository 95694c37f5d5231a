"""How unlikely the sums of 1, 3 and 7 days are: tails of the negative binomial (gamma-Poisson) distribution."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import special

from haberci.watch.expectation import Expectation
from haberci.watch.windows import Array, running_sum

WINDOWS = (1, 3, 7)
_FLOOR = 1e-290


def tail(counts: NDArray[Any], mean: Array, variance: Array) -> Array:
    """P(X >= counts) for a negative binomial X of that mean and variance (just above the mean at least)."""
    spread = np.maximum(variance - mean, 1e-6 * mean)
    size = mean * mean / spread
    upper = special.betainc(np.maximum(counts, 1e-9), size, spread / (mean + spread))
    return np.where(counts > 0, np.maximum(upper, _FLOOR), 1.0)


def window_tails(counts: NDArray[Any], expected: Expectation, windows: tuple[int, ...] = WINDOWS) -> list[Array]:
    """The tail of each window's sum on each day, the doubt about the mean taken in."""
    return [_window_tail(counts, expected, days) for days in windows]


def _window_tail(counts: NDArray[Any], expected: Expectation, days: int) -> Array:
    mean = running_sum(expected.mean, days)
    variance = running_sum(expected.mean * expected.dispersion, days) + mean**2 * expected.doubt
    return tail(running_sum(counts, days), mean, variance)


def tail_score(counts: NDArray[Any], expected: Expectation) -> Array:
    """Minus the decimal logarithm of the smallest tail of the windows: the higher, the less likely."""
    smallest = np.minimum.reduce(window_tails(counts, expected))
    score: Array = -np.log10(smallest)
    return score
