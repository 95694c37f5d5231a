"""Copies: reports that have the same text, or nearly. They are kept, and stand in one group.

Two reports are copies when their texts are equal, or when ``SHARE`` of the shorter text's runs of words stand in the
longer one, that is not many times as long, and they are given days that are not far from each other; and so is a copy
of a copy. A pair that is in one group already is not compared again, so that the groups are the same in whatever order
reports come. Only of groups with more than ``ENOUGH`` texts of one day are not all compared with a new report, so that
a report costs the same however many are like it; and it is compared with the ``MOST`` likest of the days around alone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from haberci.store.claim_rows import day_given
from haberci.store.database import query
from haberci.store.occasions import days_from
from haberci.store.text_runs import Fold, bands, numbers, runs, share

SHARE = 0.58
SHORT, SHARE_OF_SHORT = 25, 0.7  # texts of a sentence or two share set phrases that say little
LONGER = 4  # times: a report so much longer holds the other among others, and is no copy of it
FEWEST = 8  # runs, below which only an equal text is a copy
SAME_NUMBERS = 0.8  # of the numbers of the shorter text, where the days are not the same: else it tells of another day
ENOUGH = 10  # texts of one group and day that are looked for under one band: what is like one more is like these
LATEST = "9999-12-31"
FIRST_BANDS = """INSERT OR IGNORE INTO text_band (band, day, text)
SELECT value, :day, :text FROM json_each(:bands)"""
MOST = 60  # texts that a new one is compared with: those that have most in common with it
DAYS = 7  # texts that are nearly equal and further apart are told anew: a daily bulletin is no copy


class Given(NamedTuple):
    """A report as copies are looked for: its row, its text, and its one day ('' for none)."""

    report: int
    text: int
    day: str


class Copies:
    """The groups of copies, while reports come and go. ``moved`` are the reports whose group, or its day, changed."""

    def __init__(self, connection: sqlite3.Connection, fold: Fold) -> None:
        self._connection = connection
        self._fold = fold
        self._runs: dict[int, tuple[str, ...]] = {}
        self._sets: dict[int, frozenset[str]] = {}
        self._keys: dict[int, str] = {}
        self.moved: set[int] = set()

    def update(self, reports: Iterable[int]) -> None:
        """Look at some reports anew: new ones, those with another text or day, those that are gone."""
        asked = json.dumps(sorted(reports))
        rows = self._connection.execute(query("queries/reports_shown.sql"), {"reports": asked}).fetchall()
        given = {row["report"]: Given(row[0], row["text"], day_given(row["date"], row["date_flag"])) for row in rows}
        sql = "SELECT report, text, day FROM copy WHERE report IN (SELECT value FROM json_each(?))"
        held = {row["report"]: Given(*row) for row in self._connection.execute(sql, (asked,))}
        for report in sorted(held):
            if given.get(report) != held[report]:
                self._leave(held[report])
        for report in sorted(given):
            if given[report] != held.get(report):
                self._join(given[report])

    def groups(self, reports: Iterable[int]) -> Mapping[int, tuple[int, str]]:
        """The group of each report, and the earliest day that its reports are given ('' for none)."""
        sql = """SELECT c.report, c.copies, g.day FROM copy c JOIN copy_group g ON g.group_id = c.copies
        WHERE c.report IN (SELECT value FROM json_each(?))"""
        rows = self._connection.execute(sql, (json.dumps(sorted(reports)),))
        return {row["report"]: (row["copies"], row["day"]) for row in rows}

    def _join(self, given: Given) -> None:
        self.moved.add(given.report)
        groups = self._groups_of(given)
        group = self._united(groups) if groups else self._begun(given.day)
        self._connection.execute("INSERT INTO copy VALUES (?, ?, ?, ?)", (given.report, group, given.text, given.day))
        if groups:
            self._date(group, given.day, 1)
        self._let_find(given, group, is_first=not groups)

    def _begun(self, day: str) -> int:
        """A new group, with the report of a day that it begins with counted in."""
        return self._connection.execute("INSERT INTO copy_group (day, reports) VALUES (?, 1)", (day,)).lastrowid or 0

    def _united(self, groups: list[int]) -> int:
        """The one group that some groups become."""
        group = groups[0] if len(groups) == 1 else self._largest(groups)
        for other in groups:
            if other != group:
                self._merge(other, group)
        return group

    def _groups_of(self, given: Given) -> list[int]:
        """The groups in which a copy of the report stands."""
        equal = self._connection.execute("SELECT copies FROM copy WHERE text = ? LIMIT 1", (given.text,)).fetchone()
        found = [equal[0]] if equal else []
        own = self._words(given.text)
        if len(own) < FEWEST:
            return found
        asked = {"bands": self._bands(given.text), "text": given.text, "most": MOST, **_around(given.day)}
        for row in self._connection.execute(query("queries/likely_copies.sql"), asked).fetchall():
            if row["copies"] not in found and self._is_copy(given, row["text"], row["day"]):
                found.append(row["copies"])
        return found

    def _let_find(self, given: Given, group: int, is_first: bool) -> None:
        """Let later reports find this one by the bands of its text, but by those that enough others of its group have.

        The first of a group has no others.
        """
        if len(self._words(given.text)) < FEWEST:
            return
        sql = FIRST_BANDS if is_first else query("queries/add_bands.sql")
        asked = {"bands": self._bands(given.text), "copies": group, "enough": ENOUGH, **given._asdict()}
        self._connection.execute(sql, asked)

    def _is_copy(self, given: Given, text: int, day: str) -> bool:
        one, other = self._set(given.text), self._set(text)
        least, most = sorted((len(one), len(other)))
        if most > LONGER * least or share(one, other) < (SHARE if least >= SHORT else SHARE_OF_SHORT):
            return False
        told, told_there = numbers(one), numbers(other)
        if not given.day or not day or given.day == day or not told or not told_there:
            return True
        return share(told, told_there) >= SAME_NUMBERS

    def _largest(self, groups: list[int]) -> int:
        sql = "SELECT group_id FROM copy_group WHERE group_id IN (SELECT value FROM json_each(?))"
        rows = self._connection.execute(f"{sql} ORDER BY reports DESC, group_id", (json.dumps(groups),))
        return int(rows.fetchone()[0])

    def _merge(self, small: int, large: int) -> None:
        self.moved |= self._members(small)
        day, reports = self._connection.execute(
            "SELECT day, reports FROM copy_group WHERE group_id = ?", (small,)
        ).fetchone()
        self._connection.execute("UPDATE copy SET copies = ? WHERE copies = ?", (large, small))
        self._connection.execute("DELETE FROM copy_group WHERE group_id = ?", (small,))
        self._date(large, day, reports)

    def _date(self, group: int, day: str, more: int) -> None:
        """Count reports into a group, and let it begin with their day if that is earlier."""
        sql = "SELECT day FROM copy_group WHERE group_id = ?"
        held: str = self._connection.execute(sql, (group,)).fetchone()[0]
        earliest = min(day or held, held or day)
        if earliest != held:
            self.moved |= self._members(group)
        sql = "UPDATE copy_group SET day = ?, reports = reports + ? WHERE group_id = ?"
        self._connection.execute(sql, (earliest, more, group))

    def _leave(self, held: Given) -> None:
        """Take a report out of its group; the others of the group are looked at anew: it may have tied them."""
        (group,) = self._connection.execute("SELECT copies FROM copy WHERE report = ?", (held.report,)).fetchone()
        sql = "SELECT report, text, day FROM copy WHERE copies = ? AND report <> ? ORDER BY report"
        others = [Given(*row) for row in self._connection.execute(sql, (group, held.report)).fetchall()]
        self._connection.execute("DELETE FROM copy WHERE copies = ?", (group,))
        self._connection.execute("DELETE FROM copy_group WHERE group_id = ?", (group,))
        if all(other[1:] != held[1:] for other in others):
            sql = "DELETE FROM text_band WHERE text = ? AND day = ? AND band IN (SELECT value FROM json_each(?))"
            self._connection.execute(sql, (*held[1:], self._bands(held.text)))
        self.moved.add(held.report)
        for other in others:
            self._join(other)

    def _members(self, group: int) -> set[int]:
        return {row[0] for row in self._connection.execute("SELECT report FROM copy WHERE copies = ?", (group,))}

    def _words(self, text: int) -> tuple[str, ...]:
        if text not in self._runs:
            body = self._connection.execute("SELECT body FROM text WHERE text_id = ?", (text,)).fetchone()[0]
            self._runs[text] = runs(body, self._fold)
        return self._runs[text]

    def _bands(self, text: int) -> str:
        """The bands of a text, as a JSON list."""
        if text not in self._keys:
            self._keys[text] = json.dumps(bands(self._words(text)))
        return self._keys[text]

    def _set(self, text: int) -> frozenset[str]:
        if text not in self._sets:
            self._sets[text] = frozenset(self._words(text))
        return self._sets[text]


def _around(day: str) -> dict[str, str]:
    """From which day to which a copy of a report of a day may be given; any for one without a day."""
    return {"since": days_from(day, -DAYS), "until": days_from(day, DAYS)} if day else {"since": "", "until": LATEST}
