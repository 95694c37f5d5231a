"""A history replayed day by day: how many of its crises each method sees, how late, and at what price in false alarms.

Every method says of a day only what the days before and the day itself tell it, so that one pass over the days is the
same as standing on each of them. A crisis is seen by an alarm that begins within ``NEAR`` days of its day in a series
of its subject; ``by_party`` counts an alarm in a series of one of its parties, too. An alarm is false when no crisis of
its subject, or of a part of it, lies from ``NEAR`` days before to ``AFTER`` days after.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from haberci.watch import ears, thumb
from haberci.watch.detection import Alarm, Fired, Setting, alarms
from haberci.watch.episodes import beginnings
from haberci.watch.farrington import WEEKS, Control, excesses
from haberci.watch.pools import rates_of
from haberci.watch.series import Key, SeriesSet, Subject
from haberci.watch.windows import DAYS_A_YEAR, WEEK, Flags

NEAR = 3
AFTER = 30
ASKED_A_YEAR = 1.0
_WEEKS_BACK = 8
_FARRINGTON_YEARS = 5


class Crisis(NamedTuple):
    """A crisis: its day (an ordinal), whose it is, and its name."""

    day: int
    subjects: tuple[Subject, ...]
    name: str


class Score(NamedTuple):
    """How one method did: crises seen (by their subject, and by any of their parties), mean delay in days, false alarms
    a series-year, alarms a week in all."""

    method: str
    seen: int
    by_party: int
    crises: int
    delay: float
    false_a_year: float
    a_week: float
    missed: tuple[str, ...]


Alarms = Callable[[NDArray[Any]], Flags]


def _ears(method: str) -> Alarms:
    return lambda counts: np.nan_to_num(counts > ears.upperbounds(counts, method), nan=0).astype(np.bool_)


def _month(counts: NDArray[Any]) -> Flags:
    return np.asarray((thumb.over_month(counts) > 0) & (np.arange(counts.shape[1]) >= thumb.MONTH))


def _week(counts: NDArray[Any]) -> Flags:
    """Last week's count above that of each of the eight weeks before it."""
    week = thumb.week_count(counts)
    highest = np.zeros(week.shape)
    for back in range(1, _WEEKS_BACK + 1):
        highest[:, back * WEEK :] = np.maximum(highest[:, back * WEEK :], week[:, : -back * WEEK])
    return np.asarray((week > highest) & (np.arange(week.shape[1]) >= _WEEKS_BACK * WEEK))


def _farrington(counts: NDArray[Any]) -> Flags:
    """The weeks beyond the bound by up to five years before; none where there are less than two years in all."""
    years = min(_FARRINGTON_YEARS, counts.shape[1] // WEEK // WEEKS - 1)
    if years < 1:
        return np.zeros(counts.shape, dtype=np.bool_)
    return np.asarray(excesses(counts, Control(years=years)) > 1.0)


PLAIN: Mapping[str, Alarms] = MappingProxyType(
    {
        **{f"EARS {method}": _ears(method) for method in ears.METHODS},
        "Farrington flexible": _farrington,
        "last week's count": _week,
        "30-day maximum": _month,
    }
)


def replay(
    table: SeriesSet, crises: Sequence[Crisis], setting: Setting = Setting(), fired: Sequence[Fired] = ()
) -> list[Score]:
    """The score of every method: the signs as they are told, our methods at one alarm a series-year, and the others.

    ``fired`` are what rules found; they are signs like any other.
    """
    rates = rates_of(table)
    told, _ = alarms(table, rates["watch"], setting, fired)
    scores = [signs_score(told, table, crises)]
    for method, values in rates.items():
        scores.append(_score(method, values <= ASKED_A_YEAR, table, crises, setting.warm_up))
    for method, flags in PLAIN.items():
        scores.append(_score(method, flags(table.counts), table, crises, setting.warm_up))
    return scores


def signs_score(told: Sequence[Alarm], table: SeriesSet, crises: Sequence[Crisis]) -> Score:
    """The score of signs: a crisis is seen when its subject heads or joins one within NEAR days."""
    found = {(key, day) for alarm in told for key, day in alarm.joined.items()}
    false = [alarm for alarm in told if not any(_near(day, key, crises) for key, day in alarm.joined.items())]
    return _summed("signs told", found, len(false), len(told), table, crises)


def _score(method: str, flags: Flags, table: SeriesSet, crises: Sequence[Crisis], warm_up: int) -> Score:
    flags = flags & (np.arange(flags.shape[1]) >= warm_up)
    starts = {(table.keys[row], table.first + day) for row, day in np.argwhere(beginnings(flags)).tolist()}
    false = sum(not _near(day, key, crises) for key, day in starts)
    return _summed(method, starts, false, len(starts), table, crises)


def _delay(crisis: Crisis, starts: set[tuple[Key, int]]) -> int | None:
    own = [day - crisis.day for key, day in starts if key.subject in crisis.subjects]
    return min((delay for delay in own if -NEAR <= delay <= NEAR), key=lambda delay: (abs(delay), delay), default=None)


def _by_party(crisis: Crisis, starts: set[tuple[Key, int]]) -> bool:
    """Whether an alarm of one of its parties began near its day; the whole area is no party."""
    near = (key.subject for key, day in starts if -NEAR <= day - crisis.day <= NEAR)
    return any(subject.states and _related(subject, crisis) for subject in near)


def _near(day: int, key: Key, crises: Sequence[Crisis]) -> bool:
    return any(_related(key.subject, crisis) and -NEAR <= day - crisis.day <= AFTER for crisis in crises)


def _related(subject: Subject, crisis: Crisis) -> bool:
    """Whether a subject is one of the crisis's, or holds or shares a party of it; the whole area does."""
    own = {party for other in crisis.subjects for party in other.parties}
    return not subject.states or bool(own & subject.parties)


def _summed(
    method: str, starts: set[tuple[Key, int]], false: int, count: int, table: SeriesSet, crises: Sequence[Crisis]
) -> Score:
    delays = [_delay(crisis, starts) for crisis in crises]
    seen = [delay for delay in delays if delay is not None]
    return Score(
        method,
        seen=len(seen),
        by_party=sum(_by_party(crisis, starts) for crisis in crises),
        crises=len(crises),
        delay=float(np.mean(seen)) if seen else float("nan"),
        false_a_year=false / (table.counts.size / DAYS_A_YEAR),
        a_week=count * WEEK / table.counts.shape[1],
        missed=tuple(crisis.name for crisis, delay in zip(crises, delays, strict=True) if delay is None),
    )


def in_table(scores: Sequence[Score]) -> str:
    """The scores as lines of a table."""
    lines = [f"{'method':20} {'seen':>7} {'by party':>9} {'delay':>6} {'false a year':>13} {'a week':>7}  missed"]
    for score in scores:
        delay = "" if np.isnan(score.delay) else f"{score.delay:.1f}"
        lines.append(
            f"{score.method:20} {score.seen:>3}/{score.crises:<3} {score.by_party:>9} {delay:>6} "
            f"{score.false_a_year:>13.2f} {score.a_week:>7.1f}  {', '.join(score.missed)}".rstrip()
        )
    return "\n".join(lines)
