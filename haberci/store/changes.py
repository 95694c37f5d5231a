"""What a store tells of its changes: which reports came since, and the newest day."""

from __future__ import annotations

from haberci.store.database import query, translated
from haberci.store.lookup import readings_up_to
from haberci.store.rows import ReportKey
from haberci.store.upkeep import StoredUpkeep


class StoredChanges(StoredUpkeep):
    """What came when."""

    def newest_day(self) -> str | None:
        """The newest day (ISO) that a report which holds now is given; None when none is given one."""
        with translated(self._path, self._timeout_s):
            day: str | None = self._connection.execute(query("queries/newest_day.sql")).fetchone()[0]
            return day

    def last_reading(self) -> int:
        """The number of the last reading; 0 when there is none."""
        with translated(self._path, self._timeout_s):
            number: int = self._connection.execute("SELECT coalesce(max(reading_id), 0) FROM reading").fetchone()[0]
            return number

    def readings_up_to(self, number: int) -> tuple[int, int]:
        """How many readings have at most this number, and the sum of their runs: the same as long as none is taken
        out, though their numbers be given to others."""
        with translated(self._path, self._timeout_s):
            return readings_up_to(self._connection, number)

    def changed_reports(self, above: int) -> list[ReportKey]:
        """The reports that were read since the reading of a number, for the first time or anew."""
        with translated(self._path, self._timeout_s):
            rows = self._connection.execute(query("queries/changed_reports.sql"), {"above": above})
            return [ReportKey(row["source"] or None, row["id"]) for row in rows]
