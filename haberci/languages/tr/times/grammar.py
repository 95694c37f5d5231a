"""Time expressions of Turkish: a small grammar that gives value, precision and the rule.

Each rule looks at one place of a sentence and answers with the place behind the expression, its first and last day and
its unit, or None. The first rule that answers has the words; what follows may tell it more narrowly
(``times_narrow``). What hangs on the day of the report ("dün") has no days while that is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from haberci.core.language import TimeFound
from haberci.core.report import Token
from haberci.core.rule import Rule
from haberci.languages.tr.times import dates as dates
from haberci.languages.tr.times import relative as relative
from haberci.languages.tr.times import years as years
from haberci.languages.tr.times.calendar import day_of
from haberci.languages.tr.times.counted import counted
from haberci.languages.tr.times.narrow import PRECISIONS, narrowed
from haberci.languages.tr.times.words import Found, Words, cut, nouns, vocabulary, words_of

Judgement = Callable[[Words, int, date | None], Found | None]


def times(tokens: Sequence[Token], anchor: str | None) -> list[TimeFound]:
    """The time expressions of one sentence: (first, last, start, stop, precision, rule id).

    ``anchor`` is the ISO day that relative times count from. ``stop`` alone is None when a time lasts up to a report
    whose day is unknown (``2022'den beri``).
    """
    places = _places(tokens)
    if not places:
        return []
    words, day, begins = words_of(tokens), day_of(anchor), _openings()
    found: list[TimeFound] = []
    end = 0
    for at in places:
        if at < end:
            continue
        one = _first(words, at, day, begins)
        if one is not None:
            end = one.last
            found.append(_told(at, one))
    return found


def _places(tokens: Sequence[Token]) -> list[int]:
    """Where a time may begin: most words begin none, and those that begin many things only before certain words."""
    begins, weak, followers = _openings(), _weak(), _followers()
    lows = [token.lower for token in tokens]
    likely = [at for at, low in enumerate(lows) if low in begins or (not low.isalpha() and _is_marked(low, begins))]
    lows.append("")
    return [at for at in likely if not _is_weak(lows[at], weak) or _follows(lows[at + 1], followers)]


def _is_marked(low: str, begins: dict[str, tuple[Judgement, ...]]) -> bool:
    """Whether a word that is not of letters alone may begin a time: not a mark by itself."""
    return low[0].isdigit() or (len(low) > 1 and cut(low)[0] in begins)


def _is_weak(low: str, weak: frozenset[str]) -> bool:
    """Whether a word begins a time only before certain words, as it begins many other things."""
    return low in weak or (low.isdigit() and len(low) < _YEAR)


def _follows(after: str, followers: frozenset[str]) -> bool:
    return after in followers or after.isdigit() or cut(after)[0] in followers


def _first(words: Words, at: int, anchor: date | None, begins: dict[str, tuple[Judgement, ...]]) -> Found | None:
    word = words.bare[at]
    for rule in _WITH_DIGITS if word[0].isdigit() else begins[word]:
        answer = rule(words, at, anchor)
        if answer is not None:
            return narrowed(words, answer, anchor)
    return None


def _told(at: int, found: Found) -> TimeFound:
    start, stop = found.days or (None, None)
    unit = PRECISIONS.get(found.unit, found.unit)
    precision = "relative" if found.hangs and start is None else unit
    return at, found.last, start, stop or None, precision, found.rule


_WITH_DIGITS: Final[tuple[Judgement, ...]] = (
    dates.numeric_date, dates.known_day, dates.range_of_days, dates.bound_days, dates.day_and_month, years.decade,
    years.years, years.century, counted,
)  # fmt: skip
_BY_KIND: Final[dict[str, tuple[Judgement, ...]]] = {
    "month": (dates.month,),
    "weekday": (relative.weekday,),
    "part": (relative.clock, relative.part_alone),
    "feast": (relative.feast,),
    "unit": (relative.next_week, relative.this_unit),
}
_BY_WORD: Final[dict[str, tuple[Judgement, ...]]] = {
    "number": (counted,),
    "far": (relative.far,),
    "clock": (relative.clock,),
    "turn": (relative.turned,),
    "day": (relative.near_day,),
}


@lru_cache(maxsize=1)
def _openings() -> dict[str, tuple[Judgement, ...]]:
    """The words with which a time expression without digits begins, and the rules that may answer there."""
    found = {form: _BY_KIND[noun.kind] for form, noun in nouns().items() if noun.kind in _BY_KIND}
    for kind, rules in _BY_WORD.items():
        for word in vocabulary()[kind]:
            found[word] = found.get(word, ()) + rules if kind != "day" else rules
    found["bir"] = (counted, relative.far)
    found["son"] = (counted, relative.vague_recent)
    found |= dict.fromkeys(("yerel", "türkiye", "moskova"), (relative.clock,))
    found |= dict.fromkeys(years.ROMANS, (years.century,))
    return found | dict.fromkeys(years.DECADES_IN_WORDS, (years.decade_in_words,))


_YEAR: Final = 4  # digits
_WEAK_KINDS: Final = ("number", "far", "turn")
_FOLLOWING_KINDS: Final = ("number", "far", "since", "order")
_FOLLOWING_WORDS: Final = ("buçuk", "yıllarda", "-", "–", "—", "ile", "ve", "ila")


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    """Words that begin much else, and a time only before a word that tells one: ``bu``, ``bir``, ``o``."""
    return frozenset(("son",)).union(*(vocabulary()[kind] for kind in _WEAK_KINDS))


@lru_cache(maxsize=1)
def _followers() -> frozenset[str]:
    """The words behind which an opening is looked at when it is a weak one, besides digits."""
    lasting = (form + end for form in vocabulary()["unit"] for end in ("dir", "dır", "dür", "dur"))
    known = (vocabulary()[kind] for kind in _FOLLOWING_KINDS)
    return frozenset(nouns()).union(lasting, _FOLLOWING_WORDS, *known)


RULES: Final[tuple[Rule, ...]] = (
    Rule("time.date.numeric", "a day in digits", "Anlaşma 22.01.2023'te imzalandı."),
    Rule("time.range.days", "first and last day of a stretch", "Tatbikat 30 Ekim-9 Kasım tarihleri arasında yapıldı."),
    Rule("time.date.known", "a deed that goes by its date", "15 Temmuz darbe girişiminin yıl dönümü anıldı."),
    Rule("time.date.full", "day, month and year", "Taraflar 27 Ocak 2023'te görüştü."),
    Rule(
        "time.date.day-month", "day and month; the year as the verb tells, near the report", "Heyet 27 Ocak'ta geldi."
    ),
    Rule("time.month", "a month or several, with or without the year", "Zirve nisan ayında yapılacak."),
    Rule("time.year", "a year or several", "Örgüt 2002'de kuruldu."),
    Rule("time.decade", "a decade", "Ülke 1990'larda bağımsız oldu."),
    Rule("time.century", "a century", "Sınır 19. yüzyılda çizildi."),
    Rule("time.season", "a season", "Taraflar geçen yaz bir araya geldi."),
    Rule("time.share", "a part of a year or month", "Ticaret yılın ilk yarısında arttı."),
    Rule("time.day", "a day told from the report's", "Bakan dün akşam Ankara'ya geldi."),
    Rule("time.turn", "this, the last or the next week, month, year", "Görüşme geçen hafta yapıldı."),
    Rule("time.far", "a time that hangs on what was told before; it has no value", "Ertesi gün ateşkes ilan edildi."),
    Rule("time.vague", "near the report, but no day is told", "Son günlerde çatışmalar arttı."),
    Rule("time.weekday", "a day of the week", "Meclis salı günü toplanacak."),
    Rule("time.ago", "so many units before or after", "Üç gün önce ateşkes ilan edildi."),
    Rule("time.lasting", "a stretch up to the report, or on from it", "Çatışmalar üç gündür sürüyor."),
    Rule("time.clock", "an hour of the day", "Toplantı saat 14.30'da başladı."),
    Rule("time.part", "a part of a day told elsewhere", "Operasyon sabah saatlerinde başladı."),
    Rule("time.edge", "end or beginning of a week, month, year", "Askerler yıl sonuna kadar çekilecek."),
    Rule("time.feast", "a feast with its day, or one that goes by the moon", "Ücretler yılbaşında artacak."),
)
