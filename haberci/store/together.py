"""What the store tells of reports among each other: stories, copies, notices; and what the user knows of sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from haberci.core.errors import InputError
from haberci.core.notice import headline_of
from haberci.store.database import query, snapshot, transaction, translated
from haberci.store.days import first_day, last_day, stamp
from haberci.store.deeds import StoredDeeds
from haberci.store.lookup import day_asked
from haberci.store.rows import ReportKey
from haberci.store.settling import settle
from haberci.store.stories import Read, Story, stories
from haberci.store.text_runs import runs, share

GRADES = "ABCDEF"  # NATO's reliability of a source: A completely reliable … E unreliable, F can't be judged
FIRST, LAST = "0000-00-00", "9999-99-99"


class Source(NamedTuple):
    """A source of reports; ``name`` is '' for reports that name none. ``grade`` and ``owner`` are set by the user."""

    name: str
    reports: int
    grade: str | None
    owner: str | None


class Copy(NamedTuple):
    """A report that is a copy of another; ``share``: how much of the shorter text stands in the longer one (0 to 1)."""

    key: ReportKey
    day: str | None
    share: float


class StoredReportsTogether(StoredDeeds):
    """Reports among each other, as they hold now."""

    def stories(self, since: str | None = None, until: str | None = None, least: int = 2) -> list[Story]:
        """Stories of at least so many reports of some days (ISO, both inclusive), the newest first.

        Without days, of all reports. How words are weighed, and so what is one story, hangs on the reports looked at.
        """
        self._check_deeds()
        asked = {
            "since": day_asked(since, first_day) or FIRST,
            "until": day_asked(until, last_day) or LAST,
            "undated": since is None and until is None,
        }
        with translated(self._path, self._timeout_s), snapshot(self._connection):
            found = list(self._reads(asked))
        return [story for story in stories(found, self._fold) if len(story.reports) >= least]

    def _reads(self, asked: dict[str, object]) -> Iterator[Read]:
        deeds: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        for row in self._connection.execute(query("queries/deeds_of_stories.sql"), asked):
            deeds[row["report"]].append(("deed", row["deed"]))
        for row in self._connection.execute(query("queries/stories.sql"), asked):
            yield Read(
                key=ReportKey(row["source"] or None, row["id"]),
                day=row["day"],
                title=headline_of(row["title"], row["body"]),
                lang=row["lang"],
                text=row["body"],
                owner=row["owner"],
                copies=row["copies"],
                ties=(("copies", row["copies"]), *deeds[row["report"]]),
            )

    def copies(self, key: ReportKey) -> list[Copy]:
        """The other reports that are copies of one, the likest first."""
        self._check_deeds()
        asked = {"source": key.source or "", "id": key.id}
        with translated(self._path, self._timeout_s):
            rows = self._connection.execute(query("queries/copies_of_report.sql"), asked).fetchall()
        texts = {row["text"]: frozenset(runs(row["body"], self._fold)) for row in rows}
        own = next((row["text"] for row in rows if row["is_asked"]), None)
        found = [
            Copy(
                ReportKey(row["source"] or None, row["id"]),
                row["day"] or None,
                1.0 if row["text"] == own else share(texts[row["text"]], texts[own]),
            )
            for row in rows
            if not row["is_asked"] and own is not None
        ]
        return sorted(found, key=lambda copy: (-copy.share, copy.day or "", str(copy.key)))

    def copy_groups(self) -> list[tuple[ReportKey, int]]:
        """All reports by key, each with the number of the group of its copies."""
        self._check_deeds()
        sql = "SELECT r.source, r.id, c.copies FROM copy c JOIN report r ON r.report_id = c.report ORDER BY 1, 2"
        with translated(self._path, self._timeout_s):
            return [(ReportKey(row[0] or None, row[1]), row[2]) for row in self._connection.execute(sql)]

    def superseded_by(self, key: ReportKey) -> list[ReportKey]:
        """The notices by which a report's agency corrected it or took it back."""
        self._check_deeds()
        asked = {"source": key.source or "", "id": key.id}
        with translated(self._path, self._timeout_s):
            rows = self._connection.execute(query("queries/superseded_by.sql"), asked).fetchall()
        return [ReportKey(row[0] or None, row[1]) for row in rows]

    def sources(self) -> list[Source]:
        """All sources, with what the user set."""
        self._check_deeds()
        with translated(self._path, self._timeout_s):
            return [Source(*row) for row in self._connection.execute(query("queries/sources.sql"))]

    def set_source(self, name: str, grade: str | None = None, owner: str | None = None) -> None:
        """Say how far a source is trusted, and who owns it; None leaves what was said before, '' takes it back.

        The deeds that it tells are counted anew. Raises InputError when there is no such source, or no such grade.
        """
        if grade and grade not in GRADES:
            raise InputError(f"no grade {grade}; there are {', '.join(GRADES)}")
        with translated(self._path, self._timeout_s), transaction(self._connection):
            rows = self._connection.execute("SELECT report_id FROM report WHERE source = ?", (name,)).fetchall()
            if not rows:
                raise InputError(f"no source {name or '(none)'} in {self._path}")
            sql = "INSERT INTO source (name, set_at) VALUES (?, ?) ON CONFLICT DO UPDATE SET set_at = excluded.set_at"
            self._connection.execute(sql, (name, stamp(self._clock())))
            for column, value in (("grade", grade), ("owner", owner)):
                if value is not None:
                    self._connection.execute(f"UPDATE source SET {column} = ? WHERE name = ?", (value or None, name))
            settle(self._connection, (row[0] for row in rows), self._fold)
