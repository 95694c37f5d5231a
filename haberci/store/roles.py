"""Reading roles and details back over all reports."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from haberci.store.database import query
from haberci.store.days import first_day
from haberci.store.details import Details, unpack
from haberci.store.rows import RoleRow
from haberci.store.texts import repaired


def role_rows(connection: sqlite3.Connection, run: int) -> Iterator[RoleRow]:
    """The roles that held at the end of a run, by the day of their report."""
    return map(role_row, connection.execute(query("queries/roles.sql"), {"run": run}))


def role_row(row: Mapping[str, Any]) -> RoleRow:
    """A row of ``roles.sql`` as the record that callers get."""
    text = repaired(row["body"], row["base"], row["difference"])
    return RoleRow(
        id=row["claim"],
        report=row["id"],
        source=row["source"] or None,
        date=first_day(row["date"]),
        person=row["person"],
        office=row["office"],
        of=row["principal"],
        words=text[row["text_start"] : row["text_stop"]],
        before=text[: row["text_start"]].rsplit(None, 1)[-1] if text[: row["text_start"]].split() else "",
        rule=row["rule"],
    )


def details_of_readings(connection: sqlite3.Connection, run: int) -> Iterator[Details]:
    """The details of each report that was coded, as they held at the end of a run."""
    for row in connection.execute(query("queries/details.sql"), {"run": run}):
        yield unpack(row["packed"])
