"""Words that were never counted: a known stem with its suffixes, a known word at the end, or letter by letter."""

from __future__ import annotations

import re
from typing import Final

from haberci.languages.tr.letters.compounds import compound
from haberci.languages.tr.letters.model import LetterModel
from haberci.languages.tr.letters.ngram import Ambiguous, likelihood, restore
from haberci.languages.tr.letters.spelling import Spelling, spellings
from haberci.languages.tr.letters.tokens import Written

_FOREIGN: Final = re.compile("[qwx]|[^aeiouıöü]{4}|^[^aeiouıöü]{3}|sh|th|ph|oo|ee|ck|([bcdfghj-np-tvyz])\\1$")
_FOREIGN_NAME: Final = re.compile("^[^aeiouıöü]{2}|[^aeiouıöü]{3}|y[bcdfghj-np-tvz]")
_SHARED: Final = 5  # so many letters must a word share with a known one to begin as that does
_STEM_SHARE: Final = 0.5  # of a stem's weight against that of the letters
_NAME_MARGIN: Final = 3.0  # nats by which a name's letters must be likelier than those that stand there
_TAKEN_APART: Final = 2.0  # nats that a spelling gains by being a stem and suffixes
_MOST_HELD: Final = 16384  # words whose spellings are kept


def is_foreign(key: str) -> bool:
    """Whether a folded word has letters that no Turkish word has beside each other."""
    return _FOREIGN.search(key) is not None


class UnknownWords:
    """Restores words that no list has, in texts in which some letters may have been others."""

    __slots__ = ("_lost", "_model", "_spelled")

    def __init__(self, model: LetterModel, lost: frozenset[str]) -> None:
        self._model, self._lost = model, lost
        self._spelled: dict[str, list[Spelling]] = {}

    def restore(self, asis: str, key: str, written: Written) -> tuple[str, str]:
        """The spelling of a word in small letters, and the rule that says so ("" when it stays as it is).

        ``asis`` is the word in small letters, ``key`` folded. A name stays as it is unless its letters are unlikely.
        """
        word = self._ambiguous(asis, key)
        named = written in (Written.CAPITAL, Written.INITIAL)
        apart = self._likeliest(word, asis, named)
        if apart is not None:
            return apart, "letters.stem"
        if is_foreign(key):
            return asis, ""
        whole = compound(self._model, word, named)
        if whole is not None and not (named and self._gain(word, whole, asis) + _TAKEN_APART < 0):
            return whole, "letters.compound"
        if named and _FOREIGN_NAME.search(key):
            return asis, ""
        known = self._known_beginning(word)
        guess = restore(self._model.ngrams, word, known, named)
        if named and not self._is_sure(word, guess, asis, known):
            return asis, ""
        return guess, "letters.ngram"

    def _is_sure(self, word: Ambiguous, guess: str, asis: str, known: str) -> bool:
        """Whether a name has been another word than stands there, as its letters tell."""
        if guess[1:] == asis[1:]:  # Islam-, but not Icardi
            return known != "" or any(mark in guess for mark in "çğöşü")
        if guess == asis[:-2] + "ın":
            return False  # the genitive of a name stands behind an apostrophe: Darmanin, not Darman-ın
        return self._gain(word, guess, asis) >= _NAME_MARGIN

    def taken_apart(self, asis: str, key: str) -> frozenset[str]:
        """The spellings of a word that are a stem of the dictionary and suffixes."""
        found = self._spellings(self._ambiguous(asis, key))
        return frozenset(spelling.word for spelling in found if spelling.beginning.listed)

    def _ambiguous(self, asis: str, key: str) -> Ambiguous:
        """A capital I stands for ı and i alike where ı was lost."""
        return Ambiguous(asis.replace("ı", "i") if "i" in self._lost else asis, key, self._lost)

    def _spellings(self, word: Ambiguous) -> list[Spelling]:
        found = self._spelled.get(word.small)
        if found is None:
            if len(self._spelled) >= _MOST_HELD:
                self._spelled.clear()
            found = self._spelled[word.small] = list(spellings(self._model, word).values())
        return found

    def _gain(self, word: Ambiguous, spelling: str, asis: str) -> float:
        """By how many nats a spelling is likelier for a name than the letters that stand there; I may be both."""
        weights = self._model.ngrams
        asis = spelling[:1] + asis[1:] if asis.startswith("ı") else asis
        return likelihood(weights, word, spelling, True) - likelihood(weights, word, asis, True)

    def _likeliest(self, word: Ambiguous, asis: str, named: bool) -> str | None:
        """The likeliest spelling that is a stem and suffixes."""
        found = self._spellings(word)
        if not found:
            return None
        if len(found) == 1 and not named:
            return found[0].word
        weights = self._model.ngrams
        scores = {s.word: _STEM_SHARE * s.weight + likelihood(weights, word, s.word, named) for s in found}
        best = max(scores, key=lambda spelling: (scores[spelling], spelling))
        if named and self._gain(word, best, asis) + _TAKEN_APART < 0:
            return None
        return best

    def _known_beginning(self, word: Ambiguous) -> str:
        """The beginning that the word shares with a known one, as that is spelled; empty when it is short."""
        shared, forms = self._model.words.nearest(word.folded)
        fitting = [form for form in forms if word.allows(0, form.word[:shared])]
        if shared < _SHARED or not fitting:
            return ""
        return max(fitting, key=lambda form: form.total).word[:shared]
