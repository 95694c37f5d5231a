"""The deeds that hold now as columns of numbers, as ``event_columns`` has the events; made anew each time.

Deeds are grouped anew as reports come in, so that nothing tells which of them stayed as they were.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from haberci.store.database import query
from haberci.store.event_columns import (
    MODALITIES,
    PARTS,
    TYPES,
    EventColumns,
    Mask,
    Numbers,
    Words,
    made_of_rows,
    no_events,
    ordinal,
)

_NOWHERE = float("nan")
_TYPE_NUMBERS = {t.value: n for n, t in enumerate(TYPES)}
_MODALITY_NUMBERS = {m.value: n for n, m in enumerate(MODALITIES)}


@dataclass(frozen=True)
class DeedColumns(EventColumns):
    """One snapshot of deeds; ``number`` is the deed's.

    A deed has several events: ``reading``, ``report``, ``source`` and ``by`` are those of the first, and
    ``witnesses`` has for each of these names the rows and the values of all, each pair once. ``run`` is not known.
    """

    witnesses: dict[str, tuple[Numbers, Numbers]]

    def has(self, name: str, values: Numbers) -> Mask:
        """Which deeds have any of some values in a column, in whatever event."""
        if name not in self.witnesses:
            return super().has(name, values)
        rows, held = self.witnesses[name]
        mask: Mask = np.zeros(len(self), dtype=bool)
        mask[rows[np.isin(held, values)]] = True
        return mask

    def counted(self, name: str, mask: Mask) -> Numbers:
        """How many of some deeds have each word in a column, in whatever event."""
        if name not in self.witnesses:
            return super().counted(name, mask)
        rows, held = self.witnesses[name]
        return np.bincount(held[mask[rows]], minlength=len(self.words.list))


def no_deeds() -> DeedColumns:
    """Columns of no deed."""
    return _with_witnesses(no_events(), {})


def _with_witnesses(made: EventColumns, witnesses: dict[str, tuple[Numbers, Numbers]]) -> DeedColumns:
    return DeedColumns(**{f.name: getattr(made, f.name) for f in fields(EventColumns)}, witnesses=witnesses)


def deed_columns(connection: sqlite3.Connection) -> DeedColumns:
    """The columns of all deeds."""
    words = Words()
    events = list(_events(connection, words))
    first = {deed: told for deed, *told in reversed(events)}
    deeds = [_deed(row, first, words) for row in connection.execute(query("queries/deed_columns.sql"))]
    parties = [
        (deed, int(part == PARTS[1]), words.add(principal), words.add(sector))
        for deed, part, principal, sectors in connection.execute(query("queries/deed_columns_parties.sql"))
        for sector in sectors.split(" ")
    ]
    made = made_of_rows(deeds, parties, words)
    order = np.argsort(made.number, kind="stable")
    told: Numbers = np.array(events, dtype=np.int64).reshape(-1, 5).T
    rows = order[np.searchsorted(made.number, told[0], sorter=order)]
    names = ("reading", "report", "source", "by")
    witnesses = {name: _pairs(rows, values) for name, values in zip(names, told[1:], strict=True)}
    return _with_witnesses(made, witnesses)


def _events(connection: sqlite3.Connection, words: Words) -> Iterator[tuple[int, int, int, int, int]]:
    """The deed of each event that has one, its reading, report, source and speaker; in the order of the events."""
    for deed, reading, report, source, by in connection.execute(query("queries/deed_columns_events.sql")):
        yield deed, reading, report, words.add(source), words.add(by)


def _deed(row: Sequence[Any], first: dict[int, list[int]], words: Words) -> tuple[Any, ...]:
    number, day, kind, modality, intensity, mode, state, place, lat, lon = row
    reading, report, source, by = first[number]
    told = (ordinal(day), _TYPE_NUMBERS[kind], _MODALITY_NUMBERS[modality], intensity)
    where = (_NOWHERE, _NOWHERE) if lat is None or lon is None else (lat, lon)
    return (number, reading, 0, report, source, *told, by, words.add(mode), words.add(state), words.add(place), *where)


def _pairs(rows: Numbers, values: Numbers) -> tuple[Numbers, Numbers]:
    """Rows and values, each pair once."""
    width = int(values.max()) + 1 if len(values) else 1
    keys = np.unique(rows * width + values)
    return keys // width, keys % width
