"""Times told from the day of the report. Each rule answers as ``times`` tells, or None."""

from __future__ import annotations

import re
from datetime import date

from haberci.languages.tr import times_calendar as calendar
from haberci.languages.tr.times_words import Found, Words, vocabulary

_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
_WEEKDAY_WORD = re.compile(r"gün(?:ü|ünden|üne|ünkü)?|akşamı|sabahı|gecesi")
_FOR = re.compile(r"(gün|hafta|ay|yıl|sene)(?:d[ıiuü]r)")


def near_day(words: Words, at: int, anchor: date | None) -> Found | None:
    """``bugün``, ``dün akşam``, ``bu sabah``, ``önceki gün``."""
    steps = words.value("day", at)
    last = at + 1
    if steps is None and words.at(at) == "bu" and words.value("part", last) is not None:
        steps, last = "0", last + 1
    elif steps is not None and words.value("part", last) is not None:
        last += 1
    if steps is None:
        return None
    return Found(last, calendar.moved(anchor, "day", int(steps)) if anchor else None, _told("day", anchor), "time.day")


def _told(precision: str, anchor: date | None) -> str:
    return precision if anchor else "relative"


def turned_unit(words: Words, at: int, anchor: date | None) -> Found | None:
    """``bu yıl``, ``geçen hafta``, ``önümüzdeki ay``, ``önceki gün``."""
    turn, unit = words.value("turn", at), words.unit(at + 1)
    if (
        turn is None
        or unit not in ("day", "week", "month", "year")
        or words.at(at + 1).startswith(("günler", "yıllar", "aylar"))
    ):
        return None
    if unit == "day" and words.at(at) not in ("bu", "önceki"):
        return None
    steps = int(turn) * (2 if unit == "day" and words.at(at) == "önceki" else 1)
    days = calendar.moved(anchor, unit, steps) if anchor else None
    return Found(at + 2, days, _told(unit, anchor), "time.turn")


def weekday(words: Words, at: int, anchor: date | None) -> Found | None:
    """``pazartesi günü``, ``geçen cuma``, ``önümüzdeki pazar günü``."""
    turn = words.value("turn", at)
    place = at + (turn is not None)
    weekday = words.value("weekday", place)
    if weekday is None:
        return None
    with_word = bool(_WEEKDAY_WORD.fullmatch(words.at(place + 1)))
    if turn is None and not with_word:
        return None
    if turn is not None and not with_word and weekday == "6":  # pazar is a market too
        return None
    side = int(turn) if turn is not None else int(words.looks_ahead())
    days = calendar.one_day(calendar.weekday_near(anchor, int(weekday), side)) if anchor else None
    return Found(place + 1 + with_word, days, _told("day", anchor), "time.weekday")


def ago(words: Words, at: int, anchor: date | None) -> Found | None:
    """``üç gün önce``, ``iki yıl sonra``, ``5 saat önce``."""
    number = words.number(at)
    unit = words.unit(number[1]) if number else None
    side = words.value("ago", number[1] + 1) if number else None
    if not (number and unit and side):
        return None
    days = calendar.moved(anchor, unit, int(side) * number[0]) if anchor else None
    precision = "day" if unit in ("hour", "minute") else unit
    return Found(number[1] + 2, days, _told(precision, anchor), "time.ago")


def lasting(words: Words, at: int, anchor: date | None) -> Found | None:
    """``son iki haftada``, ``üç gündür``, ``son 10 yılın``."""
    recent = words.at(at) == "son"
    number = words.number(at + recent)
    if not number:
        return None
    since = _FOR.fullmatch(words.at(number[1]))
    unit = vocabulary()["unit"][since.group(1)] if since else words.unit(number[1]) if recent else None
    if unit not in ("day", "week", "month", "year"):
        return None
    days = calendar.back(anchor, unit, number[0]) if anchor else None
    return Found(number[1] + 1, days, _told(unit, anchor), "time.lasting")


def clock(words: Words, at: int, anchor: date | None) -> Found | None:
    """An hour: ``saat 14.30'da``; its day is told elsewhere."""
    if words.at(at) not in ("saat", "saatler", "saatleri") or not _CLOCK.fullmatch(words.at(at + 1)):
        return None
    return Found(at + 2, None, "minute", "time.clock")


def end_of(words: Words, at: int, anchor: date | None) -> Found | None:
    """``hafta sonu``, ``yıl sonuna``, ``ay başında``."""
    unit = words.at(at)
    edge = re.fullmatch(r"(son|baş)(?:u|ı)(?:n[ae]|nd[ae]n?|nd[ae]ki)?", words.at(at + 1))
    if unit not in ("hafta", "ay", "yıl", "sene") or not edge or (unit == "hafta" and edge.group(1) == "baş"):
        return None
    days = _edge_days(anchor, unit, edge.group(1) == "son") if anchor else None
    return Found(at + 2, days, _told("week" if unit == "hafta" else "month", anchor), "time.edge")


def _edge_days(anchor: date, unit: str, end: bool) -> calendar.Stretch | None:
    if unit == "hafta":
        return calendar.weekend(anchor)
    if unit == "ay":
        return calendar.moved(anchor, "month", 0)
    return calendar.month_of(anchor.year, 12 if end else 1)
