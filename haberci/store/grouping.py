"""Deeds kept with the claims: what came or went is grouped anew, with what lies around it, and nothing else."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from haberci.store.claim_rows import claim_of_row, claim_rows
from haberci.store.claims_grouped import Claim
from haberci.store.database import query
from haberci.store.deed_writer import add_deeds, drop_deeds
from haberci.store.occasions import REACH, Occasion, days_from, occasions

LAST = "9999-12-31"


class Cell(NamedTuple):
    """Where events are looked for: their type, and their day, or the copies that tell them when they have none."""

    type: str
    day: str
    copies: int


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
    rows = claim_rows(connection, set(asked) - set(silenced), copies, fold)
    connection.executemany(query("queries/add_deed_event.sql"), rows)
    touched = {row[0] for row in rows}
    cells |= {_cell(row[3], row[5], row[2]) for row in rows}
    found = list(_around(connection, cells))
    _write(connection, found, old, touched)


def _take_out(connection: sqlite3.Connection, reports: list[int]) -> tuple[set[Cell], set[int]]:
    """Take the events of reports out: the cells they stood in, and their deeds."""
    asked = {"reports": json.dumps(reports)}
    among = "FROM deed_event WHERE report IN (SELECT value FROM json_each(:reports))"
    rows = connection.execute(f"SELECT type, day, copies, deed {among}", asked).fetchall()
    connection.execute(f"DELETE {among}", asked)
    return {_cell(*row[:3]) for row in rows}, {row[3] for row in rows if row[3] is not None}


def _cell(type: str, day: str, copies: int) -> Cell:
    return Cell(type, day, 0 if day else copies)


def _around(connection: sqlite3.Connection, cells: Iterable[Cell]) -> Iterator[tuple[Occasion, dict[int, int | None]]]:
    """The occasions in and around some cells, with the deed in which each of their events stands so far."""
    for cell in sorted(cells):
        if not cell.day:
            asked = {"type": cell.type, "copies": cell.copies}
            yield from _grouped(connection.execute(query("queries/deed_events_without_day.sql"), asked))
    dated = sorted((cell.type, cell.day) for cell in cells if cell.day)
    for kind, days in groupby(dated, key=lambda pair: pair[0]):
        for first, last in _windows([day for _, day in days]):
            asked = {"type": kind, "since": days_from(first, -2 * REACH), "until": days_from(last, 2 * REACH)}
            low, high = days_from(first, -REACH), days_from(last, REACH)
            around = _grouped(connection.execute(query("queries/deed_events_between.sql"), asked))
            yield from ((occasion, deeds) for occasion, deeds in around if low <= occasion.day <= high)


def _windows(days: list[str]) -> list[tuple[str, str]]:
    """Sorted days as stretches that have nothing to do with each other."""
    found: list[tuple[str, str]] = []
    for day in days:
        if found and day <= days_from(found[-1][1], 2 * REACH):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _grouped(rows: Iterable[sqlite3.Row]) -> Iterator[tuple[Occasion, dict[int, int | None]]]:
    kinds: defaultdict[str, list[Claim]] = defaultdict(list)
    deeds: dict[int, int | None] = {}
    for row in rows:
        kinds[row["kind"]].append(claim_of_row(row))
        deeds[row["event"]] = row["deed"]
    for kind in sorted(kinds):
        yield from ((occasion, deeds) for occasion in occasions(kinds[kind]))


def _write(
    connection: sqlite3.Connection,
    found: list[tuple[Occasion, dict[int, int | None]]],
    old: set[int],
    touched: set[int],
) -> None:
    """Write the deeds that are not as they were."""
    size = _sizes(connection, {deed for o, deeds in found for c in o.claims if (deed := deeds[c.event]) is not None})
    changed = []
    for occasion, deeds in found:
        held = {deeds[claim.event] for claim in occasion.claims}
        one = next(iter(held))
        same = (
            len(held) == 1 and one is not None and one not in old and size[one] == (occasion.id, len(occasion.claims))
        )
        if same and not any(claim.event in touched for claim in occasion.claims):
            continue
        changed.append(occasion)
        old |= {deed for deed in held if deed is not None}
    drop_deeds(connection, old)
    add_deeds(connection, changed)


def _sizes(connection: sqlite3.Connection, deeds: set[int]) -> dict[int, tuple[str, int]]:
    sql = "SELECT deed_id, id, claims FROM deed WHERE deed_id IN (SELECT value FROM json_each(?))"
    return {row[0]: (row[1], row[2]) for row in connection.execute(sql, (json.dumps(sorted(deeds)),))}
