"""What follows a time and tells more narrowly when within it: ``yılın`` ilk yarısında, ``geçen yıl`` ekim ayında.

Each narrowing is handed what was found and looks at the words behind it; it answers with the narrower time, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from haberci.languages.tr.times import calendar as calendar
from haberci.languages.tr.times.words import Found, Words

Narrowing = Callable[[Words, Found], Found | None]

_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
_PARTS: Final = {"half": 2, "quarter": 4}
_AROUND: Final = frozenset("sıralarında sularında civarında sıralarındaki sularındaki itibarıyla".split())


def narrowed(words: Words, found: Found, anchor: date | None) -> Found:
    """The time with all that tells it more narrowly, and with "since" (``bu yana``) taken in."""
    while True:
        inner = next((one for rule in NARROWINGS.get(found.unit, ()) if (one := rule(words, found))), None)
        if inner is None:
            return since(words, found, anchor)
        found = inner


def since(words: Words, found: Found, anchor: date | None) -> Found:
    """``2020'den bu yana``, ``24 Şubat 2022'den beri``: up to the report, whose day may be unknown."""
    last = found.last + (words.at(found.last) == "bu")
    if words.value("since", last) is None or words.is_from(found.last - 1) is False:
        return found
    days = found.days
    if days and (anchor is None or days[0] <= anchor.isoformat()):
        days = (days[0], anchor.isoformat() if anchor else "")
    return found._replace(last=last + 1, days=days)


def _edge(words: Words, found: Found) -> Found | None:
    """``sonunda``, ``başında``, ``ortalarında``: of a year its last or first month, of a week its end."""
    edge = words.noun(found.last, "edge")
    if edge is None or not edge.owned:
        return None
    days, unit = found.days, found.unit
    if unit == "year" and edge.value != "middle":
        unit = "month"
        days = days and calendar.month_of(*((int(days[1][:4]), 12) if edge.value == "end" else (int(days[0][:4]), 1)))
    elif unit == "week" and edge.value == "end":
        days, unit = days and calendar.weekend(days), "weekend"
    return found._replace(last=found.last + 1, days=days, unit=_CLOSED.get(unit, unit), rule="time.edge")


def _share(words: Words, found: Found) -> Found | None:
    """``ilk yarısında``, ``2. çeyreğinde``, ``ilk üç ayında``."""
    order = words.value("order", found.last)
    if order is None:
        return None
    share = words.noun(found.last + 1, "share")
    if share is not None:
        days = found.days and calendar.share_of(found.days, int(order), _PARTS[share.value])
        return found._replace(last=found.last + 2, days=days, unit="months", rule="time.share")
    number = words.number(found.last + 1)
    unit = words.noun(number[1], "unit") if number else None
    if number is None or unit is None or unit.value != "month" or order not in "01" or not 0 < number[0] < 13:
        return None
    first, last = (1, number[0]) if order == "1" else (13 - number[0], 12)
    days = found.days and calendar.months_of(int(found.days[0][:4]), first, last)
    return found._replace(last=number[1] + 1, days=days, unit="months", rule="time.share")


def _first_of_year(words: Words, found: Found) -> Found | None:
    """``2023'ün ilk saatlerinde``, ``yılın son günü``: its first or last day; of its first days the month."""
    order, within = words.value("order", found.last), words.noun(found.last + 1, "unit")
    if order not in ("0", "1") or within is None or not within.owned or within.value not in ("day", "hour"):
        return None
    if within.value == "day" and within.plural:
        days, unit = found.days and calendar.month_of(int(found.days[0][:4]), 1 if order == "1" else 12), "months"
    else:
        day = found.days and found.days[0 if order == "1" else 1]
        days, unit = (day, day) if day else None, "day"
    return found._replace(last=found.last + 2, days=days, unit=unit, rule="time.share")


def _month_of_year(words: Words, found: Found) -> Found | None:
    """``bu yılın mart ayında``, ``2022'nin şubatında``, ``2023 ocak-mart döneminde``."""
    month = words.noun(found.last, "month")
    if month is None:
        return None
    last, until = found.last + 1, month.value
    if words.at(last) in ("-", "–") and (second := words.noun(last + 1, "month")):
        last, until = last + 2, second.value
    days = found.days and calendar.months_of(int(found.days[0][:4]), int(month.value), int(until))
    unit = "month" if until == month.value else "months"
    return found._replace(last=_past(words, last), days=days, unit=unit, rule="time.month")


def _past(words: Words, at: int) -> int:
    """Past the word that tells the unit again: ``ayında``, ``döneminde``, ``arasında``."""
    word = words.noun(at, "unit", "span")
    return at + bool(word and word.value not in ("day", "hour"))


def _day_of_year(words: Words, found: Found) -> Found | None:
    """``geçen yıl 15 Ekim'de``, ``2022'nin 24 Şubat'ında``."""
    day, month = words.digits(found.last, 1, 31), words.noun(found.last + 1, "month")
    if day is None or month is None or words.tail(found.last) or words.digits(found.last + 2, 1000, 2099):
        return None
    made = calendar.make_day(int(found.days[0][:4]), int(month.value), day) if found.days else None
    if found.days and made is None:
        return None
    days = calendar.one_day(made) if made else None
    return found._replace(last=found.last + 2, days=days, unit="day", rule="time.date.day-month")


def _season_of_year(words: Words, found: Found) -> Found | None:
    """``2021 sonbaharında``. A winter lies in two years: which of both is not said, so that it stays the year."""
    season = words.noun(found.last, "season")
    if season is None or not (season.owned or words.noun(found.last + 1, "unit")):
        return None
    last = found.last + 1
    last += not season.owned
    first = int(season.value)
    if first == 12:
        return found._replace(last=last, rule="time.season")
    days = found.days and calendar.months_of(int(found.days[0][:4]), first, first + 2)
    return found._replace(last=last, days=days, unit="months", rule="time.season")


