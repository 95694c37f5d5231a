"""The stems of Turkish: verbs, nouns and the words of the closed classes, in every shape before a suffix."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from haberci.core.lexicon import Row, read_rows
from haberci.core.morph import Morph, Pos
from haberci.languages.tr.morphology.suffixes import VOWELS, build, given

_SOFT: Final = {"p": "b", "ç": "c", "t": "d", "k": "ğ"}
_AORISTS: Final = ("r", "Ar", "Ir")
_VERB_CHANGES: Final = ("", "soft", "narrow", "drop", "nasal")
_NOUN_CHANGES: Final = ("soft", "drop", "double", "front", "compound")
_WORD_CLASSES: Final = {pos.value: pos for pos in (Pos.NOUN, Pos.ADJ, Pos.ADV, Pos.NUM, Pos.PRON, Pos.ADP)}
_FRONT: Final = {"a": "e", "ı": "i", "o": "ö", "u": "ü", "â": "e", "û": "ü"}


class Stem(NamedTuple):
    """A stem as it stands before a suffix."""

    lemma: str
    state: str  # where its suffixes begin in the graph
    pos: Pos
    vowel: str  # the vowel that its suffixes follow
    before: str  # what must come next: "" anything, "V" a vowel, "C" a consonant or nothing, "y", "l"
    aorist: str = ""
    rank: int = 0  # 0 for its commonest part of speech


def last_vowel(text: str) -> str:
    """The last vowel, ``e`` for a text without one (acronyms are spelt: TBMM'den)."""
    for letter in reversed(text):
        if letter in VOWELS:
            return letter
    return "e"


@lru_cache(maxsize=1)
def stems() -> dict[str, tuple[Stem, ...]]:
    """All stems by the letters in which they stand in words."""
    found: dict[str, list[Stem]] = {}
    for row in read_rows("tr/verbs.tsv", ("stem", "aorist", "change")):
        for shape, stem in verb_shapes(row):
            found.setdefault(shape, []).append(stem)
    for row in read_rows("tr/nouns.tsv", ("lemma", "pos", "change")):
        for shape, stem in noun_shapes(row):
            found.setdefault(shape, []).append(stem)
    return {shape: tuple(held) for shape, held in found.items()}


@lru_cache(maxsize=1)
def closed_words() -> dict[str, tuple[Morph, ...]]:
    """The readings of the words of closed classes, the commoner first."""
    found: dict[str, list[Morph]] = {}
    for row in read_rows("tr/closed.tsv", ("form", "pos", "lemma", "gives")):
        fields = dict(given(row, part) for part in row.many("gives", " "))
        morph = build(Pos(row.one_of("pos", Pos)), row.needs("lemma"), fields)
        found.setdefault(row.needs("form"), []).append(morph)
    return {form: tuple(held) for form, held in found.items()}


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Proper names that could be taken for something else, in small letters."""
    return frozenset(row.needs("name") for row in read_rows("tr/names.tsv", ("name",)))


def verb_shapes(row: Row) -> list[tuple[str, Stem]]:
    """A verb of a table in each shape before a suffix."""
    lemma, aorist = row.needs("stem"), row.one_of("aorist", _AORISTS)
    change = row.one_of("change", _VERB_CHANGES)
    stem = Stem(lemma, "verb", Pos.VERB, last_vowel(lemma), "", aorist)
    if change == "narrow":
        return [(lemma, stem), (lemma[:-1] + "i", stem._replace(vowel="i", before="y"))]
    if change == "soft":
        return [(lemma, stem._replace(before="C")), (lemma[:-1] + "d", stem._replace(before="V"))]
    if change in ("drop", "nasal"):
        shorn = lemma[:-2] + lemma[-1] if change == "drop" else lemma[:-1] + "n"
        return [(lemma, stem), (shorn, stem._replace(before="V", state="short"))]
    if lemma[-1] not in VOWELS:
        return [(lemma, stem)]
    bare = lemma[:-1]
    dropped = stem._replace(state="dropped", vowel=last_vowel(bare) if _has_vowel(bare) else "e")
    return [(lemma, stem), (bare, dropped)]


def _has_vowel(text: str) -> bool:
    return any(letter in VOWELS for letter in text)


def noun_shapes(row: Row) -> list[tuple[str, Stem]]:
    """A noun of a table in each shape before a suffix, with each of its parts of speech."""
    lemma, changes = row.needs("lemma"), row.many("change")
    for change in changes:
        if change not in _NOUN_CHANGES:
            raise row.error(f"unknown change {change}")
    vowel = last_vowel(lemma)
    vowel = _FRONT.get(vowel, vowel) if "front" in changes else vowel
    if "compound" in changes:
        bare = lemma[:-2] if lemma[-2] == "s" and lemma[-3] in VOWELS else lemma[:-1]
        shapes = [(lemma, "owned3", vowel, ""), (bare, "noun", last_vowel(bare), "l")]
    else:
        shapes = [(shape, "noun", vowel, before) for shape, before in _changed(lemma, changes)]
    found = []
    for rank, name in enumerate(row.many("pos")):
        pos = _WORD_CLASSES.get(name)
        if pos is None:
            raise row.error(f"unknown pos {name}")
        found += [(shape, Stem(lemma, state, pos, vowel, before, "", rank)) for shape, state, vowel, before in shapes]
    return found


def _changed(lemma: str, changes: tuple[str, ...]) -> list[tuple[str, str]]:
    """The shapes of a noun, each with what must follow it."""
    found = [(lemma, "C" if {"drop", "double"} & set(changes) else "")]
    if "soft" in changes:
        soft = "g" if lemma.endswith("nk") else _SOFT.get(lemma[-1], lemma[-1])
        found.append((lemma[:-1] + soft, "V"))
    if "drop" in changes:
        found.append((lemma[:-2] + found[-1][0][-1], "V"))
    if "double" in changes:
        found.append((lemma + _doubled(lemma[-1]), "V"))
    return found


def _doubled(letter: str) -> str:
    """``hak`` → ``hakkı``, but ``tıp`` → ``tıbbı``, ``ret`` → ``reddi``."""
    return letter
