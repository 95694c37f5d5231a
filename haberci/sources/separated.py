"""Tables as text: CSV with commas or semicolons, TSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import NamedTuple

from haberci.core.errors import InputError
from haberci.sources.columns import choose, guess, report_of, told_guess
from haberci.sources.decode import decode, encoding_of
from haberci.sources.document import Document, Found
from haberci.sources.limits import LONGEST_REPORT
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions

_SUFFIXES = (".csv", ".tsv", ".tab")
_SEPARATORS = "\t;,|"


class _Row(NamedTuple):
    line: int
    cells: list[str] | InputError


def tells(look: Look) -> bool:
    """Whether it is called a table, or its first line is a header with a column of texts and another, and more follows.

    A text's first line has words that are no columns.
    """
    if look.suffix in _SUFFIXES:
        return True
    names = [name.strip(' "') for name in look.first_line[:2000].split(_separator(look.first_line))]
    found = guess(tuple(names))
    return "text" in found and len(found) > 1 and 2 * len(found) >= len(names) and "\n" in look.text


def read(document: Document, options: SourceOptions) -> Iterator[Found]:
    """The rows, each a report; one that is broken is an error that carries its line, and the next is read."""
    csv.field_size_limit(LONGEST_REPORT)
    faults: list[InputError] = []
    lines = _lines(document, faults)
    header = next((line for line in lines if line.strip()), None)
    if header is None:
        raise faults[0] if faults else InputError("the table is empty")
    separator = _separator(header)
    columns = _header(header, separator)
    chosen = choose(columns, options.columns)
    if said := told_guess(chosen, columns, options.columns):
        options.tell(f"{document.origin.name}: {said}")
    origin = document.origin
    for number, row in enumerate(_rows(lines, separator, faults), 1):
        try:
            yield report_of(_cells(row, columns), chosen, f"{origin.stem}:{number}", origin)
        except InputError as error:
            yield InputError(f"{origin.name}:{row.line}: {error}")


def _header(line: str, separator: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([line], delimiter=separator))]
    except csv.Error as error:
        raise InputError(f"the header is broken ({error})") from error


def _rows(lines: Iterator[str], separator: str, faults: list[InputError]) -> Iterator[_Row]:
    """The rows with the line that each begins on; a line that is no text is a row of its own."""
    rows = csv.reader(lines, delimiter=separator)
    while True:
        line = rows.line_num + 2  # the header is the first
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield _Row(line, InputError(f"broken row: {error}"))
            continue
        yield from (_Row(line, fault) for fault in faults)
        faults.clear()
        if cells is None:
            return
        if cells:
            yield _Row(line, cells)


def _cells(row: _Row, columns: list[str]) -> dict[str, object]:
    if isinstance(row.cells, InputError):
        raise row.cells
    if len(row.cells) > len(columns):
        raise InputError(f"the row has {len(row.cells)} cells, the header {len(columns)}")
    return dict(zip(columns, row.cells, strict=False))


def _lines(document: Document, faults: list[InputError]) -> Iterator[str]:
    """The lines as text; for one that is none an empty one, and its fault beside."""
    encoding = encoding_of(document.head)
    if encoding.startswith(("utf-16", "utf-32")):
        yield from decode(document.whole()).splitlines(keepends=True)
        return
    for line in document.lines():
        try:
            if isinstance(line, InputError):
                raise line
            yield line.decode(encoding) if encoding == "cp1254" else decode(line)
        except (InputError, UnicodeDecodeError) as error:
            faults.append(error if isinstance(error, InputError) else InputError("the bytes are no text"))
            yield "\n"


def _separator(header: str) -> str:
    """What stands most often in the header."""
    return max(_SEPARATORS, key=header.count)
