"""Taking reports out: their texts and claims go, what people judged of them stays and is orphaned."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from haberci.store.settling import settle
from haberci.store.text_runs import Fold
from haberci.store.texts import repaired

_OF_READING = ("event", "statement", "role", "detail")
_AMONG = "IN (SELECT value FROM json_each(?))"


def remove(connection: sqlite3.Connection, reports: Iterable[int], fold: Fold) -> int:
    """Take reports out, within a transaction; returns how many.

    The keys of reports that somebody judged or noted stay, without a text, so that the judgements have what they hang
    on; the ids of events that somebody audited are kept with the judgement itself.
    """
    asked = json.dumps(sorted(reports))
    counted = connection.execute(f"SELECT count(*) FROM reading WHERE until IS NULL AND report {_AMONG}", (asked,))
    count: int = counted.fetchone()[0]
    texts = _texts(connection, asked)
    sql = f"SELECT revision_id FROM revision WHERE report {_AMONG}"
    revisions = [row[0] for row in connection.execute(sql, (asked,))]
    _unindex_titles(connection, revisions, fold)
    connection.execute(f"UPDATE reading SET until = run WHERE until IS NULL AND report {_AMONG}", (asked,))
    settle(connection, json.loads(asked), fold)
    connection.execute(f"DELETE FROM notice WHERE report {_AMONG}", (asked,))
    settle(connection, json.loads(asked), fold)
    _drop_claims(connection, asked)
    connection.execute(f"DELETE FROM revision WHERE report {_AMONG}", (asked,))
    _drop_texts(connection, texts, fold)
    judged = " OR ".join(f"report_id IN (SELECT report FROM {table})" for table in _layer_3(connection))
    connection.execute(f"DELETE FROM report WHERE report_id {_AMONG} AND NOT ({judged or 'FALSE'})", (asked,))
    return count


def _layer_3(connection: sqlite3.Connection) -> list[str]:
    """The tables of judgements that hang on a report."""
    found = connection.execute(
        "SELECT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f "
        "WHERE m.type = 'table' AND f.\"table\" = 'report' AND f.\"from\" = 'report'"
    )
    derived = {"revision", "reading", "ungrouped", "deed_event", "copy", "notice", "superseded"}
    return sorted({row[0] for row in found} - derived)


def _texts(connection: sqlite3.Connection, asked: str) -> set[int]:
    given = connection.execute(f"SELECT text FROM revision WHERE report {_AMONG}", (asked,)).fetchall()
    mended = connection.execute(f"SELECT text FROM reading WHERE report {_AMONG}", (asked,)).fetchall()
    return {row[0] for row in given + mended}


def _drop_claims(connection: sqlite3.Connection, asked: str) -> None:
    readings = f"SELECT reading_id FROM reading WHERE report {_AMONG}"
    events = f"SELECT event_id FROM event WHERE reading IN ({readings})"
    connection.execute(f"DELETE FROM event_party WHERE event IN ({events})", (asked,))
    for table in _OF_READING:
        connection.execute(f"DELETE FROM {table} WHERE reading IN ({readings})", (asked,))
    connection.execute(f"DELETE FROM reading WHERE report {_AMONG}", (asked,))


def _unindex_titles(connection: sqlite3.Connection, revisions: Iterable[int], fold: Fold) -> None:
    sql = f"SELECT revision_id, title FROM revision WHERE title <> '' AND revision_id {_AMONG}"
    for row in connection.execute(sql, (json.dumps(list(revisions)),)).fetchall():
        _unindex(connection, "title_search", row["revision_id"], row["title"], fold)


def _drop_texts(connection: sqlite3.Connection, texts: Iterable[int], fold: Fold) -> None:
    """Take texts away that no other report has, repaired ones before those that they were repaired from."""
    sql = """SELECT t.text_id, t.body, b.body AS base, t.difference FROM text t LEFT JOIN text b ON b.text_id = t.base
    WHERE t.text_id = ? AND NOT EXISTS (SELECT 1 FROM revision v WHERE v.text = t.text_id)
    AND NOT EXISTS (SELECT 1 FROM reading g WHERE g.text = t.text_id)
    AND NOT EXISTS (SELECT 1 FROM text o WHERE o.base = t.text_id)"""
    for number in sorted(texts, reverse=True):
        row = connection.execute(sql, (number,)).fetchone()
        if row is None:
            continue
        body = repaired(row["body"], row["base"], row["difference"])
        if connection.execute("SELECT 1 FROM text_search WHERE rowid = ?", (number,)).fetchone():
            _unindex(connection, "text_search", number, body, fold)
        connection.execute("DELETE FROM text_band WHERE text = ?", (number,))
        connection.execute("DELETE FROM text WHERE text_id = ?", (number,))


def _unindex(connection: sqlite3.Connection, index: str, number: int, text: str, fold: Fold) -> None:
    # An index without the texts is told what stood there.
    sql = f"INSERT INTO {index} ({index}, rowid, folded) VALUES ('delete', ?, ?)"
    connection.execute(sql, (number, fold(text) if fold else text))
