"""The file: opening it, checking that it is ours, and telling in one line what went wrong."""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

from haberci.core.errors import DiskError, LockedError, SchemaError, StoreError

APPLICATION_ID = 0x48424349  # "HBCI"; `file` and other tools know the database by it
FIRST_READABLE = 1  # the earliest schema that is read as it is, and brought up to date when it is next written to
_PAUSE_S = 0.02
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNWRITABLE = {
    sqlite3.SQLITE_IOERR: "can't be read or written",
    sqlite3.SQLITE_READONLY: "can't be written",
    sqlite3.SQLITE_CANTOPEN: "can't be opened",
    sqlite3.SQLITE_PERM: "can't be opened",
}


@cache
def query(name: str) -> str:
    """A named query, or a step of the schema: the text of a file beside this one (``queries/events.sql``)."""
    return files("haberci.store").joinpath(*name.split("/")).read_text(encoding="utf-8")


@cache
def steps() -> Mapping[int, str]:
    """The steps that make a database, by number: ``migrations/NNN_what.sql``. Raises StoreError when one is missing."""
    folder = files("haberci.store").joinpath("migrations")
    found = {int(step.name[:3]): f"migrations/{step.name}" for step in folder.iterdir() if step.name.endswith(".sql")}
    if sorted(found) != list(range(1, len(found) + 1)):
        raise StoreError(f"the steps of the database are not numbered from 1 without a gap: {sorted(found)}")
    return found


def newest_schema() -> int:
    """The schema that this version of haberci writes: the number of its last step."""
    return len(steps())


@contextmanager
def translated(path: Path, timeout_s: float) -> Iterator[None]:
    """Turn what sqlite3 raises into a StoreError of one line that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translation(error, path, timeout_s) from error
    except zlib.error as error:
        raise SchemaError(f"{path}: a damaged database ({error})") from error


def _translation(error: sqlite3.Error, path: Path, timeout_s: float) -> StoreError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _LOCKED:
        return LockedError(f"{path}: another process kept the database locked for {timeout_s:g} s; try again later")
    if code in _BROKEN:
        return SchemaError(f"{path}: no haberci database, or a damaged one ({error})")
    if code == sqlite3.SQLITE_FULL:
        return DiskError(f"{path}: the disk is full; what was stored before stays")
    if code in _UNWRITABLE:
        return DiskError(f"{path}: {_UNWRITABLE[code]} ({error})")
    return StoreError(f"{path}: {error}")


def open_to_write(path: Path, timeout_s: float) -> sqlite3.Connection:
    """A connection that may write; makes the database when there is none. Raises StoreError and its kin."""
    if not path.parent.is_dir():
        raise DiskError(f"{path}: no folder {path.parent} to put the database in")
    if path.is_dir():
        raise StoreError(f"{path}: a folder, not a database")
    if not _may(os.W_OK, path.parent) or (path.exists() and not _may(os.W_OK, path)):
        raise DiskError(f"{path}: can't be written (no permission)")
    with translated(path, timeout_s):
        connection = _connect(path, "rwc", timeout_s)
        try:
            _prepare(connection, path, timeout_s)
        except BaseException:
            connection.close()
            raise
    return connection


def open_to_read(path: Path, timeout_s: float) -> sqlite3.Connection:
    """A connection that can't change the database. Raises StoreError when there is none."""
    if not path.exists():
        raise StoreError(f"no database at {path}")
    if path.is_dir():
        raise StoreError(f"{path}: a folder, not a database")
    if not _may(os.R_OK, path):
        raise DiskError(f"{path}: can't be read (no permission)")
    with translated(path, timeout_s):
        connection = _connect(path, _read_mode(path), timeout_s)
        try:
            connection.execute("PRAGMA query_only = ON")
            if _is_empty(connection):
                raise StoreError(f"no database at {path}: the file is empty")
            check_schema(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _read_mode(path: Path) -> str:
    """How to open for reading.

    WAL keeps two files beside the database while it is open; only a connection that may write takes them away again
    ("rw": what is stored is guarded by query_only). Where the folder can't be written and no writer has left them
    there, nobody writes, and the file is read as it lies.
    """
    if _may(os.W_OK, path) and _may(os.W_OK, path.parent):
        return "rw"
    return "ro" if Path(f"{path}-wal").exists() else "ro&immutable=1"


def _may(access: int, path: Path) -> bool:
    return os.access(path, access, effective_ids=os.access in os.supports_effective_ids)


def _connect(path: Path, mode: str, timeout_s: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=timeout_s,
        isolation_level=None,
        check_same_thread=False,  # one after the other may use it (``readers``), never two at once
    )
    connection.execute("PRAGMA foreign_keys = ON")
    # KiB: indexes of hashes are met at random places. Who writes stores what others read, in memory that they share.
    connection.execute(f"PRAGMA cache_size = -{16_000 if mode == 'rwc' else 32_000}")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, timeout_s: float) -> None:
    if not _is_empty(connection):
        check_schema(connection, path)
        if _number(connection, "user_version") != newest_schema():
            with transaction(connection):
                _step_on(connection)
    _turn_to_wal(connection, timeout_s)
    connection.execute("PRAGMA synchronous = NORMAL")
    if _is_empty(connection):
        with transaction(connection):
            if _is_empty(connection):  # another process may have been faster
                _step_on(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    check_schema(connection, path)


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the file has no tables and belongs to nobody: new, or left by a process killed while making it."""
    tables: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return tables == 0 and _number(connection, "application_id") == 0


def _turn_to_wal(connection: sqlite3.Connection, timeout_s: float) -> None:
    """Readers beside a writer. SQLite does not wait for a lock at this change, so this does."""
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _LOCKED or time.monotonic() > deadline:
                raise
        time.sleep(_PAUSE_S)


def _step_on(connection: sqlite3.Connection) -> None:
    """Bring a new database, or one of an earlier schema, to the newest one, step by step."""
    for number in range(_number(connection, "user_version") + 1, newest_schema() + 1):
        _execute(connection, query(steps()[number]))
        connection.execute(f"PRAGMA user_version = {number}")


def _execute(connection: sqlite3.Connection, script: str) -> None:
    """Run the statements of a script within the transaction that is open."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raise SchemaError when the database is none of haberci's, or of a schema that this version does not read."""
    if _number(connection, "application_id") != APPLICATION_ID:
        raise SchemaError(f"{path}: no haberci database")
    schema = _number(connection, "user_version")
    if not FIRST_READABLE <= schema <= newest_schema():
        raise SchemaError(
            f"{path}: a database of schema {schema}; this version of haberci reads schema {newest_schema()}"
        )


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    value: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return value


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock; commit at the end, or take all back when anything is raised."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let several queries see the database at one moment."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")
