"""Days and moments: the first day of a report's date, and what ``as of`` a day or time means."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?$")
_ORDINAL = re.compile(r"(\d{4})-?(\d{3})$")


def first_day(given: str | None) -> str | None:
    """The first day of an ISO 8601 date, time or interval as ``YYYY-MM-DD``; None when it can't be told.

    The day is the one written, whatever its time zone.
    """
    start = (given or "").strip().partition("/")[0]
    if match := _YEAR_OR_MONTH.match(start):
        return _day(f"{match[1]}-{match[2] or '01'}-01")
    if match := _ORDINAL.match(start):
        return _ordinal_day(int(match[1]), int(match[2]))
    return _day(start)


def last_day(given: str) -> str | None:
    """The last day of an ISO 8601 year, month, day or time as ``YYYY-MM-DD``; None when it can't be told."""
    first = first_day(given)
    match = _YEAR_OR_MONTH.match(given.strip())
    if first is None or match is None:
        return first
    year, month = int(match[1]), int(match[2] or 12)
    return f"{match[1]}-{month:02}-{monthrange(year, month)[1]:02}"


def days_given(given: str | None) -> tuple[str, str] | None:
    """The first and the last day of an ISO 8601 date, time or interval; None when they can't be told."""
    first = first_day(given)
    start, _, end = (given or "").strip().partition("/")
    last = last_day(end or start)
    return None if first is None else (first, last or first)


def _day(text: str) -> str | None:
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        return None


def _ordinal_day(year: int, number: int) -> str | None:
    try:
        day = date(year, 1, 1) + timedelta(days=number - 1)
    except (ValueError, OverflowError):
        return None
    return day.isoformat() if day.year == year else None


def stamp(moment: datetime) -> str:
    """A moment as the database keeps it: UTC, six decimals, sorts as text. One without a zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def last_moment(text: str) -> str | None:
    """The last moment that an ISO 8601 year, month, day or time holds, as ``stamp`` writes it: to its end in UTC.

    None when it is none.
    """
    if _YEAR_OR_MONTH.match(text) and (last := last_day(text)) is not None:
        return f"{last}T23:59:59.999999Z"
    try:
        day = date.fromisoformat(text)
    except ValueError:
        try:
            return stamp(datetime.fromisoformat(text))
        except (ValueError, OverflowError):
            return None
    return f"{day.isoformat()}T23:59:59.999999Z"
