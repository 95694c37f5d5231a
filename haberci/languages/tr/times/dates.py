"""Dates that tell their day or month by name or in digits. Each rule answers as ``times`` tells, or None."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from haberci.languages.tr.times import calendar as calendar
from haberci.languages.tr.times.narrow import NARROWINGS
from haberci.languages.tr.times.words import Found, Words, vocabulary

_NUMERIC: Final = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_BINDING: Final = "bağlayan"
_FEAST_ENDS: Final = frozenset({"günü", "bayramı"})
_FEAST_REACH: Final = 6  # words of a feast's name, at most
_JOINS: Final = frozenset({"-", "–", "—", "ile", "ve", "ila"})
_UNTIL: Final = frozenset({"kadar", "dek", "değin"})
_PLACED: Final = frozenset({"loc", "abl", "rel"})
_AMBIGUOUS: Final = frozenset({"ocakta", "ocaktan", "ocaktaki"})  # in the mine, on the stove
_LONGEST_NAME: Final = 5
_EARLIEST, _LATEST = 1800, 2099


def numeric_date(words: Words, at: int, anchor: date | None) -> Found | None:
    """A day in digits: ``22.01.2023'te``, ``2023-01-22``."""
    word = words.at(at)
    found = _NUMERIC.fullmatch(word)
    parts = [int(found[4]), int(found[3]), int(found[1])] if found else None
    if parts is None and (found := _ISO.fullmatch(word)):
        parts = [int(part) for part in found.groups()]
    day = calendar.make_day(*parts) if parts else None
    if day is None:
        return None
    return Found(_past_day_word(words, at + 1), calendar.one_day(day), "day", "time.date.numeric")


def _past_day_word(words: Words, at: int) -> int:
    """Past ``günü``, ``tarihinde``, ``Cuma günü`` behind a date."""
    weekday = words.noun(at, "weekday")
    if weekday is not None and weekday.case == "nom":
        at += 1
    word = words.noun(at, "unit", "span")
    if word and word.value in ("day", "date") and (word.owned or word.case == "rel"):
        return at + 1
    return at + (words.at(at) == "tarihli")


def _day_and_month(words: Words, at: int) -> tuple[int, int, int] | None:
    """A day and its month from a place on: (day, month, place behind)."""
    day = words.digits(at, 1, 31)
    month = words.noun(at + 1, "month") if day and not words.tail(at) else None
    if not day or month is None or (month.case != "nom" and not words.tail(at + 1)) or month.plural:
        return None
    return day, int(month.value), at + 2


def year_at(words: Words, at: int) -> int | None:
    """A year in digits."""
    return words.digits(at, _EARLIEST, _LATEST)


def _on(words: Words, at: int, anchor: date | None, day: int, month: int) -> date | None:
    """A day without its year, as the verb behind a place tells; None without an anchor."""
    return calendar.nearest(anchor, month, day, words.leaning(at)) if anchor else None


def range_of_days(words: Words, at: int, anchor: date | None) -> Found | None:
    """``22-23 Ocak``, ``30 Ekim-9 Kasım tarihleri arasında``, ``20 Ocak ile 3 Şubat arasında``, ``8 ve 9 Mayıs'ta``."""
    first = _day_and_month(words, at)
    day, middle = (first[0], first[2]) if first else (words.digits(at, 1, 31), at + 1)
    from_year = year_at(words, middle) if first else None
    middle += from_year is not None
    second = _day_and_month(words, middle + 1)
    if not (day and second) or words.at(middle) not in _JOINS:
        return None
    year = None if words.tail(second[2] - 1) else year_at(words, second[2])
    last = second[2] + (year is not None)
    closed = _past_between(words, last)
    if words.at(middle).isalpha() and closed == last and (first or second[0] != day + 1):
        return None
    stop = calendar.make_day(year, second[1], second[0]) if year else _on(words, closed, anchor, second[0], second[1])
    month = first[1] if first else second[1]
    start = stop and (calendar.make_day(from_year, month, day) if from_year else _before(stop, month, day))
    days = (start.isoformat(), stop.isoformat()) if start and stop and start <= stop else None
    return Found(closed, days, "days", "time.range.days")


