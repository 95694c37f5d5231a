"""Reading deeds back: one occasion with all its witnesses."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality, Quad
from haberci.core.errors import InputError
from haberci.store.database import query

Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TollRange:
    """How many people a deed struck, over all its witnesses; ``most`` None: one tells no upper end."""

    harm: str
    least: int
    most: int | None

    def __str__(self) -> str:
        if self.least == self.most:
            return str(self.least)
        return f"{self.least}-{'' if self.most is None else self.most}"


@dataclass(frozen=True, slots=True)
class Version:
    """One of several values that are told of a deed: by whom (an actor's code, or ``wire``), in which reports."""

    value: str
    by: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the witnesses of a deed do not agree on: ``dead``, ``day``, ``doer``, ``place``, ``modality`` …"""

    what: str
    told: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class DeedRow:
    """One deed. ``actors`` and ``recipients`` are principals, each with the sectors told.

    ``day`` to ``last_day`` is its time (ISO days), ``day_told`` whether a witness tells it, else it is the first
    report's. ``claims`` counts the events that tell it, ``reports`` their reports, ``sources`` those of them that are
    independent. ``events`` are the ids of the events.
    """

    id: str
    type: EventType
    mode: str | None
    quad: Quad
    intensity: float
    modality: Modality
    day: str | None
    last_day: str | None
    day_told: bool
    actors: tuple[ActorCode, ...]
    recipients: tuple[ActorCode, ...]
    place: str | None
    state: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    claims: int
    reports: int
    sources: int
    tolls: tuple[TollRange, ...]
    conflicts: tuple[Conflict, ...]
    events: tuple[str, ...]

    def toll(self, harm: str) -> TollRange | None:
        """The numbers of one harm (``dead``)."""
        return next((toll for toll in self.tolls if toll.harm == harm), None)


@dataclass(frozen=True, slots=True)
class DeedFilter:
    """Which deeds are asked for; None asks for all. Days are inclusive; ``modality`` None asks for any."""

    actor: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    modality: str | None = None
    disputed: bool = False
    limit: int | None = None

    def sql(self) -> tuple[str, dict[str, Any]]:
        """The query for the rows of the deeds, by day, and its parameters."""
        principal, _, sector = (self.actor or "").strip().partition(" ")
        asked = (
            ("{at}.day >= :since", "since", self.since),
            ("{at}.day <= :until", "until", self.until),
            ("d.type = :type", "type", self.type),
            ("d.modality = :modality", "modality", self.modality),
            ("p.principal = :principal", "principal", principal),
            ("instr(' ' || p.sectors || ' ', ' ' || :sector || ' ')", "sector", sector),
            ("d.conflicts IS NOT NULL", "", self.disputed),
        )
        at = "p" if principal else "d"
        conditions = " AND ".join(condition.format(at=at) for condition, _, value in asked if value) or "TRUE"
        values: dict[str, Any] = {name: value for _, name, value in asked if value and name}
        text = query("queries/deeds_of_actor.sql" if principal else "queries/deeds.sql")
        values["limit"] = -1 if self.limit is None else self.limit
        return text.format(conditions=conditions), values


def deed_rows(connection: sqlite3.Connection, asked: DeedFilter) -> Iterator[DeedRow]:
    """The deeds asked for, by day; those without a day come first."""
    sql, values = asked.sql()
    for row in connection.execute(sql, values):
        yield deed_row(connection, row)


def deed_named(connection: sqlite3.Connection, name: str) -> DeedRow | None:
    """The deed of an id, of the beginning of one, or of an event's id; None: no such deed.

    Raises InputError when several fit.
    """
    found = connection.execute(query("queries/deeds_named.sql"), {"low": name, "high": name + "g"}).fetchall()
    if len(found) > 1:
        raise InputError(f"deed {name}: several fit: {', '.join(row['id'] for row in found)}")
    return deed_row(connection, found[0]) if found else None


def deed_row(connection: sqlite3.Connection, row: Columns) -> DeedRow:
    """A row of the table deed as the record that callers get."""
    deed = (row["deed_id"],)
    parties = connection.execute(query("queries/parties_of_deed.sql"), deed).fetchall()
    events = connection.execute(query("queries/events_of_deed.sql"), deed).fetchall()
    return DeedRow(
        id=row["id"],
        type=EventType(row["type"]),
        mode=row["mode"],
        quad=Quad(row["quad"]),
        intensity=row["intensity"],
        modality=Modality(row["modality"]),
        day=row["day"],
        last_day=row["last_day"],
        day_told=bool(row["day_told"]),
        actors=_codes(parties, "actor"),
        recipients=_codes(parties, "recipient"),
        place=row["place"],
        state=row["state"],
        lat=row["lat"],
        lon=row["lon"],
        precision=row["precision"],
        claims=row["claims"],
        reports=row["reports"],
        sources=row["sources"],
        tolls=_tolls(row["tolls"]),
        conflicts=_conflicts(row["conflicts"]),
        events=tuple(event[0] for event in events),
    )


def _codes(parties: list[Any], part: str) -> tuple[ActorCode, ...]:
    return tuple(
        ActorCode(row["principal"], sector)
        for row in parties
        if row["part"] == part
        for sector in row["sectors"].split(" ")
    )


def _tolls(text: str | None) -> tuple[TollRange, ...]:
    told: dict[str, Any] = json.loads(text) if text else {}
    return tuple(TollRange(harm, ends["least"], ends["most"]) for harm, ends in told.items())


def _conflicts(text: str | None) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(one["what"], tuple(Version(v["value"], v["by"], tuple(v["reports"])) for v in one["told"]))
        for one in (json.loads(text) if text else ())
    )
