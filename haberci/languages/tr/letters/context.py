"""Of several spellings of a word the one that fits its neighbours: a logistic model over the words beside it.

A spelling is weighed against the commonest one. What speaks for it are features of the place: the words before and
after, their endings, the signs between. Each has a weight for this spelling, and one for all spellings that end so: an
accusative stands before other words than an adjective does. Weights are signed bytes in a table, found by checksums.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import Final, NamedTuple
from zlib import crc32

from haberci.languages.tr.casing import fold
from haberci.languages.tr.letters.model import WordForm
from haberci.languages.tr.letters.tokens import Written

CONTEXT_BITS: Final = 21
CONTEXT_SCALE: Final = 16.0  # one unit of a weight is 1/16 nat
LEAST_LIKELY: Final = 0.003  # of the commonest: what neighbours tell of such a spelling is mostly chance
_MASK: Final = (1 << CONTEXT_BITS) - 1

Features = tuple[tuple[bytes, ...], tuple[bytes, ...], tuple[bytes, ...]]  # for a spelling, for its ending, its letter


@lru_cache(maxsize=65536)
def _before(word: str) -> Features:
    """What the word before says."""
    key = fold(word)
    vowel = next((c for c in reversed(key) if c in "aeiou"), "")
    whole, three = b"<" + key.encode(), b"<-" + key[-3:].encode()
    own = (whole, three, b"<-" + key[-2:].encode() + b"2", b"<v" + vowel.encode())
    return own, (three, whole), (whole,)


@lru_cache(maxsize=65536)
def _after(word: str) -> Features:
    """What the word after says."""
    key = fold(word)
    whole, three, two = b">" + key.encode(), b">-" + key[-3:].encode(), b">-" + key[-2:].encode() + b"2"
    return (whole, three, two, b">^" + key[:4].encode()), (three, two, whole), (three, b">-" + key[-5:].encode(), whole)


@lru_cache(maxsize=65536)
def _earlier(word: str) -> bytes:
    """What the word two before says."""
    return b"<<" + fold(word).encode()


@lru_cache(maxsize=65536)
def _later(word: str) -> tuple[bytes, bytes]:
    """What the word two after says: for a spelling, and for its letter."""
    key = fold(word)
    return b">>" + key.encode(), b">>-" + key[-3:].encode()


@lru_cache(maxsize=65536)
def _between(gap: str, sign: bytes) -> bytes:
    return sign + (gap.strip() or " ")[:1].encode("utf-8", "replace")


def features(pieces: Sequence[str], at: int) -> Features:
    """The features of the place of a word among the gaps and words of a text."""
    last = len(pieces) - 2
    before, after = _before(pieces[at - 2] if at > 1 else ""), _after(pieces[at + 2] if at < last else "")
    later = _later(pieces[at + 4] if at + 2 < last else "")
    farther = (_earlier(pieces[at - 4] if at > 3 else ""), later[0])
    beside = (_between(pieces[at - 1], b"["), _between(pieces[at + 1], b"]"))
    return before[0] + after[0] + farther + beside, before[1] + after[1], (*before[2], *after[2], later[1])


class Rival(NamedTuple):
    """A spelling against the commonest: the seeds of its checksums, and the signs of those shared with others."""

    word: str
    own: int
    ending: int
    ending_sign: int
    letter: int
    letter_sign: int
    bias: int

    def places(self, found: Features) -> tuple[list[int], list[int], list[int]]:
        """Where the weights of the features stand."""
        seed = self.own
        own = [crc32(f, seed) & _MASK for f in found[0]]
        own.append(self.bias)
        seed = self.ending
        ending = [crc32(f, seed) & _MASK for f in found[1]] if self.ending_sign else []
        seed = self.letter
        letter = [crc32(f, seed) & _MASK for f in found[2]] if self.letter_sign else []
        return own, ending, letter

    def weigh(self, weights: bytes, found: Features) -> int:
        """How much the features speak for this spelling, in units of the weights."""
        own, ending, letter = found
        seed = self.own
        total = weights[self.bias] + sum([weights[crc32(f, seed) & _MASK] for f in own]) - 128 * (len(own) + 1)
        if self.ending_sign:
            seed = self.ending
            said = sum([weights[crc32(f, seed) & _MASK] for f in ending]) - 128 * len(ending)
            total += self.ending_sign * said
        if self.letter_sign:
            seed = self.letter
            said = sum([weights[crc32(f, seed) & _MASK] for f in letter]) - 128 * len(letter)
            total += self.letter_sign * said
        return total


def rival(first: str, other: str, written: Written) -> Rival:
    """A spelling against the commonest one, where a word is written so."""
    own = crc32(f"{first}/{other}".encode())
    ending, ending_sign = _pair(first[-3:], other[-3:])
    letter, letter_sign = _pair(first[-1:], other[-1:])
    return Rival(other, own, ending, ending_sign, letter, letter_sign, crc32(bytes((written,)), own) & _MASK)


def _pair(one: str, other: str) -> tuple[int, int]:
    """The seed of two endings, and 1 or -1 by their order; 0 when they are the same."""
    if one == other:
        return 0, 0
    return crc32("|".join(sorted((one, other))).encode()), 1 if one < other else -1


def likely(forms: Sequence[WordForm], written: Written) -> list[WordForm]:
    """The spellings, the commonest first, without those so rare where a word is written so that no neighbour helps."""
    least = LEAST_LIKELY * forms[0].weight(written)
    return [forms[0], *(form for form in forms[1:] if form.weight(written) >= least)]


class Choice:
    """The spellings that a word may be where it is written so, the commonest first."""

    __slots__ = ("first", "priors", "rivals")

    def __init__(self, forms: Sequence[WordForm], written: Written) -> None:
        self.first = forms[0].word
        self.rivals = [rival(self.first, form.word, written) for form in forms[1:]]
        base = log(forms[0].weight(written))
        self.priors = [log(form.weight(written)) - base for form in forms[1:]]

    def best(self, weights: bytes, pieces: Sequence[str], at: int) -> str:
        """The spelling that fits a place among the gaps and words of a text."""
        best, word = 0.0, self.first
        found = features(pieces, at)
        for one, prior in zip(self.rivals, self.priors, strict=True):
            score = prior + one.weigh(weights, found) / CONTEXT_SCALE
            if score > best:
                best, word = score, one.word
        return word
