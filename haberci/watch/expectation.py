"""How much is to be expected of each day: a baseline of 56 days behind 7 days' guard, weekday, pool, and spread.

Arrays have one row a series and one column a day. The mean of a series is a gamma-Poisson estimate in three layers: the
56 days, its own last year as a prior for them where events are few, and the pool of all series as a prior for the year,
as strong as the series are alike (a gamma distribution fitted to their means by its moments). Only days before the
guard are looked at, so that what begins now does not raise its own measure.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from haberci.watch.windows import WEEK, Array, running_sum, same_weekday_before, window_before

BASELINE = 56
GUARD = 7
YEAR = 364
_OWN_EVENTS = 25.0  # the year weighs as much as so many events, at most _OWN_DAYS days
_OWN_DAYS = 250.0
_POOL_DAYS = (3.0, 365.0)  # the least and the most that the pool weighs
_WEEKDAY_EVENTS = 120.0  # so many events of a series weigh as much for its weekdays as the pool
_FLAT_EVENTS = 15.0  # and so many of the pool as a week without weekdays
_SPREAD_EVENTS = 60.0
_SPREAD_AT_FIRST = 2.0
_CLUSTER_EVENTS = 200.0  # so many events of a series weigh as much for its clustering as the pool
_CLUSTER_AT_FIRST = 60.0  # and so many of the pool as days that know nothing of each other
_LEAST = 0.004  # a day; below that no series can be told from silence


class Expectation(NamedTuple):
    """What is expected: mean a day, variance over mean of a day, the relative variance of the mean itself, the level,
    which is the mean of a usual day of the week with usual reports, and the clustering, which is how many times the
    variance of a week is that of seven days that know nothing of each other (1: not clustered)."""

    mean: Array
    dispersion: Array
    doubt: Array
    level: Array
    clustering: Array


def expectation(
    counts: NDArray[Any], exposure: NDArray[Any] | None = None, baseline: int = BASELINE, guard: int = GUARD
) -> Expectation:
    """The expectation of every day from the days before its guard.

    ``exposure`` says for each series and day how much was looked at, 1 for a usual day and 0 for a day without data;
    None: all days alike. ``baseline`` and ``guard`` are days, whole weeks.
    """
    seen = np.ones(counts.shape) if exposure is None else np.asarray(exposure, dtype=np.float64)
    first = _mean(counts, seen, baseline, guard)[0]
    # What stood far out is cut down to the edge of the usual, so that a past crisis does not hide the next one.
    usual = np.minimum(counts, first + 4.0 * np.sqrt(_SPREAD_AT_FIRST * first) + 3.0)
    mean, events, level = _mean(usual, seen, baseline, guard)
    dispersion = _dispersion(usual, mean, guard)
    return Expectation(mean, dispersion, dispersion / events, level, _clustering(usual, mean, dispersion, guard))


def _mean(counts: NDArray[Any], seen: Array, baseline: int, guard: int) -> tuple[Array, Array, Array]:
    """The expected mean of each day, the events it rests on, and the mean of a usual day."""
    year = max(YEAR, baseline)
    recent, recent_seen = window_before(counts, baseline, guard), window_before(seen, baseline, guard)
    long, long_seen = window_before(counts, year, guard), window_before(seen, year, guard)
    pooled, pool_days = _pool(long, long_seen)
    long_mean = (long + pool_days * pooled) / (long_seen + pool_days)
    own_days = np.minimum(np.minimum(_OWN_DAYS, _OWN_EVENTS / long_mean), long_seen + pool_days)
    mean = (recent + own_days * long_mean) / (recent_seen + own_days)
    weekday = _weekday(counts, seen, baseline, guard)
    level = np.maximum(mean, _LEAST)
    return np.maximum(mean * weekday * seen, _LEAST), np.maximum(mean * (recent_seen + own_days), 1.0), level


def _pool(events: Array, seen: Array) -> tuple[Array, Array]:
    """Mean of the pool on each day, and how many days of a series it weighs: the more alike the series, the more."""
    series = events.shape[0]
    total, days = events.sum(axis=0), seen.sum(axis=0)
    level = (total + _LEAST) / (days + 1.0)
    rates = events / np.maximum(seen, 1.0)
    between = ((rates - level) ** 2).sum(axis=0) / max(series - 1, 1)
    by_chance = _SPREAD_AT_FIRST * level * (1.0 / np.maximum(seen, 1.0)).mean(axis=0)
    days_of_pool = level / np.maximum(between - by_chance, level / _POOL_DAYS[1])
    return level[None, :], np.clip(days_of_pool, *_POOL_DAYS)[None, :] if series > 1 else np.full_like(level, 3.0)[None]


def _weekday(counts: NDArray[Any], seen: Array, baseline: int, guard: int) -> Array:
    """The factor of each day's weekday: that of the pool, and of the series itself as far as it has the events."""
    weeks = baseline // WEEK
    whole = np.where(seen > 0, counts, 0.0)
    own_day = same_weekday_before(whole, weeks, guard)
    own_all = window_before(whole, baseline, guard)
    weight = np.minimum(1.0, 50.0 / np.maximum(own_all, 1.0))  # no series outweighs all others
    pool_day, pool_all = (own_day * weight).sum(axis=0), (own_all * weight).sum(axis=0)
    share = (pool_day + _FLAT_EVENTS / WEEK) / (pool_all + _FLAT_EVENTS)
    factor: Array = WEEK * (own_day + _WEEKDAY_EVENTS * share) / (own_all + _WEEKDAY_EVENTS)
    return factor


def _dispersion(counts: NDArray[Any], mean: Array, guard: int) -> Array:
    """Variance over mean of a day, of a series as far as it has the events, else of the pool; at least 1.05."""
    warm = np.arange(counts.shape[1]) >= guard + 2 * WEEK  # before that the mean is a guess
    square, usual = (counts - mean) ** 2 * warm, mean * warm
    own, events = window_before(square, YEAR, guard), window_before(usual, YEAR, guard)
    pool = _pooled(own, events, _SPREAD_AT_FIRST, _SPREAD_EVENTS)
    found: Array = np.maximum((own + _SPREAD_EVENTS * pool) / (events + _SPREAD_EVENTS), 1.05)
    return found


def _clustering(counts: NDArray[Any], mean: Array, dispersion: Array, guard: int) -> Array:
    """Variance of a week over that of seven days apart, of a series as far as it has the events, else of the pool.

    News come in bursts: what was told yesterday is told again today, so that a week holds less evidence than its days.
    """
    warm = np.arange(counts.shape[1]) >= guard + 2 * WEEK
    square = running_sum(counts - mean, WEEK) ** 2 * warm / WEEK
    apart = running_sum(mean * dispersion, WEEK) * warm / WEEK
    own, events = window_before(square, YEAR, guard), window_before(apart, YEAR, guard)
    pool = _pooled(own, events, 1.0, _CLUSTER_AT_FIRST)
    found: Array = np.maximum((own + _CLUSTER_EVENTS * pool) / (events + _CLUSTER_EVENTS), 1.0)
    return found


def _pooled(own: Array, events: Array, at_first: float, first_events: float) -> Array:
    """The ratio of all series on each day, no series outweighing all others; ``at_first`` before there is one."""
    weight = np.minimum(1.0, 200.0 / np.maximum(events, 1.0))
    total = (own * weight).sum(axis=0) + at_first * first_events
    ratio: Array = total / ((events * weight).sum(axis=0) + first_events)
    return ratio
