"""Years, decades and centuries. Each rule answers as ``times`` tells, or None."""

from __future__ import annotations

from datetime import date
from typing import Final

from haberci.core.morph import Case
from haberci.languages.tr.times import calendar as calendar
from haberci.languages.tr.times.dates import year_at
from haberci.languages.tr.times.narrow import NARROWINGS
from haberci.languages.tr.times.words import Found, Words, vocabulary

_JOINS: Final = frozenset({"-", "–", "ile", "ve", "ila", "/"})
_AMOUNTS: Final = frozenset(
    "fazla az çok aşkın yukarı aşağı yüksek düşük büyük küçük üzerinde altında üstünde üzerine".split()
)
_TOWARDS: Final = frozenset("kadar dek değin doğru kala göre oranla kıyasla nazaran ilişkin ait dair yönelik".split())
_LOOSE: Final = frozenset("te ta ten tan teki taki den dan deki daki".split())
_DECADE: Final = ("ler", "lar", "li", "lı", "lu", "lü")
_OLD: Final = 1000  # years before 1800 are told apart from amounts by their word or their case
_TENS: Final = {
    "yirmili": 20, "otuzlu": 30, "kırklı": 40, "ellili": 50, "altmışlı": 60, "yetmişli": 70, "seksenli": 80,
    "doksanlı": 90,
}  # fmt: skip
ROMANS: Final = {
    roman: number
    for number, roman in enumerate(
        "x xı xıı xııı xıv xv xvı xvıı xvııı xıx xx xxı".split(), start=10
    )
}  # fmt: skip


def years(words: Words, at: int, anchor: date | None) -> Found | None:
    """``2023'te``, ``2023 yılında``, ``2015-2018 yılları arasında``, ``2020 sonunda``, ``2022 ekiminde``."""
    year = year_at(words, at) or words.digits(at, _OLD, _OLD + 799)
    if year is None:
        return None
    until = _until(words, at, year)
    last = at + 1 if until is None else until[1]
    stop = year if until is None else until[0]
    unit = "year" if stop == year else "years"
    found = Found(last, calendar.years(year, stop), unit, "time.year")
    word = words.noun(last, "unit", "span")
    if word and word.owned and word.value in ("year", "month", "", "between") and (until or word.value == "year"):
        found = found._replace(last=last + 1)
        between = words.noun(last + 1, "span")
        return found._replace(last=last + 2) if between and between.value == "between" and until else found
    if word and word.value == "year" and word.case == "nom" and words.noun(last + 1, "edge"):
        return found._replace(last=last + 1)  # 2017 yıl sonunda
    if unit != "year":
        return found if until and (until[2] or words.case(last - 1) in ("loc", "rel", "abl", "gen")) else None
    if not words.tail(at) and (loose := _past_loose(words, last)):
        return found._replace(last=loose)
    return found if _is_told(words, last, year) or _names_a_year(words, last) or _narrows(words, found) else None


def _until(words: Words, at: int, year: int) -> tuple[int, int, bool] | None:
    """A second year: (year, place behind, whether the two need no further word)."""
    if words.at(at + 1) in _JOINS and not words.tail(at):
        second = year_at(words, at + 2)
        if second is None and words.at(at + 1) != "ile" and (short := words.digits(at + 2, 10, 99)):
            second = year // 100 * 100 + short  # 1990-95
        return (second, at + 3, False) if second and second > year else None
    second = year_at(words, at + 1) if words.case(at) == "abl" else None
    if second and second > year and words.case(at + 1) == "dat" and words.at(at + 2) in _TOWARDS:
        return second, at + 3, True
    return None


def _is_told(words: Words, last: int, year: int) -> bool:
    """Whether the ending behind the apostrophe tells that the number is a year and no amount."""
    case, behind = words.case(last - 1), words.at(last)
    if case in ("loc", "rel"):
        return behind != "bir"
    if year < _OLD + 800:
        return False
    if case == "abl" or case == "gen":
        return behind not in _AMOUNTS
    return case == "dat" and (behind in _TOWARDS or behind.startswith(("gir", "ertele")))


def _past_loose(words: Words, at: int) -> int:
    """The place behind an ending that lost its apostrophe, or stands apart from it; 0 when there is none."""
    apart = at < len(words.tokens) and not words.at(at)  # a lone apostrophe
    ending = words.at(at + apart)
    if ending in _LOOSE or (apart and ending in ("da", "de")):
        return at + apart + 1
    return at + apart + 1 if ending in ("e", "a", "ye", "ya") and words.at(at + apart + 1) in _TOWARDS else 0


def _names_a_year(words: Words, at: int) -> bool:
    """Whether what stands here goes by its year: ``2015 genel seçimleri``, ``2023 bütçesi``."""
    for token in words.tokens[at : at + 3]:
        if token.morph.lemma in vocabulary()["yearly"]:
            return True
        if token.morph.case not in (None, Case.NOM):
            return False
    return False


def _narrows(words: Words, found: Found) -> bool:
    return any(rule(words, found) is not None for rule in NARROWINGS["year"])


def decade(words: Words, at: int, anchor: date | None) -> Found | None:
    """``1990'larda``, ``1990'lı yıllarda``, ``80'li yıllarda``."""
    year, tail = year_at(words, at), words.tail(at)
    word = words.noun(at + 1, "unit")
    with_word = bool(word and word.value == "year" and word.plural)
    if year is None and with_word and tail.startswith(("li", "lı", "lu", "lü")):
        ten = words.digits(at, 20, 90)
        year = 1900 + ten if ten else None
    if (
        year is None
        or year % 10
        or not tail.startswith(_DECADE)
        or (tail[1] != "e" and tail[1] != "a" and not with_word)
    ):
        return None
    return Found(at + 1 + with_word, calendar.years(year, year + 9), "decade", "time.decade")


def decade_in_words(words: Words, at: int, anchor: date | None) -> Found | None:
    """``doksanlı yıllarda``."""
    ten, word = _TENS.get(words.at(at)), words.noun(at + 1, "unit")
    if ten is None or word is None or word.value != "year" or not word.plural:
        return None
    return Found(at + 2, calendar.years(1900 + ten, 1909 + ten), "decade", "time.decade")


def century(words: Words, at: int, anchor: date | None) -> Found | None:
    """A century: ``19. yüzyılda``, ``XIX. yüzyılda``."""
    text = words.at(at)
    bare = text.rstrip(".")
    number = int(bare) if bare.isascii() and bare.isdigit() and len(bare) == 2 else ROMANS.get(bare, 0)
    last = at + 1 + (bare == text and words.at(at + 1) == ".")
    word = words.noun(last, "unit")
    if not 10 <= number <= 21 or (bare == text and last == at + 1) or word is None or word.value != "century":
        return None
    return Found(last + 1, calendar.years(number * 100 - 99, number * 100), "decade", "time.century")


DECADES_IN_WORDS: Final = frozenset(_TENS)
