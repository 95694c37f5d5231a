"""The words of Turkish time expressions (``tr/times.tsv``), and one sentence's words seen as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from haberci.core.lexicon import read_rows
from haberci.core.morph import Case, Tense
from haberci.core.morph import Form as VerbForm
from haberci.core.report import Token
from haberci.languages.tr.times.calendar import Stretch
from haberci.languages.tr.times.forms import TAILS, Form, forms

_INFLECTED: Final = ("unit", "month", "weekday", "season", "edge", "share", "span", "part", "feast", "site")
_WORDS: Final = (
    "number",
    "order",
    "day",
    "turn",
    "far",
    "ago",
    "since",
    "known",
    "yearly",
    "hope",
    "shift",
    "clock",
    "lasting",
)
_APOSTROPHE: Final = re.compile("['’‘`´\x91\x92]")
_AHEAD: Final = frozenset({VerbForm.ACAK})
_BEHIND: Final = frozenset({VerbForm.DIK, VerbForm.AN, VerbForm.MIS})
_TOLD: Final = {Tense.FUTURE: 1, Tense.PROG: 1, Tense.PAST: -1, Tense.EVID: -1}


class Found(NamedTuple):
    """An expression: the place behind it, its days if known, its unit, its rule, whether it hangs on the report.

    The unit is a precision, or ``decade``: what can be told within it more narrowly.
    """

    last: int
    days: Stretch | None
    unit: str
    rule: str
    hangs: bool = False


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, dict[str, str]]:
    """The words of each kind with their values."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in (*_INFLECTED, *_WORDS)}
    for row in read_rows("tr/times.tsv", ("kind", "word", "value")):
        found[row.one_of("kind", (*_INFLECTED, *_WORDS))][row.needs("word")] = row["value"]
    return found


@lru_cache(maxsize=1)
def nouns() -> dict[str, Form]:
    """Every form of the nouns that are inflected, with what it tells; of two that look the same, the first."""
    found: dict[str, Form] = {}
    for kind in _INFLECTED:
        for word, value in vocabulary()[kind].items():
            for form, case, owned, plural in forms(word):
                found.setdefault(form, Form(kind, value, case, owned, plural))
    return found


@lru_cache(maxsize=1 << 14)
def cut(lower: str) -> tuple[str, str]:
    """A word in small letters without what follows its apostrophe, and that ending."""
    if lower.isalnum():
        return lower, ""
    parts = _APOSTROPHE.split(lower, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) > 1 else (lower, "")


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence: each word in small letters without what follows its apostrophe, and that ending by itself."""

    tokens: Sequence[Token]
    bare: Sequence[str]
    tails: Sequence[str]

    def at(self, number: int) -> str:
        """The bare word at a place, empty beyond the ends."""
        return self.bare[number] if 0 <= number < len(self.bare) else ""

    def tail(self, number: int) -> str:
        """What follows the apostrophe of a word."""
        return self.tails[number] if 0 <= number < len(self.tails) else ""

    def value(self, kind: str, number: int) -> str | None:
        """The value of the word as one of a kind, None when it is none."""
        return vocabulary()[kind].get(self.at(number))

    def noun(self, number: int, *kinds: str) -> Form | None:
        """What an inflected noun tells when it is of one of the kinds; an ending behind an apostrophe counts."""
        form = nouns().get(self.at(number))
        if form is None or form.kind not in kinds:
            return None
        if self.tail(number):
            case, owned = TAILS.get(self.tail(number), ("", False))
            return form._replace(case=case, owned=form.owned or owned)
        return form

    def case(self, number: int) -> str:
        """The case of a word with an apostrophe, or of a noun of time; empty when neither tells."""
        if self.tail(number):
            return TAILS.get(self.tail(number), ("", False))[0]
        form = nouns().get(self.at(number))
        return form.case if form else ""

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

    def is_name(self, at: int) -> bool:
        """Whether the word begins with a capital, and does not begin the sentence, a quotation or a clause."""
        if not 0 < at < len(self.tokens) or not self.tokens[at].text[0].isupper():
            return False
        return self.tokens[at - 1].text[-1].isalnum()

    def is_from(self, at: int) -> bool:
        """Whether the word stands in the ablative, so that what follows counts from it: ``saldırıdan üç gün önce``."""
        if not 0 <= at < len(self.tokens) or self.at(at) == "bundan":
            return False
        return self.tokens[at].morph.case is Case.ABL or self.case(at) == "abl"

    def leaning(self, at: int) -> int:
        """Whether the next verb from a place on tells of what comes (1), what was (-1), or neither (0).

        What has lasted since then was, whatever the verb: "24 Şubat'tan beri sürüyor".
        """
        if any(self.value("since", number) is not None for number in (at, at + 1)):
            return -1
        for number in range(at, len(self.tokens)):
            morph = self.tokens[number].morph
            if morph.tense is Tense.PROG and self._lasts(number):
                return 0
            if morph.form is VerbForm.FINITE and morph.tense is not None:
                return 0 if morph.past_copula and morph.tense is Tense.FUTURE else _TOLD.get(morph.tense, 0)
            if morph.form is VerbForm.MA or morph.form is VerbForm.MAK:
                if any(token.morph.lemma in vocabulary()["hope"] for token in self.tokens[number + 1 : number + 4]):
                    return 1
                if morph.form is VerbForm.MAK or morph.possessive is not None:
                    return 0
            if morph.form in _AHEAD:
                return 1
            if morph.form in _BEHIND and not self._names(number):
                return -1
        return 0

    def _lasts(self, at: int) -> bool:
        """Whether a verb tells what goes on, today as before: "çatışmalar pazartesi günü de sürüyor"."""
        words = vocabulary()["lasting"]
        return any(token.morph.lemma in words or token.lower in words for token in self.tokens[max(0, at - 1) : at + 1])

    def _names(self, at: int) -> bool:
        """Whether a participle is a part of a name: "Birleşmiş Milletler"."""
        return at > 0 and self.tokens[at].text[:1].isupper()


def words_of(tokens: Sequence[Token]) -> Words:
    """One sentence's words, made ready for the grammar."""
    lows = [token.lower for token in tokens]
    bare = [low if low.isalnum() else cut(low)[0] for low in lows]
    return Words(tokens, bare, ["" if low.isalnum() else cut(low)[1] for low in lows])
