"""The methods tried on simulated counts: share of crises seen at one false alarm a series-year, and the rate kept.

Panels have ``SERIES`` series of one base. Our methods are taken at their own thresholds (a rate of 1 a year by
``rates.tsv``); EARS, Farrington flexible and the rules of thumb, which have none, at the threshold at which they have
that rate on quiet series of that base, which flatters them. Farrington flexible looks back two years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from haberci.watch import ears, thumb
from haberci.watch.calibration import score_at
from haberci.watch.episodes import a_year
from haberci.watch.expectation import YEAR
from haberci.watch.farrington import WEEKS, Control, excesses
from haberci.watch.methods import watched
from haberci.watch.simulation import CRISIS_DAYS, Panel, quiet, with_crisis
from haberci.watch.windows import WEEK, Array, Flags

BASES = (0.1, 0.5, 2.0, 8.0)
ASKED = 1.0
SERIES = 50
QUIET_YEARS = 2
Score = Callable[[NDArray[Any]], Array]


class Other(NamedTuple):
    """A method to compare with: its score of each day, and the days of history that it needs."""

    score: Score
    history: int = YEAR


_SEASONS = Control(years=2)
_SEASONS_DAYS = WEEK * (WEEKS * _SEASONS.years + _SEASONS.half_window + 1)
OTHERS: Mapping[str, Other] = MappingProxyType(
    {
        **{f"EARS {name}": Other(partial(ears.scores, method=name)) for name in ears.METHODS},
        "Farrington flexible": Other(partial(excesses, control=_SEASONS, since=_SEASONS_DAYS), _SEASONS_DAYS),
        "last week's count": Other(thumb.week_count),
        "30-day maximum": Other(thumb.over_month),
    }
)


class Result(NamedTuple):
    """One method at one base: share of crises seen within seven days, median delay in days, false alarms a year."""

    method: str
    base: float
    seen: float
    delay: float
    false_a_year: float


def trial(base: float, panels: int, seed: int = 1, others: bool = True) -> Iterator[Result]:
    """Try all methods at one base: ``panels`` quiet panels of QUIET_YEARS and as many with a crisis in each series."""
    rng = np.random.default_rng([seed, int(base * 1000)])
    still = [quiet(rng, SERIES, YEAR * (1 + QUIET_YEARS), base) for _ in range(panels)]
    crises = [with_crisis(rng, SERIES, YEAR + 60, base) for _ in range(panels)]
    quiet_rates = [watched(panel.counts) for panel in still]
    crisis_rates = [watched(panel.counts) for panel in crises]
    for method in quiet_rates[0]:
        alarms = (
            [rates[method][:, YEAR:] <= ASKED for rates in quiet_rates],
            [rates[method] <= ASKED for rates in crisis_rates],
        )
        yield _result(method, base, crises, *alarms)
    longer = [with_crisis(rng, SERIES, _SEASONS_DAYS + 60, base) for _ in range(panels)] if others else []
    for method, other in OTHERS.items() if others else ():
        theirs = crises if other.history <= YEAR else longer
        yield _result(method, base, theirs, *_at_rate(other, still, theirs))


def _at_rate(other: Other, still: list[Panel], crises: list[Panel]) -> tuple[list[Flags], list[Flags]]:
    """Alarms of a method at the threshold at which it has the rate asked on the quiet panels."""
    values = [other.score(panel.counts)[:, other.history :] for panel in still]
    threshold = score_at(np.concatenate(values), ASKED)
    return [value >= threshold for value in values], [other.score(panel.counts) >= threshold for panel in crises]


def _result(method: str, base: float, crises: list[Panel], still: list[Flags], alarms: list[Flags]) -> Result:
    """The result from the crises' alarms and the quiet panels' of the days that are scored."""
    delays = np.concatenate([_delays(panel, flags) for panel, flags in zip(crises, alarms, strict=True)])
    seen = delays < CRISIS_DAYS
    false = a_year(np.concatenate(still))
    return Result(method, base, float(seen.mean()), float(np.median(delays[seen])) if seen.any() else np.nan, false)


def _delays(panel: Panel, flags: Flags) -> NDArray[np.int64]:
    """Days from the crisis's first day to the first alarm; CRISIS_DAYS where there is none."""
    within = panel.onset[:, None] + np.arange(CRISIS_DAYS)
    alarm = np.take_along_axis(flags, within, axis=1)
    return np.where(alarm.any(axis=1), alarm.argmax(axis=1), CRISIS_DAYS)
