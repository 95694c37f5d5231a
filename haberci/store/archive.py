"""A report with all its claims as one JSON object, from which it can be put into another store as it is."""

from __future__ import annotations

import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any, NamedTuple

from haberci.core.errors import InputError
from haberci.core.notice import Notice, NoticeKind
from haberci.core.report import Report
from haberci.store.database import query
from haberci.store.events import parties_of
from haberci.store.reports import claims_of, notice_of, report_of_rows
from haberci.store.rows import RunVersion
from haberci.store.texts import repaired

Json = dict[str, Any]
_CLAIMS = ("event", "statement", "role")
_GIVEN = ("source", "id", "number", "title", "date", "url", "lang", "coded", "date_flag")
_VERSION = ("code", "rules", "data", "register")


class Archived(NamedTuple):
    """A report as it stood in a store, and the version that read it."""

    report: Report
    version: RunVersion


def archive_rows(connection: sqlite3.Connection, run: int) -> Iterator[Json]:
    """All reports that held at the end of a run, by source and id."""
    for number in connection.execute(query("queries/readings_by_key.sql"), {"run": run}).fetchall():
        row = connection.execute(query("queries/reading.sql"), {"report": number[0], "run": run}).fetchone()
        yield _archived(connection, row)


def _archived(connection: sqlite3.Connection, row: sqlite3.Row) -> Json:
    claims = {
        table: [{key: value for key, value in dict(claim).items() if key != "reading"} for claim in found]
        for table in _CLAIMS
        if (found := claims_of(connection, table, row["reading_id"]))
    }
    for event in claims.get("event", ()):
        event["parties"] = [dict(party) for party in parties_of(connection, event["event_id"])]
    notice = notice_of(connection, row["report"], row["revision"])
    return {
        **{key: row[key] for key in (*_GIVEN, *_VERSION)},
        "raw": row["raw"],
        "text": repaired(row["body"], row["base"], row["difference"]),
        "notice": notice,
        "digest": row["digest"] if "digest" in row.keys() else None,  # noqa: SIM118 - a row is no mapping
        "details": b64encode(row["packed"]).decode("ascii") if row["packed"] else None,
        "claims": claims,
    }


def report_of(found: Json, where: str) -> Archived:
    """The report that ``archive_rows`` gave. Raises InputError, which names ``where``, when it is none."""
    try:
        row = {**found, "body": found["text"], "base": None, "difference": None}
        row["packed"] = b64decode(found["details"]) if found["details"] else None
        claims = {table: found["claims"].get(table, []) for table in _CLAIMS}
        parties = {event["event_id"]: event["parties"] for event in claims["event"]}
        report = report_of_rows(row, claims, parties, _notice(found["notice"]))
        return Archived(report, RunVersion(*(found[key] for key in _VERSION)))
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{where}: no report as haberci exports them ({type(error).__name__}: {error})") from error


def _notice(row: list[str] | None) -> Notice | None:
    if row is None:
        return None
    kind, id, title, rule = row
    return Notice(NoticeKind(kind), id, title, rule)
