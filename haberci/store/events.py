"""Reading events back: the claims that held at a run, by actor, type and day."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality, Quad
from haberci.core.report import Event, Part
from haberci.core.span import Evidence
from haberci.store.database import query
from haberci.store.details import read_spans, read_time
from haberci.store.rows import EventRow
from haberci.store.texts import repaired

Columns = Mapping[str, Any]
_OF_ACTOR = (
    "(SELECT DISTINCT date, event FROM event_party WHERE code_no IS NOT NULL AND {conditions}) p"
    " CROSS JOIN event e ON e.event_id = p.event"
)


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are asked for; None asks for all. ``since`` and ``until`` are days, both inclusive."""

    actor: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    limit: int | None = None

    def sql(self) -> tuple[str, dict[str, Any]]:
        """The query and its parameters, but for ``run``."""
        values: dict[str, Any] = {"limit": -1 if self.limit is None else self.limit}
        drive, driver = "event e", "e.event_id"
        days = self._days(values)
        if self.actor:
            conditions = [*self._party(values), *days]
            drive, driver = _OF_ACTOR.format(conditions=" AND ".join(conditions)), "p.event"
            days, date = [], "p.date"
        else:
            days, date = [f"e.{day}" for day in days], "e.date"
        if self.type:
            values["type"] = self.type
            days.append("e.type = :type")
        text = query("queries/events.sql").format(drive=drive)
        tail = f"ORDER BY {date}, {driver} LIMIT :limit"
        return "\n".join([text.rstrip(), *(f"AND {condition}" for condition in days), tail]), values

    def _days(self, values: dict[str, Any]) -> list[str]:
        days = []
        if self.since:
            values["since"] = self.since
            days.append("date >= :since")
        if self.until:
            values["until"] = self.until
            days.append("date <= :until")
        return days

    def _party(self, values: dict[str, Any]) -> list[str]:
        principal, _, sector = (self.actor or "").strip().partition(" ")
        values["principal"] = principal
        if not sector:
            return ["principal = :principal"]
        values["sector"] = sector
        return ["principal = :principal", "sector = :sector"]


def event_rows(connection: sqlite3.Connection, asked: EventFilter, run: int) -> Iterator[EventRow]:
    """The events asked for that held at the end of a run, by day; those without a day come first."""
    sql, values = asked.sql()
    for row in connection.execute(sql, {**values, "run": run}):
        yield event_row(connection, row)


def event_of_claim(connection: sqlite3.Connection, claim: str, run: int) -> EventRow | None:
    """The event of that id that held at the end of a run."""
    sql = query("queries/events.sql").format(drive="event e") + "AND e.claim = :claim"
    row = connection.execute(sql, {"claim": claim, "run": run}).fetchone()
    return event_row(connection, row) if row else None


def event_row(connection: sqlite3.Connection, row: Columns) -> EventRow:
    """A row of ``events.sql`` as the record that callers get."""
    event = read_event(connection, row)
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
        run=row["run"],
    )


def read_event(connection: sqlite3.Connection, row: Columns) -> Event:
    """A row of the table event as the record of the core."""
    parties = connection.execute(query("queries/parties.sql"), (row["event_id"],)).fetchall()
    told = row["told_time"]
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
