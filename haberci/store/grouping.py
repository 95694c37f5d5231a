"""Deeds kept with the claims: what came or went is grouped anew, with what lies around it, and nothing else."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from haberci.store.claim_rows import ClaimReader, claim_rows
from haberci.store.database import query
from haberci.store.deed_writer import add_deeds, drop_deeds, extend_deeds
from haberci.store.occasions import REACH, Occasion, days_from, occasions


class Cell(NamedTuple):
    """Where events are looked for: type, kind, and day, or the copies that tell them when they have no day."""

    type: str
    kind: str
    day: str
    copies: int


Found = tuple[Occasion, Mapping[int, int | None]]  # with the deed in which each event stands so far


def regroup(
    connection: sqlite3.Connection,
    reports: Iterable[int],
    copies: Mapping[int, tuple[int, str]],
    silenced: Iterable[int],
    fold: Callable[[str], str] | None,
) -> None:
    """Group the events of some reports anew; those of ``silenced`` reports are in no deed.

    ``copies`` is as for ``claim_rows``. It must be all reports whose claims, copies or standing changed.
    """
    asked = sorted(reports)
    cells, old = _take_out(connection, asked)
    drop_deeds(connection, old)
    rows = claim_rows(connection, set(asked) - set(silenced), copies, fold)
    connection.executemany(query("queries/add_deed_event.sql"), rows)
    cells |= {_cell(row[3], row[4], row[5], row[2]) for row in rows}
    for found in _around(connection, cells):
        _write(connection, found)


def _take_out(connection: sqlite3.Connection, reports: list[int]) -> tuple[set[Cell], set[int]]:
    """Take the events of reports out: the cells they stood in, and their deeds."""
    asked = {"reports": json.dumps(reports)}
    among = "FROM deed_event WHERE report IN (SELECT value FROM json_each(:reports))"
    rows = connection.execute(f"SELECT type, kind, day, copies, deed {among}", asked).fetchall()
    connection.execute(f"DELETE {among}", asked)
    return {_cell(*row[:4]) for row in rows}, {row[4] for row in rows if row[4] is not None}


def _cell(type: str, kind: str, day: str, copies: int) -> Cell:
    return Cell(type, kind, day, 0 if day else copies)


def _around(connection: sqlite3.Connection, cells: Iterable[Cell]) -> Iterator[list[Found]]:
    """The occasions in and around some cells, a stretch of days (or copies) at a time: no two stretches share one."""
    for of, same in groupby(sorted(cells), key=lambda cell: cell[:2]):
        asked = dict(zip(("type", "kind"), of, strict=True))
        days = []
        for cell in same:
            if cell.day:
                days.append(cell.day)
            else:
                rows = connection.execute(
                    query("queries/deed_events_without_day.sql"), {**asked, "copies": cell.copies}
                )
                yield list(_grouped(rows))
        for first, last in _windows(days):
            low, high = days_from(first, -REACH), days_from(last, REACH)
            stretch = {**asked, "since": days_from(low, -REACH), "until": days_from(high, REACH)}
            around = _grouped(connection.execute(query("queries/deed_events_between.sql"), stretch))
            yield [found for found in around if low <= found[0].day <= high]


def _windows(days: list[str]) -> list[tuple[str, str]]:
    """Sorted days as stretches that have nothing to do with each other."""
    found: list[tuple[str, str]] = []
    for day in days:
        if found and day <= days_from(found[-1][1], 2 * REACH):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _grouped(rows: Iterable[sqlite3.Row]) -> Iterator[Found]:
    """The occasions of events of one type and kind."""
    deeds: dict[int, int | None] = {}
    read = ClaimReader()
    claims = []
    for row in rows:
        claims.append(read.claim(row))
        deeds[row["event"]] = row["deed"]
    yield from ((occasion, deeds) for occasion in occasions(claims))


def _write(connection: sqlite3.Connection, found: list[Found]) -> None:
    """Write the deeds that are not as they were; one that only got more events keeps its number and theirs."""
    size = _sizes(connection, {deed for o, deeds in found for c in o.claims if (deed := deeds[c.event]) is not None})
    changed, old = [], set[int]()
    extended: dict[int, tuple[Occasion, list[int]]] = {}
    for occasion, deeds in found:
        held = Counter(deed for claim in occasion.claims if (deed := deeds[claim.event]) is not None)
        new = [claim.event for claim in occasion.claims if deeds[claim.event] is None]
        whole = [deed for deed, events in held.items() if size[deed] == (occasion.id, events)]
        if len(held) > 1 or not whole:
            changed.append(occasion)
            old |= held.keys()
        elif new:
            extended[whole[0]] = occasion, new
    drop_deeds(connection, old)
    extend_deeds(connection, extended)
    add_deeds(connection, changed)


def _sizes(connection: sqlite3.Connection, deeds: set[int]) -> dict[int, tuple[str, int]]:
    sql = "SELECT deed_id, id, claims FROM deed WHERE deed_id IN (SELECT value FROM json_each(?))"
    return {row[0]: (row[1], row[2]) for row in connection.execute(sql, (json.dumps(sorted(deeds)),))}
