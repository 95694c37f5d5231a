"""Reading a report back with all its claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from haberci.core.actors import ActorCode
from haberci.core.notice import Notice, NoticeKind
from haberci.core.report import Report, Role, Statement, StatementKind
from haberci.core.span import OffsetMap
from haberci.store.database import query
from haberci.store.details import read_spans, unpack
from haberci.store.events import Columns, evidence, parties_of, read_event
from haberci.store.rows import ReportKey, Run, RunVersion, StoredReport
from haberci.store.texts import repaired


def stored_report(connection: sqlite3.Connection, number: int, run: int) -> StoredReport | None:
    """What held of the report in row ``number`` at the end of a run; None when it was not there yet."""
    row = connection.execute(query("queries/reading.sql"), {"report": number, "run": run}).fetchone()
    if row is None:
        return None
    claims = {table: claims_of(connection, table, row["reading_id"]) for table in ("event", "statement", "role")}
    parties = {event["event_id"]: parties_of(connection, event["event_id"]) for event in claims["event"]}
    twins = connection.execute(query("queries/twins.sql"), {"text": row["raw_id"], "report": number, "run": run})
    runs = connection.execute("SELECT DISTINCT run FROM reading WHERE report = ? ORDER BY run", (number,))
    return StoredReport(
        report=report_of_rows(row, claims, parties, notice_of(connection, number, row["revision"])),
        revision=row["number"],
        run=_run(row),
        runs=tuple(found[0] for found in runs),
        event_ids=tuple(claim["claim"] for claim in claims["event"]),
        statement_ids=tuple(claim["claim"] for claim in claims["statement"]),
        role_ids=tuple(claim["claim"] for claim in claims["role"]),
        twins=tuple(ReportKey(twin[0] or None, twin[1]) for twin in twins),
    )


def notice_of(connection: sqlite3.Connection, report: int, revision: int) -> Notice | None:
    """The notice that a report is, by the revision that holds now; None of an earlier one.

    None, too, in a database that was stored before there were notices.
    """
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'notice'").fetchone():
        return None
    sql = """SELECT n.kind, n.id, n.title, n.rule FROM notice n
    JOIN reading g ON g.report = n.report AND g.until IS NULL WHERE n.report = ? AND g.revision = ?"""
    row = connection.execute(sql, (report, revision)).fetchone()
    return Notice(NoticeKind(row["kind"]), row["id"], row["title"], row["rule"]) if row else None


def claims_of(connection: sqlite3.Connection, table: str, reading: int) -> list[Any]:
    """The rows of a reading in ``event``, ``statement`` or ``role``."""
    return connection.execute(f"SELECT * FROM {table} WHERE reading = ? ORDER BY {table}_id", (reading,)).fetchall()


def _run(row: Columns) -> Run:
    version = RunVersion(row["code"], row["rules"], row["data"], row["register"])
    return Run(row["run"], row["recorded_at"], version)


def report_of_rows(
    row: Columns, claims: dict[str, list[Any]], parties: Mapping[int, list[Columns]], notice: Notice | None = None
) -> Report:
    """A report from its reading, the rows of its claims by table, and those of the parties by event."""
    details = unpack(row["packed"])
    return Report(
        id=row["id"],
        raw=row["raw"],
        text=repaired(row["body"], row["base"], row["difference"]),
        lang=row["lang"],
        source=row["source"] or None,
        title=row["title"],
        date=row["date"],
        date_flag=row["date_flag"],
        url=row["url"],
        notice=notice,
        digest=row["digest"] if "digest" in row.keys() else None,  # noqa: SIM118 - a row is no mapping
        coded=bool(row["coded"]),
        edits=details.edits,
        offsets=OffsetMap(details.edits),
        layout=details.layout,
        sentences=details.sentences,
        names=details.names,
        mentions=details.mentions,
        times=details.times,
        statements=tuple(_statement(claim) for claim in claims["statement"]),
        events=tuple(read_event(claim, parties[claim["event_id"]]) for claim in claims["event"]),
        roles=tuple(_role(claim) for claim in claims["role"]),
    )


def _statement(row: Columns) -> Statement:
    return Statement(
        at=evidence(row, ""),
        speaker=ActorCode(row["principal"], row["sector"]),
        speaker_text=row["speaker_text"],
        speaker_at=None if row["speaker_start"] is None else evidence(row, "speaker_"),
        kind=StatementKind(row["kind"]),
        cue=row["cue"],
        cue_at=evidence(row, "cue_"),
        content=read_spans(row["content"]),
        force=row["force"],
        rule=row["rule"],
    )


def _role(row: Columns) -> Role:
    return Role(evidence(row, ""), row["person"], row["office"], row["principal"], row["rule"])
