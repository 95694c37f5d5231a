"""Connections that read one database and stay open between uses: for those who ask often and little."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from haberci.store.database import check_schema, open_to_read, translated

KEPT = 6  # connections that wait, each with up to 32 MB of the database

_File = tuple[int, int]


class Readers:
    """Lends connections that can't change the database, each to one thread at a time; used by many threads.

    What a connection that waits has of the database and its prepared queries is at hand for the next use, where
    opening takes a millisecond and reads all anew. A file that was put in the other's place is opened as any.
    """

    def __init__(self, path: Path, timeout_s: float) -> None:
        self._path = path
        self._timeout_s = timeout_s
        self._lock = threading.Lock()
        self._waiting: list[tuple[_File, sqlite3.Connection]] = []

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """A connection for one use. Raises StoreError and its kin as ``open_to_read`` does."""
        file, connection = self._taken()
        try:
            yield connection
        except BaseException:  # whoever failed may still stand within a query
            connection.close()
            raise
        self._put_back(file, connection)

    def close(self) -> None:
        """Close the connections that wait."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for _, connection in waiting:
            connection.close()

    def _taken(self) -> tuple[_File | None, sqlite3.Connection]:
        file = _file(self._path)
        while True:
            with self._lock:
                held = self._waiting.pop() if self._waiting else None
            if held is None:
                return file, open_to_read(self._path, self._timeout_s)
            if held[0] == file:
                self._check(held[1])
                return held
            held[1].close()

    def _check(self, connection: sqlite3.Connection) -> None:
        """Raise SchemaError when the schema became another while a connection waited."""
        try:
            with translated(self._path, self._timeout_s):
                check_schema(connection, self._path)
        except BaseException:
            connection.close()
            raise

    def _put_back(self, file: _File | None, connection: sqlite3.Connection) -> None:
        connection.row_factory = None
        # Without a log beside it the file is read as if nobody ever wrote to it, which must be found out anew.
        has_log = Path(f"{self._path}-wal").exists()
        with self._lock:
            if file is not None and has_log and not connection.in_transaction and len(self._waiting) < KEPT:
                self._waiting.append((file, connection))
                return
        connection.close()


def _file(path: Path) -> _File | None:
    try:
        found = path.stat()
    except OSError:
        return None  # what is wrong with it, opening tells
    return found.st_dev, found.st_ino
