"""Judgements of people on events, kept beside the coding; a newer one on the same event goes before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from haberci.store.database import query, transaction
from haberci.store.rows import EventRow, RunVersion

ADD = """INSERT INTO judgement (claim, told, verdict, code, rules, data, register, seed, sample, recorded_at)
SELECT ?, ?, ?, code, rules, data, register, ?, ?, ? FROM run WHERE run_id = ?"""
IDS = """SELECT e.claim FROM event e JOIN reading g ON g.reading_id = e.reading WHERE g.until IS NULL"""
VERSION = "SELECT code, rules, data, register FROM run WHERE run_id = ?"


class Verdict(StrEnum):
    """What a person says of an event; the first mistake that holds."""

    RIGHT = "right"
    WRONG_TYPE = "wrong type"
    WRONG_PARTY = "wrong party"
    NO_EVENT = "no event"
    SKIP = "skip"  # can't be judged: it counts neither for nor against


class Judgement(NamedTuple):
    """One judgement: the event as it stood, the verdict, and the sample in which it was drawn."""

    event: EventRow
    verdict: Verdict
    seed: int
    sample: int


def event_told(event: EventRow) -> str:
    """What is judged of an event, in one line: a judgement holds as long as it stays the same."""
    sides = ("; ".join(map(str, codes)) for codes in (event.actors, event.recipients))
    return " | ".join((event.type, event.mode or "", *sides))


def current_ids(connection: sqlite3.Connection) -> list[str]:
    """The ids of all events that hold now."""
    return [row[0] for row in connection.execute(IDS)]


def versions_of(connection: sqlite3.Connection, runs: Iterable[int]) -> list[RunVersion]:
    """The versions of runs, each once, the oldest first."""
    found = (RunVersion(*connection.execute(VERSION, (run,)).fetchone()) for run in sorted(runs))
    return list(dict.fromkeys(found))


def add_judgements(connection: sqlite3.Connection, judged: Iterable[Judgement], recorded_at: str) -> None:
    """Keep judgements, all of them or none; makes their table when there is none yet."""
    rows = [
        (j.event.id, event_told(j.event), j.verdict.value, j.seed, j.sample, recorded_at, j.event.run) for j in judged
    ]
    with transaction(connection):
        for statement in query("judgement.sql").split(";\n"):
            connection.execute(statement)
        connection.executemany(ADD, rows)


def verdicts(connection: sqlite3.Connection, events: Iterable[EventRow]) -> Mapping[str, Verdict]:
    """The newest verdict on each of the events that was judged as it stands, by its id."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'judgement'").fetchone():
        return {}
    newest = "SELECT verdict FROM judgement WHERE claim = ? AND told = ? ORDER BY judgement_id DESC LIMIT 1"
    found = ((e.id, connection.execute(newest, (e.id, event_told(e))).fetchone()) for e in events)
    return {id: Verdict(row[0]) for id, row in found if row}
