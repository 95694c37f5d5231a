"""The elements of which patterns are made, and which words fit them.

An element is written as ``haberci.core.frames`` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from haberci.core.recent import Recent
from haberci.core.report import Token

# What makes "sorumsuzluk" of "sorumsuz".
ABSTRACT: Final = frozenset({"lık", "lik", "luk", "lük", "ık", "ik", "uk", "ük"})
SHORTEST: Final = 3  # letters of a beginning, at least
MOST_HELD: Final = 49_152  # words whose elements are kept, and as many of those before them
_CIRCUMFLEX: Final = str.maketrans("âîû", "aiu")


class Match(StrEnum):
    """What an element is compared with."""

    LEMMA = "lemma"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern: lemmas, or words and beginnings of words (``prefixes``) in small letters."""

    words: tuple[str, ...]
    match: Match
    prefixes: tuple[str, ...] = ()
    any_case: bool = False

    @property
    def every(self) -> tuple[str, ...]:
        """All its words, whole or begun."""
        return (*self.words, *self.prefixes)


def unmarked(word: str) -> str:
    """A small-letter word without circumflexes, which are written or not: "etkisiz hâle", "hale"."""
    return word if word.isascii() else word.translate(_CIRCUMFLEX)


def fits_noun(element: Element, word: str) -> bool:
    """Whether an element that is no lemma fits a small-letter word."""
    return word in element.words or word.startswith(element.prefixes)


def fits_token(element: Element, token: Token) -> bool:
    """Whether an element that is no lemma fits a word; a beginning may be its lemma's (``destek*``: desteğini).

    A word of another lemma that only begins so does not fit: ``gaz*`` is no "gazete".
    """
    word, lemma = token.lower, token.morph.lemma
    if _fits(element, word, lemma):
        return True
    bare = unmarked(word)
    return bare != word and _fits(element, bare, unmarked(lemma))


def _fits(element: Element, word: str, lemma: str) -> bool:
    if word in element.words:
        return True
    if not word.startswith(element.prefixes) and not lemma.startswith(element.prefixes):
        return False
    return lemma == word or not lemma.islower() or any(_inflects(prefix, word, lemma) for prefix in element.prefixes)


def _inflects(prefix: str, word: str, lemma: str) -> bool:
    """Whether a word that begins so is the prefix's own, up to a last letter or the ending of an abstract noun."""
    if not word.startswith(prefix) and not lemma.startswith(prefix):
        return False
    rest = lemma[len(prefix) :] if lemma.startswith(prefix) else ""
    return len(rest) < 2 or rest in ABSTRACT


class ElementIndex(Recent[tuple[str, str], frozenset[int]]):
    """The numbers of the elements that a small-letter word of a lemma fits, by itself or by its lemma.

    A word is compared when it is first asked for, and what it fits is kept.
    """

    def __init__(self, elements: Iterable[Element]) -> None:
        super().__init__(self._fitting, MOST_HELD)
        self.numbers: Mapping[Element, int] = {element: at for at, element in enumerate(dict.fromkeys(elements))}
        self._whole: dict[str, list[int]] = {}
        self._begun: dict[str, list[int]] = {}
        for element, number in self.numbers.items():
            for word in element.words:
                self._whole.setdefault(word, []).append(number)
            for prefix in element.prefixes:
                self._begun.setdefault(prefix, []).append(number)
        self._lengths: dict[str, set[int]] = {}  # of the beginnings, by their first letters
        for prefix in self._begun:
            self._lengths.setdefault(prefix[:SHORTEST], set()).add(len(prefix))

    def places(self, tokens: Sequence[Token]) -> dict[int, int]:
        """Where a word that fits it stands first, for each element that words of a sentence fit."""
        found: dict[int, int] = {}
        for at, (_, _, word, morph, _) in enumerate(tokens):
            numbers = self[word, morph.lemma]
            if numbers:  # three words of four fit none
                for number in numbers:
                    found.setdefault(number, at)
        return found

    def _fitting(self, form: tuple[str, str]) -> frozenset[int]:
        bare = (unmarked(form[0]), unmarked(form[1]))
        return self._of(form) if bare == form else self._of(form) | self._of(bare)

    def _of(self, form: tuple[str, str]) -> frozenset[int]:
        word, lemma = form
        is_free = lemma == word or not lemma.islower()  # what begins so fits, whatever follows
        found: set[int] = set()
        for text in form if word != lemma else (word,):
            if text in self._whole:
                found.update(self._whole[text])
            for length in self._lengths.get(text[:SHORTEST], ()):
                prefix = text[:length]
                begun = self._begun.get(prefix)
                if begun is not None and (is_free or _inflects(prefix, word, lemma)):
                    found.update(begun)
        return frozenset(found)
