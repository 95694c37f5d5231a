"""The events that hold now as columns of numbers, so that a million of them are filtered and counted at once.

Columns are made once and added to as reports come in; a row is one event, in the order of day and number.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.store.database import query

Numbers: TypeAlias = Any  # an array of numbers
Mask: TypeAlias = Any  # an array of truth values
TYPES = tuple(EventType)
MODALITIES = tuple(Modality)
PARTS = ("actor", "recipient")
NO_DAY = -1
_NOWHERE = float("nan")
_UNTOLD = (0, 0, _NOWHERE, _NOWHERE)


class Words:
    """Words and their numbers, in the order in which they came; the empty word is 0."""

    def __init__(self, words: Iterable[str] = ("",)) -> None:
        self.list: list[str] = list(words)
        self._numbers = {word: n for n, word in enumerate(self.list)}

    def add(self, word: str | None) -> int:
        """The number of a word, which is made when it is new."""
        word = word or ""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.list)
            self.list.append(word)
        return number

    def number(self, word: str) -> int:
        """The number of a word; -1 when it never came."""
        return self._numbers.get(word, -1)

    def copy(self) -> Words:
        """The same words, to be added to."""
        return Words(self.list)


@dataclass(frozen=True)
class EventColumns:
    """One snapshot. ``day`` is the proleptic ordinal of the deed's day, -1 when none is known.

    ``source``, ``by``, ``mode``, ``state`` and ``place`` are numbers of ``words``; ``lat`` and ``lon`` are not numbers
    where no place is told. Parties stand in four columns of their own, ``party_event`` being the number of the event.
    """

    number: Numbers
    reading: Numbers
    run: Numbers
    report: Numbers
    source: Numbers
    day: Numbers
    kind: Numbers
    modality: Numbers
    intensity: Numbers
    by: Numbers
    mode: Numbers
    state: Numbers
    place: Numbers
    lat: Numbers
    lon: Numbers
    party_event: Numbers
    party_part: Numbers
    party_principal: Numbers
    party_sector: Numbers
    words: Words

    def __len__(self) -> int:
        return len(self.number)

    def has(self, name: str, values: Numbers) -> Mask:
        """Which rows have any of some values in a column."""
        return np.isin(getattr(self, name), values)

    def counted(self, name: str, mask: Mask) -> Numbers:
        """How many of some rows have each word in a column."""
        return np.bincount(getattr(self, name)[mask], minlength=len(self.words.list))

    @property
    def last(self) -> int:
        """The highest number of an event."""
        return int(self.number.max()) if len(self) else 0

    @cached_property
    def quad(self) -> Numbers:
        """Quad class of each event, 1 to 4."""
        types = load_codebook().types
        return np.array([int(types[t].quad) for t in TYPES], dtype=np.int8)[self.kind]

    @cached_property
    def party_row(self) -> Numbers:
        """The row of the event of each party."""
        order = np.argsort(self.number, kind="stable")
        return order[np.searchsorted(self.number, self.party_event, sorter=order)]

    @cached_property
    def pairs(self) -> tuple[Numbers, Numbers]:
        """Rows of events and principals, each principal once an event."""
        width = len(self.words.list)
        keys = np.unique(self.party_row.astype(np.int64) * width + self.party_principal)
        return keys // width, keys % width


_EVENT_COLUMNS = tuple(f.name for f in fields(EventColumns))[:15]
_PARTY_COLUMNS = tuple(f.name for f in fields(EventColumns))[15:19]
_WIDTHS = "i8 i4 i4 i4 i4 i4 i1 i1 f4 i4 i4 i4 i4 f4 f4 i8 i1 i4 i4".split()
_DTYPES = dict(zip((*_EVENT_COLUMNS, *_PARTY_COLUMNS), _WIDTHS, strict=True))


def no_events() -> EventColumns:
    """Columns of no event."""
    empty: dict[str, Numbers] = {name: np.empty(0, dtype=dtype) for name, dtype in _DTYPES.items()}
    return EventColumns(**empty, words=Words())


def brought_up_to_date(connection: sqlite3.Connection, held: EventColumns, seen: int) -> tuple[EventColumns, int]:
    """The columns with what was written since they were made, and the number of the last event looked at.

    ``seen`` is the number that the last call gave, 0 at first.
    """
    words = held.words.copy()
    events = [_event(row, words) for row in connection.execute(query("queries/columns.sql"), {"above": seen})]
    parties = [_party(row, words) for row in connection.execute(query("queries/columns_parties.sql"), {"above": seen})]
    last = connection.execute("SELECT coalesce(max(event_id), 0) FROM event").fetchone()[0]
    ended = [row[0] for row in connection.execute(query("queries/readings_ended.sql"))]
    added = {**_columns(events, _EVENT_COLUMNS), **_columns(parties, _PARTY_COLUMNS)}
    joined = {name: np.concatenate([getattr(held, name), column]) for name, column in added.items()}
    keep = ~np.isin(joined["reading"], np.array(ended, dtype=np.int32))
    return _in_order(joined, keep, words), int(last)


def made_of_rows(rows: list[tuple[Any, ...]], parties: list[tuple[Any, ...]], words: Words) -> EventColumns:
    """Columns of rows and parties, each with its cells in the order of the columns."""
    made = {**_columns(rows, _EVENT_COLUMNS), **_columns(parties, _PARTY_COLUMNS)}
    return _in_order(made, np.ones(len(rows), dtype=bool), words)


def _in_order(joined: dict[str, Numbers], keep: Mask, words: Words) -> EventColumns:
    """The rows that are kept, by day and number, with their parties."""
    order = np.lexsort((joined["number"], joined["day"]))
    order = order[keep[order]]
    rows = {name: joined[name][order] for name in _EVENT_COLUMNS}
    own = np.isin(joined["party_event"], rows["number"])
    sides = {name: joined[name][own] for name in _PARTY_COLUMNS}
    return EventColumns(**rows, **sides, words=words)


def ordinal(day: str | None) -> int:
    """The number of an ISO day; -1 for none."""
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return NO_DAY


_TYPE_NUMBERS = {t.value: n for n, t in enumerate(TYPES)}
_MODALITY_NUMBERS = {m.value: n for n, m in enumerate(MODALITIES)}


def _event(row: Sequence[Any], words: Words) -> tuple[Any, ...]:
    number, reading, run, report, source, day, kind, modality, intensity, by, mode, place = row
    told = (ordinal(day), _TYPE_NUMBERS[kind], _MODALITY_NUMBERS[modality], intensity)
    where = _UNTOLD if place is None else _where(place, words)
    return (number, reading, run, report, words.add(source), *told, words.add(by), words.add(mode), *where)


def _where(place: str, words: Words) -> tuple[int, int, float, float]:
    """State, name and coordinates of a place as facts_json keeps it."""
    _, _, name, state, lat, lon, *_ = json.loads(place)
    known = lat is not None and lon is not None
    return (words.add(state), words.add(name), *((lat, lon) if known else (_NOWHERE, _NOWHERE)))


def _party(row: Sequence[Any], words: Words) -> tuple[Any, ...]:
    event, part, principal, sector = row
    return event, int(part == PARTS[1]), words.add(principal), words.add(sector)


def _columns(rows: list[tuple[Any, ...]], names: Sequence[str]) -> dict[str, Numbers]:
    columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * len(names)
    return {name: np.array(column, dtype=_DTYPES[name]) for name, column in zip(names, columns, strict=True)}


def chosen(columns: EventColumns, rows: Numbers) -> EventColumns:
    """The columns of some rows alone, with all parties."""
    return replace(columns, **{name: getattr(columns, name)[rows] for name in _EVENT_COLUMNS})
