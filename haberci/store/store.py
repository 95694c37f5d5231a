"""The store: one SQLite file that keeps reports, claims and judgements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, TypedDict

from haberci.core.errors import InputError
from haberci.core.report import Report
from haberci.store.archive import Archived
from haberci.store.changes import StoredChanges
from haberci.store.database import open_to_read, open_to_write, query, snapshot, translated
from haberci.store.days import first_day, last_day
from haberci.store.details import Details
from haberci.store.events import EventFilter, event_of_row, event_rows
from haberci.store.judgements import Judgement, Verdict, add_judgements, current_ids, verdicts, versions_of
from haberci.store.lookup import AsOf, day_asked, event_named, report_named, run_at
from haberci.store.reports import stored_report
from haberci.store.roles import details_of_readings, role_rows
from haberci.store.rows import EventRow, RoleRow, RunVersion, StoredReport, WriteCount
from haberci.store.settling import settle_waiting
from haberci.store.writer import BATCH, Outcome, Writer, fault_of, holds

LAST = "\U0010ffff"  # beyond every date
UNDETERMINED = "und"  # ISO 639's code of a language that is not known


class Counts(TypedDict):
    """How much the store holds now; ``uncoded`` counts reports that no pack reads, by language."""

    reports: int
    coded: int
    uncoded: dict[str, int]
    events: int
    statements: int
    roles: int
    runs: int


class Store(StoredChanges):
    """One database, open. A context manager; not to be shared by threads.

    Queries see what holds now, or with ``as_of`` (a run's number, or an ISO 8601 day or time in UTC) what held then.
    All methods raise StoreError or its kin when the file can't be used.
    """

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        mode: Literal["write", "read"] = "write",
        timeout_s: float = 10.0,
        fold: Callable[[str], str] | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open a database, in mode ``write`` make it when there is none; in mode ``read`` it is never changed.

        ``timeout_s`` is how long to wait for another process's lock. ``fold`` makes of a text the form that is
        searched, and must be the same in all sessions. ``clock`` tells when a run is recorded.

        Raises SchemaError (another schema, no haberci database, a damaged file), LockedError, DiskError (can't be
        made or written), and StoreError when there is nothing to read.
        """
        opened = (open_to_read if mode == "read" else open_to_write)(Path(path), timeout_s)
        return cls(opened, Path(path), timeout_s, fold, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, reports: Iterable[Report], version: RunVersion) -> WriteCount:
        """Store reports and their claims, in transactions of at most 200.

        Reports whose claims are of this version stay as they are. All that an open store writes with one version is
        one run, unless another process began one in between. A killed write leaves what was committed, and when
        ``reports`` raises, what came before is committed. Raises DiskError or LockedError with the batches before
        kept, and at the end InputError when a report can't be stored (``fault_of``).
        """
        writer = self._writer_of(version)
        tally: Counter[Outcome] = Counter()
        refused: list[str] = []
        batch: list[Report] = []
        try:
            for report in reports:
                if fault := fault_of(report, writer.codebook):
                    refused.append(fault)
                    continue
                batch.append(report)
                if len(batch) == BATCH:
                    self._write_batch(writer, batch, tally)
        finally:
            self._write_batch(writer, batch, tally)
        if refused:
            raise InputError(refused[0] + (f" (and {len(refused) - 1} more)" if len(refused) > 1 else ""))
        return WriteCount(tally[Outcome.NEW], tally[Outcome.SUPERSEDED], tally[Outcome.UNCHANGED])

    def _write_batch(self, writer: Writer, batch: list[Report], tally: Counter[Outcome]) -> None:
        waiting = batch.copy()
        batch.clear()  # first, so that a batch that fails is not tried again
        if waiting:
            with translated(self._path, self._timeout_s):
                tally.update(writer.write(waiting))

    def restore(self, found: Iterable[Archived]) -> WriteCount:
        """Put reports with their claims back that ``archive`` gave, by versions; what holds here already stays.

        Raises as ``write`` does.
        """
        total = WriteCount()
        for version, group in groupby(found, key=lambda one: one.version):
            held: list[Report] = []
            done = self.write((one.report for one in group if not self._holds(one.report, held)), version)
            total = WriteCount(total.new + done.new, total.superseded + done.superseded, total.unchanged + len(held))
        return total

    def _holds(self, report: Report, held: list[Report]) -> bool:
        """Whether the report is here as it was given, read by whatever version; then it joins ``held``."""
        with translated(self._path, self._timeout_s):
            is_held = holds(self._connection, report)
        if is_held:
            held.append(report)
        return is_held

    def upgrade(self) -> None:
        """Group the deeds of a database that an earlier version of haberci wrote; of others nothing changes."""
        with translated(self._path, self._timeout_s):
            settle_waiting(self._connection, self._fold)

    def has(self, report: Report, version: RunVersion) -> bool:
        """Whether writing the report with this version would change nothing.

        Only what the source gave is looked at (key, text, title, date, address), so that a report can be asked for
        before it is read.
        """
        writer = self._writer_of(version)
        if fault_of(report, writer.codebook):
            return False
        with translated(self._path, self._timeout_s):
            return writer.outcome(report) is Outcome.UNCHANGED

    def _writer_of(self, version: RunVersion) -> Writer:
        """The writer of a version; the same as long as the version is, so that an open store makes one run of it."""
        if self._writer is None or self._writer.version != version:
            self._writer = Writer(self._connection, version, self._fold, self._clock)
        return self._writer

    def report(self, name: str, source: str | None = None, as_of: AsOf = None) -> StoredReport | None:
        """A report with all its claims, by its id, by ``source/id``, or by the beginning of its id.

        None: no such report. ``source`` narrows the choice ('': reports given without one). Raises InputError when
        several fit.
        """
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            run = run_at(self._connection, as_of)
            number = report_named(self._connection, name, source)
            return None if number is None else stored_report(self._connection, number, run)

    def reports(self, since: str = "", until: str = LAST, as_of: AsOf = None) -> Iterator[StoredReport]:
        """The reports dated from one day to another, both inclusive, by day; those without a date are left out."""
        with translated(self._path, self._timeout_s):
            run = run_at(self._connection, as_of)
            asked = {"run": run, "since": since, "until": until + LAST}
            for number, _ in self._connection.execute(query("queries/readings_by_day.sql"), asked).fetchall():
                if (stored := stored_report(self._connection, number, run)) is not None:
                    yield stored

    def events(
        self,
        actor: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        as_of: AsOf = None,
        limit: int | None = None,
    ) -> Iterator[EventRow]:
        """Events by day, the earliest first; those without a day come before all.

        ``actor`` is a principal (``KGZ``) or a whole code (``KGZ GOV``), as actor or recipient; ``since`` and
        ``until`` are ISO days, both inclusive, of the deed's day when told, else of the report's.
        """
        with translated(self._path, self._timeout_s):
            run = run_at(self._connection, as_of)
        asked = EventFilter(actor, type, day_asked(since, first_day), day_asked(until, last_day), limit)
        return self._rows(asked, run)

    def _rows(self, asked: EventFilter, run: int) -> Iterator[EventRow]:
        with translated(self._path, self._timeout_s):
            yield from event_rows(self._connection, asked, run)

    def event(self, name: str, as_of: AsOf = None) -> EventRow | None:
        """The event of an id or of the beginning of one; None: no such event. Raises InputError when several fit."""
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            run = run_at(self._connection, as_of)
            number = event_named(self._connection, name, run)
            return None if number is None else event_of_row(self._connection, number, run)

    def roles(self, as_of: AsOf = None) -> Iterator[RoleRow]:
        """All roles, by the day of their report."""
        with translated(self._path, self._timeout_s):
            yield from role_rows(self._connection, run_at(self._connection, as_of))

    def details(self, as_of: AsOf = None) -> Iterator[Details]:
        """Names, mentions and what else is kept of each coded report, report by report."""
        with translated(self._path, self._timeout_s):
            yield from details_of_readings(self._connection, run_at(self._connection, as_of))

    def event_ids(self) -> list[str]:
        """The ids of all events that hold now, in no order."""
        with translated(self._path, self._timeout_s):
            return current_ids(self._connection)

    def judge(self, judged: Iterable[Judgement]) -> None:
        """Keep what a person judged of events, all or nothing."""
        recorded_at = self._clock().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        with translated(self._path, self._timeout_s):
            add_judgements(self._connection, judged, recorded_at)

    def versions(self, events: Iterable[EventRow]) -> list[RunVersion]:
        """The versions that told some events, the oldest first."""
        with translated(self._path, self._timeout_s):
            return versions_of(self._connection, {event.run for event in events})

    def verdicts(self, events: Iterable[EventRow]) -> Mapping[str, Verdict]:
        """The newest verdict on each of the events that was judged as it stands, by its id."""
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            return verdicts(self._connection, events)

    def counts(self) -> Counts:
        """How much holds now."""
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            rows = self._connection.execute(query("queries/counts.sql")).fetchall()
            runs: int = self._connection.execute("SELECT count(*) FROM run").fetchone()[0]
        return Counts(
            reports=sum(row["reports"] for row in rows),
            coded=sum(row["reports"] for row in rows if row["coded"]),
            uncoded={row["lang"] or UNDETERMINED: row["reports"] for row in rows if not row["coded"]},
            events=sum(row["events"] for row in rows),
            statements=sum(row["statements"] for row in rows),
            roles=sum(row["roles"] for row in rows),
            runs=runs,
        )
