"""What one Turkish word can be, seen by itself: all its readings, the likelier first."""

from __future__ import annotations

import re
from functools import lru_cache

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology_names import as_name, behind_apostrophe, guessed
from haberci.languages.tr.morphology_reading import Reading, hardened, mould, tag_of
from haberci.languages.tr.morphology_stems import Stem, closed_words, names, stems
from haberci.languages.tr.morphology_suffixes import VOWELS, Ending, endings
from haberci.languages.tr.morphology_weights import own_weights

_APOSTROPHE = re.compile("['’‘`´\x91\x92]")
_NUMBER = re.compile(r"[%‰]?\d[\d.,:/]*")
_INFINITIVES = frozenset({Case.ACC, Case.DAT, Case.GEN, Case.ABL})
PARTICIPLES = {Tense.EVID: Form.MIS, Tense.FUTURE: Form.ACAK}
_OWNED = ("possessive", "3s")  # of a compound whose dictionary form has it already: milletvekili
_AORIST_VOWELS = {"Ar": ("a", "e"), "Ir": ("ı", "i", "u", "ü")}
_MOVES_AORIST = frozenset({"passive", "causative", "negative", "able"})
_SHORTEST_GUESS = 3


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
        found = behind_apostrophe(word[: cut.start()], lower(word[cut.end() :]))
    elif _NUMBER.match(word):
        found = [Reading(Morph(Pos.NUM, word.rstrip(".")), 0.0)]
    else:
        found = _plain(word)
    best: dict[Morph, float] = {}
    for reading in found + [r for one in found for r in _attributive(one)]:
        best[reading.morph] = min(reading.cost, best.get(reading.morph, 99.0))
    objects = {(morph.lemma, morph.plural) for morph in best if morph.case is Case.ACC and morph.form is None}
    made = [Reading(_with_doubt(morph, objects), cost, tag_of(morph)) for morph, cost in best.items()]
    return tuple(sorted(made, key=lambda reading: reading.cost))


def _with_doubt(morph: Morph, objects: set[tuple[str, bool]]) -> Morph:
    """An owned nominative that looks like an object is marked so, for those who know the verb."""
    doubtful = morph.case is Case.NOM and morph.possessive == "3s" and (morph.lemma, morph.plural) in objects
    return morph._replace(or_accusative=True) if doubtful and morph.form is None else morph


def _attributive(reading: Reading) -> list[Reading]:
    """A bare -mIş or -AcAK before a noun is a participle (``çökmüş devlet``, ``yapılacak zirve``)."""
    morph = reading.morph
    if morph.form is not Form.FINITE or morph.tense not in PARTICIPLES or morph.person != "3s":
        return []
    if morph.past_copula or morph.conditional or morph.lemma in ("var", "yok"):
        return []
    return [Reading(morph._replace(form=PARTICIPLES[morph.tense], tense=None, person=None), reading.cost + 0.2)]


def _plain(word: str) -> list[Reading]:
    small = lower(word)
    found = [Reading(morph, 0.3 * rank) for rank, morph in enumerate(closed_words().get(small, ()))]
    if found and small == word:
        return found + [r for r in _from_stems(small) if r.cost < 1.0] if found[0].morph.pos is Pos.ADV else found
    found += _from_stems(small)
    if word[0].isupper():
        found += as_name(word, small, bool(found) and small not in names())
    return [reading for reading in found if not _is_order(reading.morph)] or found or guessed(word, small)


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
                for ending in options:
                    if _is_its_aorist(stem, rest, ending):
                        found.append(_reading(small, cut, stem, ending))
    return _without_parts(found)


def _is_order(morph: Morph) -> bool:
    """Whether it is an order to one person, which news give to nobody; AK and Yücel are names."""
    return morph.tense is Tense.IMPERATIVE and morph.person == "2s"


def _is_its_aorist(stem: Stem, rest: str, ending: Ending) -> bool:
    """Whether an aorist right on the stem is the one that the verb has: ``düşer``, ``gelir``, not the other."""
    if stem.aorist not in _AORIST_VOWELS or ("tense", "Aor") not in ending.gives:
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
        return listed and morph.case not in (Case.DAT, Case.ACC)
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
    cast = mould(stem.pos, (_OWNED, *ending.gives) if stem.state == "owned3" else ending.gives)
    lemma = stem.lemma
    cost = 0.4 * ending.suffixes + 0.3 * stem.rank
    if ending.lemma:
        lemma = hardened(small[:cut] + ending.lemma)
        cost += 1.2
    return Reading(cast.cast(lemma), cost + cast.oddness)
