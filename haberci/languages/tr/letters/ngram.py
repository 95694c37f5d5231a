"""The letters of a word that no list knows: decided one by one, from left to right, by what stands around each.

A letter that may be two (s or ş, i or ı …) is judged by a logistic model over the letters around it: those to the left
as already restored, those to the right without marks, and the last vowel, which the next one mostly follows.
The weights are learned by ``learn_letters`` from word forms; features are hashed into a table of signed bytes.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, log1p
from typing import Final, NamedTuple
from zlib import crc32

MARKED: Final = {"s": "ş", "g": "ğ", "i": "ı", "c": "ç", "o": "ö", "u": "ü"}
SIZE_BITS: Final = 20
_MASK: Final = (1 << SIZE_BITS) - 1
SCALE: Final = 16.0  # one unit of a weight is 1/16 nat
_WINDOWS: Final = (
    (1, 0), (2, 0), (3, 0), (4, 0), (0, 1), (0, 2), (0, 3), (0, 5), (1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3),
    (3, 2), (2, 3), (3, 3), (4, 2), (2, 4), (4, 4), (5, 1), (6, 2),
)  # fmt: skip
_BACK, _AHEAD = range(7), range(6)  # letters of a window


class Ambiguous(NamedTuple):
    """A damaged word in small letters, the same folded, and the letters that may have been marked ones."""

    small: str
    folded: str
    lost: frozenset[str]

    def allows(self, start: int, part: str) -> bool:
        """Whether the letters from ``start`` on may have been ``part``."""
        return self.small.startswith(part.translate(_unmarking(self.lost)), start)


@lru_cache(maxsize=16)
def _unmarking(lost: frozenset[str]) -> dict[int, str]:
    return {ord(MARKED[letter]): letter for letter in lost}


def features(folded: str, left: str, at: int, named: bool) -> list[int]:
    """The places in the table of what speaks at ``folded[at]``, when ``left`` is what is restored before it.

    ``named``: the word has a capital within a sentence, so that it may be a name, and foreign.
    """
    letter = folded[at]
    before, after = "^^^^^^" + left, folded[at + 1 : at + 6] + "$$$$$"
    end = len(before)
    begun = [crc32((letter + before[end - back :]).encode()) for back in _BACK]
    ends = [("_" + after[:ahead]).encode() for ahead in _AHEAD]
    places = [crc32(ends[ahead], begun[back]) & _MASK for back, ahead in _WINDOWS]
    vowel = next((c for c in reversed(left) if c in "aeıioöuü"), "-")
    found = [f"{letter}V{vowel}", f"{letter}V{vowel}{after[0]}", f"{letter}V{vowel}{after[:2]}", f"{letter}W{left}"]
    if named:
        near = f"{before[end - 2 :]}_{after[:2]}"
        found += [f"{letter}N", f"{letter}N{near}", f"{letter}N{vowel}{after[:1]}", f"{letter}N${folded[-4:]}"]
        found += [f"{letter}N${folded[-3:]}", f"{letter}N^{folded[:3]}", f"{letter}N{before[end - 1 :]}_{after[:1]}"]
    return places + [crc32(f.encode()) & _MASK for f in found]


def restore(weights: bytes, word: Ambiguous, known: str, named: bool) -> str:
    """The likeliest spelling of a word; ``known`` is its beginning where that is certain."""
    left = known
    for at in range(len(known), len(word.small)):
        letter = word.small[at]
        if letter in word.lost and _weight(weights, word.folded, left, at, named) > 0:
            letter = MARKED[letter]
        left += letter
    return left


def likelihood(weights: bytes, word: Ambiguous, spelling: str, named: bool) -> float:
    """How likely a spelling of the word is, as the logarithm of its probability."""
    total = 0.0
    for at, letter in enumerate(word.small):
        if letter in word.lost:
            score = _weight(weights, word.folded, spelling[:at], at, named) / SCALE
            total -= log1p(exp(-score if spelling[at] == MARKED[letter] else score))
    return total


@lru_cache(maxsize=4096)  # two spellings of a word are judged alike up to the first letter in which they differ
def _weight(weights: bytes, folded: str, left: str, at: int, named: bool) -> int:
    places = features(folded, left, at, named)
    return sum([weights[place] for place in places]) - 128 * len(places)
