"""All events that hold now as columns of numbers: so that a million of them are filtered and counted at once.

Columns are made once and added to as reports come in; a row is one event, in the order of day and number.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np

from haberci.core.codebook import EventType, Modality, load_codebook
from haberci.store.column_growth import Coded, Growth, Mask, Numbers, first_of_each, read_columns
from haberci.store.column_lines import Lines, any_of, marked
from haberci.store.database import query
from haberci.store.lookup import readings_up_to

TYPES = tuple(EventType)
MODALITIES = tuple(Modality)
PARTS = ("actor", "recipient")
NO_DAY = -1
NOWHERE = float("nan")
_UNTOLD = (0, 0, NOWHERE, NOWHERE)
_DAYS = 100_000  # that are remembered: more than there are in 250 years
_TYPE_NUMBERS = {t.value: n for n, t in enumerate(TYPES)}
_MODALITY_NUMBERS = {m.value: n for n, m in enumerate(MODALITIES)}
ROWS = {
    "number": "i8",
    "reading": "i4",
    "text": "i4",
    "run": "i4",
    "report": "i4",
    "source": "i4",
    "day": "i4",
    "kind": "i1",
    "modality": "i1",
    "intensity": "f4",
    "by": "i4",
    "mode": "i4",
    "state": "i4",
    "place": "i4",
    "lat": "f4",
    "lon": "f4",
}
PARTIES = {"party_row": "i4", "party_principal": "i4", "party_part": "i1", "party_sector": "i4"}


class _Numbers(dict[str | None, int]):
    """The numbers of words, each made when it is first asked for."""

    def __init__(self, words: list[str]) -> None:
        super().__init__({word: n for n, word in enumerate(words)})
        self[None] = 0
        self._words = words

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._words)
        self._words.append(word)
        return number


class Words:
    """Words and their numbers, in the order in which they came; the empty word is 0, and so is none."""

    def __init__(self, words: Iterable[str] = ("",)) -> None:
        self.list: list[str] = list(words)
        self._numbers = _Numbers(self.list)
        self.add: Callable[[str | None], int] = self._numbers.__getitem__  # the number of a word, made when it is new

    def number(self, word: str) -> int:
        """The number of a word; -1 when it never came."""
        return self._numbers.get(word, -1)

    def copy(self) -> Words:
        """The same words, to be added to."""
        return Words(self.list)


class Seen(NamedTuple):
    """Up to where a database was looked at: its last event and reading, and what its readings come to (``readings``).

    That comes to something else when readings are taken out, though others be given their numbers.
    """

    event: int = 0
    reading: int = 0
    readings: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class EventColumns:
    """One snapshot. ``day`` is the proleptic ordinal of the deed's day, -1 when none is known.

    ``source``, ``by``, ``mode``, ``state`` and ``place`` are numbers of ``words``; ``lat`` and ``lon`` are not numbers
    where no place is told. Parties stand in four columns of their own, ``party_row`` being the row of the event, by
    which they are sorted, and then by principal.
    """

    number: Numbers
    reading: Numbers
    text: Numbers
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
    party_row: Numbers
    party_principal: Numbers
    party_part: Numbers
    party_sector: Numbers
    words: Words
    seen: Seen

    def __len__(self) -> int:
        return len(self.number)

    def has(self, name: str, values: Numbers) -> Mask:
        """Which rows have any of some values in a column."""
        return any_of(getattr(self, name), values)

    def in_texts(self, known: Mask) -> Mask:
        """Which rows are told in any of the texts whose numbers a mask marks."""
        return marked(self.text, known)

    def counted(self, name: str, rows: Numbers | None) -> Numbers:
        """How many of some rows, of all when none are given, have each word in a column."""
        column = getattr(self, name)
        return np.bincount(column if rows is None else column.take(rows), minlength=len(self.words.list))

    @cached_property
    def quad(self) -> Numbers:
        """Quad class of each event, 1 to 4."""
        return quads_of_types().take(self.kind)

    @cached_property
    def pairs(self) -> tuple[Numbers, Numbers]:
        """Rows of events and principals, each principal once an event; sorted."""
        first = first_of_each(self.party_row, self.party_principal)
        return self.party_row[first], self.party_principal[first]

    @cached_property
    def principals(self) -> Lines:
        """The same as lines that hang on the rows."""
        return Lines(*self.pairs, len(self))

    @cached_property
    def _of_groups(self) -> dict[frozenset[str], Mask]:
        return {}

    def with_any(self, group: frozenset[str]) -> Mask:
        """The events in which any of some principals has a part: an area's, which is asked for again and again."""
        found = self._of_groups.get(group)
        if found is None:
            found = self._of_groups[group] = self.principals.having([self.words.number(one) for one in group])
        return found


@cache
def quads_of_types() -> Numbers:
    """The quad class of each of ``TYPES``."""
    types = load_codebook().types
    return np.array([int(types[t].quad) for t in TYPES], dtype=np.int8)


def no_events() -> EventColumns:
    """Columns of no event."""
    empty: dict[str, Numbers] = {name: np.empty(0, dtype=dtype) for name, dtype in (ROWS | PARTIES).items()}
    return EventColumns(**empty, words=Words(), seen=Seen())


