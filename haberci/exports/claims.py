"""Claims as files while reports are read, without a store: what ``haberci read --out`` writes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from haberci.core.counted import counted_rows
from haberci.core.overlay import NOTHING_OWN, Overlay
from haberci.core.report import Report
from haberci.exports.file_format import FileFormat
from haberci.exports.files import TableFile
from haberci.exports.release import prepared, write_manifest
from haberci.exports.tables import EVENTS, REPORTS, ROLES, STATEMENTS, event_rows, report_row, role_rows, statement_rows
from haberci.store.claims import event_ids
from haberci.store.rows import Run
from haberci.version import run_version

TABLES = (REPORTS, EVENTS, STATEMENTS, ROLES)


class ClaimFiles:
    """Tables of reports, events, statements and roles in an empty folder, with a manifest when all is written.

    Events have no deed: those are found over all reports of a store.
    """

    def __init__(self, folder: Path, format: FileFormat, overlay: Overlay = NOTHING_OWN) -> None:
        self._folder = prepared(folder)
        self._format = format
        self._version = run_version(overlay)
        self._stack = ExitStack()
        self._files: dict[str, TableFile] = {}

    @property
    def is_resumable(self) -> bool:
        """Never: an export writes over nothing."""
        return False

    def __enter__(self) -> Self:
        files = (TableFile(self._folder, table, self._format) for table in TABLES)
        self._files = {table.name: self._stack.enter_context(file) for table, file in zip(TABLES, files, strict=True)}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)
        if error is None:
            counts = {name: file.rows for name, file in self._files.items()}
            runs = [Run(0, "", self._version)]
            write_manifest(self._folder, self._format.value, runs, counts, texts=False)

    def keep(self, reports: Sequence[Report]) -> None:
        """Write what was found in a batch of reports."""
        version = self._version
        name = " ".join((version.code, version.rules, version.data, version.register))
        for report in reports:
            self._files["reports"].add([report_row(report, name)])
            self._files["events"].add(event_rows(report, event_ids(report), lambda _: None))
            self._files["statements"].add(statement_rows(report))
            self._files["roles"].add(role_rows(report))

    def told(self) -> str:
        """What became of all reports, for a person."""
        return f"written to {self._folder}: {counted_rows({name: file.rows for name, file in self._files.items()})}"