def _same_of_year(words: Words, found: Found) -> Found | None:
    """``geçen yılın aynı döneminde``: within that year; which part of it was told before."""
    within = words.noun(found.last + 1, "unit", "span", "share")
    if words.at(found.last) != "aynı" or within is None or not within.owned:
        return None
    return found._replace(last=found.last + 2, unit="years")


def _week_of_month(words: Words, found: Found) -> Found | None:
    """``ayın ilk haftasında``, ``nisanın ikinci yarısında``, ``mayısın son gününde``, ``kasımın ilk günlerinde``."""
    order, within = words.value("order", found.last), words.noun(found.last + 1, "unit", "share")
    if order is None or within is None or not within.owned:
        return None
    first, unit = _PLACES.get((within.value, "" if within.plural else order), (None, ""))
    if not unit:
        return None
    days = calendar.part_of_month(found.days, *first) if found.days and first else found.days
    return found._replace(last=found.last + 2, days=days, unit=unit, rule="time.share")


_PLACES: Final[dict[tuple[str, str], tuple[tuple[int, int] | None, str]]] = {
    ("week", "1"): ((1, 7), "weekend"), ("week", "2"): ((8, 14), "weekend"), ("week", "3"): ((15, 21), "weekend"),
    ("week", "0"): ((-6, 0), "weekend"), ("half", "1"): ((1, 15), "months"), ("half", "2"): ((16, 0), "months"),
    ("day", "1"): ((1, 1), "day"), ("day", "0"): ((0, 0), "day"), ("day", ""): (None, "months"),
    ("week", ""): (None, "months"),
}  # fmt: skip


def _day_of_month(words: Words, found: Found) -> Found | None:
    """``ayın 15'inde``, ``Ocak'ın 27'sinde``."""
    day = words.digits(found.last, 1, 31)
    if day is None or not (words.tail(found.last) and words.case(found.last - 1) in ("gen", "nom")):
        return None
    days = None
    if found.days:
        if day > int(found.days[1][8:]):
            return None
        days = calendar.part_of_month(found.days, day, day)
    return found._replace(last=found.last + 1, days=days, unit="day", rule="time.date.day-month")


def _day_of_week(words: Words, found: Found) -> Found | None:
    """``geçen hafta salı günü``, ``haftaya pazartesi``."""
    day = words.noun(found.last, "weekday")
    if day is None:
        return None
    last = found.last + 1
    unit = words.noun(last, "unit")
    days = found.days and calendar.weekday_of(found.days, int(day.value))
    last += bool(unit and unit.value == "day" and not unit.plural)
    return found._replace(last=last, days=days, unit="day", rule="time.weekday")


def _part_of_day(words: Words, found: Found) -> Found | None:
    """``dün akşam saatlerinde``, ``27 Ocak gecesi``, ``bugün öğleden sonra``."""
    last = part_of_day(words, found.last)
    return None if last == found.last else found._replace(last=last, unit="part")


def part_of_day(words: Words, at: int) -> int:
    """The place behind a part of the day that begins here, or the same place: ``sabaha karşı``, ``gece yarısı``."""
    part = words.noun(at, "part")
    if part is None or part.plural:
        return at
    after = words.at(at + 1)
    if after == "karşı" or (part.case == "abl" and after in ("sonra", "önce", "sonraki")):
        return at + 2
    behind = words.noun(at + 1, "unit", "share")
    if behind and behind.owned and (behind.value == "half" or (behind.value == "hour" and behind.plural)):
        return at + 2
    return at + 1 if part.case in ("nom", "rel") or part.owned else at


def _clock_of_day(words: Words, found: Found) -> Found | None:
    """``bugün saat 14.30'da``, ``27 Ocak'ta saat 10.00 sularında``."""
    last = clock_behind(words, found.last) or clock_behind(words, found.last - 1)
    return found._replace(last=last, unit="minute") if last else None


def clock_behind(words: Words, at: int) -> int | None:
    """The place behind an hour that is told here, None when there is none: ``saat 14.30'da``, ``TSİ 18.00``."""
    part = words.noun(at, "part")
    named = words.value("clock", at) is not None
    if not named and not (part and part.case == "nom" and not part.plural):
        return None
    hour = at + 1
    if not (_CLOCK.fullmatch(words.at(hour)) or (named and words.digits(hour, 0, 24) is not None and words.tail(hour))):
        return None
    last = hour + 1
    joined = words.at(last) in ("-", "–", "ile", "ve")
    if joined and _CLOCK.fullmatch(words.at(last + 1)):
        last += 2
        between = words.noun(last, "span")
        last += bool(between and between.value == "between")
    return last + (words.at(last) in _AROUND)


_CLOSED: Final = {"month": "months", "decade": "years", "century": "years"}
_YEAR: Final[tuple[Narrowing, ...]] = (
    _edge,
    _share,
    _first_of_year,
    _month_of_year,
    _day_of_year,
    _season_of_year,
    _same_of_year,
)
NARROWINGS: Final[dict[str, tuple[Narrowing, ...]]] = {
    "year": _YEAR,
    "decade": (_edge,),
    "month": (_week_of_month, _day_of_month, _edge),
    "week": (_day_of_week, _edge),
    "day": (_part_of_day, _clock_of_day),
    "part": (_clock_of_day,),
}
"""What may narrow a time of each unit. ``days``, ``months``, ``years`` and ``weekend`` are as narrow as they go."""

PRECISIONS: Final = {
    "days": "day",
    "months": "month",
    "years": "year",
    "decade": "year",
    "weekend": "week",
    "part": "day",
}
"""The precision of the units that are none."""
