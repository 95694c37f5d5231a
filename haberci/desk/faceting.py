"""Filtering and counting events over their columns: what a query leaves, and how much each further choice would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from haberci.core.actors import UNKNOWN_PRINCIPAL
from haberci.desk.areas import principals_of
from haberci.desk.asked import Cursor, EventQuery
from haberci.store.event_columns import MODALITIES, TYPES, EventColumns, Mask, Numbers
from haberci.watch.areas import Area, load_areas

ACTORS_SHOWN = 14
_TENTHS = 10  # intensities have one decimal


@dataclass(frozen=True, slots=True)
class Facets:
    """How many events each choice would leave, the other choices held: by value."""

    types: Mapping[str, int] = field(default_factory=dict)
    quads: Mapping[int, int] = field(default_factory=dict)
    modalities: Mapping[str, int] = field(default_factory=dict)
    actors: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    says: Mapping[str, int] = field(default_factory=dict)


class Selection:
    """The rows of the columns that a query leaves.

    ``found`` are readings whose text has the words asked for, ``areas`` the areas by id (the shipped ones when not
    given).
    """

    def __init__(
        self,
        columns: EventColumns,
        asked: EventQuery,
        found: Iterable[int] | None = None,
        areas: Mapping[str, Area] | None = None,
    ) -> None:
        self.columns = columns
        self.asked = asked
        self._masks = _masks(columns, asked, found, load_areas() if areas is None else areas)
        self.mask = self._all_but()
        self.rows: Numbers = np.flatnonzero(self.mask)

    def __len__(self) -> int:
        return len(self.rows)

    def _all_but(self, name: str = "") -> Mask:
        mask: Mask = np.ones(len(self.columns), dtype=bool)
        for key, own in self._masks.items():
            if key != name:
                mask &= own
        return mask

    def _keys(self, rows: Numbers) -> Numbers:
        """What the rows are sorted by, as whole numbers."""
        if self.asked.sort == "intensity":
            return np.rint(self.columns.intensity[rows] * _TENTHS).astype(np.int64)
        if self.asked.sort == "type":
            return self.columns.kind[rows].astype(np.int64)
        return self.columns.day[rows].astype(np.int64)

    def sorted_rows(self) -> Numbers:
        """The rows in the order asked for; ties by day and number, so that no event stands on two pages."""
        rows = self.rows if self.asked.sort == "day" else self.rows[np.argsort(self._keys(self.rows), kind="stable")]
        return rows[::-1] if self.asked.descending else rows

    def page(self) -> tuple[Numbers, Cursor | None]:
        """The numbers of the events of the page asked for, and where the next one begins."""
        rows = self.sorted_rows()
        if self.asked.after is not None:
            rows = rows[self._is_behind(rows, self.asked.after)]
        shown = rows[: self.asked.limit]
        if len(rows) <= self.asked.limit:
            return self.columns.number[shown], None
        last = shown[-1:]
        place = Cursor(int(self._keys(last)[0]), int(self.columns.day[last][0]), int(self.columns.number[last][0]))
        return self.columns.number[shown], place

    def _is_behind(self, rows: Numbers, place: Cursor) -> Mask:
        """Which rows come after a place, though its own event may be gone."""
        sign = -1 if self.asked.descending else 1
        behind: Mask = np.zeros(len(rows), dtype=bool)
        level: Mask = np.ones(len(rows), dtype=bool)
        for values, at in zip(
            (self._keys(rows), self.columns.day[rows], self.columns.number[rows]), place, strict=True
        ):
            behind |= level & (values * sign > at * sign)
            level &= values == at
        return behind

    def facets(self) -> Facets:
        """Counts for each dimension, without the choice made in it."""
        columns = self.columns
        kinds = columns.kind[self._all_but("type")]
        quads = columns.quad[self._all_but("quad")]
        modalities = columns.modality[self._all_but("modality")]
        return Facets(
            types=_counted(np.bincount(kinds, minlength=len(TYPES)), [t.value for t in TYPES]),
            quads={n: int(count) for n, count in enumerate(np.bincount(quads, minlength=5)) if n and count},
            modalities=_counted(np.bincount(modalities, minlength=len(MODALITIES)), [m.value for m in MODALITIES]),
            actors=self.actors(),
            states=self._of_words("state", "state"),
            sources=self._of_words("source", "source"),
            says=self._of_words("by", "says"),
        )

    def actors(self, shown: int | None = ACTORS_SHOWN) -> dict[str, int]:
        """Principals by how many of the events they have a part in, beside those asked for; the unknown left out."""
        rows, principals = self.columns.pairs
        counts = np.bincount(principals[self.mask[rows]], minlength=len(self.columns.words.list))
        for known in (*self.asked.actors, UNKNOWN_PRINCIPAL):
            number = self.columns.words.number(known.partition(" ")[0])
            if number >= 0:
                counts[number] = 0
        return _most(counts, self.columns.words.list, shown)

    def months(self) -> list[tuple[str, list[int]]]:
        """Events by month and quad class, without a gap from the first month to the last; undated ones left out."""
        days = self.columns.day[self.rows]
        dated = days >= 0
        if not dated.any():
            return []
        ordinals, index = np.unique(days[dated], return_inverse=True)
        months = np.array([_month(int(day)) for day in ordinals])[index]
        first, last = int(months.min()), int(months.max())
        quads = self.columns.quad[self.rows][dated].astype(np.int64) - 1
        counts = np.bincount((months - first) * 4 + quads, minlength=(last - first + 1) * 4).reshape(-1, 4)
        return [(_iso_month(first + n), list(map(int, row))) for n, row in enumerate(counts)]

    def _of_words(self, column: str, name: str) -> dict[str, int]:
        counts = self.columns.counted(column, self._all_but(name))
        counts[0] = 0
        return _most(counts, self.columns.words.list, ACTORS_SHOWN)


def _month(day: int) -> int:
    told = date.fromordinal(day)
    return told.year * 12 + told.month - 1


def _iso_month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _counted(counts: Any, names: list[str]) -> dict[str, int]:
    return {name: int(count) for name, count in zip(names, counts, strict=True) if count}


def _most(counts: Any, words: list[str], shown: int | None) -> dict[str, int]:
    order = np.argsort(-counts, kind="stable")
    return {words[n]: int(counts[n]) for n in order[:shown] if counts[n]}


def _masks(
    columns: EventColumns, asked: EventQuery, found: Iterable[int] | None, areas: Mapping[str, Area]
) -> dict[str, Mask]:
    """One mask for each dimension in which a choice is made."""
    masks: dict[str, Mask] = {}
    if asked.types:
        masks["type"] = np.isin(columns.kind, [n for n, t in enumerate(TYPES) if t.value in asked.types])
    if asked.quads:
        masks["quad"] = np.isin(columns.quad, list(asked.quads))
    if asked.modalities:
        masks["modality"] = np.isin(
            columns.modality, [n for n, m in enumerate(MODALITIES) if m.value in asked.modalities]
        )
    for name, column, values in (
        ("state", "state", asked.states),
        ("at", "place", asked.places),
        ("source", "source", asked.sources),
        ("says", "by", asked.says),
        ("mode", "mode", asked.modes),
    ):
        if values:
            numbers = [0 if value == "wire" and name == "says" else columns.words.number(value) for value in values]
            masks[name] = columns.has(column, numbers)
    masks.update(_day_masks(columns, asked))
    for name in asked.areas:
        masks[f"area {name}"] = _with_any(columns, principals_of(areas[name]))
    for code in asked.actors:
        masks[f"actor {code}"] = _with_actor(columns, code)
    if found is not None:
        masks["words"] = columns.has("reading", np.fromiter(found, dtype=np.int32))
    return masks


def _day_masks(columns: EventColumns, asked: EventQuery) -> dict[str, Mask]:
    masks: dict[str, Mask] = {}
    if asked.since is not None:
        masks["since"] = columns.day >= asked.since.toordinal()
    if asked.until is not None:
        masks["until"] = (columns.day <= asked.until.toordinal()) & (columns.day >= 0)
    return masks


def _with_any(columns: EventColumns, states: Iterable[str]) -> Mask:
    """The events in which any of some principals has a part."""
    own = np.isin(columns.party_principal, [columns.words.number(state) for state in states])
    mask: Mask = np.zeros(len(columns), dtype=bool)
    mask[columns.party_row[own]] = True
    return mask


def _with_actor(columns: EventColumns, code: str) -> Mask:
    """The events in which a principal, or one sector of it, has a part."""
    principal, _, sector = code.partition(" ")
    own = columns.party_principal == columns.words.number(principal)
    if sector:
        own &= columns.party_sector == columns.words.number(sector)
    mask: Mask = np.zeros(len(columns), dtype=bool)
    mask[columns.party_row[own]] = True
    return mask
