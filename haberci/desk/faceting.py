"""Filtering and counting events over their columns: what a query leaves, and how much each further choice would."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from typing import Any

import numpy as np

from haberci.core.actors import UNKNOWN_PRINCIPAL
from haberci.desk.areas import principals_of
from haberci.desk.asked import Cursor, EventQuery
from haberci.desk.dyads import between
from haberci.store.column_growth import Mask, Numbers
from haberci.store.column_lines import any_of
from haberci.store.event_columns import MODALITIES, TYPES, EventColumns, quads_of_types
from haberci.watch.areas import Area, load_areas
from haberci.watch.signs import subject_of

ACTORS_SHOWN = 14
_QUADS = 5  # there is none of number 0
_TENTHS = 10  # intensities have one decimal
_EPOCH = date(1970, 1, 1).toordinal()  # from which numpy counts days


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

    ``found`` marks the numbers of the texts that have the words asked for, ``areas`` are the areas by id (the shipped
    ones when not given).
    """

    def __init__(
        self,
        columns: EventColumns,
        asked: EventQuery,
        found: Mask | None = None,
        areas: Mapping[str, Area] | None = None,
    ) -> None:
        self.columns = columns
        self.asked = asked
        self._masks = _masks(columns, asked, found, load_areas() if areas is None else areas)
        self._rows = self._rows_but("")

    def __len__(self) -> int:
        return len(self.columns if self._rows is None else self._rows)

    @property
    def rows(self) -> Numbers:
        """The rows, by day and number."""
        return np.arange(len(self.columns)) if self._rows is None else self._rows

    def _rows_but(self, name: str) -> Numbers | None:
        """The rows that all choices leave but those in one dimension; None for all rows."""
        masks = [mask for key, mask in self._masks.items() if key != name]
        return np.flatnonzero(reduce(np.logical_and, masks)) if masks else None

    def _beside(self, name: str) -> Numbers | None:
        return self._rows_but(name) if name in self._masks else self._rows

    def _key(self, rows: Numbers) -> Numbers:
        """What the rows are sorted by, as whole numbers."""
        if self.asked.sort == "intensity":
            return np.rint(self.columns.intensity[rows] * _TENTHS).astype(np.int16)
        return self.columns.kind[rows] if self.asked.sort == "type" else self.columns.day[rows]

    @cached_property
    def _ascending(self) -> Numbers:
        """The rows in the order asked for, the least first; ties by day and number, as rows stand."""
        rows = self.rows
        return rows if self.asked.sort == "day" else rows[np.argsort(self._key(rows), kind="stable")]

    def sorted_rows(self) -> Numbers:
        """The rows in the order asked for."""
        return self._ascending[::-1] if self.asked.descending else self._ascending

    def page(self) -> tuple[Numbers, Cursor | None]:
        """The numbers of the events of the page asked for, and where the next one begins."""
        rows, limit, after = self._ascending, self.asked.limit, self.asked.after
        if self.asked.descending:
            stop = len(rows) if after is None else bisect_left(rows, after, key=self._place)
            shown, is_last = rows[max(0, stop - limit) : stop][::-1], stop <= limit
        else:
            start = 0 if after is None else bisect_right(rows, after, key=self._place)
            shown, is_last = rows[start : start + limit], len(rows) <= start + limit
        return self.columns.number[shown], None if is_last else self._place(shown[-1])

    def _place(self, row: int) -> Cursor:
        """Where a row stands in the order: so no event stands on two pages, though others come and go."""
        return Cursor(int(self._key(row)), int(self.columns.day[row]), int(self.columns.number[row]))

    def facets(self) -> Facets:
        """Counts for each dimension, without the choice made in it."""
        columns = self.columns
        kinds = self._counts(columns.kind, "type", len(TYPES))
        return Facets(
            types=_counted(kinds, [t.value for t in TYPES]),
            quads={n: int(count) for n, count in enumerate(self._quads(kinds)) if n and count},
            modalities=_counted(
                self._counts(columns.modality, "modality", len(MODALITIES)), [m.value for m in MODALITIES]
            ),
            actors=self.actors(),
            states=self._of_words("state", "state"),
            sources=self._of_words("source", "source"),
            says=self._of_words("by", "says"),
        )

    def _quads(self, kinds: Numbers) -> Numbers:
        """How many are of each quad class: of their types alone, where no choice is made in either."""
        if "type" in self._masks or "quad" in self._masks:
            return self._counts(self.columns.quad, "quad", _QUADS)
        return np.bincount(quads_of_types(), weights=kinds, minlength=_QUADS).astype(np.int64)

    def _counts(self, column: Numbers, name: str, width: int) -> Numbers:
        rows = self._beside(name)
        return np.bincount(column if rows is None else column.take(rows), minlength=width)

    def actors(self, shown: int | None = ACTORS_SHOWN) -> dict[str, int]:
        """Principals by how many of the events they have a part in, beside those asked for; the unknown left out."""
        counts = self.columns.principals.counted(self._rows, len(self.columns.words.list))
        for known in (*self.asked.actors, UNKNOWN_PRINCIPAL):
            number = self.columns.words.number(known.partition(" ")[0])
            if number >= 0:
                counts[number] = 0
        return _most(counts, self.columns.words.list, shown)

    def months(self) -> list[tuple[str, list[int]]]:
        """Events by month and quad class, without a gap from the first month to the last; undated ones left out."""
        rows = self.rows[np.searchsorted(self.columns.day[self.rows], 0) :]
        if not len(rows):
            return []
        days = self.columns.day[rows]
        first, last = int(days[0]), int(days[-1])
        months = _months(first, last)
        kinds = (months - months[0])[days - first] * 4 + (self.columns.quad[rows] - 1)
        counts = np.bincount(kinds, minlength=(months[-1] - months[0] + 1) * 4).reshape(-1, 4)
        return [(_iso_month(int(months[0]) + n), row) for n, row in enumerate(counts.tolist())]

    def _of_words(self, column: str, name: str) -> dict[str, int]:
        counts = self.columns.counted(column, self._beside(name))
        counts[0] = 0
        return _most(counts, self.columns.words.list, ACTORS_SHOWN)


