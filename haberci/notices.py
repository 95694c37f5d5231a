"""Notices of an agency on its own reports: a correction, or a kill, and which report it names.

Which words make a notice stands in ``data/notices.tsv``, a pattern a row, matched against the folded headline or text.
``cues`` are words of which any match holds one: where none of them stands, as in nearly all texts, no match is sought.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from haberci.core.lexicon import read_rows
from haberci.core.notice import Notice, NoticeKind, headline_of, plain
from haberci.core.report import Report
from haberci.languages.packs import search_fold


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """One row: a pattern with a group ``id`` or ``title``, or none, where the notice names nothing."""

    id: str
    kind: NoticeKind
    where: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    example: str

    def search(self, folded: str) -> re.Match[str] | None:
        """Where the pattern stands in a folded headline or text."""
        if self.cues and not any(cue in folded for cue in self.cues):
            return None
        return self.pattern.search(folded)


@cache
def notice_rules() -> tuple[NoticeRule, ...]:
    """The table, checked: each pattern fires on its example."""
    rules = []
    for row in read_rows("notices.tsv", ["id", "kind", "where", "cues", "pattern", "example"]):
        kind = NoticeKind(row.one_of("kind", [kind.value for kind in NoticeKind]))
        try:
            pattern = re.compile(row["pattern"])
        except re.error as error:
            raise row.error(f"no pattern: {error}") from error
        where = row.one_of("where", ["headline", "text"])
        rule = NoticeRule(row["id"], kind, where, row.many("cues"), pattern, row["example"])
        if not rule.search(search_fold(rule.example)):
            raise row.error("the pattern does not fire on its example")
        rules.append(rule)
    return tuple(rules)


def notice_of(report: Report) -> Notice | None:
    """The notice that a report is; None when it is none, or names no report. One that its source told stays."""
    if report.notice is not None:
        return report.notice
    headline, text = search_fold(headline_of(report.title, report.raw)), search_fold(report.raw)
    for rule in notice_rules():
        match = rule.search(headline if rule.where == "headline" else text)
        if match:
            named = match.groupdict()
            return Notice(rule.kind, named.get("id"), plain(named["title"]) if named.get("title") else None, rule.id)
    return None
