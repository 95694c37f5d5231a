"""The words of Turkish time expressions (``tr/times.tsv``), and one sentence's words seen as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from haberci.core.lexicon import read_rows
from haberci.core.morph import Tense
from haberci.core.report import Token
from haberci.languages.tr.times_calendar import Stretch

_KINDS = ("month", "weekday", "unit", "number", "day", "turn", "part", "ago", "known", "deed")
_APOSTROPHE = re.compile("['’‘`´\x91\x92]")
_UNIT = re.compile(
    r"(gün|hafta|ay|yıl|sene|saat|dakika)"
    r"(?:l[ae]r)?(?:[sy]?[ıiuüae]|n?[ıiuü]n)?(?:n?d[ae]n?|n[ae]|n[ıiuü]n?)?(?:k[iü])?"
)


class Found(NamedTuple):
    """An expression: the place behind it, its days if known, its precision, its rule."""

    last: int
    days: Stretch | None
    precision: str
    rule: str


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, dict[str, str]]:
    """The words of each kind with their values."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    for row in read_rows("tr/times.tsv", ("kind", "word", "value")):
        found[row.one_of("kind", _KINDS)][row.needs("word")] = row["value"]
    return found


_OPENING_KINDS = ("month", "weekday", "number", "day", "turn")
_OPENING_WORDS = ("bu", "son", "saat", "saatler", "saatleri", "hafta", "ay", "yıl", "sene")


@lru_cache(maxsize=1)
def openings() -> frozenset[str]:
    """The words with which a time expression without digits begins."""
    return frozenset(_OPENING_WORDS).union(*(vocabulary()[kind] for kind in _OPENING_KINDS))


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence: each word in small letters without what follows its apostrophe, and that ending by itself."""

    tokens: Sequence[Token]
    bare: tuple[str, ...]
    tails: tuple[str, ...]

    def at(self, number: int) -> str:
        """The bare word at a place, empty beyond the ends."""
        return self.bare[number] if 0 <= number < len(self.bare) else ""

    def tail(self, number: int) -> str:
        """What follows the apostrophe of a word."""
        return self.tails[number] if 0 <= number < len(self.tails) else ""

    def value(self, kind: str, number: int) -> str | None:
        """The value of the word as one of a kind, None when it is none."""
        return vocabulary()[kind].get(self.at(number))

    def number(self, at: int) -> tuple[int, int] | None:
        """A number in digits or words from a place on: (value, place behind it). ``on beş`` is 15."""
        word = self.at(at)
        if word.isascii() and word.isdigit() and len(word) <= 4:
            return int(word), at + 1
        value = self.value("number", at)
        if value is None:
            return None
        ones = self.value("number", at + 1)
        if int(value) >= 10 and ones and int(ones) < 10:
            return int(value) + int(ones), at + 2
        return int(value), at + 1

    def digits(self, at: int, low: int, high: int) -> int | None:
        """The number in digits at a place when it lies within the bounds."""
        word = self.at(at)
        if word.isascii() and word.isdigit() and len(word) <= len(str(high)) and low <= int(word) <= high:
            return int(word)
        return None

    def unit(self, at: int) -> str | None:
        """The unit that a word names in any of its forms (``haftanın`` → week)."""
        found = _UNIT.fullmatch(self.at(at))
        return vocabulary()["unit"][found.group(1)] if found else None

    def looks_ahead(self) -> bool:
        """Whether the sentence speaks of the future: its last tensed verb is one of it."""
        tenses = [token.morph.tense for token in self.tokens if token.morph.tense]
        return bool(tenses) and tenses[-1] is Tense.FUTURE


def words_of(tokens: Sequence[Token]) -> Words:
    """One sentence's words, made ready for the grammar."""
    cut = [_APOSTROPHE.split(token.lower, maxsplit=1) for token in tokens]
    return Words(tokens, tuple(part[0] for part in cut), tuple(part[1] if len(part) > 1 else "" for part in cut))