def _past_between(words: Words, at: int) -> int:
    """Past ``tarihleri arasında``, ``günlerinde``, ``arası``."""
    word = words.noun(at, "span", "unit")
    at += bool(word and word.plural and word.value in ("date", "day"))
    word = words.noun(at, "span")
    return at + bool(word and word.value == "between" and word.owned)


def _before(stop: date, month: int, day: int) -> date | None:
    """The first day of a range that ends on ``stop``; it may lie in the year before."""
    start = calendar.make_day(stop.year, month, day)
    return start if start is None or start <= stop else calendar.make_day(stop.year - 1, month, day)


def known_day(words: Words, at: int, anchor: date | None) -> Found | None:
    """A day that names a deed: ``15 Temmuz darbe girişimi``, ``17-25 Aralık soruşturmaları``."""
    last = at + 2 if words.at(at + 1).isalpha() else at + 4
    known = vocabulary()["known"].get(" ".join(words.bare[at:last]).replace(" - ", "-"))
    if known is None or year_at(words, last) or (words.tail(last - 1) and " " in known):
        return None
    days, *deeds = known.split()
    start, stop = days.split("..")
    ahead = [token.morph.lemma for token in words.tokens[last : last + 3]]
    if deeds and not any(lemma in deeds for lemma in ahead):
        return None
    if (anchor and start > anchor.isoformat()) or names_a_site(words, last) or words.leaning(last) > 0:
        return None
    return Found(last, (start, stop), "day" if start == stop else "days", "time.date.known")


def names_a_site(words: Words, at: int) -> bool:
    """Whether a date before this place begins a name: ``15 Temmuz Şehitler Köprüsü``."""
    for number in range(at, min(at + _LONGEST_NAME, len(words.tokens))):
        site = words.noun(number, "site")
        if site is not None and site.owned:
            return True
        if not words.tokens[number].text[0].isupper() or words.tail(number):
            return False
    return False


def day_and_month(words: Words, at: int, anchor: date | None) -> Found | None:
    """A day and its month, with or without the year: ``27 Ocak 2023'te``, ``27 Ocak'ta``."""
    found = _day_and_month(words, at)
    if not found:
        return None
    day, month, last = found
    year = None if words.tail(last - 1) else year_at(words, last)
    last += year is not None
    if year is None and not words.tail(last - 1) and names_a_site(words, last):
        return None
    weekday = words.noun(last, "weekday")
    last = _past_feast(words, _past_day_word(words, last))
    exact = calendar.make_day(year, month, day) if year else _on(words, last, anchor, day, month)
    if exact is not None and year is None and weekday and weekday.case == "nom":
        exact = calendar.on_weekday(exact, int(weekday.value))
    if exact is None and (year is not None or day > 29 + (month != 2)):
        return None
    if year is None and _hangs_before(words, at):
        exact = None
    rule = "time.date.full" if year is not None else "time.date.day-month"
    return Found(last, calendar.one_day(exact) if exact else None, "day", rule)


def bound_days(words: Words, at: int, anchor: date | None) -> Found | None:
    """The night between two days: ``14 Mayıs'ı 15 Mayıs'a bağlayan gece``."""
    first = _day_and_month(words, at)
    second = _day_and_month(words, first[2]) if first else None
    if not (first and second) or words.at(second[2]) != _BINDING or words.noun(second[2] + 1, "part") is None:
        return None
    last = second[2] + 2
    start, stop = (_on(words, last, anchor, day, month) for day, month, _ in (first, second))
    days = (start.isoformat(), stop.isoformat()) if start and stop and start < stop else None
    return Found(last, days, "days", "time.range.days")


