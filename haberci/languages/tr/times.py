"""Time expressions of Turkish: a small grammar that gives value, precision and the rule.

Each rule looks at one place of a sentence and answers with the place behind the expression, its first and last day and
its precision, or None. The first rule that answers has the words. What hangs on the day of the report ("dün") has no
days while that is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from haberci.core.language import TimeFound
from haberci.core.report import Token
from haberci.core.rule import Rule
from haberci.languages.tr import times_dates as dates
from haberci.languages.tr import times_relative as relative
from haberci.languages.tr.times_calendar import day_of
from haberci.languages.tr.times_words import Found, Words, openings, words_of

Judgement = Callable[[Words, int, date | None], Found | None]


def times(tokens: Sequence[Token], anchor: str | None) -> list[TimeFound]:
    """The time expressions of one sentence: (first, last, start, stop, precision, rule id).

    ``anchor`` is the ISO day that relative times count from.
    """
    words = words_of(tokens)
    day = day_of(anchor)
    begins = openings()
    found: list[TimeFound] = []
    at = 0
    while at < len(tokens):
        word = words.bare[at]
        rules = _WITH_WORDS if word in begins else () if word.isalpha() else _WITH_DIGITS
        one = next((answer for rule in rules if (answer := rule(words, at, day))), None)
        if one is None:
            at += 1
            continue
        start, stop = one.days or (None, None)
        found.append((at, one.last, start, stop, one.precision, one.rule))
        at = one.last
    return found


# The rules by what an expression begins with: most words begin none, and are passed by.
_WITH_DIGITS: tuple[Judgement, ...] = (
    dates.numeric_date, dates.range_of_days, dates.known_day, dates.day_and_month, dates.month, dates.years,
    dates.century, relative.ago, relative.lasting,
)  # fmt: skip
_WITH_WORDS: tuple[Judgement, ...] = (
    dates.month, relative.near_day, relative.turned_unit, relative.weekday, relative.ago, relative.lasting,
    relative.clock, relative.end_of,
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
