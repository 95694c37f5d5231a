"""The stems with which a damaged word may begin: common ones, forms counted in news, else those of the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import log
from typing import Final, NamedTuple

from haberci.core.morph import Pos
from haberci.languages.tr.casing import fold
from haberci.languages.tr.letters.model import LetterModel, WordForm
from haberci.languages.tr.letters.ngram import Ambiguous
from haberci.languages.tr.morphology.dictionary import dictionary
from haberci.languages.tr.morphology.stems import Stem, last_vowel, stems
from haberci.languages.tr.morphology.suffixes import VOWELS

_SOFTENED: Final = {"b": ("p", "b"), "c": ("ç", "c"), "d": ("t", "d"), "g": ("k", "ğ")}
_FRONTED: Final = {"a": "e", "o": "ö", "u": "ü"}
_LOANS_END: Final = "tl"  # istiklal, hakikat: loans that take front suffixes
_HARMONIES: Final = (
    ("ı", "i"),
    ("ın", "in"),
    ("ına", "ine"),
    ("lar", "ler"),
    ("lı", "li"),
    ("a", "e"),
    ("ları", "leri"),
)
_SHORTEST: Final = 3  # letters of a counted form that may be a stem
_SHORTEST_SOFTENED: Final = 4
_SHORTEST_VERB: Final = 4
_SEEN: Final = 2  # so often must a counted form be seen
_LISTED: Final = 2.0  # nats that a stem gains by standing in the dictionary


class Beginning(NamedTuple):
    """A stem as a word may begin with it: its spelling there, and how likely it is, in nats."""

    shape: str
    stem: Stem
    weight: float
    listed: bool


@cache
def _listed_stems() -> Mapping[str, tuple[tuple[str, Stem], ...]]:
    """The stems of the dictionary by folded shape."""
    found: dict[str, tuple[tuple[str, Stem], ...]] = {}
    for key, shape in _folded(stems()):
        found[key] = (*found.get(key, ()), *((shape, stem) for stem in stems()[shape]))
    return found


@cache
def _rare_shapes() -> Mapping[str, tuple[str, ...]]:
    """The shapes of the dictionary's stems by how they are folded."""
    found: dict[str, tuple[str, ...]] = {}
    for key, shape in _folded(dictionary()):
        found[key] = (*found.get(key, ()), shape)
    return found


def _folded(shapes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each shape behind how it is folded; they are folded as one text, which takes a tenth of the time."""
    shapes = list(shapes)
    return zip(fold("\n".join(shapes)).split("\n"), shapes, strict=True)


def rare_beginnings(model: LetterModel, word: Ambiguous, cut: int, states: frozenset[str]) -> Iterator[Beginning]:
    """The stems of the dictionary that the first ``cut`` letters may be; they are asked where no other is found."""
    for shape in _rare_shapes().get(word.folded[:cut], ()):
        for stem in dictionary().stems(shape) if word.allows(0, shape) else ():
            if stem.state in states:
                yield from _with_front(model, Beginning(shape, stem, _listed_weight(model, stem), True))


def beginnings(model: LetterModel, word: Ambiguous, cut: int, states: frozenset[str]) -> Iterator[Beginning]:
    """The stems, of such states in the suffix graph, that the first ``cut`` letters of a word may be."""
    key = word.folded[:cut]
    verbs = "verb" in states and cut >= _SHORTEST_VERB
    for shape, stem in _listed_stems().get(key, ()):
        if stem.state in states and word.allows(0, shape):
            verbs = verbs and stem.pos is not Pos.VERB
            begun = Beginning(shape, stem, _LISTED + _listed_weight(model, stem), True)
            yield from _with_front(model, begun)
    if cut >= _SHORTEST and "noun" in states:
        for form in model.forms(key):
            if form.total >= _SEEN and word.allows(0, form.word):
                yield from _with_front(model, _counted(form, form.word, ""))
        yield from _softened(model, word, cut)
    if verbs:
        yield from _verbs(model, word, cut)


def _with_front(model: LetterModel, begun: Beginning) -> Iterator[Beginning]:
    """A stem, and where its suffixes may be front ones behind a back vowel (``istiklalin``), that too."""
    vowel = begun.stem.vowel
    if begun.stem.state != "noun" or vowel not in _FRONTED or begun.shape[-1] not in _LOANS_END:
        yield begun
        return
    back, front = _harmony_counts(model, begun.shape)
    cost = log((back + 0.5) / (front + 0.5))
    yield begun._replace(weight=begun.weight + min(0.0, cost))
    yield begun._replace(weight=begun.weight - max(0.0, cost), stem=begun.stem._replace(vowel=_FRONTED[vowel]))


@lru_cache(maxsize=16384)
def _harmony_counts(model: LetterModel, shape: str) -> tuple[int, int]:
    """How often back and front suffixes were counted behind a stem."""
    found = [0, 0]
    for back, front in _HARMONIES:
        for form in model.forms(fold(shape + back)):
            found[0] += form.total * (form.word == shape + back)
        for form in model.forms(fold(shape + front)):
            found[1] += form.total * (form.word == shape + front)
    return found[0], found[1]


@lru_cache(maxsize=16384)
def _listed_weight(model: LetterModel, stem: Stem) -> float:
    shown = stem.lemma
    if stem.pos is Pos.VERB:
        shown += "mak" if last_vowel(shown) in "aıou" else "mek"
    return log(1 + max((f.total for f in model.forms(fold(shown)) if f.word == shown), default=0))


def _counted(form: WordForm, shape: str, before: str) -> Beginning:
    stem = Stem(form.word, "noun", Pos.NOUN, last_vowel(shape), before)
    return Beginning(shape, stem, log(1 + form.total), False)


def _softened(model: LetterModel, word: Ambiguous, cut: int) -> Iterator[Beginning]:
    """``kitabı`` from kitap, ``çocuğa`` from çocuk."""
    hard, soft = _SOFTENED.get(word.folded[cut - 1], ("", ""))
    if not hard or cut < _SHORTEST_SOFTENED or word.folded[cut : cut + 1] not in VOWELS:
        return
    if soft == "ğ" and word.folded[cut - 2] == "n":
        soft = "g"  # ahengi
    for form in model.forms(word.folded[: cut - 1] + fold(hard)):
        shape = form.word[:-1] + soft
        if form.total >= _SEEN and form.word.endswith(hard) and word.allows(0, shape):
            yield _counted(form, shape, "V")


def _verbs(model: LetterModel, word: Ambiguous, cut: int) -> Iterator[Beginning]:
    """Verbs whose infinitive was counted."""
    for end in ("mak", "mek"):
        for form in model.forms(word.folded[:cut] + end):
            shape = form.word[:-3]
            if form.small >= _SEEN and word.allows(0, shape):
                yield Beginning(shape, Stem(shape, "verb", Pos.VERB, last_vowel(shape), ""), log(1 + form.total), False)
