"""From series to signs, day by day: what is rare enough for all that is watched, told once, and no more than a budget.

A day's candidates are the series whose rarity (alarms a year) passes a false-discovery rate over all series watched
(Benjamini and Hochberg 1995). Those that share a party are one sign, which the rarest of them heads, but a dyad or
state rather than the whole area where all is its own. A series in alarm stays in its sign until three quiet days. New
signs fit a budget of so many in seven days, the rarest of a day first; what finds no place waits, and is told when
there is one, if it is still rare then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from haberci.watch.episodes import QUIET_DAYS
from haberci.watch.series import Key, SeriesSet, Subject
from haberci.watch.windows import WEEK, Array

_DAYS_A_YEAR = 365.25
STEP_UP = 100.0  # times rarer: as far apart as the first and the last level of the areas that ship


class Setting(NamedTuple):
    """What bounds the signs: how many false ones a year over all that is watched when all of it is quiet (the
    false-discovery rate of a day is that over 365), signs a week, the rate above which no series is in alarm, and how
    many days must have been watched (four weeks of a baseline behind its guard)."""

    false_a_year: float = 1.0
    budget: int = 3
    most_a_year: float = 1.0
    warm_up: int = 35


@dataclass(slots=True)
class Alarm:
    """A sign as the series tell it: its head, when it began, the last day above, how rare, and who else takes part."""

    head: Key
    first: int
    last: int
    per_year: float
    joined: dict[Key, int] = field(default_factory=dict)  # series and the day on which each joined, the head too

    def join(self, key: Key, day: int, rate: float) -> None:
        """Take in what was found of a series on a day."""
        self.joined.setdefault(key, day)
        self.last, self.per_year = day, min(self.per_year, rate)

    def takes(self, subject: Subject) -> bool:
        """Whether a subject is a part of it: the area is of every sign, others by a party they share."""
        own = {party for key in self.joined for party in key.subject.parties}
        return not subject.states or not self.head.subject.states or bool(own & subject.parties)


def discovered(rates: Array, false_discovery: float, most_a_year: float) -> Array:
    """Which series of one day are discoveries at a false-discovery rate, by the chance that an alarm begins."""
    chance = -np.expm1(-rates / _DAYS_A_YEAR)
    order = np.sort(chance)
    passing = np.flatnonzero(order <= false_discovery * np.arange(1, len(order) + 1) / len(order))
    limit = order[passing[-1]] if len(passing) else -1.0
    return np.asarray((chance <= limit) & (rates <= most_a_year))


Fired = tuple[int, Key, float]


def alarms(
    watched: SeriesSet, rates: Array, setting: Setting = Setting(), fired: Sequence[Fired] = ()
) -> tuple[list[Alarm], list[Alarm]]:
    """The signs of all days, and what the budget held back for good; only what was known on each day is looked at.

    ``fired`` are what rules found, as day, key and rarity: they are signs like any other.
    """
    told: list[Alarm] = []
    held_back: list[Alarm] = []
    for column in range(rates.shape[1]):
        day = watched.first + column
        ruled = [(key, rate) for when, key, rate in fired if when == day]
        if column >= setting.warm_up or ruled:
            _day(watched, rates[:, column], day, setting, told, held_back, ruled)
    return told, held_back


def _day(
    watched: SeriesSet,
    rates: Array,
    day: int,
    setting: Setting,
    told: list[Alarm],
    held_back: list[Alarm],
    ruled: Sequence[tuple[Key, float]],
) -> None:
    open_now = [alarm for alarm in told if day - alarm.last <= QUIET_DAYS]
    for row in np.flatnonzero(rates <= setting.most_a_year).tolist():
        for alarm in open_now:  # what is open goes on as long as it is above the rate, discovery or not
            if watched.keys[row] in alarm.joined:
                alarm.last = day
    warm = day - watched.first >= setting.warm_up
    found = np.flatnonzero(discovered(rates, setting.false_a_year / _DAYS_A_YEAR, setting.most_a_year)) if warm else ()
    candidates = [*ruled, *((watched.keys[row], float(rates[row])) for row in map(int, found))]
    for key, rate in sorted(candidates, key=lambda candidate: (candidate[1], candidate[0])):
        _place(key, rate, day, open_now, setting, (told, held_back))
    for alarm in open_now:
        if alarm.first == day and not alarm.head.subject.states:
            alarm.head = _narrowed(alarm, watched, day)


def _narrowed(alarm: Alarm, watched: SeriesSet, day: int) -> Key:
    """Of whom a sign of the whole area is told: of the dyad, else the state, of which all is that its week counts."""
    ends = day - watched.first + 1
    week = watched.counts[:, max(0, ends - WEEK) : ends].sum(axis=1)
    counted = {key: int(count) for key, count in zip(watched.keys, week, strict=True)}
    own = [key for key in alarm.joined if key.measure == alarm.head.measure and key.subject.states]
    alone = [key for key in own if counted[key] == counted[alarm.head]]
    return max(alone, key=lambda key: len(key.subject.states), default=alarm.head)


def _place(
    key: Key, rate: float, day: int, open_now: list[Alarm], setting: Setting, lists: tuple[list[Alarm], list[Alarm]]
) -> None:
    """Put a discovery into an open sign, or begin one if the budget allows it."""
    told, held_back = lists
    for alarm in open_now:
        if key in alarm.joined and _steps_up(alarm, rate, day):
            continue  # what was a sign already, and has become far rarer since, is told anew
        if _belongs(alarm, key, day):
            alarm.join(key, day, rate)
            return
    new = Alarm(key, day, day, rate, {key: day})
    waiting = [alarm for alarm in held_back if day - alarm.last <= QUIET_DAYS and _belongs(alarm, key, day)]
    if sum(day - alarm.first < WEEK for alarm in told) < setting.budget:
        told.append(new)
        open_now.append(new)
        held_back[:] = [alarm for alarm in held_back if alarm not in waiting]  # what waited is told now
    elif waiting:
        waiting[0].join(key, day, rate)
    else:
        held_back.append(new)


def _belongs(alarm: Alarm, key: Key, day: int) -> bool:
    """Whether a discovery is of an alarm: of its series, of its subject, or of its parties on its first day."""
    return key in alarm.joined or (alarm.first == day and alarm.takes(key.subject)) or _same(alarm, key)


def _steps_up(alarm: Alarm, rate: float, day: int) -> bool:
    """Whether a sign of some days has become so much rarer that it is told anew."""
    return day - alarm.first >= WEEK and rate * STEP_UP <= alarm.per_year


def _same(alarm: Alarm, key: Key) -> bool:
    """Whether a sign is of the same subject already, by another measure."""
    return any(joined.subject == key.subject for joined in alarm.joined)
