"""Numbers in a Turkish sentence: digits, number words, ranges, and words that only tell how many there are at least."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from haberci.core.facts import Harm
from haberci.core.lexicon import Row, read_rows
from haberci.core.report import Token

COLUMNS: Final = ("kind", "word", "value", "example")
NOUN, SHARE, OWNED = "noun", "share", "owned"  # ways in which a word tells what befell people, besides as a verb
KINDS: Final = (
    "number share least about people unit vague range and total part over nearly aloof leave prison count opening"
    " forced"
).split()
_DIGITS: Final = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:[-–](\d{1,3}(?:\.\d{3})+|\d+))?(?:['’](\w+))?$")
_ENDINGS: Final = frozenset("e a i ı u ü ye ya yi yı de da te ta den dan ten tan in ın un ün nin nın".split())
_LONGEST: Final = 3  # letters of an ending
_OWNED: Final = re.compile(r"s?[ıiuü](?:n[ıiuü]n?)?$")
_THOUSAND, _HUNDRED = 1000, 100
_MULTIPLIERS: Final = (1_000_000, _THOUSAND)


class _Word(NamedTuple):
    """A word that tells a number, ``high`` its upper end, and its ending."""

    value: int
    high: int | None = None
    ending: str = ""
    digits: bool = False


class Amount(NamedTuple):
    """A number in a sentence: words ``first`` to ``last``.

    ``least`` and ``most`` are its ends, ``most`` None where no upper one is told. ``share``: it tells a part of those
    counted; ``vague``: a word tells it, no number.
    """

    first: int
    last: int
    least: int
    most: int | None
    about: bool = False
    share: bool = False
    vague: bool = False

    def plus(self, other: Amount) -> Amount:
        """Both numbers together."""
        most = None if self.most is None or other.most is None else self.most + other.most
        about = self.about or other.about
        return self._replace(last=other.last, least=self.least + other.least, most=most, about=about)

    def minus(self, other: Amount) -> Amount:
        """The number without a part of it."""
        most = None if self.most is None else self.most - other.least
        return self._replace(least=self.least - other.least, most=most)


@lru_cache(maxsize=1)
def toll_words() -> dict[str, dict[str, Row]]:
    """The rows of ``tolls.tsv`` by kind and word; a harm's word has the way behind it ("ölü:noun")."""
    found: dict[str, dict[str, Row]] = {kind: {} for kind in (*KINDS, *map(str, Harm))}
    harms = set(map(str, Harm))
    for row in read_rows("tr/tolls.tsv", COLUMNS):
        row.needs("example")
        way = row["value"] if row["value"] in (NOUN, SHARE, OWNED) else ""
        key = f"{row.needs('word')}:{way}" if row["kind"] in harms else row.needs("word")
        found[row.one_of("kind", found)][key] = row
    return found


def amounts(tokens: Sequence[Token]) -> list[Amount]:
    """The numbers of a sentence, in order."""
    found: list[Amount] = []
    at = 0
    while at < len(tokens):
        amount = _vague(tokens, at) or _number(tokens, at)
        at = at + 1 if amount is None else amount.last
        if amount is not None:
            found.append(amount if amount.vague else _bounded(tokens, amount))
    return list(_ranges(tokens, found))


def _ranges(tokens: Sequence[Token], found: list[Amount]) -> Iterator[Amount]:
    """The numbers with both ends of a range as one: "20 ila 30", "iki üç"."""
    words = toll_words()["range"]
    low: Amount | None = None
    for amount in found:
        if low is not None:
            between = [token.lower for token in tokens[low.last : amount.first]]
            if low.least < amount.least and (between and all(word in words for word in between)):
                times = next((f for f in _MULTIPLIERS if low.least < f and low.least * f < amount.least), 1)
                about = low.about or amount.about
                low = low._replace(last=amount.last, least=low.least * times, most=amount.most, about=about)
                continue  # "10 - 15 bin"
            yield low
        low = amount
    if low is not None:
        yield low


def _vague(tokens: Sequence[Token], at: int) -> Amount | None:
    """What only tells that there are many: "yüzlerce", "çok sayıda", "on binlerce"."""
    for many in (3, 2, 1):
        row = toll_words()["vague"].get(" ".join(token.lower for token in tokens[at : at + many]))
        if row is not None and at + many <= len(tokens):
            return Amount(at, at + many, int(row["value"]), None, about=True, vague=True)
    return None


def _number(tokens: Sequence[Token], at: int) -> Amount | None:
    """The number that begins at a word: digits, number words, or both ("39 bin", "bin 723", "üçü", "10-15 bin")."""
    total, group, last, high, tail = 0, 0, at, None, ""
    while last < len(tokens) and not tail:
        word = _word_value(tokens, last, goes_on=last > at)
        if word is None or (high is not None and word.value < _THOUSAND):
            break
        if group % 10 and word.value < 10:
            last, high = last + 1, total + word.value  # "iki üç kişi"
            break
        tail = word.ending
        if word.value >= _THOUSAND and not word.digits:
            total, group = total + max(1, group) * word.value, 0
            high = None if high is None else high * word.value
        else:
            hundreds = word.value == _HUNDRED and group and not word.digits
            group = group * word.value if hundreds else group + word.value
            high = word.high
        last += 1
    if last == at:
        row = toll_words()["share"].get(tokens[at].lower)
        return Amount(at, at + 1, int(row["value"]), int(row["value"]), share=True) if row else None
    return Amount(at, last, total + group, high or total + group, share=bool(_OWNED.match(tail)))


def _word_value(tokens: Sequence[Token], at: int, goes_on: bool) -> _Word | None:
    """What a word alone tells as a number; number words take an ending behind others, or before a word for a bound."""
    word = tokens[at].lower
    match = _DIGITS.match(word)
    if match:
        low, high = (int(end.replace(".", "")) if end else None for end in match.group(1, 2))
        return _Word(low or 0, high, match[3] or "", digits=True)
    numbers, bounds = toll_words()["number"], toll_words()["least"]
    if word in numbers:
        return _Word(int(numbers[word]["value"]))
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    for cut in range(1, _LONGEST + 1):
        stem, ending = word[:-cut], word[-cut:]
        if stem in numbers and ending in _ENDINGS and (goes_on or behind in bounds):
            return _Word(int(numbers[stem]["value"]), ending="-" + ending)  # no part of more: "48 bini aştı"
    return None


def _bounded(tokens: Sequence[Token], amount: Amount) -> Amount:
    """With what the words around say of how exact it is."""
    words = toll_words()
    before = {token.lower for token in tokens[max(0, amount.first - 1) : amount.first]}
    behind = tokens[amount.last : amount.last + 1]
    around = before | {token.lower for token in behind}
    over = any(token.morph.lemma in words["over"] for token in behind)
    least = over or bool(around & words["least"].keys())
    about = bool(around & words["about"].keys()) or any(token.morph.lemma in words["nearly"] for token in behind)
    return amount._replace(most=None if least else amount.most, about=about, share=amount.share and not least)
