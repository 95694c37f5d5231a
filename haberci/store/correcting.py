"""Corrections of people put into a copy of the store, so that all that is counted counts them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, load_codebook
from haberci.core.report import Report
from haberci.core.span import Span
from haberci.store.database import query, transaction
from haberci.store.days import first_day
from haberci.store.lookup import NOW
from haberci.store.reports import stored_report
from haberci.store.rows import ReportKey
from haberci.store.settling import settle

WIRE = "wire"
RULE = "correction"
_HELD = """SELECT e.event_id, g.report FROM event e JOIN reading g ON g.reading_id = e.reading
WHERE e.claim = ? AND g.until IS NULL"""
_CHANGE = """UPDATE event SET type = ?, mode = ?, quad = ?, intensity = ?, modality = ?, by_principal = ?, by_sector = ?
WHERE event_id = ?"""
_READING = "SELECT reading_id FROM reading WHERE report = ? AND until IS NULL"


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a person or the machine tells it; actors are codes, ``reported_by`` a code or ``wire``."""

    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    modality: str
    reported_by: str


class Corrected(NamedTuple):
    """What a person says of one event: of a claim, or one that was missing (``added``) at a span of the text as given
    in a revision. ``becomes`` None: there is no event."""

    number: int
    key: ReportKey
    revision: int
    span: Span
    claim: str | None
    added: bool
    becomes: Told | None


def put_in(connection: sqlite3.Connection, corrected: Iterable[Corrected], fold: Callable[[str], str] | None) -> int:
    """Change the events of a copy as people corrected them, and group its deeds anew; how many corrections took.

    One whose event is no longer told, or whose report has another text by now, changes nothing.
    """
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = OFF")  # rows that lean on an event are made anew when all are put in
    with transaction(connection):
        reports = [report for one in corrected if (report := _put_in(connection, one)) is not None]
        settle(connection, reports, fold)
    return len(reports)


def _put_in(connection: sqlite3.Connection, one: Corrected) -> int | None:
    """The number of the report that is changed; None when nothing is."""
    if one.added:
        return None if one.becomes is None else _add(connection, one, one.becomes)
    held = connection.execute(_HELD, (one.claim,)).fetchone()
    if held is None:
        return None
    event, report = int(held[0]), int(held[1])
    connection.execute("DELETE FROM event_party WHERE event = ?", (event,))
    if one.becomes is None:
        connection.execute("DELETE FROM event WHERE event_id = ?", (event,))
    else:
        connection.execute(_CHANGE, (*_coded(one.becomes), event))
        _add_parties(connection, event, one.becomes)
    return report


def _add(connection: sqlite3.Connection, one: Corrected, becomes: Told) -> int | None:
    """Add an event at its words; None when the report is gone or has another text by now."""
    asked = (one.key.id, one.key.source or "")
    row = connection.execute("SELECT report_id FROM report WHERE id = ? AND source = ?", asked).fetchone()
    stored = None if row is None else stored_report(connection, row[0], NOW)
    if stored is None or stored.revision != one.revision or one.span.stop > len(stored.report.raw):
        return None
    reading = connection.execute(_READING, (row[0],)).fetchone()[0]
    claim = sha256(f"{RULE} {one.number}".encode()).hexdigest()[:32]
    day, at = first_day(stored.report.date), _at(stored.report, one.span)
    added = connection.execute(
        query("queries/add_event.sql"),
        (None, claim, reading, day, *_coded(becomes), *at, RULE, None, None, None, None),
    )
    _add_parties(connection, added.lastrowid or 0, becomes)
    return int(row[0])


def _coded(told: Told) -> tuple[Any, ...]:
    """Type, mode, quad class, intensity, modality, and who says so, as the table event has them."""
    codebook, kind = load_codebook(), EventType(told.type)
    by = None if told.reported_by == WIRE else ActorCode.parse(told.reported_by)
    says = (None, None) if by is None else (by.principal, by.sector)
    coded = (int(codebook.types[kind].quad), codebook.intensity(kind, told.mode))
    return (kind.value, told.mode, *coded, told.modality, *says)


def _at(report: Report, raw: Span) -> tuple[Any, ...]:
    """The words of the deed and their sentence, as the table event has them."""
    span = report.offsets.to_text(raw)
    words = report.text[span.start : span.stop]
    sentence = next((s.at for s in report.sentences if s.at.text_start <= span.start < s.at.text_stop), None)
    around = (*raw, *span) if sentence is None else (*sentence.raw, *sentence.span)
    return words, *raw, *span, *around


def _add_parties(connection: sqlite3.Connection, event: int, told: Told) -> None:
    date = connection.execute("SELECT date FROM event WHERE event_id = ?", (event,)).fetchone()[0]
    sides = [("actor", n, code) for n, code in enumerate(told.actors)]
    sides += [("recipient", n, code) for n, code in enumerate(told.recipients)]
    for n, (part, number, code) in enumerate(sides):
        actor = ActorCode.parse(code)
        cells = (event, n, part, number, None, actor.principal, actor.sector, *[None] * 5, date)
        connection.execute(query("queries/add_party.sql"), cells)
