"""Reading events back: the claims that held at a run, by actor, type and day."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality, Quad
from haberci.core.report import Event, Part
from haberci.core.span import Evidence
from haberci.store.database import query
from haberci.store.details import read_spans, read_time
from haberci.store.facts import read_facts
from haberci.store.rows import EventRow
from haberci.store.texts import repaired

Columns = Mapping[str, Any]
_TYPE_OF_PARTY = "(SELECT e.type FROM event e WHERE e.event_id = event) = :type"


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are asked for; None asks for all. ``since`` and ``until`` are days, both inclusive."""

    actor: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    def sql(self) -> tuple[str, dict[str, Any]]:
        """The query for the rows of the events, by day and superseded ones among them, and its parameters."""
        principal, _, sector = (self.actor or "").strip().partition(" ")
        asked = (
            ("date >= :since", "since", self.since),
            ("date <= :until", "until", self.until),
            ("sector = :sector", "sector", sector),
            (_TYPE_OF_PARTY if principal else "type = :type", "type", self.type),
        )
        conditions = [condition for condition, _, value in asked if value]
        values = {name: value for _, name, value in asked if value}
        if principal:
            values["principal"] = principal
        text = query("queries/events_of_actor.sql" if principal else "queries/events_by_day.sql")
        return text.format(conditions=" AND ".join(conditions) or "TRUE"), values


def event_rows(connection: sqlite3.Connection, asked: EventFilter, run: int) -> Iterator[EventRow]:
    """The events asked for that held at the end of a run, by day; those without a day come first."""
    sql, values = asked.sql()
    # The rows' numbers come first, from an index alone, so that a few events out of millions come at once.
    numbers = (row[1] for row in connection.execute(sql, values))
    found = (event_of_row(connection, number, run) for number in numbers)
    return islice((event for event in found if event), asked.limit)


def event_of_row(connection: sqlite3.Connection, number: int, run: int) -> EventRow | None:
    """The event in row ``number``; None when it did not hold at the end of a run."""
    row = connection.execute(query("queries/event.sql"), {"event": number, "run": run}).fetchone()
    return event_row(connection, row) if row else None


def event_row(connection: sqlite3.Connection, row: Columns) -> EventRow:
    """A row of ``event.sql`` as the record that callers get."""
    event = read_event(row, parties_of(connection, row["event_id"]))
    return EventRow(
        id=row["claim"],
        report=row["id"],
        source=row["source"] or None,
        date=row["date"],
        type=event.type,
        mode=event.mode,
        quad=Quad(row["quad"]),
        intensity=row["intensity"],
        modality=event.modality,
        actors=event.actors,
        recipients=event.recipients,
        reported_by=event.reported_by,
        trigger=event.trigger,
        trigger_at=event.trigger_at,
        start=event.at.start,
        stop=event.at.stop,
        text_start=event.at.text_start,
        text_stop=event.at.text_stop,
        sentence=repaired(row["body"], row["base"], row["difference"])[event.at.text_start : event.at.text_stop],
        rule=event.rule,
        why=event.why,
        also=event.also,
        parts=event.parts,
        when=event.when,
        where=event.where,
        numbers=event.numbers,
        contexts=event.contexts,
        run=row["run"],
    )


def parties_of(connection: sqlite3.Connection, event: int) -> list[Columns]:
    """The rows of an event's parties."""
    return connection.execute(query("queries/parties.sql"), (event,)).fetchall()


def read_event(row: Columns, parties: list[Columns]) -> Event:
    """A row of the table event, with those of its parties, as the record of the core."""
    told = row["told_time"]
    facts = read_facts(row["facts"] if "facts" in row.keys() else None)  # noqa: SIM118 - a row's `in` looks at values
    return Event(
        at=evidence(row, ""),
        type=EventType(row["type"]),
        mode=row["mode"],
        actors=_codes(parties, "actor"),
        recipients=_codes(parties, "recipient"),
        modality=Modality(row["modality"]),
        reported_by=None if row["by_principal"] is None else ActorCode(row["by_principal"], row["by_sector"]),
        trigger=row["trigger_text"],
        trigger_at=evidence(row, "trigger_"),
        rule=row["rule"],
        also=read_spans(row["also"]),
        parts=_parts(parties),
        why=tuple(json.loads(row["why"])) if row["why"] else (),
        when=read_time(json.loads(told)) if told else None,
        where=facts.where,
        numbers=facts.numbers,
        contexts=facts.contexts,
    )


def evidence(row: Columns, prefix: str) -> Evidence:
    """The four offsets whose columns begin with a prefix (``trigger_``)."""
    raw = row[f"{prefix}start"], row[f"{prefix}stop"]
    return Evidence(*raw, row[f"{prefix}text_start"], row[f"{prefix}text_stop"])


def _codes(parties: list[Columns], part: str) -> tuple[ActorCode, ...]:
    return tuple(
        ActorCode(p["principal"], p["sector"]) for p in parties if p["part"] == part and p["code_no"] is not None
    )


def _parts(parties: list[Columns]) -> tuple[Part, ...]:
    told = sorted((p for p in parties if p["part_no"] is not None), key=lambda p: int(p["part_no"]))
    return tuple(
        Part(
            p["part"],
            ActorCode(p["principal"], p["sector"]),
            p["text"],
            None if p["start"] is None else evidence(p, ""),
        )
        for p in told
    )
