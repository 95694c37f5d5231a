"""Dates that tell their day, month or year by name or in digits. Each rule answers as ``times`` tells, or None."""

from __future__ import annotations

import re
from datetime import date

from haberci.languages.tr import times_calendar as calendar
from haberci.languages.tr.times_words import Found, Words, vocabulary

_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YEAR_WORD = re.compile(r"yıl(?:ı|ında|ından|ındaki|ının|ına|lar|ları|larda|larında|lardan)?")
_CENTURY = re.compile(r"yüzyıl(?:ın|da|ı|ında|ının|dan)?")
_MONTH_WORD = re.compile(r"ay(?:ı|ında|ından|ındaki|ının|ına)")
_DAY_WORD = re.compile(r"gün(?:ü|ünde|ünden|ünün|kü)?|tarih(?:i|inde|inden|indeki|ine|li)|akşamı|sabahı|gecesi")
_WEEKDAY_WORD = re.compile(r"gün(?:ü|ünden|üne|ünkü)?|akşamı|sabahı|gecesi")
_BETWEEN = re.compile(r"arası|arasında|arasındaki|arasında")
_DATES = re.compile(r"tarihleri|tarihlerinde|günleri|günlerinde")
_EARLIEST, _LATEST = 1800, 2099


def numeric_date(words: Words, at: int, anchor: date | None) -> Found | None:
    """A day in digits: ``22.01.2023'te``, ``2023-01-22``."""
    word = words.at(at)
    found = _NUMERIC.fullmatch(word)
    parts = [int(part) for part in found.groups()][::-1] if found else None
    if parts is None and (found := _ISO.fullmatch(word)):
        parts = [int(part) for part in found.groups()]
    day = calendar.make_day(*parts) if parts else None
    if day is None:
        return None
    last = at + 1
    if _DAY_WORD.fullmatch(words.at(last)):
        last += 1
    return Found(last, calendar.one_day(day), "day", "time.date.numeric")


def _day_and_month(words: Words, at: int) -> tuple[int, int, int] | None:
    """A day and its month from a place on: (day, month, place behind)."""
    day = words.digits(at, 1, 31)
    month = words.value("month", at + 1)
    return (day, int(month), at + 2) if day and month and not words.tail(at) else None


def _year(words: Words, at: int) -> int | None:
    return words.digits(at, _EARLIEST, _LATEST)


def _on(anchor: date | None, year: int | None, month: int, day: int) -> date | None:
    if year is not None:
        return calendar.make_day(year, month, day)
    return calendar.nearest(anchor, month, day) if anchor else None


def range_of_days(words: Words, at: int, anchor: date | None) -> Found | None:
    """``22-23 Ocak``, ``30 Ekim-9 Kasım tarihleri arasında``, ``20 Ocak ile 3 Şubat arasında``."""
    first = _day_and_month(words, at)
    day, middle = (first[0], first[2]) if first else (words.digits(at, 1, 31), at + 1)
    second = _day_and_month(words, middle + 1)
    if not (day and second) or words.at(middle) not in ("-", "–", "—", "ile", "ve", "ila"):
        return None
    last, year = second[2], _year(words, second[2])
    last += year is not None
    closed = last
    if _DATES.fullmatch(words.at(closed)):
        closed += 1
    if _BETWEEN.fullmatch(words.at(closed)):
        closed += 1
    if words.at(middle).isalpha() and (closed == last or not words.at(closed - 1).startswith("ara")):
        return None
    stop = _on(anchor, year, second[1], second[0])
    start = stop and _before(stop, first[1] if first else second[1], day)
    days = (start.isoformat(), stop.isoformat()) if start and stop else None
    return Found(closed, days, "day", "time.range.days")


def _before(stop: date, month: int, day: int) -> date | None:
    """The first day of a range that ends on ``stop``; it may lie in the year before."""
    start = calendar.make_day(stop.year, month, day)
    return start if start is None or start <= stop else calendar.make_day(stop.year - 1, month, day)


