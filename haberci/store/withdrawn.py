"""Reports that an agency corrected or took back: they are kept, and what they tell no longer counts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from haberci.core.notice import NoticeKind, headline_of, plain
from haberci.core.report import Report
from haberci.store.database import query
from haberci.store.occasions import days_from
from haberci.store.text_runs import Fold

DAYS = 10  # so long after a report its agency may name it by its headline
SAME = 0.75  # of the shorter headline's words: a correction may change a number in it


class _Noticed(NamedTuple):
    notice: int
    source: str
    id: str | None
    title: str | None
    day: str


def keep_notice(connection: sqlite3.Connection, report: int, told: Report) -> None:
    """Keep the notice that a report is, and none that it was."""
    connection.execute("DELETE FROM notice WHERE report = ?", (report,))
    if told.notice is not None:
        row = (report, told.notice.kind.value, told.source or "", told.notice.id, told.notice.title, told.notice.rule)
        connection.execute("INSERT INTO notice (report, kind, source, id, title, rule) VALUES (?, ?, ?, ?, ?, ?)", row)


def settle_notices(connection: sqlite3.Connection, reports: Iterable[int], fold: Fold) -> set[int]:
    """Find anew which reports are named, where some reports came or went. Returns those that count otherwise now."""
    asked = sorted(reports)
    among = {"reports": json.dumps(asked)}
    connection.execute("DELETE FROM superseded WHERE report IN (SELECT value FROM json_each(:reports))", among)
    rows = connection.execute(query("queries/notices_near.sql"), among).fetchall()
    changed: set[int] = set()
    for notice in sorted({_Noticed(*row) for row in rows}):
        held = connection.execute("SELECT report FROM superseded WHERE notice = ?", (notice.notice,)).fetchall()
        named = _named(connection, notice, fold)
        changed |= {row[0] for row in held} ^ named
        connection.execute("DELETE FROM superseded WHERE notice = ?", (notice.notice,))
        connection.executemany(
            "INSERT INTO superseded (report, notice) VALUES (?, ?)", [(one, notice.notice) for one in sorted(named)]
        )
    gone = connection.execute(
        "SELECT report FROM superseded WHERE notice NOT IN (SELECT report FROM notice)"
    ).fetchall()
    connection.execute("DELETE FROM superseded WHERE notice NOT IN (SELECT report FROM notice)")
    return changed | {row[0] for row in gone}


def silenced(connection: sqlite3.Connection, reports: Iterable[int]) -> set[int]:
    """Those of some reports whose claims do not count: corrected or taken back, or themselves a kill."""
    asked = {"reports": json.dumps(sorted(reports)), "kill": NoticeKind.KILL.value}
    return {row[0] for row in connection.execute(query("queries/silenced.sql"), asked)}


def _named(connection: sqlite3.Connection, notice: _Noticed, fold: Fold) -> set[int]:
    """The reports that a notice names: by id, else the one whose headline is most like the one it names."""
    if notice.id is not None:
        sql = "SELECT report_id FROM report WHERE source = ? AND id = ? COLLATE NOCASE AND report_id <> ?"
        return {row[0] for row in connection.execute(sql, (notice.source, notice.id, notice.notice))}
    asked = {
        "source": notice.source,
        "notice": notice.notice,
        "since": days_from(notice.day, -DAYS) if notice.day else "",
        "until": notice.day,
    }
    rows = connection.execute(query("queries/headlines.sql"), asked)
    own = set((notice.title or "").split())
    best: list[tuple[float, str, str, int]] = []
    for row in rows:
        headline = headline_of(row["title"], row["body"])
        words = set(plain(fold(headline) if fold else headline).split())
        common = len(own & words) / (min(len(own), len(words)) or 1)
        if common >= SAME:
            best.append((common, row["day"], row["id"], row["report"]))
    return {max(best)[3]} if best else set()
