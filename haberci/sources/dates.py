"""Dates as sources give them: which are ISO 8601, and what is wrong with the others."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_YEAR = re.compile(r"\d{4}$")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])$")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?$")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ ,T]+(\d{1,2}:\d\d(?::\d\d)?))?$")
_OF_MAIL = re.compile(r"(?:[A-Za-z]{3}, *)?\d{1,2} [A-Za-z]{3} \d{4}\b")


def iso_date(text: str | None) -> str | None:
    """A date in ISO 8601: ``22.01.2023 10:15`` (the day first) and the form of mails and feeds are turned into it.

    Any other text comes back as it was. A time of mails without a zone is one of UTC.
    """
    if text is None:
        return None
    if found := _DOTTED.match(text.strip()):
        return _dotted(found) or text
    if _OF_MAIL.match(text.strip()):
        return _of_mail(text) or text
    return text


def _dotted(found: re.Match[str]) -> str | None:
    day, month, year, clock = found.groups()
    try:
        whole = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return whole.isoformat() + (f"T{clock:0>5}" if clock and len(clock) <= 5 else f"T{clock:0>8}" if clock else "")


def _of_mail(text: str) -> str | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def date_flag(text: str | None) -> str | None:
    """What is wrong with a date, None when it is a date, time or interval of ISO 8601 or when there is none."""
    if text is None or not text.strip():
        return None
    parts = text.strip().split("/")
    if len(parts) == 1:
        return None if _is_moment(parts[0]) else "no ISO 8601 date"
    if len(parts) == 2:
        return _interval_flag(*parts)
    return "no ISO 8601 date"


def _interval_flag(start: str, stop: str) -> str | None:
    if _DURATION.match(start):
        return None if _is_moment(stop) else "no ISO 8601 interval"
    if not _is_moment(start):
        return "no ISO 8601 interval"
    if not stop:
        return "no ISO 8601 interval"
    if _DURATION.match(stop):
        return None
    # ISO 8601 lets the end of an interval leave out what it shares with the start: 2023-01-22/25.
    whole = stop if _is_moment(stop) else start[: max(0, len(start) - len(stop))] + stop
    if not _is_moment(whole):
        return "no ISO 8601 interval"
    shared = min(len(start), len(whole))
    return "the interval ends before it begins" if whole[:shared] < start[:shared] else None


def _is_moment(text: str) -> bool:
    """Whether it is a year, a month, a day (also by week or by number) or a time of ISO 8601."""
    if _YEAR.match(text):
        return text != "0000"
    if _MONTH.match(text):
        return True
    return _is_ordinal(text) or _parses(text)


def _is_ordinal(text: str) -> bool:
    match = re.match(r"(\d{4})-?(\d{3})$", text)
    return match is not None and 1 <= int(match[2]) <= 366


def _parses(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        try:
            date.fromisoformat(text)
        except ValueError:
            return False
    return True
