"""A database that is open: what all that asks of it and changes it has in common."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from haberci.store.database import translated
from haberci.store.writer import Writer


class Opened:
    """One connection, with the path that errors name."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        timeout_s: float,
        fold: Callable[[str], str] | None,
        clock: Callable[[], datetime],
    ) -> None:
        connection.row_factory = sqlite3.Row
        self._connection = connection
        self._path = path
        self._timeout_s = timeout_s
        self._fold = fold
        self._clock = clock
        self._writer: Writer | None = None

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        with translated(self._path, self._timeout_s):
            self._connection.close()
