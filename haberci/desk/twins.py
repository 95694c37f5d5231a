"""A table's twins: the same rows as CSV, JSON and Parquet."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from starlette.responses import Response, StreamingResponse

FORMATS = ("csv", "json", "parquet")
Row = Mapping[str, Any]
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
# A spreadsheet takes a cell that begins so for a formula; with an apostrophe before it, it is text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BATCH = 500
_LONGEST = 1 << 28  # bytes of one row


def twin_addresses(path: str, query: str = "") -> list[tuple[str, str]]:
    """Each format of ``FORMATS``, and where the table of a page with this path and query is to be had in it."""
    asked = f"?{query}" if query else ""
    return [(format, f"{path}.{format}{asked}") for format in FORMATS]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type in Parquet, and whether its text comes from outside."""

    name: str
    type: str = "VARCHAR"
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """A table to be sent: what the file is called, its columns, and what gives its rows when they are wanted."""

    name: str
    columns: Sequence[Column]
    rows: Callable[[], Iterable[Row]]

    def response(self, format: str) -> Response:
        """The whole table in a format of ``FORMATS``."""
        head = {"Content-Disposition": f'attachment; filename="{self.name}.{format}"', "Cache-Control": "no-store"}
        if format == "parquet":
            return Response(self._parquet(), media_type=_MEDIA[format], headers=head)
        lines = self._csv() if format == "csv" else self._json()
        return StreamingResponse(lines, media_type=_MEDIA[format], headers=head)

    def _csv(self) -> Iterator[str]:
        text = StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([column.name for column in self.columns])
        for n, row in enumerate(self.rows(), 1):
            writer.writerow([_cell(row.get(column.name), column.is_told) for column in self.columns])
            if n % _BATCH == 0:
                yield _taken(text)
        yield _taken(text)

    def _json(self) -> Iterator[bytes]:
        yield b"["
        for n, row in enumerate(self.rows()):
            yield (b",\n" if n else b"\n") + json_bytes({c.name: row.get(c.name) for c in self.columns})
        yield b"\n]\n"

    def _parquet(self) -> bytes:
        # Imported here: it takes a quarter of a second, and most pages are not exported.
        import duckdb

        types = {column.name: column.type for column in self.columns}
        with tempfile.TemporaryDirectory(prefix="haberci-") as folder, duckdb.connect() as engine:
            lines, out = Path(folder, "rows.jsonl"), Path(folder, "rows.parquet")
            with lines.open("wb") as file:
                file.writelines(json_bytes({name: row.get(name) for name in types}) + b"\n" for row in self.rows())
            rows = _read(engine, lines, types) if lines.stat().st_size else _no_rows(engine, types)
            rows.write_parquet(str(out), compression="zstd")
            return out.read_bytes()


def json_bytes(value: Any) -> bytes:
    """A value as JSON in UTF-8; half of a surrogate pair, which has no UTF-8 form, becomes a question mark."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _read(engine: Any, lines: Path, types: Mapping[str, str]) -> Any:
    return engine.read_json(str(lines), columns=dict(types), format="newline_delimited", maximum_object_size=_LONGEST)


def _no_rows(engine: Any, types: Mapping[str, str]) -> Any:
    columns = ", ".join(f'CAST(NULL AS {type}) AS "{name}"' for name, type in types.items())
    return engine.sql(f"SELECT {columns} WHERE false")


def _cell(value: Any, is_told: bool) -> Any:
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if is_told and isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def _taken(text: StringIO) -> str:
    lines = text.getvalue()
    text.seek(0)
    text.truncate()
    return lines
