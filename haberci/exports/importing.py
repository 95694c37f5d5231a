"""``haberci import``: an earlier export with its texts, checked against its manifest, back into a store."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any, NamedTuple

from haberci.core.errors import InputError, unreadable
from haberci.exports.file_format import FileFormat
from haberci.exports.release import ARCHIVE, FORM, MANIFEST, SOURCES
from haberci.exports.tables import ExportTable
from haberci.store.archive import Archived, report_of
from haberci.store.rows import WriteCount
from haberci.store.store import Store


class Export(NamedTuple):
    """An export that can be imported: a folder whose files are as its manifest says, and in which form they are."""

    folder: Path
    form: FileFormat

    def file(self, table: ExportTable) -> Path:
        """The file of a table."""
        return self.folder / f"{table.name}.{self.form}"


def checked_export(folder: Path) -> Export:
    """The export in a folder; raises InputError, naming the file, when one is missing or not as the manifest says."""
    path = folder / MANIFEST
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["form"] != FORM:
            raise InputError(f"{path}: an export of form {told['form']}; this version of haberci reads form {FORM}")
        if not told["texts"]:
            raise InputError(f"{folder}: exported without --texts, so that it can't be imported")
        export = Export(folder, FileFormat(told["format"]))
        hashes = {file["name"]: file["sha256"] for file in told["files"]}
    except OSError as error:
        raise InputError(f"{folder}: no export ({MANIFEST}: {unreadable(error)})") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: no manifest of an export that can be imported ({error})") from error
    if missing := {export.file(table).name for table in (ARCHIVE, SOURCES)} - hashes.keys():
        raise InputError(f"{path}: it does not name {', '.join(sorted(missing))}")
    for name, digest in hashes.items():
        _check(folder / name, digest)
    return export


def import_export(store: Store, export: Export) -> WriteCount:
    """Put the reports of an export, with their claims, and what was said of their sources into a store.

    What the store has already stays.
    """
    done = store.restore(_reports(export))
    known = {source.name: source for source in store.sources()}
    for row in _rows(export.file(SOURCES), export.form):
        name, grade, owner = row["name"] or "", row["grade"], row["owner"]
        if name in known and (grade or owner) and not (known[name].grade or known[name].owner):
            store.set_source(name, grade or None, owner or None)
    return done


def _check(path: Path, digest: str) -> None:
    try:
        with path.open("rb") as opened:
            found = file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path}: {unreadable(error)}") from error
    if found != digest:
        raise InputError(f"{path}: not as it was exported: its hash is not the manifest's")


def _reports(export: Export) -> Iterator[Archived]:
    path = export.file(ARCHIVE)
    for number, row in enumerate(_rows(path, export.form), 1):
        yield report_of(json.loads(row["report"]), f"{path}:{number}")


def _rows(path: Path, form: FileFormat) -> Iterator[dict[str, Any]]:
    return {FileFormat.JSONL: _lines, FileFormat.CSV: _cells, FileFormat.PARQUET: _parquet}[form](path)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="\n") as opened:
        yield from map(json.loads, opened)


def _cells(path: Path) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


def _parquet(path: Path) -> Iterator[dict[str, Any]]:
    import duckdb  # takes long to load, and only Parquet needs it

    with duckdb.connect(config={"threads": 1}) as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        columns = [column[0] for column in found.description]
        while rows := found.fetchmany(500):
            yield from (dict(zip(columns, row, strict=True)) for row in rows)
