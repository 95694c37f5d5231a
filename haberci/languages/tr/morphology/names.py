"""Readings of names, of numbers with a suffix, and of words that no table knows."""

from __future__ import annotations

import re
from typing import Final

from haberci.core.morph import Case, Morph, Pos
from haberci.languages.tr.casing import lower, upper
from haberci.languages.tr.morphology.reading import Reading, hardened, mould
from haberci.languages.tr.morphology.stems import last_vowel
from haberci.languages.tr.morphology.suffixes import VOWELS, Ending, endings

_NUMBER: Final = re.compile(r"[%‰]?\d[\d.,:/]*")
_SHORTEST_GUESS: Final = 3


def behind_apostrophe(base: str, suffix: str) -> list[Reading]:
    """A name or number with its suffix. A foreign name is not read as it is written, so that any harmony counts."""
    pos = Pos.NUM if _NUMBER.fullmatch(base) else Pos.PROPN
    found = [
        cast.reading(base, 0.4 * ending.suffixes + cast.oddness)
        for ending in _suffix_readings(suffix, base)
        for cast in [mould(pos, ending.gives)]
    ]
    return found or [mould(pos, ()).reading(base, 0.0)]


def _suffix_readings(suffix: str, base: str) -> tuple[Ending, ...]:
    """The readings of a suffix that stands apart from its name, by the harmony that it shows itself."""
    vowel = _harmony(suffix)
    small = lower(base)
    last = small[-1] if small[-1].isalpha() else "e"
    for before in (last, "e", "b", "k"):
        found = endings("name", suffix, vowel, before) + _owned(suffix, vowel)
        found = tuple(e for e in found if not e.lemma)
        if found:
            return found
    return ()


def _owned(suffix: str, vowel: str) -> tuple[Ending, ...]:
    """Cases behind a possessive that stands before the apostrophe: ``Bakanlığı'na``."""
    if suffix[:1] != "n":
        return ()
    return tuple(
        e._replace(gives=(("possessive", "3s"), *e.gives)) for e in endings("owned3", suffix, vowel, "ı") if suffix
    )


def _harmony(suffix: str) -> str:
    """A vowel that would give the first vowel of the suffix."""
    for letter in suffix:
        if letter in VOWELS:
            return {"a": "a", "e": "e", "ı": "a", "i": "e", "u": "u", "ü": "ü"}.get(letter, letter)
    return "e"


def as_name(word: str, small: str, known: bool) -> list[Reading]:
    """Readings of a capitalised word as a name; a name in the wild keeps its suffix behind an apostrophe."""
    found = [Reading(Morph(Pos.PROPN, word, Case.NOM), 1.0 if known else 0.0)]
    return (
        found if known or word == upper(word) else found + [r._replace(cost=r.cost + 0.8) for r in guessed(word, small)]
    )


def guessed(word: str, small: str) -> list[Reading]:
    """Readings of an unknown word by its ending alone; the longest ending is the likeliest."""
    pos = Pos.PROPN if word[0].isupper() else Pos.NOUN
    found = [mould(pos, ()).reading(word, 1.5)]
    for cut in range(len(small), _SHORTEST_GUESS - 1, -1):
        base = small[:cut]
        for ending in endings("noun", small[cut:], last_vowel(base), base[-1]):
            if ending.suffixes and not ending.lemma:
                cast = mould(pos, ending.gives)
                lemma = word[:cut] if pos is Pos.PROPN else hardened(base)
                found.append(cast.reading(lemma, 2.0 - 0.2 * len(small[cut:]) + cast.oddness))
    return found
