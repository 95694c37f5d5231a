"""Which column of a table, or key of a record, holds which field of a report."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache

from haberci.core.errors import InputError
from haberci.core.lexicon import read_rows
from haberci.core.report import Report
from haberci.sources.options import FIELDS
from haberci.sources.origin import Origin
from haberci.sources.raw import raw_report, told_language

_TABLE = "sources/columns.tsv"
_PLAIN = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÇĞİÖŞÜçğıöşüâîû",
    "abcdefghijklmnopqrstuvwxyzcgiosucgiosuaiu",
    " _-.\ufeff'\"",
)


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """By which names a field is called, the likeliest first. Raises LexiconError when the table is wrong."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows(_TABLE, ("field", "names", "example")):
        found[row.one_of("field", FIELDS)] = row.many("names")
        row.needs("example")
    return found


@lru_cache(maxsize=1000)
def guess(columns: tuple[str, ...]) -> Mapping[str, str]:
    """The field of each column whose name tells it: ``{"text": "Haber Metni", "date": "Tarih"}``."""
    plain = {}
    for column in reversed(columns):
        plain[column.translate(_PLAIN)] = column  # of two columns of one name the first
    found = {field: next((plain[x] for x in names if x in plain), None) for field, names in _names().items()}
    return {field: column for field, column in found.items() if column is not None}


def choose(columns: Sequence[str], asked: Mapping[str, str]) -> Mapping[str, str]:
    """The columns asked for, and those guessed for the other fields.

    Raises InputError when a column that was asked for is not there, or none holds the text.
    """
    for column in asked.values():
        if column not in columns:
            raise InputError(f"no column {column!r} (there are {_listed(columns)})")
    found = {**guess(tuple(columns)), **asked}
    if "text" not in found:
        raise InputError(f"no column is known to hold the text (there are {_listed(columns)}; see read --columns)")
    return found


def told_guess(chosen: Mapping[str, str], columns: Sequence[str], asked: Mapping[str, str]) -> str | None:
    """What was guessed, for a person; None when nothing was: all were asked for or are called as their field is."""
    if all(field in asked or field == column for field, column in chosen.items()):
        return None
    pairs = ", ".join(f"{field}={chosen[field]}" for field in FIELDS if field in chosen)
    rest = [column for column in columns if column not in chosen.values()]
    return f"columns guessed: {pairs}" + (f" (not used: {_listed(rest)})" if rest else "")


def report_of(values: Mapping[str, object], chosen: Mapping[str, str], id: str, origin: Origin) -> Report:
    """The raw report of one row. Raises InputError when it has no text.

    Its source, if it names none, is the table's file: the ids of tables are often numbers that start anew in each.
    """
    cells = {field: _word(values.get(column)) for field, column in chosen.items()}
    text, own = cells.get("text"), cells.get("id")
    if text is None:
        raise InputError("the row has no text")
    return raw_report(
        text,
        own or id,
        lang=told_language(cells.get("lang")),
        date=cells.get("date"),
        title=cells.get("title"),
        source=cells.get("source") or origin.inside,
        url=cells.get("url"),
    )


def _word(value: object) -> str | None:
    """A cell as a string, None when it is empty."""
    if value is None or isinstance(value, str):
        return value if value and value.strip() else None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        return _of_bytes(bytes(value))
    if isinstance(value, Mapping | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _of_bytes(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return base64.b64encode(value).decode("ascii")


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(columns) or "none at all"
