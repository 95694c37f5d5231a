"""How far sources are followed: for each address its state on the server, when it is asked next, and what fails."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from haberci.store.database import open_to_write, transaction, translated

_TIMEOUT_S = 10.0


class Followed(NamedTuple):
    """The state of one source. Times are seconds since 1970; ``failures`` in a row, ``fault`` the last of them."""

    address: str
    etag: str | None = None
    modified: str | None = None
    read_at: float | None = None
    next_at: float = 0.0
    failures: int = 0
    fault: str | None = None


class FollowedSources:
    """The states of the sources that are followed into a database. A context manager. Raises StoreError and its kin."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection = open_to_write(path, _TIMEOUT_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def state(self, address: str) -> Followed:
        """The state of a source; of one that was never read a new one."""
        with translated(self._path, _TIMEOUT_S):
            columns = ", ".join(Followed._fields)
            asked = f"SELECT {columns} FROM followed WHERE address = ?"
            found = self._connection.execute(asked, (address,)).fetchone()
        return Followed(*found) if found else Followed(address)

    def keep(self, state: Followed) -> None:
        """Keep the state of a source in place of the one before."""
        marks = ", ".join("?" * len(state))
        with translated(self._path, _TIMEOUT_S), transaction(self._connection):
            self._connection.execute(f"INSERT OR REPLACE INTO followed VALUES ({marks})", state)
