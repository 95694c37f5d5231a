"""From series to signs, day by day: what is rare enough for all that is watched, told once, and no more than a budget.

A day's candidates are the series whose rarity (alarms a year) passes a false-discovery rate over all series watched
(Benjamini and Hochberg 1995). Those that share a party are one sign, which the rarest of them heads, but a dyad or
state rather than the whole area where all is its own. A series in alarm stays in its sign until three quiet days; a
state, or the area, that rises after one of its dyads joins the dyad's sign when most of what it counts is the dyad's.
New signs fit a budget of so many in seven days, the rarest of a day first; what finds no place waits, and is told when
there is one, if it is still rare then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from haberci.watch.episodes import QUIET_DAYS
from haberci.watch.series import Key, SeriesSet, Subject
from haberci.watch.windows import DAYS_A_YEAR, WEEK, Array

WARM_UP = 35  # days: four weeks of a baseline behind its guard
_MOST = 0.5  # of what a state counts: more than half of it is a dyad's
STEP_UP = 100.0  # times rarer: as far apart as the first and the last level of the areas that ship


class Setting(NamedTuple):
    """What bounds the signs: how many false ones a year over all that is watched when all of it is quiet (the
    false-discovery rate of a day is that over 365), signs a week, the rate above which no series is in alarm, and how
    many days must have been watched."""

    false_a_year: float = 1.0
    budget: int = 3
    most_a_year: float = 1.0
    warm_up: int = WARM_UP


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
    chance = -np.expm1(-rates / DAYS_A_YEAR)
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
    days = _Days(watched, setting)
    for column in range(rates.shape[1]):
        ruled = [(key, rate) for day, key, rate in fired if day == watched.first + column]
        warm = column >= setting.warm_up
        if warm or ruled:
            days.begin(watched.first + column)
            days.go_on(rates[:, column])
            found = discovered(rates[:, column], setting.false_a_year / DAYS_A_YEAR, setting.most_a_year)
            rows = np.flatnonzero(found).tolist() if warm else []
            days.place([*ruled, *((watched.keys[row], float(rates[row, column])) for row in rows)])
    return days.told, days.held_back


class _Days:
    """The days one by one: on each what is open goes on, and what is found finds its place."""

    def __init__(self, watched: SeriesSet, setting: Setting) -> None:
        self.watched, self.setting = watched, setting
        self.rows = {key: row for row, key in enumerate(watched.keys)}
        self.told: list[Alarm] = []
        self.held_back: list[Alarm] = []
        self.day = watched.first
        self.open: list[Alarm] = []

    def begin(self, day: int) -> None:
        """A new day: what was quiet for three is over."""
        self.day = day
        self.open = [alarm for alarm in self.told if day - alarm.last <= QUIET_DAYS]

    def go_on(self, rates: Array) -> None:
        """What is open goes on as long as it is above the rate, discovery or not."""
        for row in np.flatnonzero(rates <= self.setting.most_a_year).tolist():
            for alarm in self.open:
                if self.watched.keys[row] in alarm.joined:
                    alarm.last = self.day

    def place(self, found: Sequence[tuple[Key, float]]) -> None:
        """Put discoveries and what rules found into the signs that are open, and begin new ones, the rarest first."""
        for key, rate in sorted(found, key=lambda candidate: (candidate[1], candidate[0])):
            sign = next((alarm for alarm in self.open if self._takes(alarm, key, rate)), None)
            if sign is not None:
                sign.join(key, self.day, rate)
            else:
                self._begin(key, rate)
        for alarm in self.open:
            if alarm.first == self.day and not alarm.head.subject.states:
                alarm.head = self._narrowed(alarm)

    def _takes(self, alarm: Alarm, key: Key, rate: float) -> bool:
        """Whether a discovery is of an open sign; what was in it and has become far rarer since is told anew."""
        if key in alarm.joined and self.day - alarm.first >= WEEK and rate * STEP_UP <= alarm.per_year:
            return False
        return self._belongs(alarm, key) or self._is_told_by(alarm, key)

    def _belongs(self, alarm: Alarm, key: Key) -> bool:
        """Whether a discovery is of an alarm: of its series, of its subject, or of its parties on its first day."""
        same_subject = any(joined.subject == key.subject for joined in alarm.joined)
        return same_subject or (alarm.first == self.day and alarm.takes(key.subject))

    def _is_told_by(self, alarm: Alarm, key: Key) -> bool:
        """Whether most of what a state or the area counts is that of a dyad, or of a state, that the sign is of."""
        narrower = {joined.subject for joined in alarm.joined if _holds(key.subject, joined.subject)}
        week = self._week(key)
        return any(_MOST * week < self._week(Key(subject, key.measure)) for subject in narrower)

    def _week(self, key: Key) -> int:
        """What a series counts in the seven days up to this one; 0 for what is no series."""
        if key not in self.rows:
            return 0
        ends = self.day - self.watched.first + 1
        return int(self.watched.counts[self.rows[key], max(0, ends - WEEK) : ends].sum())

    def _begin(self, key: Key, rate: float) -> None:
        """Begin a sign if the budget allows it, else let it wait."""
        new = Alarm(key, self.day, self.day, rate, {key: self.day})
        waiting = [a for a in self.held_back if self.day - a.last <= QUIET_DAYS and self._belongs(a, key)]
        if sum(self.day - alarm.first < WEEK for alarm in self.told) < self.setting.budget:
            self.told.append(new)
            self.open.append(new)
            self.held_back[:] = [alarm for alarm in self.held_back if alarm not in waiting]  # told now
        elif waiting:
            waiting[0].join(key, self.day, rate)
        else:
            self.held_back.append(new)

    def _narrowed(self, alarm: Alarm) -> Key:
        """Of whom a sign of the area is told: of the dyad, else the state, of which all is that its week counts."""
        own = [key for key in alarm.joined if key.measure == alarm.head.measure and key.subject.states]
        alone = [key for key in own if self._week(key) == self._week(alarm.head)]
        return max(alone, key=lambda key: len(key.subject.states), default=alarm.head)


def _holds(subject: Subject, other: Subject) -> bool:
    """Whether every deed of another subject is one of a subject, too: the area's of all, a state's of its dyads."""
    return subject != other and set(subject.states) < set(other.states)
