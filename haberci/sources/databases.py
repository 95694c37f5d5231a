"""Tables in files of their own: Parquet, DuckDB and SQLite, each row a report. Nothing is written, no query runs."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from haberci.core.errors import InputError
from haberci.sources.columns import choose, guess, report_of, told_guess
from haberci.sources.document import Document, Found
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.origin import Origin

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

HABERCI = 0x48424349  # the application id of haberci's own databases, in the head of the file
_AT_ONCE = 200  # rows
_MEMORY = "256MB"


class _Table(NamedTuple):
    """A table: its name (None: the file holds only one), its columns, and what gives its rows."""

    name: str | None
    columns: Sequence[str]
    rows: Callable[[Sequence[str]], Iterator[Sequence[object]]]


def tells_parquet(look: Look) -> bool:
    """Whether it is a Parquet file."""
    return look.head.startswith(b"PAR1")


def tells_duckdb(look: Look) -> bool:
    """Whether it is a DuckDB database."""
    return look.head[8:12] == b"DUCK"


def tells_sqlite(look: Look) -> bool:
    """Whether it is an SQLite database."""
    return look.head.startswith(b"SQLite format 3\0")


def is_own(head: bytes) -> bool:
    """Whether it is a database that haberci made."""
    return head.startswith(b"SQLite format 3\0") and int.from_bytes(head[68:72], "big") == HABERCI


def read_parquet(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The rows of a Parquet file."""
    with document.on_disk() as path, closing(_duckdb(":memory:")) as connection:
        try:
            connection.execute("CREATE VIEW file AS SELECT * FROM read_parquet(?)".replace("?", _quoted(str(path))))
            (table,) = _duckdb_tables(connection, ["file"])
            yield from _reports([table._replace(name=None)], document.origin, options)
        except _duckdb_errors() as error:
            raise InputError(f"the Parquet file is broken ({_brief(error)})") from error


def read_duckdb(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The rows of the tables of a DuckDB database."""
    with document.on_disk() as path:
        try:
            with closing(_duckdb(str(path))) as connection:
                names = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY ALL").fetchall()
                tables = _duckdb_tables(connection, [name for (name,) in names])
                yield from _reports(tables, document.origin, options)
        except _duckdb_errors() as error:
            raise InputError(f"the DuckDB database can't be read ({_brief(error)})") from error


def read_sqlite(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The rows of the tables of an SQLite database."""
    if is_own(document.head):
        raise InputError("it is a database of haberci itself, no source of reports")
    with document.on_disk() as path:
        try:
            with closing(sqlite3.connect(_address(path, document.head), uri=True, timeout=1)) as connection:
                connection.text_factory = lambda data: data.decode("utf-8", "replace")
                connection.execute("PRAGMA trusted_schema = OFF")
                yield from _reports(_sqlite_tables(connection), document.origin, options)
        except (sqlite3.Error, OverflowError) as error:
            raise InputError(f"the SQLite database can't be read ({error})") from error


def _reports(tables: Sequence[_Table], origin: Origin, options: SourceOptions) -> Iterator[Found]:
    wanted = [table for table in tables if _is_wanted(table, options, len(tables))]
    if not wanted:
        names = ", ".join(table.name or "" for table in tables) or "none at all"
        raise InputError(f"no table {options.table or 'with a column of texts'} (there are {names})")
    for table in wanted:
        yield from _of_table(table, origin, options)


def _is_wanted(table: _Table, options: SourceOptions, of: int) -> bool:
    if options.table is not None:
        return table.name in (options.table, None)
    return of == 1 or options.columns.get("text") in table.columns or "text" in guess(tuple(table.columns))


def _of_table(table: _Table, origin: Origin, options: SourceOptions) -> Iterator[Found]:
    asked = options.columns
    chosen = choose(table.columns, asked)
    where = f"{origin.name}: table {table.name}" if table.name else origin.name
    if said := told_guess(chosen, table.columns, asked):
        options.tell(f"{where}: {said}")
    stem = f"{origin.stem}:{table.name}" if table.name else origin.stem
    fields = list(dict.fromkeys(chosen.values()))
    for number, row in enumerate(table.rows(fields), 1):
        try:
            yield report_of(dict(zip(fields, row, strict=True)), chosen, f"{stem}:{number}", origin)
        except InputError as error:
            yield InputError(f"{where}: row {number}: {error}")


def _duckdb(path: str) -> DuckDBPyConnection:
    # Imported here: it takes 0.2 s, and few sources need it.
    import duckdb

    config: Mapping[str, Any] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": _MEMORY,
        "threads": "1",  # rows in their order, and no more memory than one needs
        "temp_directory": "",
    }
    return duckdb.connect(path, read_only=path != ":memory:", config=dict(config))


def _duckdb_errors() -> type[Exception]:
    import duckdb  # as above

    return duckdb.Error


def _duckdb_tables(connection: DuckDBPyConnection, names: Sequence[str]) -> list[_Table]:
    def of(name: str) -> _Table:
        described = connection.execute(f"DESCRIBE {_name(name)}").fetchall()
        return _Table(name, [row[0] for row in described], lambda columns: _fetched(connection, name, columns))

    return [of(name) for name in names]


def _sqlite_tables(connection: sqlite3.Connection) -> list[_Table]:
    """The tables; virtual ones, which may run code, and views are passed by."""

    def of(name: str) -> _Table:
        described = connection.execute(f"PRAGMA table_info({_name(name)})").fetchall()
        return _Table(name, [row[1] for row in described], lambda columns: _fetched(connection, name, columns))

    listed = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    plain = [name for name, sql in listed if not re.match(r"(?i)\s*CREATE\s+VIRTUAL", sql or "")]
    return [of(name) for name in plain if not name.startswith("sqlite_")]


def _fetched(
    connection: sqlite3.Connection | DuckDBPyConnection, name: str, columns: Sequence[str]
) -> Iterator[Sequence[object]]:
    asked = f"SELECT {', '.join(map(_name, columns))} FROM {_name(name)}"
    cursor: Any = connection.cursor().execute(asked)
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from rows


def _address(path: Path, head: bytes) -> str:
    """The address that SQLite opens to read. A database closed in WAL mode would else get new files beside it."""
    is_closed_wal = head[18:20] == b"\2\2" and not Path(f"{path}-wal").exists()
    return f"{path.resolve().as_uri()}?mode=ro" + ("&immutable=1" if is_closed_wal else "")


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _brief(error: Exception) -> str:
    return str(error).partition("\n")[0]
