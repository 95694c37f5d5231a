"""Days, weeks, months and years as pairs of ISO days, counted from the day of the report."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

Stretch = tuple[str, str]
_EARLIEST, _LATEST = 1600, 2400  # far from where the calendar ends
_NEAR: Final = 30  # days: a day without its year that is so near to the report is that one, whatever the verb says


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
    return months_of(year, month, month)


def months_of(year: int, first: int, last: int) -> Stretch:
    """First day of one month to the last of another, which lies in the next year when its number is lower."""
    end = year + (last < first)
    return date(year, first, 1).isoformat(), date(end, last, monthrange(end, last)[1]).isoformat()


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
        days = steps if unit == "day" else int(steps / 24) if unit == "hour" else 0
        return one_day(anchor + timedelta(days=days))
    except (OverflowError, ValueError):
        return None


def back(anchor: date, unit: str, steps: int) -> Stretch | None:
    """From ``steps`` units before the anchor up to it; hours are counted as the days that they touch."""
    start = _shifted(anchor, unit, -steps)
    return (start.isoformat(), anchor.isoformat()) if start else None


def ahead(anchor: date, unit: str, steps: int) -> Stretch | None:
    """From the anchor to ``steps`` units behind it."""
    stop = _shifted(anchor, unit, steps)
    return (anchor.isoformat(), stop.isoformat()) if stop else None


def _shifted(anchor: date, unit: str, steps: int) -> date | None:
    try:
        if unit == "hour":
            return anchor + timedelta(days=-(-abs(steps) // 24) * (1 if steps > 0 else -1))
        if unit in ("day", "week"):
            return anchor + timedelta(days=steps * (7 if unit == "week" else 1))
        months = anchor.year * 12 + anchor.month - 1 + steps * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(anchor.day, monthrange(year, month)[1]))
    except (OverflowError, ValueError):
        return None


def weekday_near(anchor: date, weekday: int, turn: int) -> date:
    """The weekday last before or on the anchor (turn 0), before it (-1), or next after it (1)."""
    if turn > 0:
        return anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)
    gap = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=gap or (7 if turn < 0 else 0))


def weekday_of(week: Stretch, weekday: int) -> Stretch:
    """A weekday within a week."""
    return one_day(date.fromisoformat(week[0]) + timedelta(days=weekday))


def weekend(week: Stretch) -> Stretch:
    """Saturday and Sunday of a week."""
    return weekday_of(week, 5)[0], week[1]


def nearest(anchor: date, month: int, day: int, leaning: int = 0) -> date | None:
    """The day of that month nearest to the anchor; when far, the one on the side that the verb leans to (1, -1, 0)."""
    options = [made for year in range(-4, 5) if (made := make_day(anchor.year + year, month, day))]
    for gap, made in sorted((abs((made - anchor).days), made) for made in options):
        if gap <= _NEAR or (made - anchor).days * leaning >= 0:
            return made
    return None


def on_weekday(day: date, weekday: int) -> date | None:
    """The day of that date in the nearest year in which it falls on the weekday; None when in no near one."""
    options = [made for year in range(-6, 7) if (made := make_day(day.year + year, day.month, day.day))]
    fitting = [made for made in options if made.weekday() == weekday]
    return min(fitting, key=lambda made: (abs((made - day).days), made), default=None)


def nearest_month(anchor: date, month: int, leaning: int = 0) -> Stretch:
    """The month of that name which lies nearest to the anchor, or the next or last one; the anchor's own is nearest."""
    if month == anchor.month:
        return month_of(anchor.year, month)
    middle = nearest(anchor, month, 15, leaning)
    return month_of(anchor.year if middle is None else middle.year, month)


def season_of(anchor: date, first: int, turn: int) -> Stretch:
    """The season of three months that lasts or is next (turn 0), the last one that ended, or the next one to begin."""
    here = anchor.isoformat()
    seasons = [months_of(anchor.year + step, first, (first + 1) % 12 + 1) for step in (-2, -1, 0, 1, 2)]
    if turn < 0:
        return [season for season in seasons if season[1] < here][-1]
    return next(season for season in seasons if (season[0] > here if turn else season[1] >= here))


def share_of(stretch: Stretch, part: int, parts: int) -> Stretch:
    """One of two or four equal parts of a year, counted from 1; 0 is the last."""
    year, size, number = int(stretch[0][:4]), 12 // parts, part or parts
    return months_of(year, size * (number - 1) + 1, size * number)


def part_of_month(stretch: Stretch, first: int, last: int) -> Stretch:
    """Days of a month, from one to another; ``last`` 0 is its last day, ``first`` below 1 counts from there."""
    end = date.fromisoformat(stretch[1])
    stop = end.replace(day=last or end.day)
    return stop.replace(day=first if first > 0 else end.day + first).isoformat(), stop.isoformat()
