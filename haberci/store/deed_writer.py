"""Deeds into their tables, and the daily counts that go with them."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import permutations, product
from typing import Any

from haberci.core.actors import ActorCode
from haberci.store.claims_grouped import MUTUAL, shape_of
from haberci.store.database import query
from haberci.store.days import days_given, first_day
from haberci.store.deed_told import Told, conflicts_of, modality_of, mode_of, place_of, tolls_of
from haberci.store.facts import read_facts
from haberci.store.occasions import Occasion
from haberci.store.witnesses import Witness, independent

Columns = Mapping[str, Any]
DEED_OF = "UPDATE deed_event SET deed = ? WHERE event = ?"
NONE_LEFT = {
    "state_day": "DELETE FROM state_day WHERE state = ? AND part = ? AND day = ? AND type = ? AND deeds = 0",
    "dyad_day": "DELETE FROM dyad_day WHERE actor = ? AND recipient = ? AND day = ? AND type = ? AND deeds = 0",
}
ADD_PARTY = "INSERT INTO deed_party (deed, part, principal, sectors, day) VALUES (?, ?, ?, ?, ?)"


def drop_deeds(connection: sqlite3.Connection, deeds: Collection[int]) -> None:
    """Take deeds away, with what they were counted for; their events are then of no deed."""
    if not deeds:
        return
    count(connection, deeds, -1)
    asked = {"deeds": json.dumps(sorted(deeds))}
    connection.execute("UPDATE deed_event SET deed = NULL WHERE deed IN (SELECT value FROM json_each(:deeds))", asked)
    _drop_parties(connection, deeds)
    connection.execute("DELETE FROM deed WHERE deed_id IN (SELECT value FROM json_each(:deeds))", asked)


def _drop_parties(connection: sqlite3.Connection, deeds: Iterable[int]) -> None:
    asked = (json.dumps(sorted(deeds)),)
    connection.execute("DELETE FROM deed_party WHERE deed IN (SELECT value FROM json_each(?))", asked)


def add_deeds(connection: sqlite3.Connection, found: Iterable[Occasion]) -> None:
    """Write deeds with their parties, and count them."""
    added = [
        _write(connection, occasion, (claim.event for claim in occasion.claims))
        for occasion in sorted(found, key=lambda occasion: occasion.id)
    ]
    count(connection, added, 1)


def extend_deeds(connection: sqlite3.Connection, found: Mapping[int, tuple[Occasion, Sequence[int]]]) -> None:
    """Write deeds, by their numbers, that have more events now than before; those are named beside each."""
    count(connection, found, -1)
    _drop_parties(connection, found)
    for deed, (occasion, events) in sorted(found.items()):
        _write(connection, occasion, events, deed)
    count(connection, found, 1)


def _write(connection: sqlite3.Connection, occasion: Occasion, events: Iterable[int], deed: int | None = None) -> int:
    """Write a deed and its parties, and of some events that they are of it; ``deed`` is its number, if it has one."""
    asked = json.dumps([claim.event for claim in occasion.claims])
    rows = connection.execute(query("queries/told_of_events.sql"), {"events": asked}).fetchall()
    written = connection.execute(query("queries/write_deed.sql"), (deed, *_row(occasion, rows)))
    number = deed or written.lastrowid or 0
    day = occasion.day or min((row["date"] for row in rows if row["date"]), default=None)
    parties = sorted(_parties(occasion).items())
    connection.executemany(
        ADD_PARTY, [(number, part, principal, " ".join(sorted(sectors)), day) for (part, principal), sectors in parties]
    )
    connection.executemany(DEED_OF, [(number, event) for event in events])
    return number


def _row(occasion: Occasion, rows: Sequence[Columns]) -> tuple[Any, ...]:
    told = sorted((_told(row, occasion.type in MUTUAL) for row in rows), key=lambda t: (t.report, t.event))
    mode, intensity = mode_of(told)
    where = place_of(told)
    days = sorted(row["date"] for row in rows if row["date"]) or [None]
    place = (None,) * 5 if where is None else (where.name, where.state, where.lat, where.lon, where.precision.value)
    witnesses = [Witness(_key(row), row["source"], row["owner"], row["copies"]) for row in rows]
    return (
        occasion.id,
        occasion.type,
        mode,
        told[0].quad,
        intensity,
        modality_of(told),
        occasion.day or days[0],
        occasion.last_day or max((d[1] for row in rows if (d := days_given(row["given"]))), default=days[-1]),
        int(occasion.told),
        *place,
        len(rows),
        len({row["report"] for row in rows}),
        independent(witnesses),
        _json(tolls_of(told)),
        _json(conflicts_of(told)),
    )


def _told(row: Columns, all_alike: bool) -> Told:
    facts = read_facts(row["facts"])
    by = "wire" if row["by_principal"] is None else str(ActorCode(row["by_principal"], row["by_sector"]))
    doers = {code.partition(" ")[0] for code in row["actors"].split(",")} - {""}
    numbers = tuple((n.harm.value, n.least, n.most, by if n.told_by is None else str(n.told_by)) for n in facts.numbers)
    return Told(
        event=row["event_id"],
        claim=row["claim"],
        report=_key(row),
        source=row["source"],
        given=first_day(row["given"]) or "",
        day=row["day"] if row["told"] and row["day"] == row["last_day"] else None,
        mode=row["mode"],
        modality=row["modality"],
        who=() if all_alike else tuple(sorted(doers)),
        by=by,
        quad=row["quad"],
        intensity=row["intensity"],
        where=facts.where,
        numbers=numbers,
    )


def _key(row: Columns) -> str:
    return f"{row['source']}/{row['id']}" if row["source"] else str(row["id"])


def _json(value: Any) -> str | None:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True) if value else None


def _parties(occasion: Occasion) -> Mapping[tuple[str, str], set[str]]:
    """The sectors told of each principal, by part: as most of the events tell it that tell all parties."""
    full = [claim for claim in occasion.claims if shape_of(claim) == occasion.shape]
    sides = Counter((tuple(sorted(claim.actors)), tuple(sorted(claim.recipients))) for claim in full)
    principals = Counter[tuple[tuple[str, ...], ...]]()
    for codes, times in sides.items():
        principals[tuple(tuple(sorted({c.partition(" ")[0] for c in side})) for side in codes)] += times
    most = min(principals, key=lambda side: (-principals[side], side))
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for part, of_part in zip(("actor", "recipient"), most, strict=True):
        for principal in of_part:
            found[part, principal] |= {
                code.partition(" ")[2]
                for claim in full
                for code in claim.actors | claim.recipients
                if code.partition(" ")[0] == principal
            } - {""}
    return found


def count(connection: sqlite3.Connection, deeds: Collection[int], times: int) -> None:
    """Add deeds to the daily counts, or with ``times`` −1 take them out."""
    sides: defaultdict[int, dict[str, list[str]]] = defaultdict(lambda: {"actor": [], "recipient": []})
    heads: dict[int, tuple[str, str, int, int]] = {}
    for row in connection.execute(query("queries/deeds_counted.sql"), {"deeds": json.dumps(sorted(deeds))}):
        dead = (json.loads(row["tolls"]) if row["tolls"] else {}).get("dead", {"least": 0})["least"]
        heads[row["deed_id"]] = (row["day"], row["type"], row["sources"], dead)
        sides[row["deed_id"]][row["part"]].append(row["principal"])
    states: Counter[tuple[str, str, str, str, int, int]] = Counter()
    dyads: Counter[tuple[str, str, str, str, int, int]] = Counter()
    for deed, (day, kind, sources, dead) in heads.items():
        states.update((state, part, day, kind, sources, dead) for state, part in _units(sides[deed]))
        dyads.update((one, other, day, kind, sources, dead) for one, other in _dyads(sides[deed]))
    for table, counted in (("state_day", states), ("dyad_day", dyads)):
        rows = [(*key[:4], n * times, n * key[4] * times, n * key[5] * times) for key, n in sorted(counted.items())]
        connection.executemany(query(f"queries/count_{table}.sql"), rows)
        if times < 0:
            connection.executemany(NONE_LEFT[table], {row[:4] for row in rows})


def _units(sides: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    every = [(state, "any") for state in sorted({*sides["actor"], *sides["recipient"]})]
    return every + [(state, part) for part in ("actor", "recipient") for state in sides[part]]


def _dyads(sides: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Each actor with each recipient; of a deed that all did together, each with each other, both ways."""
    if sides["recipient"]:
        return list(product(sides["actor"] or [""], sides["recipient"]))
    if len(sides["actor"]) > 1:
        return list(permutations(sides["actor"], 2))
    return [(actor, "") for actor in sides["actor"]]
