"""EARS C1, C2 and C3, the Early Aberration Reporting System of the CDC, to compare with (Fricker, Hegler, Dunfee 2008).

Arrays have one row a series and one column a day. A baseline of 7 days stands right before today (C1) or two days
before (C2, C3); C3 adds up what the last three days exceed one standard deviation by. ``upperbounds`` gives what R's
``surveillance::earsC`` gives, ``scores`` the statistics of the paper, by which a threshold can be chosen.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from haberci.watch.windows import Array, running_sum

METHODS = ("C1", "C2", "C3")
BASELINE = 7
_GUARDS = {"C1": 0, "C2": 2, "C3": 2}
_ALPHAS = {"C1": 0.001, "C2": 0.001, "C3": 0.025}
_FIRST = {"C1": BASELINE, "C2": BASELINE + 2, "C3": BASELINE + 4}
_FAR = 1e6  # a rise over days that were all equal has no standard deviations; so many stand for it


def _baseline(counts: NDArray[Any], guard: int, least: float) -> tuple[Array, Array]:
    """Mean and standard deviation of the baseline of each day; NaN where it is not full."""
    values = np.asarray(counts, dtype=np.float64)
    mean = running_sum(values, BASELINE) / BASELINE
    square = running_sum(values**2, BASELINE)
    deviation = np.sqrt(np.maximum(square - BASELINE * mean**2, 0.0) / (BASELINE - 1))
    deviation[deviation < 1e-7] = 0.0
    shifted = [np.full(values.shape, np.nan) for _ in range(2)]
    first = BASELINE + guard
    for out, value in zip(shifted, (mean, np.maximum(deviation, least)), strict=True):
        out[:, first:] = value[:, BASELINE - 1 : values.shape[1] - guard - 1]
    return shifted[0], shifted[1]


def _standardised(counts: NDArray[Any], guard: int, least: float) -> Array:
    mean, deviation = _baseline(counts, guard, least)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = (counts - mean) / deviation
    return np.where((deviation == 0) & (counts == mean), 0.0, value)


def scores(counts: NDArray[Any], method: str, least: float = 0.5) -> Array:
    """The statistic of each day; 0 before the baseline is full. ``least`` is the least standard deviation taken."""
    value = np.nan_to_num(_standardised(counts, _GUARDS[method], least), nan=0.0, posinf=_FAR, neginf=-_FAR)
    if method != "C3":
        return value
    over = np.maximum(value - 1.0, 0.0)
    return running_sum(over, 3)


def upperbounds(counts: NDArray[Any], method: str, alpha: float | None = None, least: float = 0.0) -> Array:
    """The bound above which R's ``earsC`` (surveillance 1.20) has an alarm on each day; NaN where it gives none.

    Its bound of C3 is today's count plus what is left to the threshold, and not the mean of the baseline plus it as in
    the paper; the alarms are the same where the deviation is above 0 and yesterday or the day before exceeded.
    """
    z = float(stats.norm.ppf(1 - (_ALPHAS[method] if alpha is None else alpha)))
    mean, deviation = _baseline(counts, _GUARDS[method], least)
    if method != "C3":
        return mean + z * deviation
    with np.errstate(divide="ignore", invalid="ignore"):
        over = np.maximum((counts - mean) / deviation - 1.0, 0.0)
        before = np.full(counts.shape, np.nan)
        before[:, 2:] = over[:, 1:-1] + over[:, :-2]
        bound = np.maximum(counts + deviation * (z - before), 0.0)
    bound[:, : _FIRST["C3"]] = np.nan
    return bound
