"""Farrington flexible (Farrington et al. 1996, Noufaily et al. 2013), to compare with: weekly counts against years.

Each week is measured by the same season of the last years: a log-linear fit with a trend (kept only where it tells and
does not reach beyond what was seen) and factors of the season, fitted again with past outbreaks weighted down. It
equals R's ``surveillance::farringtonFlexible`` (thresholds "delta" with powertrans 2/3, and "nbPlugin"), down to its
weights of the prediction error, which stand in the place of the working weights.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from haberci.watch.loglinear import Fit, dispersion, fitted
from haberci.watch.windows import WEEK, Array, running_sum

WEEKS = 52


class Control(NamedTuple):
    """Settings by the names of the papers: years looked back to, half the window, groups of the season, weeks left out
    before the week itself, the residual beyond which a week is weighted down, and the level of the bound."""

    years: int = 5
    half_window: int = 3
    groups: int = 1
    left_out: int = 26
    reweight_beyond: float = 2.58
    alpha: float = 0.05
    trend_level: float = 0.05
    threshold: str = "delta"
    least_cases: int = 5
    least_weeks: int = 4


class Bound(NamedTuple):
    """The expected count and the upper bound of each week, NaN where there is none, and the weight of the excess."""

    expected: Array
    upper: Array
    score: Array


def excesses(counts: NDArray[Any], control: Control, since: int = 0) -> Array:
    """The excess of the seven days up to each day from ``since`` on: above 1 beyond the bound, 0 where there is none.

    Bounds are found once a week, and a day is held against that of the last whole week, whose last day it may be.
    """
    days = np.arange(counts.shape[1])
    ends = days[WEEK - 1 :: WEEK]
    week = running_sum(counts, WEEK)
    first = max(int(np.searchsorted(ends, since)) - 1, 0)
    bound = farrington(week[:, ends], control._replace(least_cases=0), first)
    newest = np.maximum(np.searchsorted(ends, days, side="right") - 1, 0)
    expected, upper = bound.expected[:, newest], bound.upper[:, newest]
    enough = running_sum(counts, WEEK * control.least_weeks) >= control.least_cases
    with np.errstate(divide="ignore", invalid="ignore"):
        score = (week - expected) / (upper - expected)
    return np.where(enough & np.isfinite(score) & (days >= since), score, 0.0)


def farrington(counts: NDArray[Any], control: Control = Control(), since: int = 0) -> Bound:
    """Bounds of the weekly counts: one row a series, one column a week; NaN before there are enough years.

    Bounds are sought from the week ``since`` on.
    """
    weeks = counts.shape[1]
    out = Bound(*(np.full(counts.shape, np.nan) for _ in range(3)))
    first = max(since, WEEKS * control.years + control.half_window)
    for week in range(first, weeks):
        rows, season = _reference(week, control)
        points = np.asarray(counts[:, rows], dtype=np.float64)
        design = _design(rows.astype(np.float64) + 1.0, season, control.groups)
        bound = _bounds(points, design, week + 1.0, np.asarray(counts[:, week], dtype=np.float64), control)
        enough = counts[:, week - control.least_weeks + 1 : week + 1].sum(axis=1) >= control.least_cases
        for name, value in zip(out, bound, strict=True):
            name[:, week] = np.where(enough, value, np.nan)
    return out


def _reference(week: int, control: Control) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The weeks that one is measured by, and the group of the season of each (the last one is that of the week)."""
    half, groups = control.half_window, control.groups
    group = np.zeros(week + half + 1, dtype=np.int64)
    group[week - half : week + 1] = groups
    for year in range(1, control.years + 1):
        centre = week - year * WEEKS
        group[centre - half : centre + half + 1] = groups
        if groups > 1:
            between = WEEKS - 2 * half - 1
            lengths = [between // (groups - 1) + (place < between % (groups - 1)) for place in range(groups - 1)]
            group[centre + half + 1 : centre + half + 1 + between] = np.repeat(np.arange(1, groups), lengths)
    group[week - control.left_out : week + 1] = 0
    rows = np.flatnonzero(group[: week + 1])
    return rows, group[rows]


def _design(time: Array, season: NDArray[np.int64], groups: int) -> Array:
    """Columns: 1, time, and the groups of the season but the first."""
    columns = [np.ones(len(time)), time]
    columns += [(season == group).astype(np.float64) for group in range(2, groups + 1)] if groups > 1 else []
    return np.stack(columns, axis=1)


def _bounds(y: Array, design: Array, now: float, count: Array, control: Control) -> tuple[Array, Array, Array]:
    """Expected, upper bound and excess of one week for all series, the trend taken where it tells."""
    at = np.zeros(design.shape[1])
    at[0], at[1] = 1.0, now
    if control.groups > 1:
        at[-1] = 1.0
    with_trend = _Model.of(y, design, control)
    eta, error = with_trend.predicted(at)
    mean = np.exp(eta)
    keeps = with_trend.trend_tells(control.trend_level) & (mean <= y.max(axis=1)) & (control.years >= 3)
    flat = _Model.of(y, np.delete(design, 1, axis=1), control)
    flat_eta, flat_error = flat.predicted(np.delete(at, 1))
    eta, error = np.where(keeps, eta, flat_eta), np.where(keeps, error, flat_error)
    phi = np.where(keeps, with_trend.phi, flat.phi)
    usable = np.where(keeps, with_trend.converged, flat.converged)
    expected = np.where(usable, np.exp(eta), np.nan)
    upper = (_delta if control.threshold == "delta" else _plugin)(expected, error, phi, control.alpha)
    with np.errstate(divide="ignore", invalid="ignore"):
        return expected, upper, (count - expected) / (upper - expected)


class _Model(NamedTuple):
    fit: Fit
    phi: Array
    scale: Array
    free: int
    converged: NDArray[np.bool_]

    @classmethod
    def of(cls, y: Array, design: Array, control: Control) -> _Model:
        """Fit, weigh down what stands out, and fit again."""
        with np.errstate(all="ignore"):
            fit = fitted(y, design)
            phi = np.maximum(dispersion(fit, fit.working), 1.0)
            omega = _weights(y, fit, phi, control.reweight_beyond)
            again = fitted(y, design, omega)
            phi = np.maximum(dispersion(again, again.working), 1.0)
            free = y.shape[1] - design.shape[1]
            return cls(again, phi, dispersion(again, omega), free, fit.converged & again.converged)

    def predicted(self, at: Array) -> tuple[Array, Array]:
        """The linear predictor at a week, and its standard error."""
        variance = np.einsum("i,nij,j->n", at, self.fit.covariance, at)
        return self.fit.coefficients @ at, np.sqrt(variance * self.scale)

    def trend_tells(self, level: float) -> NDArray[np.bool_]:
        """Whether the trend's coefficient differs from 0 at a level."""
        with np.errstate(all="ignore"):
            t = self.fit.coefficients[:, 1] / np.sqrt(self.fit.covariance[:, 1, 1] * self.scale)
        return np.asarray(self.converged & (2 * stats.t.sf(np.abs(t), self.free) < level))


def _weights(y: Array, fit: Fit, phi: Array, beyond: float) -> Array:
    """Weights by Anscombe's residuals: those beyond the limit by their inverse square, all scaled to keep the sum."""
    residual = 1.5 * (y ** (2 / 3) * fit.mean ** (-1 / 6) - np.sqrt(fit.mean))
    residual /= np.sqrt(phi[:, None] * (1 - fit.leverage))
    raw = np.where(residual > beyond, residual**-2.0, 1.0)
    return np.asarray(raw * (y.shape[1] / raw.sum(axis=1))[:, None])


def _delta(expected: Array, error: Array, phi: Array, alpha: float) -> Array:
    """The bound by a power of 2/3 of the counts, which is nearly normal."""
    tau = phi + (expected * error) ** 2 / expected
    spread = np.sqrt(4 / 9 * expected ** (1 / 3) * tau)
    return np.asarray((expected ** (2 / 3) + stats.norm.ppf(1 - alpha) * spread) ** 1.5)


def _plugin(expected: Array, error: Array, phi: Array, alpha: float) -> Array:
    """The quantile of a negative binomial count with the expected mean and the dispersion found."""
    spread = np.where(phi > 1, phi, 2.0)
    binomial = stats.nbinom.ppf(1 - alpha, expected / (spread - 1), 1 / spread)
    quantile: Array = np.where(phi > 1, binomial, stats.poisson.ppf(1 - alpha, expected))
    return quantile
