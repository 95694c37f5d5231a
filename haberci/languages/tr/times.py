"""Time expressions of Turkish: a small grammar that gives value, precision and the rule.

Each rule looks at one place of a sentence and answers with the place behind the expression, its first and last day and
its precision, or None. The first rule that answers has the words. What hangs on the day of the report ("dün") has no
days while that is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from haberci.core.language import TimeFound
from haberci.core.report import Token
from haberci.core.rule import Rule
from haberci.languages.tr import times_calendar as calendar
from haberci.languages.tr.times_words import Words, vocabulary, words_of

_NUMERIC = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
_YEAR_WORD = re.compile(r"yıl(?:ı|ında|ından|ındaki|ının|ına|lar|ları|larda|larında|lardan)?")
_CENTURY = re.compile(r"yüzyıl(?:ın|da|ı|ında|ının|dan)?")
_MONTH_WORD = re.compile(r"ay(?:ı|ında|ından|ındaki|ının|ına)")
_DAY_WORD = re.compile(r"gün(?:ü|ünde|ünden|ünün|kü)?|tarih(?:i|inde|inden|indeki|ine|li)|akşamı|sabahı|gecesi")
_WEEKDAY_WORD = re.compile(r"gün(?:ü|ünden|üne|ünkü)?|akşamı|sabahı|gecesi")
_BETWEEN = re.compile(r"arası|arasında|arasındaki|arasında")
_DATES = re.compile(r"tarihleri|tarihlerinde|günleri|günlerinde")
_FOR = re.compile(r"(gün|hafta|ay|yıl|sene)(?:d[ıiuü]r)")
_EARLIEST, _LATEST = 1800, 2099


class Found(NamedTuple):
    """An expression: the place behind it, its days if known, its precision, its rule."""

    last: int
    days: calendar.Stretch | None
    precision: str
    rule: str


Judgement = Callable[[Words, int, date | None], Found | None]


def times(tokens: Sequence[Token], anchor: str | None) -> list[TimeFound]:
    """The time expressions of one sentence: (first, last, start, stop, precision, rule id), numbers within the sentence.

    ``anchor`` is the ISO day that relative times count from.
    """
    words = words_of(tokens)
    day = calendar.day_of(anchor)
    found: list[TimeFound] = []
    at = 0
    while at < len(tokens):
        one = next((answer for rule in _RULES if (answer := rule(words, at, day))), None)
        if one is None:
            at += 1
            continue
        start, stop = one.days or (None, None)
        found.append((at, one.last, start, stop, one.precision, one.rule))
        at = one.last
    return found


def _numeric_date(words: Words, at: int, anchor: date | None) -> Found | None:
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


def _range_of_days(words: Words, at: int, anchor: date | None) -> Found | None:
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


def _known_day(words: Words, at: int, anchor: date | None) -> Found | None:
    found = _day_and_month(words, at)
    known = vocabulary()["known"].get(f"{words.at(at)} {words.at(at + 1)}") if found else None
    if not (found and known) or words.tail(at + 1) or _year(words, found[2]):
        return None
    ahead = [token.morph.lemma for token in words.tokens[found[2] : found[2] + 3]]
    if not any(lemma in vocabulary()["deed"] for lemma in ahead):
        return None
    return Found(found[2], (known, known), "day", "time.date.known")


def _date(words: Words, at: int, anchor: date | None) -> Found | None:
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


def _month(words: Words, at: int, anchor: date | None) -> Found | None:
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
    named = words.tokens[place].text[0].isupper() and words.tail(place).startswith(("t", "d", "a", "ı", "i", "e"))
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


def _years(words: Words, at: int, anchor: date | None) -> Found | None:
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


def _century(words: Words, at: int, anchor: date | None) -> Found | None:
    number = words.at(at).rstrip(".")
    if not (words.at(at).endswith(".") and number.isascii() and number.isdigit() and 10 <= int(number) <= 21):
        return None
    if not _CENTURY.fullmatch(words.at(at + 1)):
        return None
    return Found(at + 2, calendar.years(int(number) * 100 - 99, int(number) * 100), "year", "time.century")


def _near_day(words: Words, at: int, anchor: date | None) -> Found | None:
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


def _turned_unit(words: Words, at: int, anchor: date | None) -> Found | None:
    """``bu yıl``, ``geçen hafta``, ``önümüzdeki ay``, ``önceki gün``."""
    turn, unit = words.value("turn", at), words.unit(at + 1)
    if turn is None or unit not in ("day", "week", "month", "year") or words.at(at + 1).startswith(("günler", "yıllar", "aylar")):
        return None
    if unit == "day" and words.at(at) not in ("bu", "önceki"):
        return None
    steps = int(turn) * (2 if unit == "day" and words.at(at) == "önceki" else 1)
    days = calendar.moved(anchor, unit, steps) if anchor else None
    return Found(at + 2, days, _told(unit, anchor), "time.turn")


def _weekday(words: Words, at: int, anchor: date | None) -> Found | None:
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


def _ago(words: Words, at: int, anchor: date | None) -> Found | None:
    """``üç gün önce``, ``iki yıl sonra``, ``5 saat önce``."""
    number = words.number(at)
    unit = words.unit(number[1]) if number else None
    side = words.value("ago", number[1] + 1) if number else None
    if not (number and unit and side):
        return None
    days = calendar.moved(anchor, unit, int(side) * number[0]) if anchor else None
    precision = "day" if unit in ("hour", "minute") else unit
    return Found(number[1] + 2, days, _told(precision, anchor), "time.ago")


def _lasting(words: Words, at: int, anchor: date | None) -> Found | None:
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


def _clock(words: Words, at: int, anchor: date | None) -> Found | None:
    if words.at(at) not in ("saat", "saatler", "saatleri") or not _CLOCK.fullmatch(words.at(at + 1)):
        return None
    return Found(at + 2, None, "minute", "time.clock")


def _end_of(words: Words, at: int, anchor: date | None) -> Found | None:
    """``hafta sonu``, ``yıl sonuna``, ``ay başında``."""
    unit = words.at(at)
    edge = re.fullmatch(r"(son|baş)(?:u|ı)(?:n[ae]|nd[ae]n?|nd[ae]ki)?", words.at(at + 1))
    if unit not in ("hafta", "ay", "yıl", "sene") or not edge or (unit == "hafta" and edge.group(1) == "baş"):
        return None
    days = _edge_days(anchor, unit, edge.group(1) == "son") if anchor else None
    return Found(at + 2, days, _told("week" if unit == "hafta" else "month", anchor), "time.edge")


def _edge_days(anchor: date, unit: str, end: bool) -> calendar.Stretch | None:
    if unit == "hafta":
        return calendar.weekday_near(anchor, 5, 1).isoformat(), calendar.weekday_near(anchor, 6, 1).isoformat()
    if unit == "ay":
        return calendar.moved(anchor, "month", 0)
    return calendar.month_of(anchor.year, 12 if end else 1)


_RULES: tuple[Judgement, ...] = (
    _numeric_date, _range_of_days, _known_day, _date, _month, _years, _century,
    _near_day, _turned_unit, _weekday, _ago, _lasting, _clock, _end_of,
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    Rule("time.date.numeric", "a day in digits", "Anlaşma 22.01.2023'te imzalandı."),
    Rule("time.range.days", "first and last day of a stretch", "Tatbikat 30 Ekim-9 Kasım tarihleri arasında yapıldı."),
    Rule("time.date.known", "a deed that goes by its date", "15 Temmuz darbe girişiminin yıl dönümü anıldı."),
    Rule("time.date.full", "day, month and year", "Taraflar 27 Ocak 2023'te görüştü."),
    Rule("time.date.day-month", "day and month; the year nearest to the report", "Heyet 27 Ocak'ta geldi."),
    Rule("time.month", "a month, with or without its year", "Zirve nisan ayında yapılacak."),
    Rule("time.year", "a year or several", "Örgüt 2002'de kuruldu."),
    Rule("time.decade", "a decade", "Ülke 1990'larda bağımsız oldu."),
    Rule("time.century", "a century", "Sınır 19. yüzyılda çizildi."),
    Rule("time.day", "a day told from the report's", "Bakan dün akşam Ankara'ya geldi."),
    Rule("time.turn", "this, the last or the next week, month, year", "Görüşme geçen hafta yapıldı."),
    Rule("time.weekday", "a day of the week", "Meclis salı günü toplanacak."),
    Rule("time.ago", "so many units before or after", "Üç gün önce ateşkes ilan edildi."),
    Rule("time.lasting", "a stretch up to the report", "Çatışmalar üç gündür sürüyor."),
    Rule("time.clock", "an hour of the day", "Toplantı saat 14.30'da başladı."),
    Rule("time.edge", "end or beginning of a week, month, year", "Askerler yıl sonuna kadar çekilecek."),
)
