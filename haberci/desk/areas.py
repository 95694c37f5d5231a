"""Areas of the watch: what their states did to each other lately, and whether that is more than before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import numpy as np
from babel.core import get_global

from haberci.core.codebook import Modality
from haberci.desk.dyads import Sides, sides
from haberci.store.column_growth import Numbers
from haberci.store.event_columns import MODALITIES, EventColumns
from haberci.watch.areas import Area

SPANS = (30, 90, 365)
_COOPERATION = 2  # quad classes up to this one
_MOST_PLACES = 200
HAPPENED = MODALITIES.index(Modality.HAPPENED)


@dataclass(frozen=True, slots=True)
class Change:
    """How many deeds of a kind there were in a span of days, and in the one of the same length before."""

    cooperation: int
    conflict: int
    cooperation_before: int
    conflict_before: int

    @property
    def events(self) -> int:
        """All of the span."""
        return self.cooperation + self.conflict

    @property
    def change(self) -> int:
        """How many more deeds of conflict than before."""
        return self.conflict - self.conflict_before


@dataclass(frozen=True, slots=True)
class Place:
    """A place at which deeds took place, how many, and how many of them are of conflict."""

    name: str
    lat: float
    lon: float
    events: int
    conflict: int


class AreaView:
    """One area over a span of days that ends with a day: deeds that happened, by state, dyad and place.

    A state's deeds are those in which it has a part, a dyad's those between its two.
    """

    def __init__(self, columns: EventColumns, area: Area, until: date, days: int) -> None:
        self.until, self.since = until, until - timedelta(days=days - 1)
        own, watched = area.states_on(until.isoformat()), area.dyads_on(until.isoformat())
        states = tuple(dict.fromkeys((*own, *(code for dyad in watched for code in dyad.states))))
        ends = [(self.since - timedelta(days=days)).toordinal(), until.toordinal() + 1]
        found: Any = np.searchsorted(columns.day, ends)
        first, last = int(found[0]), int(found[1])
        rows = np.arange(first, last)  # columns stand in the order of days
        among = sides(columns, states, first, last)
        part = among.sources | among.targets
        told = part.any(axis=0) & (columns.modality[rows] == HAPPENED)
        rows, part = rows[told], part[:, told]
        now = columns.day[rows] >= self.since.toordinal()
        kind = columns.quad[rows] <= _COOPERATION
        spans = (now & kind, now & ~kind, ~now & kind, ~now & ~kind)
        at = {state: n for n, state in enumerate(states)}
        with_part = np.stack([part[:, one].sum(axis=1) for one in spans], axis=-1).tolist()
        self.states = _sorted([(state, Change(*with_part[at[state]])) for state in own])
        found = Sides(among.sources[:, told], among.targets[:, told])
        pairs = np.stack([found.counted(one) for one in spans], axis=-1)
        counted = [(*dyad.states, pairs[at[dyad.states[0]], at[dyad.states[1]]].tolist()) for dyad in watched]
        self.dyads = _sorted([(one, other, Change(*counts)) for one, other, counts in counted if any(counts)])
        self.places = list(_places(columns, rows[now & ~np.isnan(columns.lat[rows])]))[:_MOST_PLACES]


def _sorted(found: list[Any]) -> list[Any]:
    """Those with most conflict first."""
    return sorted(found, key=lambda one: (-one[-1].conflict, -one[-1].events, one[:-1]))


def _places(columns: EventColumns, rows: Numbers) -> Iterator[Place]:
    names, where, counts = np.unique(columns.place[rows], return_index=True, return_counts=True)
    conflict = columns.quad[rows] > _COOPERATION
    order = np.argsort(-counts, kind="stable")
    for n in order:
        row = rows[where[n]]
        own = columns.place[rows] == names[n]
        told = (columns.words.list[names[n]], float(columns.lat[row]), float(columns.lon[row]))
        yield Place(*told, int(counts[n]), int(np.count_nonzero(conflict & own)))


def newest_day(columns: EventColumns) -> date:
    """The day of the newest deed that happened; today when there is none."""
    happened = columns.modality[::-1] == HAPPENED
    newest = int(columns.day[::-1][happened.argmax()]) if happened.any() else 0
    return date.fromordinal(newest) if newest > 0 else date.today()


@cache
def principals_of(area: Area) -> frozenset[str]:
    """All whose deeds have to do with an area: its states, its organisations, and outsiders in its dyads."""
    return frozenset(state for subject in area.subjects_on() for state in subject.states)


@cache
def map_numbers() -> dict[str, str]:
    """The number of each state on the map (ISO 3166-1) by its code."""
    aliases: Any = get_global("territory_aliases")
    by_two = {two[0]: number for number, two in aliases.items() if number.isdecimal() and len(two) == 1}
    letters = {code: two[0] for code, two in aliases.items() if len(code) == 3 and code.isalpha() and len(two) == 1}
    return {code: by_two[two] for code, two in letters.items() if two in by_two}
