"""What the store tells of deeds, which counts go by: one occasion is one, however many reports tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from haberci.core.errors import SchemaError
from haberci.core.notice import NoticeKind
from haberci.store.database import query, snapshot, translated
from haberci.store.days import first_day, last_day
from haberci.store.deed_rows import DeedFilter, DeedRow, deed_named, deed_rows
from haberci.store.lookup import day_asked
from haberci.store.opened import Opened
from haberci.store.rows import ReportKey

FIRST_WITH_DEEDS = 3  # the step of the schema that brought them


class DailyCount(NamedTuple):
    """Deeds of one state on one day of one type, their independent sources and the least dead, summed over them."""

    day: str
    type: str
    deeds: int
    sources: int
    dead: int


class DailyUnit(NamedTuple):
    """Deeds of one unit (a principal, or actor and recipient) on one day of one type; the rest as ``DailyCount``."""

    units: tuple[str, ...]
    day: str
    type: str
    deeds: int
    sources: int
    dead: int


class StoredDeeds(Opened):
    """Deeds, as the claims that hold now tell them."""

    def deeds(
        self,
        actor: str | None = None,
        type: str | None = None,
        since: str | None = None,
        until: str | None = None,
        modality: str | None = "happened",
        disputed: bool = False,
        limit: int | None = None,
    ) -> Iterator[DeedRow]:
        """Deeds by day, the earliest first; those without a day come before all.

        ``actor``, ``since`` and ``until`` are as for ``events``; ``modality`` None asks for all, ``disputed`` for those
        whose witnesses do not agree.
        """
        asked = DeedFilter(
            actor, type, day_asked(since, first_day), day_asked(until, last_day), modality, disputed, limit
        )
        return self._deeds(asked)

    def _deeds(self, asked: DeedFilter) -> Iterator[DeedRow]:
        self._check_deeds()
        with translated(self._path, self._timeout_s):
            yield from deed_rows(self._connection, asked)

    def deed(self, name: str) -> DeedRow | None:
        """The deed of an id, of its beginning, or of the id of one of its events; None: no such deed.

        Raises InputError when several fit.
        """
        self._check_deeds()
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            return deed_named(self._connection, name)

    def deed_of(self, event: str) -> str | None:
        """The id of the deed that an event, by its id, tells; None: no such event, or it does not count."""
        sql = "SELECT d.id FROM event e JOIN deed_event m ON m.event = e.event_id JOIN deed d ON d.deed_id = m.deed"
        with translated(self._path, self._timeout_s):
            row = self._connection.execute(f"{sql} WHERE e.claim = ?", (event,)).fetchone()
        return row[0] if row else None

    def daily(self, state: str, since: str, until: str, part: str = "any") -> list[DailyCount]:
        """How many deeds that happened a state had a part in (``actor``, ``recipient``, ``any``), by day and type.

        Days are ISO, both inclusive; days without a deed are left out.
        """
        self._check_deeds()
        asked = {"state": state, "part": part, "since": since, "until": until}
        with translated(self._path, self._timeout_s):
            return [DailyCount(*row) for row in self._connection.execute(query("queries/daily.sql"), asked)]

    def daily_all(self, unit: str, since: str, until: str) -> Iterator[DailyUnit]:
        """The daily counts of all principals (``unit`` ``state``), or of actors toward recipients (``dyad``)."""
        self._check_deeds()
        asked = {"since": since, "until": until}
        with translated(self._path, self._timeout_s):
            for row in self._connection.execute(query(f"queries/daily_{unit}.sql"), asked):
                yield DailyUnit((row[0],) if unit == "state" else (row[0], row[1]), *row[-5:])

    def reports_a_day(self) -> dict[str, int]:
        """How many reports were read of each day that a report is given; those that no language pack reads are none."""
        self._check_deeds()
        with translated(self._path, self._timeout_s):
            return {row[0]: row[1] for row in self._connection.execute(query("queries/reports_a_day.sql"))}

    def withdrawn(self) -> frozenset[ReportKey]:
        """The reports whose claims do not count: their agency corrected or withdrew them, or they withdraw another."""
        with translated(self._path, self._timeout_s):
            if self._schema() < FIRST_WITH_DEEDS:
                return frozenset()
            rows = self._connection.execute(query("queries/withdrawn.sql"), {"kill": NoticeKind.KILL.value})
            return frozenset(ReportKey(row[0] or None, row[1]) for row in rows)

    def has_deeds(self) -> bool:
        """Whether deeds are grouped: not yet in a database of an earlier version that nothing was written to since."""
        with translated(self._path, self._timeout_s):
            if self._schema() < FIRST_WITH_DEEDS:
                return False
            return self._connection.execute("SELECT 1 FROM ungrouped LIMIT 1").fetchone() is None

    def _schema(self) -> int:
        schema: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        return schema

    def _check_deeds(self) -> None:
        if not self.has_deeds():
            raise SchemaError(f"{self._path}: its deeds are not yet grouped; `haberci upgrade` does that")
