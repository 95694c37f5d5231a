"""What one Turkish word can be, seen by itself: all its readings, the likelier first."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology_stems import Stem, closed_words, last_vowel, names, stems
from haberci.languages.tr.morphology_suffixes import VOWELS, Ending, endings

_APOSTROPHE = re.compile(r"['’‘`´]")
_NUMBER = re.compile(r"[%‰]?\d[\d.,:/]*")
_NOMINAL = frozenset({Form.MA, Form.MAK, Form.IS})
_TYPES = {"pos": Pos, "case": Case, "form": Form, "tense": Tense}
_SHORTEST_GUESS = 3


class Reading(NamedTuple):
    """One reading of a word, and its cost by itself: 0 for the likeliest."""

    morph: Morph
    cost: float


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word, never none, by cost. Case matters: a capital may begin a name."""
    if not any(map(str.isalnum, word)):
        return (Reading(Morph(Pos.PUNCT, word), 0.0),)
    cut = _APOSTROPHE.search(word)
    if cut is not None and cut.start():
        found = _behind_apostrophe(word[: cut.start()], lower(word[cut.end() :]))
    elif _NUMBER.match(word):
        found = [Reading(Morph(Pos.NUM, word.rstrip(".")), 0.0)]
    else:
        found = _plain(word)
    best: dict[Morph, float] = {}
    for reading in found:
        best[reading.morph] = min(reading.cost, best.get(reading.morph, 99.0))
    return tuple(sorted((Reading(morph, cost) for morph, cost in best.items()), key=lambda reading: reading.cost))


def _plain(word: str) -> list[Reading]:
    small = lower(word)
    found = [Reading(morph, 0.3 * rank) for rank, morph in enumerate(closed_words().get(small, ()))]
    if found and small == word:
        return found + [r for r in _from_stems(small) if r.cost < 1.0] if found[0].morph.pos is Pos.ADV else found
    found += _from_stems(small)
    if word[0].isupper():
        found += _names(word, small, bool(found) and small not in names())
    return found or _guessed(word, small)


def _from_stems(small: str) -> list[Reading]:
    found = []
    held = stems()
    for cut in range(len(small), 1, -1):
        for stem in held.get(small[:cut], ()):
            rest = small[cut:]
            if _fits(stem.before, rest):
                last = stem.lemma[-1] if rest and stem.state != "dropped" and stem.before != "y" else small[cut - 1]
                for ending in endings(stem.state, rest, stem.vowel, last):
                    found.append(_reading(small, cut, stem, ending))
    return found


def _fits(before: str, rest: str) -> bool:
    if not before:
        return True
    if before == "y":
        return rest.startswith("y")
    return (rest[:1] != "" and rest[0] in VOWELS) == (before == "V")


def _reading(small: str, cut: int, stem: Stem, ending: Ending) -> Reading:
    fields = dict(ending.gives)
    lemma = stem.lemma
    cost = 0.4 * ending.suffixes + 0.3 * stem.rank
    if ending.lemma:
        lemma = _hardened(small[:cut] + ending.lemma)
        cost += 1.2
    return Reading(_morph(stem.pos, lemma, fields), cost + _oddness(fields))


def _hardened(lemma: str) -> str:
    return lemma[:-1] + "k" if lemma.endswith("ğ") else lemma


def _morph(pos: Pos, lemma: str, fields: dict[str, str]) -> Morph:
    made: dict[str, Any] = {name: _TYPES[name](value) if name in _TYPES else value or True for name, value in fields.items()}
    pos = made.pop("pos", pos)
    form = made.get("form")
    if "case" not in made and _stands_as_noun(pos, form, fields):
        made["case"] = Case.NOM
    if pos is Pos.ADJ and {"possessive", "plural"} & set(made):
        pos = Pos.NOUN
    return Morph(pos, lemma, **made)


def _stands_as_noun(pos: Pos, form: Form | None, fields: dict[str, str]) -> bool:
    if form is None or fields.get("tense") == Tense.NOMINAL:
        return pos in (Pos.NOUN, Pos.PROPN) or "possessive" in fields or "plural" in fields
    return form in _NOMINAL or form is not Form.FINITE and ("possessive" in fields or "plural" in fields)


_ODD = {
    ("tense", "Imp"): 2.0,
    ("tense", "Opt"): 0.5,
    ("person", "2s"): 1.5,
    ("possessive", "1s"): 1.5,
    ("possessive", "2p"): 0.8,
    ("form", "Ali"): 1.5,
}


def _oddness(fields: dict[str, str]) -> float:
    """The cost of what news seldom say: orders, you and me."""
    cost = sum(_ODD.get(pair, 0.0) for pair in fields.items())
    if fields.get("tense") == "Opt" and fields.get("person") == "3s":
        cost += 2.0
    return cost + (0.6 if fields.get("tense") == "Nominal" and fields.get("person") in ("1s", "1p") else 0.0)


def _behind_apostrophe(base: str, suffix: str) -> list[Reading]:
    """A name or number with its suffix. Foreign names are read aloud otherwise than written, so that any harmony counts."""
    pos = Pos.NUM if _NUMBER.fullmatch(base) else Pos.PROPN
    found = [
        Reading(_morph(pos, _name_lemma(base, fields), fields), 0.4 * ending.suffixes + _oddness(fields))
        for ending in _suffix_readings(suffix, base)
        for fields in [dict(ending.gives)]
    ]
    return found or [Reading(_morph(pos, base, {}), 0.0)]


def _name_lemma(base: str, fields: dict[str, str]) -> str:
    return base


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
    return tuple(e._replace(gives=(("possessive", "3s"), *e.gives)) for e in endings("owned3", suffix, vowel, "ı") if suffix)


def _harmony(suffix: str) -> str:
    """A vowel that would give the first vowel of the suffix."""
    for letter in suffix:
        if letter in VOWELS:
            return {"a": "a", "e": "e", "ı": "a", "i": "e", "u": "u", "ü": "ü"}.get(letter, letter)
    return "e"


def _names(word: str, small: str, known: bool) -> list[Reading]:
    """Readings of a capitalised word as a name; a name in the wild keeps its suffix behind an apostrophe."""
    found = [Reading(Morph(Pos.PROPN, word, Case.NOM), 1.0 if known else 0.0)]
    return found if known or word == word.upper() else found + [r._replace(cost=r.cost + 0.8) for r in _guessed(word, small)]


def _guessed(word: str, small: str) -> list[Reading]:
    """Readings of an unknown word by its ending alone; the longest ending is the likeliest."""
    pos = Pos.PROPN if word[0].isupper() else Pos.NOUN
    found = [Reading(_morph(pos, word, {}), 1.5)]
    for cut in range(len(small), _SHORTEST_GUESS - 1, -1):
        base = small[:cut]
        for ending in endings("noun", small[cut:], last_vowel(base), base[-1]):
            if ending.suffixes and not ending.lemma:
                fields = dict(ending.gives)
                lemma = word[:cut] if pos is Pos.PROPN else _hardened(base)
                found.append(Reading(_morph(pos, lemma, fields), 2.0 - 0.2 * len(small[cut:]) + _oddness(fields)))
    return found
