"""What is kept with the claims, brought up to date: copies, notices, deeds, stories. In the claims' own transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from haberci.store.copies import Copies
from haberci.store.database import transaction
from haberci.store.grouping import regroup
from haberci.store.search_rows import SearchRows
from haberci.store.text_runs import Fold
from haberci.store.withdrawn import settle_notices, silenced

PIECE = 500  # reports of a database of an earlier schema that are settled at once


def settle(connection: sqlite3.Connection, reports: Iterable[int], fold: Fold) -> None:
    """Settle some reports, whose claims came, went or count otherwise, with all that hangs on them."""
    asked = set(reports)
    if not asked:
        return
    copies = Copies(connection, fold)
    copies.update(asked)
    changed = asked | copies.moved | settle_notices(connection, asked, fold)
    regroup(connection, changed, copies.groups(changed), silenced(connection, changed), fold)
    connection.execute("DELETE FROM ungrouped WHERE report IN (SELECT value FROM json_each(?))", (_list(asked),))


def settle_waiting(connection: sqlite3.Connection, fold: Fold) -> None:
    """Settle the reports that wait for it, in transactions of their own: a database of an earlier schema has some."""
    while True:
        with transaction(connection):
            rows = connection.execute("SELECT report FROM ungrouped ORDER BY report LIMIT ?", (PIECE,)).fetchall()
            waiting = [row[0] for row in rows]
            _titles(connection, waiting).write(connection, fold)
            settle(connection, waiting, fold)
        if len(rows) < PIECE:
            return


def _titles(connection: sqlite3.Connection, reports: Iterable[int]) -> SearchRows:
    sql = "SELECT revision_id, title FROM revision WHERE title <> '' AND report IN (SELECT value FROM json_each(?))"
    return SearchRows(titles=dict(connection.execute(f"{sql} ORDER BY revision_id", (_list(reports),)).fetchall()))


def _list(reports: Iterable[int]) -> str:
    return json.dumps(sorted(reports))
