"""The deeds that hold now as columns of numbers, as ``event_columns`` has the events; added to as deeds come and go.

Deeds are grouped anew as reports come in, and a new one may get the number of one that is gone: which events stand in
which deed tells what stayed as it was, as events never change.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np

from haberci.store.column_growth import Coded, Growth, Mask, Numbers, first_of_each, numbers_of, read_columns
from haberci.store.column_lines import Lines
from haberci.store.database import query
from haberci.store.event_columns import (
    NOWHERE,
    PARTIES_CODED,
    ROWS,
    EventColumns,
    Words,
    grown,
    no_events,
    party_cells,
    rows_of,
    seen_now,
    told_cells,
)
from haberci.store.lookup import readings_up_to

WITNESSES = {"event": "i8", "reading": "i4", "text": "i4", "report": "i4", "source": "i4", "by": "i4"}
_OWN = [name for name in ROWS if name not in ("run", *WITNESSES)]
_EVENT_BITS = 31  # a deed and one of its events as one number


@dataclass(frozen=True)
class DeedColumns(EventColumns):
    """One snapshot of deeds; ``number`` is the deed's.

    A deed has several events: ``reading``, ``text``, ``report``, ``source`` and ``by`` are those of the first.
    ``witnesses`` has for each of these names, and for ``event``, the rows and values of all, sorted, each pair once.
    ``run`` is not known.
    """

    witnesses: dict[str, tuple[Numbers, Numbers]]

    def has(self, name: str, values: Numbers) -> Mask:
        """Which deeds have any of some values in a column, in whatever event."""
        if name not in self.witnesses:
            return super().has(name, values)
        return self._witness_lines[name].having(values)

    def in_texts(self, known: Mask) -> Mask:
        """Which deeds are told, by whatever event, in any of the texts whose numbers a mask marks."""
        return self._witness_lines["text"].marked(known)

    def counted(self, name: str, rows: Numbers | None) -> Numbers:
        """How many of some deeds have each word in a column, in whatever event."""
        if name not in self.witnesses:
            return super().counted(name, rows)
        return self._witness_lines[name].counted(rows, len(self.words.list))

    @cached_property
    def _witness_lines(self) -> dict[str, Lines]:
        return {name: Lines(*pair, len(self)) for name, pair in self.witnesses.items()}


def no_deeds() -> DeedColumns:
    """Columns of no deed."""
    none = no_events()
    nothing = {name: (none.party_row, np.empty(0, dtype=dtype)) for name, dtype in WITNESSES.items()}
    return DeedColumns(**{f.name: getattr(none, f.name) for f in fields(EventColumns)}, witnesses=nothing)


def deeds_up_to_date(connection: sqlite3.Connection, held: DeedColumns) -> DeedColumns:
    """The columns with the deeds that came and without those that went since they were made."""
    if readings_up_to(connection, held.seen.reading) != held.seen.readings:
        held = no_deeds()
    words = held.words.copy()
    changed = _changed(connection, held)
    asked = changed if len(held) else None
    events = read_columns(_asked(connection, "events", asked), {"deed": "i8", **WITNESSES}, _witness_cells(words))
    rows = read_columns(_asked(connection, "rows", asked), {name: ROWS[name] for name in _OWN}, _deed_cells(words))
    told = _asked(connection, "parties", asked)
    parties = read_columns(told, {"event": "i8", **PARTIES_CODED}, _party_cells(words))
    gone = np.isin(held.number, changed)
    columns, growth = grown(held, gone, rows | _first_witness(rows["number"], events), parties)
    fresh = rows_of(columns["number"][growth.fresh_rows], events["deed"])
    witnesses = {name: _hung(growth, pair, fresh, events[name]) for name, pair in held.witnesses.items()}
    return DeedColumns(**columns, words=words, seen=seen_now(connection), witnesses=witnesses)


def _changed(connection: sqlite3.Connection, held: DeedColumns) -> Numbers:
    """The deeds whose events are not as they were, gone and new ones among them."""
    deeds, events = connection.execute(query("queries/deed_columns_pairs.sql")).fetchone()
    now = _joined(numbers_of(deeds), numbers_of(events))
    row, event = held.witnesses["event"]
    before = np.sort(_joined(held.number[row], event))
    found = np.concatenate([before[~_among(before, now)], now[~_among(now, before)]])
    return np.unique(found >> _EVENT_BITS)


def _joined(deed: Numbers, event: Numbers) -> Numbers:
    return (deed << _EVENT_BITS) | event


def _among(wanted: Numbers, known: Numbers) -> Mask:
    """Which of some numbers are among others, which are sorted."""
    if not len(known):
        return np.zeros(len(wanted), dtype=bool)
    return known[np.minimum(np.searchsorted(known, wanted), len(known) - 1)] == wanted


def _asked(connection: sqlite3.Connection, name: str, deeds: Numbers | None) -> sqlite3.Cursor:
    """A query over some deeds; over all when none are named."""
    among = "TRUE" if deeds is None else "deed IN (SELECT value FROM json_each(:deeds))"
    values = {} if deeds is None else {"deeds": json.dumps(deeds.tolist())}
    return connection.execute(query(f"queries/deed_columns_{name}.sql").format(among=among), values)


def _first_witness(deeds: Numbers, events: dict[str, Numbers]) -> dict[str, Numbers]:
    """The columns that tell of a deed's first event; the events are sorted by deed."""
    first = np.searchsorted(events["deed"], deeds)
    told = {name: events[name][first] for name in WITNESSES if name in ROWS}
    return {**told, "run": np.zeros(len(deeds), dtype=ROWS["run"])}


def _hung(growth: Growth, held: tuple[Numbers, Numbers], row: Numbers, value: Numbers) -> tuple[Numbers, Numbers]:
    rows, values = growth.hung(held, (row, value))
    first = first_of_each(rows, values)
    return rows[first], values[first]


def _deed_cells(words: Words) -> Any:
    def cells(*columns: Sequence[Any]) -> Coded:
        number, day, kind, modality, intensity, mode, state, place, lat, lon = columns
        names = (map(words.add, column) for column in (mode, state, place))
        where = zip(*(_point(*one) for one in zip(lat, lon, strict=True)), strict=True)
        return [number, *told_cells(day, kind, modality), intensity, *names, *where]

    return cells


def _point(lat: float | None, lon: float | None) -> tuple[float, float]:
    return (NOWHERE, NOWHERE) if lat is None or lon is None else (lat, lon)


def _witness_cells(words: Words) -> Any:
    def cells(*columns: Sequence[Any]) -> Coded:
        *numbers, source, by = columns
        return [*numbers, map(words.add, source), map(words.add, by)]

    return cells


def _party_cells(words: Words) -> Any:
    coded = party_cells(words)

    def cells(*columns: Sequence[Any]) -> Coded:
        lines = [(*one, sector) for *one, sectors in zip(*columns, strict=True) for sector in sectors.split(" ")]
        found: Coded = coded(*zip(*lines, strict=True))
        return found

    return cells
