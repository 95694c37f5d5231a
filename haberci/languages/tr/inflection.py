"""Forms of a Turkish noun by vowel harmony: cases of the bare, possessed and plural noun.

Only what is regular: ``başkan`` → başkanı, başkanının, başkanlarına … A final k behind a vowel softens (``uçağı``), and
a final ç of a word of several syllables (``aracı``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from haberci.core.morph import Case

_VOWELS: Final = "aeıioöuü"
_FOUR: Final = dict(zip(_VOWELS, "ıiıiuüuü", strict=True))
_HARD: Final = "fstkçşhp"
_CHANGED: Final = {"güç": "güc", "genç": "genc", "grup": "grub", "kanat": "kanad", "muhatap": "muhatab", "üs": "üss"}
_FIRM: Final = ("ittifak", "hukuk")


class NounForm(NamedTuple):
    """One form of a noun."""

    text: str
    case: Case
    possessed: bool
    plural: bool


def noun_forms(noun: str, *, front: bool = False) -> Iterator[NounForm]:
    """All forms of a noun; ``front`` for one that takes front vowels against its own (general → generali)."""
    yield from _cases(noun, front, possessed=False, plural=False)
    yield from possessed_forms(noun, front=front)
    plural = noun + _two("lar", noun, front)
    yield from _cases(plural, front=False, possessed=False, plural=True)
    yield from possessed_forms(plural, plural=True)


def possessed_forms(noun: str, *, front: bool = False, plural: bool = False) -> Iterator[NounForm]:
    """The forms with the possessive of the third person, and the first person plural ("Cumhurbaşkanımız")."""
    stem = _softened(noun)
    four = _four(noun, front)
    third = stem + ("s" if stem[-1] in _VOWELS else "") + four
    yield from _after_possessive(third, plural)
    ours = stem + ("" if stem[-1] in _VOWELS else four) + "m" + four + "z"
    yield from _cases(ours, False, possessed=True, plural=plural)


def own_forms(noun: str) -> Iterator[NounForm]:
    """The forms with the possessive of the first person singular, of one and of many: "askerim", "askerlerim"."""
    many = noun.endswith(("lar", "ler"))
    for word in (noun,) if many else (noun, noun + _two("lar", noun, False)):
        stem = _softened(word)
        mine = stem + ("" if stem[-1] in _VOWELS else _four(word, False)) + "m"
        yield from _cases(mine, False, possessed=True, plural=many or word != noun)


def plural_forms(noun: str) -> Iterator[NounForm]:
    """The forms of a noun that is given in the plural (``askerler``)."""
    yield from _cases(noun, False, possessed=False, plural=True)
    yield from possessed_forms(noun, plural=True)


def _cases(noun: str, front: bool, *, possessed: bool, plural: bool) -> Iterator[NounForm]:
    soft, four, two = _softened(noun), _four(noun, front), _two("a", noun, front)
    vowel = noun[-1] in _VOWELS
    stop = "t" if noun[-1] in _HARD else "d"
    table = (
        (noun, Case.NOM),
        (soft + ("y" if vowel else "") + four, Case.ACC),
        (soft + ("y" if vowel else "") + two, Case.DAT),
        (soft + ("n" if vowel else "") + four + "n", Case.GEN),
        (noun + stop + two, Case.LOC),
        (noun + stop + two + "ki", Case.LOC),
        (noun + stop + two + "n", Case.ABL),
        (noun + ("y" if vowel else "") + "l" + two, Case.INS),
        (noun + ("ç" if stop == "t" else "c") + two, Case.NOM),
        (noun + stop + four + "r", Case.NOM),
    )
    for text, case in table:
        yield NounForm(text, case, possessed, plural)


def _after_possessive(third: str, plural: bool) -> Iterator[NounForm]:
    four, two = _four(third, False), _two("a", third, False)
    table = (
        (third, Case.NOM),
        (third + "n" + four, Case.ACC),
        (third + "n" + two, Case.DAT),
        (third + "n" + four + "n", Case.GEN),
        (third + "nd" + two, Case.LOC),
        (third + "nd" + two + "ki", Case.LOC),
        (third + "nd" + two + "n", Case.ABL),
        (third + "yl" + two, Case.INS),
        (third + "nc" + two, Case.NOM),
        (third + "d" + four + "r", Case.NOM),
    )
    for text, case in table:
        yield NounForm(text, case, True, plural)


def _softened(noun: str) -> str:
    """The stem before a vowel: bakanlığ-, uçağ-, arac-, grub-, üss-."""
    if noun in _CHANGED:
        return _CHANGED[noun]
    if noun.endswith("ç") and sum(c in _VOWELS for c in noun) > 1:
        return noun[:-1] + "c"
    long = sum(c in _VOWELS for c in noun) > 1 and noun[-2:-1] in _VOWELS
    return noun[:-1] + "ğ" if noun.endswith("k") and long and not noun.endswith(_FIRM) else noun


def _last_vowel(noun: str) -> str:
    return next((c for c in reversed(noun.translate(_PLAIN)) if c in _VOWELS), "e")


_PLAIN: Final = str.maketrans("âîû", "aiu")


def _four(noun: str, front: bool) -> str:
    vowel = _FOUR[_last_vowel(noun)]
    return {"ı": "i", "u": "ü"}.get(vowel, vowel) if front else vowel


def _two(suffix: str, noun: str, front: bool) -> str:
    return suffix if _last_vowel(noun) in "aıou" and not front else suffix.replace("a", "e")
