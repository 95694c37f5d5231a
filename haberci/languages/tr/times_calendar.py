"""Days, weeks, months and years as pairs of ISO days, counted from the day of the report."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Stretch = tuple[str, str]
_EARLIEST, _LATEST = 1600, 2400  # far from where the calendar ends


def day_of(anchor: str | None) -> date | None:
    """The day that an ISO string names, None when there is none, or it names no day that news could be of."""
    try:
        day = date.fromisoformat(anchor[:10]) if anchor else None
    except ValueError:
        return None
    return day if day and _EARLIEST <= day.year <= _LATEST else None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, None when the calendar has no such one."""
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def one_day(day: date) -> Stretch:
    """The stretch of a single day."""
    return day.isoformat(), day.isoformat()


def month_of(year: int, month: int) -> Stretch:
    """First and last day of a month."""
    return date(year, month, 1).isoformat(), date(year, month, monthrange(year, month)[1]).isoformat()


def years(first: int, last: int) -> Stretch:
    """First day of one year to the last day of another."""
    return date(first, 1, 1).isoformat(), date(last, 12, 31).isoformat()


def moved(anchor: date, unit: str, steps: int) -> Stretch | None:
    """The whole day, week, month or year that lies ``steps`` from the one of the anchor."""
    try:
        if unit == "week":
            monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=steps)
            return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
        if unit == "month":
            months = anchor.year * 12 + anchor.month - 1 + steps
            return month_of(months // 12, months % 12 + 1)
        if unit == "year":
            return years(anchor.year + steps, anchor.year + steps)
        return one_day(anchor + timedelta(days=steps if unit == "day" else 0))
    except (OverflowError, ValueError):
        return None


def back(anchor: date, unit: str, steps: int) -> Stretch | None:
    """From ``steps`` units before the anchor up to it."""
    try:
        if unit in ("day", "week"):
            start = anchor - timedelta(days=steps * (7 if unit == "week" else 1))
        else:
            months = anchor.year * 12 + anchor.month - 1 - steps * (12 if unit == "year" else 1)
            year, month = months // 12, months % 12 + 1
            start = date(year, month, min(anchor.day, monthrange(year, month)[1]))
        return start.isoformat(), anchor.isoformat()
    except (OverflowError, ValueError):
        return None


def weekday_near(anchor: date, weekday: int, turn: int) -> date:
    """The weekday last before or on the anchor (turn 0), before it (-1), or next after it (1)."""
    if turn > 0:
        return anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)
    gap = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=gap or (7 if turn < 0 else 0))


def weekend(anchor: date) -> Stretch:
    """Saturday and Sunday of the anchor's week."""
    saturday = anchor + timedelta(days=5 - anchor.weekday())
    return saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()


def nearest(anchor: date, month: int, day: int) -> date | None:
    """The day of that month which lies nearest to the anchor."""
    options = [made for year in (-1, 0, 1) if (made := make_day(anchor.year + year, month, day))]
    return min(options, key=lambda made: (abs((made - anchor).days), made), default=None)


def nearest_month(anchor: date, month: int) -> Stretch:
    """The month of that name which lies nearest to the anchor."""
    middle = nearest(anchor, month, 15)
    year = anchor.year if middle is None else middle.year
    return month_of(year, month)
