"""Writing: reports and their claims, in batches that stand or fall as one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import astuple
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

from haberci.core.codebook import Codebook, load_codebook
from haberci.core.report import Report
from haberci.store.database import query, transaction
from haberci.store.days import stamp
from haberci.store.details import pack
from haberci.store.record import ClaimRows
from haberci.store.rows import RunVersion
from haberci.store.search_rows import SearchRows
from haberci.store.settling import settle, settle_waiting
from haberci.store.texts import digest, keep_given, keep_repaired
from haberci.store.withdrawn import keep_notice

BATCH = 200


class Outcome(Enum):
    """What became of one report."""

    NEW = "new"
    SUPERSEDED = "superseded"
    UNCHANGED = "unchanged"


class _Plan(NamedTuple):
    """What to do with a report: its rows, None where they are to be made; ``held``: the run whose claims hold now."""

    outcome: Outcome
    key: int | None = None
    held: int | None = None
    revision: int | None = None
    number: int = 1


class _Given(NamedTuple):
    """What a source gives of a report. No date is no change: a dateline's may stand in its place."""

    sha256: bytes
    title: str | None
    date: str | None
    url: str | None

    @classmethod
    def of(cls, report: Report) -> _Given:
        return cls(digest(report.raw), report.title, report.date, report.url)

    def is_in(self, revision: sqlite3.Row) -> bool:
        """Whether a stored revision holds it."""
        held = _Given(revision["sha256"], revision["title"], revision["date"], revision["url"])
        return held == (self if self.date else self._replace(date=held.date))


