"""Searching a store, looking after it, and taking reports out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from haberci.core.errors import DiskError, InputError, SchemaError
from haberci.store.archive import archive_rows
from haberci.store.database import query, snapshot, transaction, translated
from haberci.store.days import first_day, last_day
from haberci.store.lookup import AsOf, day_asked, report_named, run_at
from haberci.store.removal import remove
from haberci.store.rows import ReportKey, Run, RunVersion
from haberci.store.searching import Asked, Found, search
from haberci.store.settling import settle_waiting
from haberci.store.together import StoredReportsTogether

LAST = "\U0010ffff"  # beyond every date
PAGES = 2000  # of a backup that are copied between two looks at whether another process writes


class Tally(NamedTuple):
    """How many reports hold now of one source, language, month (``YYYY-MM``) and version of haberci.

    ``unread`` are those that no pack reads; each part that is not known is ''.
    """

    source: str
    lang: str
    month: str
    version: str
    reports: int
    unread: int
    events: int


class StoredUpkeep(StoredReportsTogether):
    """Search, counts, backup, removal."""

    def search(self, words: str, as_of: AsOf = None, limit: int = 50) -> list[ReportKey]:
        """The keys of the reports that ``find`` finds."""
        return [found.key for found in self.find(words, as_of=as_of, limit=limit)]

    def find(
        self,
        words: str,
        since: str | None = None,
        until: str | None = None,
        as_of: AsOf = None,
        limit: int = 50,
    ) -> list[Found]:
        """Reports that have all the words, the best match first, each with a piece of its text.

        ``words`` are folded as texts were; a word of four letters or more is found with its endings, ``"two words"``
        stand beside each other, and ``title:``, ``source:``, ``lang:`` and ``id:`` before a word ask of that field.
        Raises InputError on another field.
        """
        asked = Asked.parse(words, self._fold)
        if asked.is_empty:
            return []
        first, last = day_asked(since, first_day) or "", day_asked(until, last_day)
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            run = run_at(self._connection, as_of)
            rows = search(self._connection, asked, run, first, last + LAST if last else "", limit, self._fold)
            return list(rows)

    def tallies(self) -> list[Tally]:
        """How many reports are there, by source, language, month and version."""
        with translated(self._path, self._timeout_s):
            return [Tally(*row) for row in self._connection.execute(query("queries/tallies.sql"))]

    def archive(self, as_of: AsOf = None) -> Iterator[dict[str, Any]]:
        """All reports with their claims, by key, each as a JSON object that ``restore`` takes."""
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            yield from archive_rows(self._connection, run_at(self._connection, as_of))

    def runs(self, as_of: AsOf = None) -> list[Run]:
        """The runs whose claims hold, the oldest first."""
        with translated(self._path, self._timeout_s):
            asked = {"run": run_at(self._connection, as_of)}
            rows = self._connection.execute(query("queries/runs.sql"), asked)
            return [Run(row[0], row[1], RunVersion(*row[2:])) for row in rows]

    def backup(self, target: str | Path) -> None:
        """Copy the database, as it is at one moment, while others may read and write; the copy is checked.

        Raises InputError when the target exists, DiskError when it can't be written.
        """
        path = Path(target)
        if path.exists():
            raise InputError(f"{path} is there already; a backup writes over nothing")
        if not path.parent.is_dir():
            raise DiskError(f"{path}: no folder {path.parent} to put the backup in")
        part = path.with_name(f"{path.name}.part")
        try:
            with translated(path, self._timeout_s):
                _copy(self._connection, part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)

    def remove(self, name: str | None = None, source: str | None = None) -> int:
        """Take one report out, or with ``source`` alone all of a source; returns how many.

        Their claims go with them; what people judged of them stays, and is orphaned. Raises InputError when there is no
        such report.
        """
        with translated(self._path, self._timeout_s):
            settle_waiting(self._connection, self._fold)
            with transaction(self._connection):
                return remove(self._connection, self._asked(name, source), self._fold)

    def _asked(self, name: str | None, source: str | None) -> list[int]:
        if name is None:
            found = self._connection.execute("SELECT report_id FROM report WHERE source = ?", (source,))
            reports = [row[0] for row in found]
            if not reports:
                raise InputError(f"no source {source or '(none)'} in {self._path}")
            return reports
        number = report_named(self._connection, name, source)
        if number is None:
            raise InputError(f"{self._path}: no report {name}")
        return [number]


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    copy = sqlite3.connect(path)
    try:
        connection.backup(copy, pages=PAGES)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file
        told = copy.execute("PRAGMA quick_check").fetchone()[0]
        if told != "ok":
            raise SchemaError(f"{path}: the copy is damaged ({told})")
    finally:
        copy.close()
