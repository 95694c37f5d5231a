"""Watch an area over some days: series, signs and ladders, from deeds alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from haberci.watch.areas import Area
from haberci.watch.detection import Alarm, Fired, Setting, alarms
from haberci.watch.ladder import Ladder, ladders
from haberci.watch.measures import load_measures
from haberci.watch.pools import expected_of, rates_of
from haberci.watch.records import Deed, by_day, iso
from haberci.watch.rules import firings
from haberci.watch.series import Key, SeriesSet, Subject, series
from haberci.watch.signs import RULE, Sign, head_of, sign_of
from haberci.watch.windows import WEEK, Array

RULE_A_YEAR = 0.02  # how rare a rule's firing is taken to be: a rule is meant to be told


@dataclass(frozen=True, slots=True)
class Watched:
    """What the watch of an area found: its series with what is usual of each, signs and those held back, ladders."""

    area: Area
    first: int
    last: int
    series: SeriesSet
    expected: Array
    signs: tuple[Sign, ...]
    held_back: int
    ladders: Mapping[Subject, Ladder]
    deeds: tuple[Deed, ...]

    @property
    def days_silent(self) -> int:
        """How many days up to the last, it among them, no report is of."""
        reported = np.flatnonzero(self.series.exposure[0] > 0)
        return len(self.series.exposure[0]) - 1 - int(reported[-1]) if len(reported) else len(self.series.exposure[0])


def watch_deeds(
    area: Area, deeds: Iterable[Deed], first: int, last: int, reports: Mapping[int, int] | None = None
) -> Watched:
    """Watch an area from the day ``first`` to the day ``last`` (ordinals), each day by what was known on it.

    ``reports`` says how many were read of each day; None: all days are taken to be alike.
    """
    told = [area.located(deed) for deed in by_day(deeds) if first <= deed.day <= last]
    table = series_of(area, told, first, last, reports)
    expected, sounded = expected_of(table), table.of_deeds()
    rates = rates_of(sounded)["watch"]
    found, held_back = alarms(sounded, rates, Setting(budget=area.budget), ruled(area, told, first, last))
    steps = ladders(told, area.subjects_on(iso(last)), last)
    signs = tuple(_sign(area, alarm, told, table, expected, steps) for alarm in found)
    return Watched(area, first, last, table, expected, signs, len(held_back), steps, tuple(told))


def series_of(
    area: Area, deeds: Iterable[Deed], first: int, last: int, reports: Mapping[int, int] | None = None
) -> SeriesSet:
    """The series of all that an area watches, over deeds that know their sub-areas (``Area.located``)."""
    subjects = area.subjects_on(iso(last))
    keys = [Key(subject, name) for name in area.measures for subject in subjects]
    return series(_within(deeds, subjects), load_measures(), first, last, keys, reports)


def ruled(area: Area, deeds: Sequence[Deed], first: int, last: int) -> list[Fired]:
    """What the rules found of an area in deeds in the order of their days, watched from ``first`` to ``last``."""
    return [
        (firing.day, Key(firing.subject, RULE + firing.rule.id), RULE_A_YEAR)
        for firing in firings(deeds, area.subjects_on(iso(last)), area.organisations, first)
    ]


def _within(deeds: Iterable[Deed], subjects: Sequence[Subject]) -> Iterator[Deed]:
    """The deeds that have to do with an area: by a party of it, or by a place of a sub-area."""
    own = {state for subject in subjects for state in subject.states}
    return (deed for deed in deeds if own & deed.parties or deed.regions)


def _sign(
    area: Area,
    alarm: Alarm,
    deeds: list[Deed],
    table: SeriesSet,
    expected: Array,
    steps: Mapping[Subject, Ladder],
) -> Sign:
    ladder = steps.get(alarm.head.subject)
    return sign_of(area, alarm, deeds, _counted(alarm, table, expected), ladder.rung if ladder else None)


def _counted(alarm: Alarm, table: SeriesSet, expected: Array) -> tuple[int, float]:
    """The most that was counted in a week of the sign, and what was usual then; for a rule, by the first measure."""
    head = head_of(alarm)
    counted = [key for key in (head, Key(head.subject, table.keys[0].measure)) if key in table.keys]
    if not counted:
        return 0, 0.0
    row = table.keys.index(counted[0])
    ends = range(alarm.first - table.first, alarm.last - table.first + 1)
    weeks = [(int(table.counts[row, max(0, e - WEEK + 1) : e + 1].sum()), -e) for e in ends]
    count, end = max(weeks)
    return count, float(expected[row, max(0, -end - WEEK + 1) : -end + 1].sum())
