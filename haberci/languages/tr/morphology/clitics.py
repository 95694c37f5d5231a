"""Case endings that lost their apostrophe and stand by themselves: ``PYD ye``, ``Suriye nin``, ``"Atlas" ın``."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from haberci.core.morph import Case, Morph, Pos
from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology.stems import last_vowel
from haberci.languages.tr.morphology.suffixes import VOWELS, endings

LONGEST: Final = 5
_WORDS_TOO: Final = frozenset({"de", "da", "ne", "o", "ki"})  # far oftener words of their own
_CLOSERS: Final = frozenset('"”»)')
_APOSTROPHES: Final = frozenset("'’‘`´\x91\x92")
_HARMONY: Final = {"a": "a", "e": "e", "ı": "a", "i": "e", "u": "u", "ü": "ü"}


def clitic(word: str, before: str, after: str) -> Morph | None:
    """The case ending that the word is, if it can stand behind the name ``before``; ``ya da`` is none.

    Behind an acronym, which is read letter by letter, any harmony counts; behind a mark (a closed quotation) too.
    """
    if len(word) > LONGEST or not word.islower() or word in _WORDS_TOO or (word == "ya" and after == "da"):
        return None
    if before in _APOSTROPHES:
        return _ending(word, "", "")
    if before in _CLOSERS:
        return _ending(word, "", "") if word not in _OTHER_WORDS else None
    if before.isdigit():
        return _ending(word, "", "")
    if not before[:1].isupper() or not before.isalpha():
        return None
    small = lower(before)
    spelt = before.isupper() or not any(letter in VOWELS for letter in small)
    return _ending(word, "", "") if spelt else _ending(word, last_vowel(small), small[-1])


_OTHER_WORDS: Final = frozenset(
    {"e", "a", "ya", "le", "la", "un", "on", "in", "yi", "ye"}
)  # behind a quotation: too short to tell


@lru_cache(maxsize=4096)
def _ending(word: str, vowel: str, last: str) -> Morph | None:
    places = [(vowel, last)] if vowel else [(_harmony(word), "e"), (_harmony(word), "b"), (_harmony(word), "k")]
    for place in places:
        owned = endings("owned3", word, *place) if word[0] == "n" and (not last or last in "ıiuü") else ()
        for ending in endings("name", word, *place) + owned:
            fields = dict(ending.gives)
            if "case" in fields and fields.keys() <= {"case", "pos"}:
                return Morph(Pos.PART, word, Case(fields["case"]))
    return None


def _harmony(word: str) -> str:
    found = next((letter for letter in word if letter in VOWELS), "e")
    return _HARMONY.get(found, found)