class Writer:
    """Writes batches of one version.

    The run's row is made with the first claims, so that a write of nothing new leaves no trace.

    Run numbers rise in the order of commits: when another process began a run in between, this one goes on under a new
    number.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        version: RunVersion,
        fold: Callable[[str], str] | None,
        clock: Callable[[], datetime],
    ) -> None:
        self._connection = connection
        self.version = version
        self._fold = fold
        self._clock = clock
        self._run: int | None = None
        self._changed: set[int] = set()  # the reports that the batch brought claims for
        self._has_settled = False
        self.codebook = load_codebook()

    def write(self, batch: Sequence[Report]) -> list[Outcome]:
        """Write one batch in one transaction; raises sqlite3.Error, and then nothing of the batch is written."""
        run = self._run
        self._settle_waiting()
        self._changed.clear()
        try:
            with transaction(self._connection):
                rows = ClaimRows(self._number("SELECT coalesce(max(event_id), 0) + 1 FROM event"))
                found_by = SearchRows()
                outcomes = [self._write_one(report, rows, found_by) for report in batch]
                self._add_claims(rows)
                settle(self._connection, self._changed, self._fold)
                found_by.write(self._connection, self._fold)
        except BaseException:
            self._run = run
            raise
        return outcomes

    def _settle_waiting(self) -> None:
        if not self._has_settled:
            settle_waiting(self._connection, self._fold)
            self._has_settled = True

    def outcome(self, report: Report) -> Outcome:
        """What ``write`` would do with a report."""
        return self._plan(report).outcome

    def _plan(self, report: Report) -> _Plan:
        asked = {"id": report.id, "source": report.source or ""}
        known = self._connection.execute(query("queries/revisions.sql"), asked).fetchall()
        if not known:  # a key may have outlived its report
            row = self._connection.execute("SELECT report_id FROM report WHERE id = :id AND source = :source", asked)
            found = row.fetchone()
            return _Plan(Outcome.NEW, found[0] if found else None)
        key, held = known[0]["report_id"], known[0]["run"]
        given = _Given.of(report)
        for place, row in enumerate(known):
            if not given.is_in(row):
                continue
            # An earlier revision was read when it was the newest. It does not come back: the same input, which may hold
            # two texts of one key, would else add revisions each time that it is read.
            same = (row["code"], row["rules"], row["data"], row["register"]) == astuple(self.version)
            if place > 0 or (same and not _is_told_otherwise(report, row)):
                return _Plan(Outcome.UNCHANGED)
            return _Plan(Outcome.SUPERSEDED, key, held, row["revision_id"])
        return _Plan(Outcome.SUPERSEDED, key, held, None, known[0]["number"] + 1)

    def _write_one(self, report: Report, rows: ClaimRows, found_by: SearchRows) -> Outcome:
        plan = self._plan(report)
        if plan.outcome is Outcome.UNCHANGED:
            return plan.outcome
        run = self._open_run(plan.held)
        key, revision, given = plan.key, plan.revision, keep_given(self._connection, report.raw)
        if key is None:
            key = self._insert("INSERT INTO report (source, id) VALUES (?, ?)", (report.source or "", report.id))
        if revision is None:
            told = (key, plan.number, given, report.title, report.date, report.url, report.digest)
            revision = self._do("add_revision", told)
            if report.title:
                found_by.titles[revision] = report.title
        self._changed.add(key)
        keep_notice(self._connection, key, report)
        if plan.outcome is not Outcome.NEW:
            self._do("supersede", (run, key))
        text = keep_repaired(self._connection, report.text, report.raw, given)
        found_by.texts[text] = report.text
        reading = self._add_reading(report, (key, revision, run, text))
        rows.add(report, reading, self.codebook)
        return plan.outcome

    def _open_run(self, held: int | None) -> int:
        """The number of this run. A new one when another began since, or when it would supersede its own claims."""
        latest = self._number("SELECT coalesce(max(run_id), 0) FROM run")
        if self._run is None or self._run != latest or self._run == held:
            self._run = latest + 1
            self._do("add_run", (self._run, stamp(self._clock()), *astuple(self.version)))
        return self._run

    def _add_reading(self, report: Report, of: tuple[int, int, int, int]) -> int:
        """Add a reading ``of`` a report: the rows of report, revision, run and repaired text."""
        counts = (len(report.events), len(report.statements), len(report.roles))
        reading = self._do("add_reading", (*of, report.lang, report.coded, report.date_flag, *counts))
        if details := pack(report):
            self._insert("INSERT INTO detail (reading, packed) VALUES (?, ?)", (reading, details))
        return reading

    def _add_claims(self, rows: ClaimRows) -> None:
        for name, waiting in (
            ("add_event", rows.events),
            ("add_party", rows.parties),
            ("add_statement", rows.statements),
            ("add_role", rows.roles),
        ):
            self._connection.executemany(query(f"queries/{name}.sql"), waiting)

    def _do(self, name: str, values: Sequence[Any]) -> int:
        return self._insert(query(f"queries/{name}.sql"), values)

    def _insert(self, sql: str, values: Sequence[Any]) -> int:
        """Run one statement; the number of the row that it added."""
        return self._connection.execute(sql, values).lastrowid or 0

    def _number(self, sql: str) -> int:
        value: int = self._connection.execute(sql).fetchone()[0]
        return value


def _is_told_otherwise(report: Report, held: sqlite3.Row) -> bool:
    """Whether a source tells another language of a report than is held, or takes it back: it is read anew then."""
    is_notice = report.notice is not None and report.notice.kind.value != held["notice"]
    return is_notice or report.lang not in (None, held["lang"])


def holds(connection: sqlite3.Connection, report: Report) -> bool:
    """Whether a report stands in the store as its source gives it."""
    asked = {"id": report.id, "source": report.source or ""}
    given = _Given.of(report)
    rows = connection.execute(query("queries/revisions.sql"), asked)
    return any(given.is_in(row) for row in rows)


def fault_of(report: Report, codebook: Codebook) -> str | None:
    """Why a report can't be stored, None when it can.

    A text with half of a surrogate pair is no text and has no UTF-8 form; a mode that its type does not have has no
    intensity.
    """
    for name in ("id", "source", "raw", "text", "title", "date", "url"):
        at = _half_pair(getattr(report, name))
        if at is not None:
            return f"report {ascii(report.id)[1:-1]}: {name} holds half of a surrogate pair at {at}, which is no text"
    for event in report.events:
        if event.mode is not None and event.mode not in codebook.types[event.type].modes:
            return f"report {report.id}: {event.type} has no mode {event.mode}"
    return None


def _half_pair(value: str | None) -> int | None:
    try:
        (value or "").encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return None
