"""Load tables of the project (TSV with a header row) and check them; errors name file and line.

A table is UTF-8, tab-separated, its first line names the columns. Empty lines and lines that begin with ``#`` are
passed over. Cells are stripped; an empty cell is the empty string.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from haberci.core.errors import LexiconError, did_you_mean, unreadable


@dataclass(slots=True)
class Row:
    """One line of a table: where it stands, and its cells by column."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str, separator: str = "|") -> tuple[str, ...]:
        """The parts of a cell that holds several values."""
        value = self.cells[column]
        if separator not in value:
            return (value,) if value else ()
        return tuple(part.strip() for part in value.split(separator) if part.strip())

    def one_of(self, column: str, allowed: Iterable[str]) -> str:
        """The cell, which must be one of the allowed values; raises LexiconError with the nearest one otherwise."""
        return self.known(column, self.cells[column], tuple(allowed))

    def known(self, what: str, value: str, allowed: Collection[str]) -> str:
        """A value of this row, which must be one of the allowed ones; raises LexiconError with the nearest one."""
        if value in allowed:
            return value
        raise self.error(f"unknown {what} {value or '(empty)'}{did_you_mean(value, allowed, 0.5)}")

    def needs(self, column: str) -> str:
        """The cell, which must not be empty."""
        if not self.cells[column]:
            raise self.error(f"{column} is empty")
        return self.cells[column]

    def error(self, what: str) -> LexiconError:
        """An error that names this row, to be raised by the caller."""
        return LexiconError(f"{self.file}:{self.line}: {what}")


def data_file(name: str) -> Traversable:
    """A data file that ships with the package, as ``tr/titles.tsv``."""
    return files("haberci").joinpath("data", *name.split("/"))


def tables_in(name: str | Path) -> list[Traversable]:
    """The tables of one layer in order: those of a folder (``tr/frames``, or a user's own), or the one table named.

    Raises LexiconError when there is no such folder, or it holds none.
    """
    where = name if isinstance(name, Path) else data_file(name)
    if isinstance(name, Path) and not name.exists():
        raise LexiconError(f"{name}: no such file or folder")
    if not where.is_dir():
        return [where]
    found = sorted((table for table in where.iterdir() if table.name.endswith(".tsv")), key=lambda table: table.name)
    if not found:
        raise LexiconError(f"{where.name}: the folder holds no table (.tsv)")
    return found


def read_rows(name: str | Path | Traversable, columns: Sequence[str], shown: str | None = None) -> Iterator[Row]:
    """The rows of a table: a shipped one by name (``tr/frames/aid.tsv``), or any file by Path.

    Errors name it as ``shown``. Raises LexiconError when the file is missing, a column is missing or unknown, or a row
    has too many cells.
    """
    where = data_file(name) if isinstance(name, str) else name
    short = shown or where.name
    try:
        text = where.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{short}: {unreadable(error)}") from error
    header: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [*map(str.strip, line.split("\t"))]
        if header is None:
            header = _checked_header(short, number, cells, columns)
            continue
        if len(cells) > len(header):
            raise LexiconError(f"{short}:{number}: {len(cells)} cells, but {len(header)} columns")
        if len(cells) < len(header):
            cells += [""] * (len(header) - len(cells))
        yield Row(short, number, dict(zip(header, cells, strict=True)))


def _checked_header(file: str, line: int, cells: list[str], columns: Sequence[str]) -> list[str]:
    for column in columns:
        if column not in cells:
            raise LexiconError(f"{file}:{line}: no column {column}")
    for cell in cells:
        if cell not in columns:
            raise LexiconError(f"{file}:{line}: unknown column {cell or '(empty)'}")
    return cells
