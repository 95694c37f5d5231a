"""What one Turkish word can be, seen by itself: all its readings, the likelier first."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology_stems import Stem, closed_words, last_vowel, names, stems
from haberci.languages.tr.morphology_weights import own_weights
from haberci.languages.tr.morphology_suffixes import VOWELS, Ending, build, endings

_APOSTROPHE = re.compile(r"['’‘`´]")
_NUMBER = re.compile(r"[%‰]?\d[\d.,:/]*")
_INFINITIVES = frozenset({Case.ACC, Case.DAT, Case.GEN, Case.ABL})
_NOMINAL = frozenset({Form.MA, Form.MAK, Form.IS})
PARTICIPLES = {Tense.EVID: Form.MIS, Tense.FUTURE: Form.ACAK}
_GIVEN = {"owned3": {"possessive": "3s"}}  # of a compound whose dictionary form has it already: milletvekili
_AORIST_VOWELS = {"Ar": ("a", "e"), "Ir": ("ı", "i", "u", "ü")}
_MOVES_AORIST = frozenset({"passive", "causative", "negative", "able"})
_SHORTEST_GUESS = 3


class Reading(NamedTuple):
    """One reading of a word, its cost by itself (the likeliest has the least), and its tag for the context."""

    morph: Morph
    cost: float
    tag: str = ""


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word, never none, by cost. Case matters: a capital may begin a name."""
    found = raw_readings(word)
    if len(found) == 1:
        return found
    weights, small = own_weights(), lower(word)
    weighed = []
    for morph, cost, tag in found:
        cost += weights.get(f"t|{tag}", 0.0) + weights.get(f"w|{small}|{tag}", 0.0)
        cost += weights.get(f"l|{lower(morph.lemma)}|{morph.pos}|{morph.form or ''}", 0.0)
        weighed.append(Reading(morph, cost, tag))
    return tuple(sorted(weighed, key=lambda reading: reading.cost))


@lru_cache(maxsize=65536)
def raw_readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word by the rules alone."""
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
    for reading in found + [r for one in found for r in _attributive(one)]:
        best[reading.morph] = min(reading.cost, best.get(reading.morph, 99.0))
    made = [Reading(morph, cost, tag_of(morph)) for morph, cost in best.items()]
    return tuple(sorted(made, key=lambda reading: reading.cost))


def tag_of(morph: Morph) -> str:
    """The part of a form that its neighbours care about, as a short string; a mark stands for itself."""
    if morph.pos is Pos.PUNCT:
        return morph.lemma[:1]
    parts = (morph.pos[:3], morph.case or "", morph.possessive or "", morph.form or "", morph.tense or "")
    person = morph.person if morph.person not in (None, "3s") else ""
    return ":".join(parts) + f":{person}" + "p" * morph.plural + "v" * morph.passive


def _attributive(reading: Reading) -> list[Reading]:
    """A bare -mIş or -AcAK before a noun is a participle (``çökmüş devlet``, ``yapılacak zirve``)."""
    morph = reading.morph
    if morph.form is not Form.FINITE or morph.tense not in PARTICIPLES or morph.person != "3s":
        return []
    if morph.past_copula or morph.conditional or morph.lemma in ("var", "yok"):
        return []
    return [Reading(replace(morph, form=PARTICIPLES[morph.tense], tense=None, person=None), reading.cost + 0.2)]


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
    """All readings of a word over the known stems, longest stem first."""
    found: list[Reading] = []
    held = stems()
    for cut in range(len(small), 1, -1):
        for stem in held.get(small[:cut], ()):
            rest = small[cut:]
            if _fits(stem.before, rest):
                last = _last_letter(stem, small[cut - 1])
                options = endings(stem.state, rest, stem.vowel, last)
                found += [_reading(small, cut, stem, ending) for ending in options if _is_its_aorist(stem, rest, ending)]
    return _without_parts(found)


def _is_its_aorist(stem: Stem, rest: str, ending: Ending) -> bool:
    """Whether an aorist right on the stem is the one that the verb has: ``düşer``, not *düşür; ``gelir``, not *geler."""
    if ("tense", "Aor") not in ending.gives or stem.aorist not in _AORIST_VOWELS:
        return True
    if any(name in _MOVES_AORIST for name, _ in ending.gives):
        return True
    return rest[:1] in _AORIST_VOWELS[stem.aorist]


def _last_letter(stem: Stem, shown: str) -> str:
    """The letter that a stem's suffixes follow: the dictionary's, where the shape has only softened it."""
    return shown if stem.state in ("dropped", "owned3") or stem.before in ("y", "l") else stem.lemma[-1]


def _without_parts(found: list[Reading]) -> list[Reading]:
    """Readings that would take apart a stem which the dictionary has whole are left out.

    ``bulundu`` is of bulun, not of bul; ``bildirildi`` of bildir, not of bil. An action noun that is a noun of its own
    (açıklama) is that noun where it has no owner.
    """
    verbs = [reading.morph.lemma for reading in found if reading.morph.form and reading.morph.pos is Pos.VERB]
    whole = [lemma for lemma in verbs if lemma in stems()]
    nouns = {reading.morph.lemma for reading in found if reading.morph.form is None}
    kept = [reading for reading in found if not _is_part(reading.morph, whole, nouns)]
    if any(reading.morph.pos is Pos.ADJ and reading.cost == 0.0 for reading in kept):
        kept = [reading._replace(cost=reading.cost + 1.5 * _is_bare_case(reading.morph)) for reading in kept]
    return [reading for reading in kept if not _is_made_up(reading.morph)] or kept


def _is_bare_case(morph: Morph) -> bool:
    """Whether it is a noun with one ending that looks like an adjective's own (``askeri``: asker + -i)."""
    return morph.pos is Pos.NOUN and (morph.case is Case.ACC or morph.possessive == "3s") and not morph.plural


