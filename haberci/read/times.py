"""Time expressions of each sentence, anchored at the day of the report."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from typing import Final

from haberci.core.language import Context, TimeFound
from haberci.core.report import BlockKind, Report, Time, TimePrecision

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})$")
OF_A_YEAR: Final = frozenset({"time.date.day-month", "time.range.days"})  # days that lack their year alone


def times(report: Report, context: Context) -> Report:
    """The report with its times; what is told relative to an unknown day ("dün") has no start and stop."""
    anchor = report_day(report)
    near = None if anchor else last_month(report)
    found = []
    for sentence in report.sentences:
        words = report.tokens[sentence.first : sentence.last]
        for first, last, start, stop, precision, rule in context.pack.times(words, anchor):
            if start is None and near is not None and rule in OF_A_YEAR:
                start, stop = _within(context.pack.times(words, near), first)
            at = report.words(sentence.first + first, sentence.first + last)
            text = report.text[at.text_start : at.text_stop]
            span = (sentence.first + first, sentence.first + last)
            found.append(Time(at, *span, text, start, stop, TimePrecision(precision), rule))
    return replace(report, times=tuple(found))


def _within(found: list[TimeFound], first: int) -> tuple[str | None, str | None]:
    """First and last day of the expression that begins at a word."""
    return next(((start, stop) for at, _, start, stop, _, _ in found if at == first), (None, None))


def dated(report: Report, context: Context) -> Report:
    """The report with the day of its dateline, or of the page around it, as its date where its source gave none."""
    return report if report.date else replace(report, date=report_day(report))


def last_month(report: Report) -> str | None:
    """The last day that a date of months holds ("2022-12/2023-01"), so that a day of a month finds its year."""
    month = None if report.date is None or report.date_flag else _MONTH.search(report.date)
    if month is None:
        return None
    year, number = int(month[1]), int(month[2])
    return f"{year}-{number:02}-{monthrange(year, number)[1]}"


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
