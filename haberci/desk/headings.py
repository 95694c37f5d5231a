"""What reports and stories are headed in lists: by their title, else by their headline or their first words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from haberci.core.report import BlockKind, Report
from haberci.store.browsing import BrowsingStore, ReportLine
from haberci.store.rows import ReportKey
from haberci.store.stories import Story

_LONGEST = 110


class ReportHeading(NamedTuple):
    """A report in a list."""

    key: ReportKey
    date: str | None
    heading: str


class StoryHeading(NamedTuple):
    """A story in a list, with the report that stands for it."""

    story: Story
    key: ReportKey
    heading: str


def report_headings(store: BrowsingStore, lines: Iterable[ReportLine]) -> list[ReportHeading]:
    """Reports with their headings."""
    return [ReportHeading(line.key, line.date, line.title or heading_of(store, line.key)) for line in lines]


def story_headings(store: BrowsingStore, stories: Iterable[Story]) -> list[StoryHeading]:
    """Stories with their headings: that of the first report."""
    return [StoryHeading(story, story.reports[0], heading_of(store, story.reports[0])) for story in stories]


def heading_of(store: BrowsingStore, key: ReportKey) -> str:
    """The title of a report, else its headline, else its first words; its id when it has none."""
    stored = store.report(key.id, key.source or "")
    return (stored.report.title or _first_words(stored.report) if stored else "") or key.id


def _first_words(report: Report) -> str:
    told = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)
    blocks = sorted((b for b in report.layout if b.kind in told), key=lambda b: (told.index(b.kind), b.at.text_start))
    text = report.text[blocks[0].at.text_start : blocks[0].at.text_stop] if blocks else report.text[: 2 * _LONGEST]
    return first_words(text)


def first_words(text: str) -> str:
    """As many of the first words of a text as stand on a line."""
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"
