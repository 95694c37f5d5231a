"""Time expressions of each sentence, anchored at the day of the report."""

from __future__ import annotations

import re
from dataclasses import replace

from haberci.core.language import Context
from haberci.core.report import BlockKind, Report, Time, TimePrecision

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def times(report: Report, context: Context) -> Report:
    """The report with its times; what is told relative to an unknown day ("dün") has no start and stop."""
    anchor = report_day(report)
    found = []
    for sentence in report.sentences:
        words = report.tokens[sentence.first : sentence.last]
        for first, last, start, stop, precision, rule in context.pack.times(words, anchor):
            at = report.words(sentence.first + first, sentence.first + last)
            text = report.text[at.text_start : at.text_stop]
            span = (sentence.first + first, sentence.first + last)
            found.append(Time(at, *span, text, start, stop, TimePrecision(precision), rule))
    return replace(report, times=tuple(found))


def report_day(report: Report) -> str | None:
    """The day of the report: its own date, or the one in its dateline, or on the page around it."""
    dates: list[str | None] = [report.date] if report.date and not report.date_flag else []
    for kind in (BlockKind.DATELINE, BlockKind.FURNITURE):
        dates += [block.get("day") for block in report.layout if block.kind is kind]
    for date in dates:
        found = _DAY.match(date) if date else None
        if found:
            return found.group()
    return None