def _is_made_up(morph: Morph) -> bool:
    """Whether it is a form of a verb that only the suffixes made (``sağlan`` from sağ, beside sağla)."""
    return morph.pos is Pos.VERB and morph.lemma not in stems()


def _is_part(morph: Morph, whole: list[str], nouns: set[str]) -> bool:
    if morph.form is Form.MA and not morph.possessive and not morph.plural and morph.case in _INFINITIVES:
        return True  # -mAyI, -mAyA, -mAnIn are of the infinitive, -mAdAn is the converb
    listed = any(morph.lemma + end in nouns for end in ("ma", "me"))
    if morph.form in (Form.MA, Form.MAK) and not morph.possessive and not morph.negative:
        return listed and morph.case is not Case.DAT
    if morph.tense is Tense.IMPERATIVE and morph.negative and morph.person == "2s":
        return listed
    if not (morph.passive or morph.causative):
        return False
    return any(_is_whole_of(other, morph.lemma) for other in whole)


def _is_whole_of(other: str, lemma: str) -> bool:
    """Whether the first is a longer stem made from the second: bulun from bul, ayrıl from ayır."""
    if other.startswith(lemma):
        return len(other) > len(lemma)
    return len(lemma) > _SHORTEST_GUESS and len(other) > len(lemma) and other.startswith(lemma[:-2] + lemma[-1])


def _fits(before: str, rest: str) -> bool:
    if not before:
        return True
    if before in ("y", "l"):
        return rest.startswith(before)
    return (rest[:1] != "" and rest[0] in VOWELS) == (before == "V")


def _reading(small: str, cut: int, stem: Stem, ending: Ending) -> Reading:
    fields = {**_GIVEN.get(stem.state, {}), **dict(ending.gives)}
    lemma = stem.lemma
    cost = 0.4 * ending.suffixes + 0.3 * stem.rank
    if ending.lemma:
        lemma = _hardened(small[:cut] + ending.lemma)
        cost += 1.2
    return Reading(_morph(stem.pos, lemma, fields), cost + _oddness(fields))


def _hardened(lemma: str) -> str:
    return lemma[:-1] + "k" if lemma.endswith("ğ") else lemma


def _morph(pos: Pos, lemma: str, fields: dict[str, str]) -> Morph:
    pos = Pos(fields.get("pos", pos))
    form = Form(fields["form"]) if "form" in fields else None
    extra = {"case": Case.NOM} if "case" not in fields and _stands_as_noun(pos, form, fields) else {}
    if pos is Pos.ADJ and fields.keys() & {"possessive", "plural"}:
        pos = Pos.NOUN
    return build(pos, lemma, {**fields, **extra, "pos": pos})


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
    ("form", "Madan"): -0.8,
}


def _oddness(fields: dict[str, str]) -> float:
    """The cost of what news seldom say: orders, you and me."""
    cost = sum(_ODD.get(pair, 0.0) for pair in fields.items())
    if fields.get("tense") == "Opt" and fields.get("person") == "3s":
        cost += 2.0
    if fields.get("tense") == "Nominal" and "past_copula" in fields:
        cost += 1.5
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