def _past_feast(words: Words, at: int) -> int:
    """Past the name of a feast on which something is done: ``29 Ekim Cumhuriyet Bayramı'nda``."""
    for number in range(at, min(at + _FEAST_REACH, len(words.tokens))):
        if not words.tokens[number].text[0].isupper() and words.at(number) != "ve":
            return at
        if words.at(number) in _FEAST_ENDS:
            return number + 1 if words.case(number) == "loc" else at
    return at


def _hangs_before(words: Words, at: int) -> bool:
    """Whether a year is told before that is known only from what was told: ``her yılın``, ``aynı yıl``."""
    unit = words.noun(at - 1, "unit")
    return bool(unit and unit.value == "year" and not words.digits(at - 2, 1, 9999))


def month(words: Words, at: int, anchor: date | None) -> Found | None:
    """``Ocak 2023'te``, ``nisan ayında``, ``Nisan'da``, ``nisan sonunda``, ``ocak-mart döneminde``."""
    month = words.noun(at, "month")
    if month is None or month.plural or month.owned or words.at(at - 1).isdigit():
        return None
    if (found := _months_with_years(words, at)) is not None:
        return found
    last, until = at + 1, month
    if words.at(last) in _JOINS and (second := words.noun(last + 1, "month")):
        if not _closes_range(words, last + 2):
            return None
        last, until = last + 2, second
    year = None if words.tail(last - 1) or until.case != "nom" else year_at(words, last)
    last += year is not None
    with_word = _has_month_word(words, last)
    if year is None and not with_word and not _stands_alone(words, at, last, month.case):
        return None
    leaning = 1 if is_shifted(words, last) else words.leaning(last)
    last += with_word
    unknown = _hangs_before(words, at) and year is None
    days = None if unknown else _month_days(anchor, year, int(month.value), int(until.value), leaning)
    return Found(last, days, "month" if month is until else "months", "time.month")


def _months_with_years(words: Words, at: int) -> Found | None:
    """``Aralık 2023-Şubat 2024 arasında``."""
    first, second = words.noun(at, "month"), words.noun(at + 3, "month")
    start, stop = year_at(words, at + 1), year_at(words, at + 4)
    if not (first and second and start and stop) or words.at(at + 2) not in _JOINS:
        return None
    days = calendar.month_of(start, int(first.value))[0], calendar.month_of(stop, int(second.value))[1]
    last = at + 5 + _has_month_word(words, at + 5)
    return Found(last, days, "months", "time.month") if days[0] < days[1] else None


def _closes_range(words: Words, at: int) -> bool:
    return _has_month_word(words, at) or year_at(words, at) is not None


def _has_month_word(words: Words, at: int) -> bool:
    """Whether ``ayında``, ``döneminde``, ``aylarında`` stands here."""
    word = words.noun(at, "unit", "span")
    return bool(word and word.owned and word.value in ("month", "", "between"))


def _stands_alone(words: Words, at: int, last: int, case: str) -> bool:
    """Whether a month without year and ``ayı`` is told as a time by its case or by what narrows it."""
    if at != last - 1 or words.at(at) in _AMBIGUOUS:
        return False
    if case in _PLACED:
        return bool(words.tail(at)) == words.tokens[at].text[0].isupper() or not words.is_name(at)
    if case == "dat":
        return words.at(last) in _UNTIL or is_shifted(words, last)
    bare = Found(last, None, "month", "time.month")
    return case in ("nom", "gen") and any(rule(words, bare) is not None for rule in NARROWINGS["month"])


def is_shifted(words: Words, at: int) -> bool:
    """Whether a verb stands here that puts a thing off to a time."""
    return at < len(words.tokens) and words.tokens[at].morph.lemma in vocabulary()["shift"]


def _month_days(anchor: date | None, year: int | None, first: int, last: int, leaning: int) -> calendar.Stretch | None:
    if year is None and anchor is None:
        return None
    if year is None and anchor is not None:
        year = int(calendar.nearest_month(anchor, last, leaning)[0][:4]) - (last < first)
    return calendar.months_of(year or 0, first, last)
