"""The desk's own tables in the database: corrections, accounts, sessions, the audit trail."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from haberci.store.database import open_to_write, transaction, translated
from haberci.store.days import stamp
from haberci.watch.keeping import Kept

TIMEOUT_S = 5.0


class Records:
    """A connection that writes the desk's own tables. All methods raise StoreError and its kin."""

    def __init__(self, path: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._path = path
        self._clock = clock
        self._connection = open_to_write(path, TIMEOUT_S)
        self._connection.row_factory = sqlite3.Row

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def now(self) -> str:
        """The moment, as the database keeps it."""
        return stamp(self._clock())

    def moment(self) -> datetime:
        """The moment."""
        return self._clock()

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """The rows of a query."""
        with translated(self._path, TIMEOUT_S):
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def change(self) -> Iterator[Callable[..., int]]:
        """Several changes that stand or fall as one, those of an outer one among them.

        Gives what runs a statement and tells the row it added.
        """
        whole = nullcontext() if self._connection.in_transaction else transaction(self._connection)
        with translated(self._path, TIMEOUT_S), whole:
            yield lambda sql, *values: self._connection.execute(sql, values).lastrowid or 0

    @property
    def kept(self) -> Kept:
        """The signs and warnings, changed within the same changes."""
        return Kept(self._connection, self._path)

    def one(self, sql: str, *values: Any) -> Any:
        """The first row of a query within a change; None when there is none."""
        return self._connection.execute(sql, values).fetchone()


@contextmanager
def records(path: Path) -> Iterator[Records]:
    """The desk's tables, open for one request."""
    opened = Records(path)
    try:
        yield opened
    finally:
        opened.close()
