"""``haberci import``: an earlier export with its texts, checked against its manifest, back into a store."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any

from haberci.core.errors import InputError
from haberci.exports.release import ARCHIVE, FORM, MANIFEST, SOURCES
from haberci.store.archive import Archived, report_of
from haberci.store.rows import WriteCount
from haberci.store.store import Store


def import_export(store: Store, folder: Path) -> WriteCount:
    """Put the reports of an export, with their claims, and what was said of their sources into a store.

    What the store has already stays. Raises InputError, naming the file, when a file is missing or is not as the
    manifest says, and then nothing is written.
    """
    told = _checked(folder)
    form = str(told["format"])
    done = store.restore(_reports(folder, form))
    known = {source.name: source for source in store.sources()}
    for row in _rows(folder / f"{SOURCES.name}.{form}", form):
        name, grade, owner = row["name"] or "", row["grade"], row["owner"]
        if name in known and (grade or owner) and not (known[name].grade or known[name].owner):
            store.set_source(name, grade or None, owner or None)
    return done


def _checked(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: no manifest of an export ({error})") from error
    if told.get("form") != FORM:
        raise InputError(f"{path}: an export of form {told.get('form')}; this version of haberci reads form {FORM}")
    if not told["texts"]:
        raise InputError(f"{folder}: exported without --texts, so that it can't be imported")
    for file in told["files"]:
        _check(folder / file["name"], file["sha256"])
    return told


def _check(path: Path, digest: str) -> None:
    try:
        with path.open("rb") as opened:
            found = file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror})") from error
    if found != digest:
        raise InputError(f"{path}: not as it was exported: its hash is not the manifest's")


def _reports(folder: Path, form: str) -> Iterator[Archived]:
    path = folder / f"{ARCHIVE.name}.{form}"
    for number, row in enumerate(_rows(path, form), 1):
        yield report_of(json.loads(row["report"]), f"{path}:{number}")


def _rows(path: Path, form: str) -> Iterator[dict[str, Any]]:
    return {"jsonl": _lines, "csv": _cells, "parquet": _parquet}[form](path)


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