def _months(first: int, last: int) -> Numbers:
    """The month of each day from one ordinal to another, counted from the year 0."""
    days = np.arange(first - _EPOCH, last - _EPOCH + 1).astype("datetime64[D]")
    return days.astype("datetime64[M]").astype(np.int64) + 1970 * 12


def _iso_month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _counted(counts: Any, names: list[str]) -> dict[str, int]:
    return {name: int(count) for name, count in zip(names, counts, strict=True) if count}


def _most(counts: Any, words: list[str], shown: int | None) -> dict[str, int]:
    order = np.argsort(-counts, kind="stable")
    return {words[n]: int(counts[n]) for n in order[:shown] if counts[n]}


def _masks(columns: EventColumns, asked: EventQuery, found: Mask | None, areas: Mapping[str, Area]) -> dict[str, Mask]:
    """One mask for each dimension in which a choice is made."""
    masks: dict[str, Mask] = {}
    if asked.types:
        masks["type"] = any_of(columns.kind, [n for n, t in enumerate(TYPES) if t.value in asked.types])
    if asked.quads:
        masks["quad"] = any_of(columns.quad, asked.quads)
    if asked.modalities:
        wanted = [n for n, m in enumerate(MODALITIES) if m.value in asked.modalities]
        masks["modality"] = any_of(columns.modality, wanted)
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
        masks[f"area {name}"] = columns.with_any(principals_of(areas[name]))
    if asked.dyads:
        masks["dyad"] = reduce(np.logical_or, (between(columns, *subject_of(one).states) for one in asked.dyads))
    for code in asked.actors:
        masks[f"actor {code}"] = _with_actor(columns, code)
    if found is not None:
        masks["words"] = columns.in_texts(found)
    return masks


def _day_masks(columns: EventColumns, asked: EventQuery) -> dict[str, Mask]:
    masks: dict[str, Mask] = {}
    if asked.since is not None:
        masks["since"] = columns.day >= asked.since.toordinal()
    if asked.until is not None:
        masks["until"] = (columns.day <= asked.until.toordinal()) & (columns.day >= 0)
    return masks


def _with_actor(columns: EventColumns, code: str) -> Mask:
    """The events in which a principal, or one sector of it, has a part."""
    principal, _, sector = code.partition(" ")
    own = columns.party_principal == columns.words.number(principal)
    if sector:
        own &= columns.party_sector == columns.words.number(sector)
    mask: Mask = np.zeros(len(columns), dtype=bool)
    mask[columns.party_row[own]] = True
    return mask
