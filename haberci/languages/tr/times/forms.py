"""The case forms of the nouns that tell times: ``yıl`` → ``yılın``, ``yıllarda``, ``yılındaki`` and what each is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

_FRONT: Final = "eiöü"
_VOWELS: Final = "aıoueiöü"
_HIGH: Final = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
_HARD: Final = "çfhkpsşt"
_SOFT: Final = {"k": "ğ"}  # ocak → ocağı; only of nouns with more than one vowel
_FRONT_STEMS: Final = frozenset({"saat"})  # saati, saatte: front endings on a back vowel


class Form(NamedTuple):
    """What one form tells: its noun's kind and value, its case (``rel``: -ki), whether owned (-I), whether plural."""

    kind: str
    value: str
    case: str
    owned: bool
    plural: bool


def forms(noun: str) -> Iterator[tuple[str, str, bool, bool]]:
    """The forms of a noun: (form, case, owned, plural). ``yılı`` is first "its year", then an object."""
    front = noun in _FRONT_STEMS
    owned = _owned(noun, front)
    yield from ((form, case, True, False) for form, case in _cases(owned, front, "n"))
    yield from ((form, case, False, False) for form, case in _cases(noun, front))
    many = noun + ("ler" if front or _last_vowel(noun) in _FRONT else "lar")
    yield from ((form, case, True, True) for form, case in _cases(_owned(many, False), False, "n"))
    yield from ((form, case, False, True) for form, case in _cases(many, False))


def _last_vowel(word: str) -> str:
    return next(letter for letter in reversed(word) if letter in _VOWELS)


def _ends(word: str, front: bool) -> tuple[str, str]:
    """The vowels of endings behind a word: the low one and the high one."""
    last = "i" if front else _last_vowel(word)
    return ("e" if last in _FRONT else "a"), _HIGH[last]


def _softened(word: str) -> str:
    many = sum(letter in _VOWELS for letter in word) > 1
    return word[:-1] + _SOFT.get(word[-1], word[-1]) if many else word


def _owned(word: str, front: bool) -> str:
    high = _ends(word, front)[1]
    return word + "s" + high if word[-1] in _VOWELS else _softened(word) + high


def _cases(word: str, front: bool, link: str = "") -> Iterator[tuple[str, str]]:
    """The cases of a stem; ``link`` is the n behind an owned one."""
    low, high = _ends(word, front)
    joint = link or ("y" if word[-1] in _VOWELS else "")
    soft = word if joint else _softened(word)
    stop = "t" if word[-1] in _HARD else "d"
    yield word, "nom"
    yield soft + joint + high, "acc"
    yield soft + joint + low, "dat"
    yield soft + ("n" if joint else "") + high + "n", "gen"
    yield word + link + stop + low, "loc"
    yield word + link + stop + low + "n", "abl"
    yield word + link + stop + low + "ki", "rel"
    yield word + ("kü" if _last_vowel(word) in "üö" else "ki"), "rel"


_TAIL_STARTS: Final = (
    ("rel", ("daki", "deki", "taki", "teki", "ndaki", "ndeki", "ki", "kü")),
    ("abl", ("dan", "den", "tan", "ten", "ndan", "nden")),
    ("loc", ("da", "de", "ta", "te", "nda", "nde")),
    ("gen", ("ın", "in", "un", "ün", "nın", "nin", "nun", "nün")),
    ("dat", ("a", "e", "ya", "ye", "na", "ne")),
    ("acc", ("ı", "i", "u", "ü", "yı", "yi", "yu", "yü", "nı", "ni", "nu", "nü")),
)
_OWNED: Final = ("sı", "si", "su", "sü", "ı", "i", "u", "ü")
TAILS: Final[dict[str, tuple[str, bool]]] = {
    own + tail: (case, bool(own))
    for own in ("", *_OWNED)
    for case, tails in _TAIL_STARTS
    for tail in tails
    if not own or tail[0] == "n"
}
"""What an ending behind an apostrophe tells: its case, and whether an -I stands before it (``15'inde``)."""