def known_day(words: Words, at: int, anchor: date | None) -> Found | None:
    """A day that names a deed: ``15 Temmuz darbe girişimi``."""
    found = _day_and_month(words, at)
    known = vocabulary()["known"].get(f"{words.at(at)} {words.at(at + 1)}") if found else None
    if not (found and known) or words.tail(at + 1) or _year(words, found[2]):
        return None
    ahead = [token.morph.lemma for token in words.tokens[found[2] : found[2] + 3]]
    if not any(lemma in vocabulary()["deed"] for lemma in ahead):
        return None
    return Found(found[2], (known, known), "day", "time.date.known")


def day_and_month(words: Words, at: int, anchor: date | None) -> Found | None:
    """A day and its month, with or without the year: ``27 Ocak 2023'te``, ``27 Ocak'ta``."""
    found = _day_and_month(words, at)
    if not found:
        return None
    day, month, last = found
    year = None if words.tail(last - 1) else _year(words, last)
    last += year is not None
    if _DAY_WORD.fullmatch(words.at(last)):
        last += 1
    elif words.value("weekday", last) is not None:
        last += 1 + bool(_WEEKDAY_WORD.fullmatch(words.at(last + 1)))
    exact = _on(anchor, year, month, day)
    if exact is None and (year is not None or day > 29 + (month != 2)):
        return None
    rule = "time.date.full" if year is not None else "time.date.day-month"
    return Found(last, calendar.one_day(exact) if exact else None, "day", rule)


def month(words: Words, at: int, anchor: date | None) -> Found | None:
    """``Ocak 2023'te``, ``2023 Ocak ayında``, ``nisan ayında``, ``Nisan'da``, ``geçen ocak ayında``."""
    turn = words.value("turn", at)
    year = _year(words, at)
    place = at + (turn is not None or (year is not None and not words.tail(at)))
    month = words.value("month", place)
    if month is None:
        return None
    last = place + 1
    if year is None and not words.tail(place) and (year := _year(words, last)) is not None:
        last += 1
    with_word = bool(_MONTH_WORD.fullmatch(words.at(last)))
    named = (
        not words.at(at - 1).isdigit()
        and words.tokens[place].text[0].isupper()
        and words.tail(place).startswith(("t", "d", "a", "ı", "i", "e"))
    )
    if year is None and not with_word and not named:
        return None
    last += with_word
    return Found(last, _month_days(anchor, year, int(month), turn), "month", "time.month")


def _month_days(anchor: date | None, year: int | None, month: int, turn: str | None) -> calendar.Stretch | None:
    if year is not None:
        return calendar.month_of(year, month)
    if anchor is None:
        return None
    if turn == "-1":
        return calendar.month_of(anchor.year - (month >= anchor.month), month)
    if turn == "1":
        return calendar.month_of(anchor.year + (month <= anchor.month), month)
    return calendar.nearest_month(anchor, month)


def years(words: Words, at: int, anchor: date | None) -> Found | None:
    """``2023'te``, ``2023 yılında``, ``1990'larda``, ``1990'lı yıllarda``, ``2015-2018 yılları arasında``."""
    year = _year(words, at)
    if year is None:
        return None
    until = _year(words, at + 2) if words.at(at + 1) in ("-", "–", "ile") and not words.tail(at) else None
    last = at + 1 if until is None else at + 3
    tail = words.tail(last - 1)
    with_word = bool(_YEAR_WORD.fullmatch(words.at(last)))
    if not with_word and (not tail or words.unit(last) == "day" or tail in ("i", "ı", "u", "ü", "ini", "ünü")):
        return None
    last += with_word
    if until is not None and _BETWEEN.fullmatch(words.at(last)):
        last += 1
    decade = tail.startswith(("ler", "lar", "li", "lı", "lu", "lü")) and year % 10 == 0
    stop = until if until is not None and until >= year else year + 9 * decade
    return Found(last, calendar.years(year, stop), "year", "time.decade" if decade else "time.year")


def century(words: Words, at: int, anchor: date | None) -> Found | None:
    """A century: ``19. yüzyılda``."""
    number = words.at(at).rstrip(".")
    if not (words.at(at).endswith(".") and number.isascii() and number.isdigit() and 10 <= int(number) <= 21):
        return None
    if not _CENTURY.fullmatch(words.at(at + 1)):
        return None
    return Found(at + 2, calendar.years(int(number) * 100 - 99, int(number) * 100), "year", "time.century")
