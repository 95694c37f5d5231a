"""``haberci export``: what a store holds as files that others read, with a manifest that makes a release citable."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import file_digest
from pathlib import Path
from typing import Any

from haberci import __version__
from haberci.core.codebook import load_codebook
from haberci.core.errors import DiskError, InputError
from haberci.exports.file_format import FileFormat
from haberci.exports.files import TableFile
from haberci.exports.tables import (
    DEEDS,
    EVENTS,
    REPORTS,
    ROLES,
    STATEMENTS,
    TEXT,
    ExportTable,
    deed_rows,
    event_rows,
    report_row,
    role_rows,
    statement_rows,
)
from haberci.store.archive import report_of
from haberci.store.rows import Run, RunVersion
from haberci.store.store import Store

MANIFEST = "manifest.json"
ARCHIVE = ExportTable("archive", {"report": TEXT})
SOURCES = ExportTable("sources", {"name": TEXT, "grade": TEXT, "owner": TEXT})
FORM = 1  # of the export: what a later version can tell it by


def export_tables(store: Store, folder: Path, format: FileFormat, texts: bool) -> dict[str, int]:
    """Write reports, events, deeds, statements, roles and sources, and with ``texts`` the archive that can be imported.

    Returns how many rows each has.
    """
    tables = (REPORTS, EVENTS, DEEDS, STATEMENTS, ROLES, SOURCES, *((ARCHIVE,) if texts else ()))
    with ExitStack() as stack:
        files = {table.name: stack.enter_context(TableFile(folder, table, format)) for table in tables}
        for found in store.archive():
            report, version = report_of(found, str(folder))
            files["reports"].add([report_row(report, _version_name(version))])
            ids = [claim["claim"] for claim in found["claims"].get("event", ())]
            files["events"].add(event_rows(report, ids, store.deed_of))
            files["statements"].add(statement_rows(report))
            files["roles"].add(role_rows(report))
            if texts:
                files["archive"].add([{"report": json.dumps(found, ensure_ascii=False, separators=(",", ":"))}])
        files["deeds"].add(deed_rows(store.deeds(modality=None)))
        files["sources"].add({"name": s.name, "grade": s.grade, "owner": s.owner} for s in store.sources())
    return {name: file.rows for name, file in files.items()}


def _version_name(version: RunVersion) -> str:
    return " ".join((version.code, version.rules, version.data, version.register))


def prepared(folder: Path) -> Path:
    """The folder of an export, made if need be. Raises InputError when something stands in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder} is not an empty folder; an export writes over nothing")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DiskError(f"{folder}: can't be made ({error.strerror})") from error
    return folder


def write_manifest(
    folder: Path, format: str, runs: list[Run], counts: dict[str, int], texts: bool, corrected: bool = False
) -> dict[str, Any]:
    """Say what the files of an export are: what made them, how many rows, and the hash of each.

    ``corrected``: with the corrections that people made.
    """
    files = [_file(path) for path in sorted(folder.iterdir()) if path.name != MANIFEST]
    told = {
        "haberci": __version__,
        "form": FORM,
        "format": format,
        "codebook": load_codebook().version,
        "recorded_at": runs[-1].recorded_at if runs else None,
        "versions": list(_versions(runs)),
        "texts": texts,
        "corrected": corrected,
        "rows": counts,
        "files": files,
    }
    text = json.dumps(told, ensure_ascii=False, indent=2)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return told


def _versions(runs: list[Run]) -> Iterator[dict[str, str]]:
    for version in dict.fromkeys(run.version for run in runs):
        yield {"code": version.code, "rules": version.rules, "data": version.data, "register": version.register}


def _file(path: Path) -> dict[str, Any]:
    with path.open("rb") as opened:
        return {"name": path.name, "bytes": path.stat().st_size, "sha256": file_digest(opened, "sha256").hexdigest()}
