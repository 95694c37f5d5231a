"""Queries for those who browse: events by their row's number, the newest reports, found reports with their words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from haberci.core.actors import ActorCode
from haberci.store.column_growth import Mask, numbers_of
from haberci.store.database import query, snapshot, translated
from haberci.store.deed_columns import DeedColumns, deeds_up_to_date
from haberci.store.deed_rows import DeedRow, deed_row
from haberci.store.event_columns import EventColumns, brought_up_to_date
from haberci.store.events import event_of_row
from haberci.store.followed import Followed
from haberci.store.lookup import NOW
from haberci.store.roles import role_row
from haberci.store.rows import EventRow, ReportKey, RoleRow
from haberci.store.store import Store
from haberci.store.texts import repaired

RANKED = 20_000  # of the texts that have the words of a search, how many are ranked: those stored last
WINDOW = 2_000  # of the best matches, how many are looked through


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report in a list. ``date`` is as given, ``recorded_at`` when it was read (None where not asked for)."""

    key: ReportKey
    date: str | None
    title: str | None
    lang: str | None
    coded: bool
    events: int
    statements: int
    recorded_at: str | None = None
    text: str = ""


class ReadSince(NamedTuple):
    """What came in behind a reading: reports, how many of them no pack reads, and the deeds that they tell."""

    reports: int
    unread: int
    deeds: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement in a list: who, the reporting words, the sentences, and the report."""

    id: str
    key: ReportKey
    date: str | None
    speaker: ActorCode
    speaker_text: str
    kind: str
    cue: str
    force: str
    words: str


class BrowsingStore(Store):
    """A store with the queries of a browser over it. Open it with ``BrowsingStore.open(path, mode="read")``."""

    def state(self) -> tuple[int, ...]:
        """What changes whenever reports come, are read anew or are taken out: last run, event, reading; readings."""
        with translated(self._path, self._timeout_s):
            row = self._connection.execute(
                "SELECT (SELECT coalesce(max(run_id), 0) FROM run), (SELECT coalesce(max(event_id), 0) FROM event), "
                "(SELECT coalesce(max(reading_id), 0) FROM reading), (SELECT count(*) FROM reading)"
            ).fetchone()
            return tuple(row)

    def columns(self, held: EventColumns) -> EventColumns:
        """The events that hold now as columns: those held, and what changed since they were made."""
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            return brought_up_to_date(self._connection, held)

    def deed_columns(self, held: DeedColumns) -> DeedColumns:
        """The deeds that hold now, likewise. Raises SchemaError where they are not yet grouped."""
        self._check_deeds()
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            return deeds_up_to_date(self._connection, held)

    def numbered_deeds(self, numbers: Iterable[int]) -> list[DeedRow]:
        """The deeds in rows of these numbers, in the order asked for; those that were grouped anew are left out."""
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            asked = "SELECT * FROM deed WHERE deed_id = ?"
            found = (self._connection.execute(asked, (int(number),)).fetchone() for number in numbers)
            return [deed_row(self._connection, row) for row in found if row is not None]

    def number_of(self, key: ReportKey) -> int | None:
        """The number of a report's row; None: no such report."""
        with translated(self._path, self._timeout_s):
            asked = (key.id, key.source or "")
            row = self._connection.execute("SELECT report_id FROM report WHERE id = ? AND source = ?", asked).fetchone()
            return None if row is None else int(row[0])

    def numbered(self, numbers: Iterable[int]) -> list[EventRow]:
        """The events in rows of these numbers that hold now, in the order asked for."""
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            found = (event_of_row(self._connection, int(number), NOW) for number in numbers)
            return [event for event in found if event is not None]

    def texts_of_words(self, words: str) -> Mask:
        """Marks the numbers of the texts that have all the words; none for no words."""
        terms = self._terms(words)
        numbers = numbers_of(self._ask("texts_of_words", words=terms)[0][0] if terms else None)
        marks: Mask = np.zeros(int(numbers.max(initial=0)) + 1, dtype=bool)
        marks[numbers] = True
        return marks

    def found_reports(self, words: str, limit: int, offset: int = 0) -> list[ReportLine]:
        """The reports whose text has all the words, the best match first, with their text."""
        terms = self._terms(words)
        if not terms:
            return []
        rows = self._ask("found_reports", words=terms, limit=limit, offset=offset, window=WINDOW, ranked=RANKED)
        return [_line(row, text=repaired(row["body"], row["base"], row["difference"])) for row in rows]

    def newest_reports(self, limit: int) -> list[ReportLine]:
        """The reports read last, the newest first."""
        return [_line(row, recorded_at=row["recorded_at"]) for row in self._ask("newest_readings", limit=limit)]

    def read_since(self, reading: int) -> ReadSince:
        """How much came in behind a reading, by its number."""
        (row,) = self._ask("read_since", reading=reading)
        return ReadSince(row["reports"], row["unread"], row["deeds"])

    def deeds_since(self, reading: int, limit: int) -> list[DeedRow]:
        """The deeds that reports behind a reading tell, the newest first, of one day those of most sources."""
        rows = self._ask("deeds_since", reading=reading, limit=limit)
        with translated(self._path, self._timeout_s):
            return [deed_row(self._connection, row) for row in rows]

    def failing(self) -> list[Followed]:
        """The sources that are followed and fail, by address."""
        sql = f"SELECT {', '.join(Followed._fields)} FROM followed WHERE failures > 0 ORDER BY address"
        with translated(self._path, self._timeout_s):
            return [Followed(*row) for row in self._connection.execute(sql)]

    def quotes(self, principal: str, limit: int, offset: int = 0) -> list[Quote]:
        """The statements of one principal, those read last first."""
        rows = self._ask("statements_of", principal=principal, limit=limit, offset=offset)
        return [_quote(row) for row in rows]

    def statement_counts(self) -> Mapping[str, int]:
        """How many statements each principal makes."""
        return {row[0]: row[1] for row in self._ask("statement_counts")}

    def roles_of(self, principal: str, limit: int) -> list[RoleRow]:
        """The roles of one principal, those read last first."""
        return [role_row(row) for row in self._ask("roles_of_principal", principal=principal, limit=limit)]

    def roles_of_people(self, names: Iterable[str], limit: int) -> list[RoleRow]:
        """The roles of people, by their names as written, those read last first."""
        asked = json.dumps(list(names))
        return [role_row(row) for row in self._ask("roles_of_people", people=asked, limit=limit)]

    def _ask(self, name: str, **asked: Any) -> list[Any]:
        with translated(self._path, self._timeout_s):
            return self._connection.execute(query(f"queries/{name}.sql"), asked).fetchall()

    def _terms(self, words: str) -> str:
        """Words as FTS5 asks for them: folded as the texts were, each in quotation marks."""
        folded = self._fold(words) if self._fold else words
        return " ".join('"' + word.replace('"', '""').replace("\0", "") + '"' for word in folded.split())


def _line(row: Any, recorded_at: str | None = None, text: str = "") -> ReportLine:
    return ReportLine(
        ReportKey(row["source"] or None, row["id"]),
        row["date"],
        row["title"],
        row["lang"],
        bool(row["coded"]),
        row["events"],
        row["statements"],
        recorded_at,
        text,
    )


def _quote(row: Any) -> Quote:
    text = repaired(row["body"], row["base"], row["difference"])
    return Quote(
        row["claim"],
        ReportKey(row["source"] or None, row["id"]),
        row["date"],
        ActorCode(row["principal"], row["sector"]),
        row["speaker_text"],
        row["kind"],
        row["cue"],
        row["force"],
        text[row["text_start"] : row["text_stop"]],
    )
