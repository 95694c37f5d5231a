"""Areas: the states of an organisation, what they did to each other lately, and whether that is more than before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
from babel.core import get_global

from haberci.core.memberships import load_memberships, members
from haberci.store.event_columns import EventColumns, Mask, Numbers

SPANS = (30, 90, 365)
_COOPERATION = 2  # quad classes up to this one
_MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class Change:
    """How many events of a kind there were in a span of days, and in the one of the same length before."""

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
    """One area over a span of days that ends with a day."""

    def __init__(self, columns: EventColumns, states: tuple[str, ...], until: date, days: int) -> None:
        self.columns = columns
        self.states = states
        self.until, self.since = until, until - timedelta(days=days - 1)
        self._now = _between(columns, self.since, until)
        self._before = _between(columns, self.since - timedelta(days=days), self.since - timedelta(days=1))
        self._with = {state: _with(columns, state) for state in states}

    def of_states(self) -> list[tuple[str, Change]]:
        """Each state's events, those with most conflict first."""
        found = [(state, self._change(mask)) for state, mask in self._with.items()]
        return sorted(found, key=lambda one: (-one[1].conflict, -one[1].events, one[0]))

    def of_dyads(self) -> list[tuple[str, str, Change]]:
        """Events that two states of the area have in common, of all pairs with any; those with most conflict first."""
        pairs = combinations(self.states, 2)
        found = [(a, b, self._change(self._with[a] & self._with[b])) for a, b in pairs]
        held = [one for one in found if one[2].events or one[2].cooperation_before or one[2].conflict_before]
        return sorted(held, key=lambda one: (-one[2].conflict, -one[2].events, one[0], one[1]))

    def places(self) -> list[Place]:
        """Where deeds of the area's states took place, as far as a place with coordinates is told."""
        mask = self._now & ~np.isnan(self.columns.lat)
        mask &= np.logical_or.reduce(list(self._with.values())) if self._with else False
        rows = np.flatnonzero(mask)
        return list(_places(self.columns, rows))[:_MOST_PLACES]

    def _change(self, own: Mask) -> Change:
        kind = self.columns.quad <= _COOPERATION
        spans = (own & self._now, own & self._before)
        counts = [int(np.count_nonzero(span & side)) for span in spans for side in (kind, ~kind)]
        return Change(*counts)


def _places(columns: EventColumns, rows: Numbers) -> Iterator[Place]:
    names, where, counts = np.unique(columns.place[rows], return_index=True, return_counts=True)
    conflict = columns.quad[rows] > _COOPERATION
    order = np.argsort(-counts, kind="stable")
    for n in order:
        row = rows[where[n]]
        own = columns.place[rows] == names[n]
        told = (columns.words.list[names[n]], float(columns.lat[row]), float(columns.lon[row]))
        yield Place(*told, int(counts[n]), int(np.count_nonzero(conflict & own)))


def _between(columns: EventColumns, since: date, until: date) -> Mask:
    return (columns.day >= since.toordinal()) & (columns.day <= until.toordinal())


def _with(columns: EventColumns, state: str) -> Mask:
    mask: Mask = np.zeros(len(columns), dtype=bool)
    mask[columns.party_row[columns.party_principal == columns.words.number(state)]] = True
    return mask


@cache
def areas() -> tuple[str, ...]:
    """The areas that there are: organisations whose members are known, by code."""
    return tuple(sorted({m.organisation for m in load_memberships() if len(members(m.organisation)) > 1}))


@cache
def map_numbers() -> dict[str, str]:
    """The number of each state on the map (ISO 3166-1) by its code."""
    aliases: Any = get_global("territory_aliases")
    by_two = {two[0]: number for number, two in aliases.items() if number.isdecimal() and len(two) == 1}
    letters = {code: two[0] for code, two in aliases.items() if len(code) == 3 and code.isalpha() and len(two) == 1}
    return {code: by_two[two] for code, two in letters.items() if two in by_two}
