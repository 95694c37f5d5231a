"""Rows into files: JSON lines, CSV or Parquet, streamed."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from haberci.exports.file_format import FileFormat
from haberci.exports.tables import LIST, ExportTable

LONGEST_ROW = 2**28  # bytes


class TableFile:
    """One table, written row by row; Parquet is made of JSON lines when it is closed. Counts its rows."""

    def __init__(self, folder: Path, table: ExportTable, format: FileFormat) -> None:
        self.path = folder / f"{table.name}.{format.value}"
        self.rows = 0
        self._table = table
        self._format = format
        self._raw = self.path.with_suffix(".rows") if format is FileFormat.PARQUET else self.path
        self._file: IO[str] = self._raw.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file, lineterminator="\n") if format is FileFormat.CSV else None
        if self._csv is not None:
            self._csv.writerow(table.columns)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if self._format is FileFormat.PARQUET:
            try:
                if error is None:
                    _to_parquet(self._raw, self.path, self._table.columns)
            finally:
                self._raw.unlink(missing_ok=True)

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write rows that have the table's columns."""
        for row in rows:
            self.rows += 1
            if self._csv is None:
                self._file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
            else:
                self._csv.writerow([_cell(row[column], kind) for column, kind in self._table.columns.items()])


def _cell(value: Any, kind: str) -> Any:
    return "; ".join(map(str, value or ())) if kind == LIST else value


def _to_parquet(rows: Path, path: Path, columns: Mapping[str, str]) -> None:
    import duckdb  # takes long to load, and only Parquet needs it

    struct = ", ".join(f"'{column}': '{kind}'" for column, kind in columns.items())
    lines = f"'{_quoted(rows)}', format = 'newline_delimited', maximum_object_size = {LONGEST_ROW}"
    sql = f"SELECT * FROM read_json({lines}, columns = {{{struct}}})"
    with duckdb.connect(config={"threads": 1}) as connection:  # one thread: the order of rows, and so the bytes, stay
        connection.execute(f"COPY ({sql}) TO '{_quoted(path)}' (FORMAT parquet, COMPRESSION zstd)")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