def seen_now(connection: sqlite3.Connection) -> Seen:
    """Up to where the database can be looked at now."""
    row = connection.execute(
        "SELECT (SELECT coalesce(max(event_id), 0) FROM event), (SELECT coalesce(max(reading_id), 0) FROM reading)"
    ).fetchone()
    return Seen(row[0], row[1], readings_up_to(connection, row[1]))


def brought_up_to_date(connection: sqlite3.Connection, held: EventColumns) -> EventColumns:
    """The columns with what was written since they were made; made anew when reports were taken out since."""
    if readings_up_to(connection, held.seen.reading) != held.seen.readings:
        held = no_events()
    words = held.words.copy()
    asked = {"above": held.seen.event}
    rows = read_columns(connection.execute(query("queries/columns.sql"), asked), ROWS, _event_cells(words))
    told = connection.execute(query("queries/columns_parties.sql"), asked)
    parties = read_columns(told, {"event": "i8", **PARTIES_CODED}, party_cells(words))
    ended = [row[0] for row in connection.execute(query("queries/readings_ended.sql"), {"above": held.seen.reading})]
    gone = np.isin(held.reading, ended) if ended else np.zeros(0, dtype=bool)
    return EventColumns(**grown(held, gone, rows, parties)[0], words=words, seen=seen_now(connection))


def grown(
    held: EventColumns, gone: Mask, rows: dict[str, Numbers], parties: dict[str, Numbers]
) -> tuple[dict[str, Numbers], Growth]:
    """All columns without the rows that are gone (an empty mask: none) and with further ones; and how rows moved.

    The parties name their event; of events that are not among the rows they are left out. The rows are put in order.
    """
    order = np.lexsort((rows["number"], rows["day"]))
    fresh = {name: rows[name][order] for name in ROWS}
    kept = ~gone if gone.any() else None
    growth = Growth(kept, np.searchsorted(_places(held, kept), _places_of(fresh["day"], fresh["number"])))
    columns = {name: growth.column(getattr(held, name), fresh[name]) for name in ROWS}
    at = rows_of(fresh["number"], parties["event"])
    own = at >= 0
    lines = [at[own], *(parties[name][own] for name in PARTIES_CODED)]
    hung = growth.hung([getattr(held, name) for name in PARTIES], lines)
    return columns | dict(zip(PARTIES, hung, strict=True)), growth


def rows_of(numbers: Numbers, wanted: Numbers) -> Numbers:
    """In which rows some numbers stand; -1 where they do not."""
    if not len(numbers):
        return np.full(len(wanted), -1)
    order = np.argsort(numbers, kind="stable")
    at = order[np.minimum(np.searchsorted(numbers, wanted, sorter=order), len(numbers) - 1)]
    return np.where(numbers[at] == wanted, at, -1)


def _places(held: EventColumns, kept: Mask | None) -> Numbers:
    found = _places_of(held.day, held.number)
    return found if kept is None else found[kept]


def _places_of(day: Numbers, number: Numbers) -> Numbers:
    """By what rows are sorted, as one number: the day, then the number (under 2 to the 40th)."""
    return (day.astype(np.int64) << 40) + number


@lru_cache(_DAYS)
def ordinal(day: str | None) -> int:
    """The number of an ISO day; -1 for none."""
    try:
        return date.fromisoformat((day or "")[:10]).toordinal()
    except ValueError:
        return NO_DAY


def told_cells(day: Sequence[str | None], kind: Sequence[str], modality: Sequence[str]) -> list[Iterable[int]]:
    """Days, types and modalities as numbers."""
    return [
        map(ordinal, day),
        map(_TYPE_NUMBERS.__getitem__, kind),
        map(_MODALITY_NUMBERS.__getitem__, modality),
    ]


def _event_cells(words: Words) -> Any:
    def cells(*columns: Sequence[Any]) -> Coded:
        number, reading, text, run, report, source, day, kind, modality, intensity, by, mode, place = columns
        where = zip(*(_UNTOLD if one is None else _where(one, words) for one in place), strict=True)
        plain, told = (number, reading, text, run, report), told_cells(day, kind, modality)
        return [*plain, map(words.add, source), *told, intensity, map(words.add, by), map(words.add, mode), *where]

    return cells


def _where(place: str, words: Words) -> tuple[int, int, float, float]:
    """State, name and coordinates of a place as facts_json keeps it."""
    _, _, name, state, lat, lon, *_ = json.loads(place)
    known = lat is not None and lon is not None
    return (words.add(state), words.add(name), *((lat, lon) if known else (NOWHERE, NOWHERE)))


PARTIES_CODED = {name: dtype for name, dtype in PARTIES.items() if name != "party_row"}


def party_cells(words: Words) -> Any:
    """What codes the columns event (or deed), part, principal and sector."""

    def cells(*columns: Sequence[Any]) -> Coded:
        event, part, principal, sector = columns
        return [event, map(words.add, principal), (int(one == PARTS[1]) for one in part), map(words.add, sector)]

    return cells
