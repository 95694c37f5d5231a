"""Deeds and crises from tables, for a replay: CSV or tab-separated, with a header.

Deeds have the columns day, type, sources and targets (principals by blanks), and may have mode, deaths, place and its
state; what ``haberci events --format csv`` prints (date, type, actors, recipients) is taken, too. Crises have day,
subjects (``KGZ–TJK``, by blanks) and name.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from haberci.core.actors import SECTORS
from haberci.core.bodies import principals
from haberci.core.codebook import EventType, Modality
from haberci.core.errors import InputError, unreadable
from haberci.core.states import load_states
from haberci.watch.records import Deed, by_day, ordinal
from haberci.watch.replay import Crisis
from haberci.watch.series import Subject
from haberci.watch.signs import subject_asked

LONGEST_CELL: Final = 100_000  # characters of a cell: a sentence, not a text
_EXPORTED = "rule"  # a column that only what haberci prints has
_WHOLE_DAY = len("2021-04-28")
_NAMES = {"date": "day", "actors": "sources", "recipients": "targets", "dead": "deaths"}


def deeds_of_file(path: Path) -> list[Deed]:
    """The deeds of a table; raises InputError naming file and line."""
    rows = _rows(path, ("day", "type", "sources", "targets"))
    return by_day(_deed(path, line, row) for line, row in rows if not _is_undated(row))


def _is_undated(row: Mapping[str, str]) -> bool:
    """Whether ``haberci events`` printed an event whose day it does not know: no replay has a place for it."""
    return _EXPORTED in row and len(row["day"]) < _WHOLE_DAY


def crises_of_file(path: Path) -> list[Crisis]:
    """The crises of a table; raises InputError naming file and line."""
    return [
        Crisis(_day(path, line, row), _subjects(path, line, row["subjects"]), row["name"])
        for line, row in _rows(path, ("day", "subjects", "name"))
    ]


def _subjects(path: Path, line: int, cell: str) -> tuple[Subject, ...]:
    found = tuple(map(subject_asked, cell.split()))
    known = {*load_states(), *principals()}
    unknown = sorted({party for subject in found for party in subject.parties} - known)
    if unknown or not found:
        raise InputError(f"{path}:{line}: no state or organisation {unknown[0] if unknown else '(empty)'}")
    return found


def _deed(path: Path, line: int, row: Mapping[str, str]) -> Deed:
    kinds = {kind.value for kind in EventType}
    if row["type"] not in kinds:
        raise InputError(f"{path}:{line}: no event type {row['type'] or '(empty)'}")
    modality = row.get("modality") or Modality.HAPPENED.value
    if modality not in {known.value for known in Modality}:
        raise InputError(f"{path}:{line}: no modality {modality}")
    return Deed(
        _day(path, line, row),
        EventType(row["type"]),
        _principals(row["sources"]),
        _principals(row["targets"]),
        ids=(row.get("id") or f"{path.name}:{line}",),
        mode=row.get("mode") or None,
        deaths=_deaths(path, line, row.get("deaths", "")),
        happened=modality == Modality.HAPPENED.value,
        place=row.get("place") or None,
        state=row.get("state") or None,
    )


def _deaths(path: Path, line: int, cell: str) -> int:
    """The least that a number says: ``15``, ``15-20``, ``15-``; of ``-20`` the most."""
    least, _, most = cell.partition("-")
    told = least or most or "0"
    if not told.isdecimal():
        raise InputError(f"{path}:{line}: no number of deaths: {cell}")
    return int(told)


def _principals(cell: str) -> tuple[str, ...]:
    """The principals of a cell: ``KGZ TJK``, or codes with sectors by semicolons, as ``haberci events`` prints them."""
    parts = cell.split(";") if ";" in cell or " " not in cell else [cell]
    if len(parts) == 1 and all(len(word) == 3 and word.isupper() for word in cell.split()):
        parts = cell.split()[:1] if _has_sector(cell) else cell.split()
    return tuple(sorted({part.split()[0] for part in parts if part.strip()}))


def _has_sector(cell: str) -> bool:
    words = cell.split()
    return len(words) == 2 and words[1] in SECTORS


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {unreadable(error)}") from error
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    csv.field_size_limit(sys.maxsize)  # of the whole process, whatever others set it to; a cell's length is told below
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [_NAMES.get(name, name) for name in reader.fieldnames or ()]
        for column in columns:
            if column not in names:
                raise InputError(f"{path}:1: no column {column}")
        reader.fieldnames = names
        for row in reader:
            if None in row:
                raise InputError(f"{path}:{reader.line_num}: more cells than columns")
            if any(len(value or "") > LONGEST_CELL for value in row.values()):
                raise InputError(f"{path}:{reader.line_num}: a cell of more than {LONGEST_CELL:,} characters")
            yield reader.line_num, {key: (value or "").strip() for key, value in row.items()}
    except csv.Error as error:
        raise InputError(f"{path}:{reader.line_num}: no table: {error}") from error


def _day(path: Path, line: int, row: Mapping[str, str]) -> int:
    try:
        return ordinal(row["day"])
    except ValueError as error:
        raise InputError(f"{path}:{line}: no day: {row['day'] or '(empty)'}") from error
