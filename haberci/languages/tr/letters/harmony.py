"""Vowel harmony behind an apostrophe: which i of a suffix is ı, by the word, number or acronym before it."""

from __future__ import annotations

from typing import Final

from haberci.languages.tr.casing import lower, upper

_BACK, _FRONT = "aıou", "eiöü"
# The last vowel of a number as it is read aloud, by its last figure that is not 0, and by how many zeros end it.
_FIGURES: Final = {"1": "i", "2": "i", "3": "ü", "4": "ü", "5": "e", "6": "ı", "7": "i", "8": "i", "9": "u"}
_TENS: Final = {"1": "o", "2": "i", "3": "u", "4": "ı", "5": "i", "6": "ı", "7": "i", "8": "e", "9": "a"}
_ZEROS: Final = {2: "ü", 3: "i", 4: "i", 5: "i", 6: "o", 7: "o", 8: "o"}
# How the name of a letter ends: KA and the vowels as they are, all others are read be, ce, de …
_LETTER_NAMES: Final = {"k": "a", "h": "e", "a": "a", "ı": "ı", "i": "i", "o": "o", "ö": "ö", "u": "u", "ü": "ü"}


def last_vowel(base: str) -> str:
    """The last vowel of a word, number or acronym as it is spoken; empty when it has none."""
    if base[-1:].isdigit():
        return _last_of_number(base)
    small = lower(base).translate(str.maketrans("âîû", "aiu"))
    vowels = [c for c in small if c in _BACK + _FRONT]
    if len(base) > 1 and base == upper(base) and (not vowels or small[-1] not in _BACK + _FRONT):
        spelled = not vowels or len(base) <= 3 or small[-2] not in _BACK + _FRONT  # IKBY, AİHS
        return _LETTER_NAMES.get(small[-1], "e") if spelled else vowels[-1]
    if small[-1:] == "y" and len(small) > 1 and small[-2] not in _BACK + _FRONT:
        return "i"  # as in Kennedy: no Turkish word ends so
    return vowels[-1] if vowels else ""


def _last_of_number(base: str) -> str:
    digits = base.rsplit(",", 1)[-1] if "," in base else base
    digits = "".join(c for c in digits if c.isdigit())
    kept = digits.rstrip("0")
    if not kept:
        return "ı"  # sıfır
    zeros = len(digits) - len(kept)
    if zeros == 0:
        return _FIGURES[kept[-1]]
    return _TENS[kept[-1]] if zeros == 1 else _ZEROS.get(zeros, "a")


def follows_harmony(base: str, vowel: str) -> bool:
    """Whether ``vowel`` (ı, i, u or ü) is of the kind, back or front, that harmony asks for behind ``base``."""
    last = last_vowel(base)
    return (vowel in _BACK) == (last in _BACK) if last else vowel in _FRONT


def restore_suffix(suffix: str, last: str, lost: frozenset[str]) -> str:
    """A suffix in small letters with the lost letters, behind a word whose last vowel is ``last``: ``lik`` → ``lık``.

    The i of -ki never changes: ``'deki``, ``'daki``.
    """
    found = ""
    for at in range(len(suffix)):
        letter = _in_suffix(suffix, at, found, last, lost)
        if letter in _BACK + _FRONT:
            last = letter
        found += letter
    return found


def _in_suffix(suffix: str, at: int, found: str, last: str, lost: frozenset[str]) -> str:
    letter = suffix[at]
    if letter == "i" and "ı" in lost:
        fixed = found.endswith(("dak", "dek", "tak", "tek", "ink", "ınk"))
        return "ı" if last and last in _BACK and not fixed else "i"
    if letter == "u" and "ü" in lost:
        return "ü" if last and last in _FRONT else "u"
    if letter == "s" and "ş" in lost:
        person = suffix[at + 2 : at + 3] == "n"  # mi-siniz, but -miş, -mişler
        return "ş" if found.endswith(("mı", "mi", "mu", "mü")) and not person else "s"
    if letter == "g" and "ğ" in lost:
        return "ğ" if found and found[-1] in _BACK + _FRONT else "g"
    return letter
