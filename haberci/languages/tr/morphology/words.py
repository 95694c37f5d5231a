"""What one Turkish word can be, seen by itself: all its readings, the likelier first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology.dictionary import dictionary
from haberci.languages.tr.morphology.forms import common_forms
from haberci.languages.tr.morphology.names import as_name, behind_apostrophe, guessed
from haberci.languages.tr.morphology.paradigms import inflected, over_stems
from haberci.languages.tr.morphology.reading import Reading, as_reading, tag_of
from haberci.languages.tr.morphology.stems import closed_words, names
from haberci.languages.tr.morphology.weights import own_weights

_APOSTROPHE: Final = re.compile("['’‘`´\x91\x92]")
_NUMBER: Final = re.compile(r"[%‰]?\d[\d.,:/]*")
_INFINITIVES: Final = frozenset({Case.ACC, Case.DAT, Case.GEN, Case.ABL})
PARTICIPLES: Final = {Tense.EVID: Form.MIS, Tense.FUTURE: Form.ACAK}
_SHORTEST_GUESS: Final = 3
_RARE_AS_NAME: Final = 1.0  # what a rare word costs beside a name
# Members of enumerations by names of their own: asking the class for one, time and again, costs more than the test.
_MANNER: Final = ("ca", "ce", "ça", "çe")  # of a noun of its own, "güvence" is not how something is done
_DERIVED: Final = 1.5  # the least cost of a word that a suffix made
_VERB, _NOUN, _ADJ, _ADV = Pos.VERB, Pos.NOUN, Pos.ADJ, Pos.ADV
_FINITE, _MA, _INCA = Form.FINITE, Form.MA, Form.INCA
_AORIST, _PAST, _NOMINAL, _IMPERATIVE = Tense.AORIST, Tense.PAST, Tense.NOMINAL, Tense.IMPERATIVE
_NOM, _ACC = Case.NOM, Case.ACC
_INFINITE: Final = frozenset({Form.MA, Form.MAK})
_OBJECTS: Final = frozenset({Case.DAT, Case.ACC})
_COST: Final = itemgetter(1)  # of a reading


@lru_cache(maxsize=4096)  # asked for again within a sentence; what a spelling offers is kept where it is asked for
def readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word, never none, by cost. Case matters: a capital may begin a name."""
    found = raw_readings(word)
    if len(found) == 1:
        return found
    tags, words, lemmas = own_weights()
    of_word = words.get(lower(word))
    weighed, is_verbal = [], False
    for morph, cost, tag in found:
        cost += tags.get(tag, 0.0) + (0.0 if of_word is None else of_word.get(tag, 0.0))
        of_lemma = lemmas.get(lower(morph.lemma))
        if of_lemma is not None:
            cost += of_lemma.get(f"{morph.pos}|{morph.form or ''}", 0.0)
        weighed.append(as_reading((morph, cost, tag)))
        is_verbal = is_verbal or morph.tense is not None or morph.form is not None
    return tuple(sorted(_when(_refusing(weighed)) if is_verbal else weighed, key=_COST))


def _refusing(found: list[Reading]) -> list[Reading]:
    """The readings without "we are that giving" where a word is "we do not give": "vermeyiz"."""
    refuses = any(morph.tense is _AORIST and morph.negative and morph.person == "1p" for morph, _, _ in found)
    return [r for r in found if r.morph.tense is not _NOMINAL] if refuses else _done(found)


def _done(found: list[Reading]) -> list[Reading]:
    """The readings without what was done as a rule where a longer stem tells what was done: "çıkardı"."""
    stems = [morph.lemma for morph, _, _ in found if morph.tense is _PAST]
    if not stems:
        return found
    return [r for r in found if not (r.morph.past_copula and any(_is_made_of(stem, r.morph) for stem in stems))]


def _is_made_of(stem: str, habit: Morph) -> bool:
    """Whether a stem is made of the one of a verb in the aorist: "çıkar" of "çıktı"."""
    return habit.tense is _AORIST and len(stem) > len(habit.lemma) and stem.startswith(habit.lemma)


def _when(found: list[Reading]) -> list[Reading]:
    """The readings without "by his ..." where a word tells when somebody does it: "kalkışınca", "görüşünce"."""
    found = _towards(found)
    if not any(morph.form is _INCA for morph, _, _ in found):
        return found
    return [r for r in found if r.morph.pos is not _ADV or r.morph.possessive is None]


def _towards(found: list[Reading]) -> list[Reading]:
    """The readings without "if it is ..." where a word that doubles its last letter is in the dative: "üsse"."""
    given = [morph.lemma for morph, _, _ in found if morph.case is Case.DAT]
    return [r for r in found if not (r.morph.conditional and r.morph.lemma in given)] if given else found


@lru_cache(maxsize=2048)  # hit by one word of fifteen, however many are kept
def raw_readings(word: str) -> tuple[Reading, ...]:
    """The readings of a word by the rules alone; those of the commonest words were found before."""
    return common_forms().readings(word) or by_rules(word)


def by_rules(word: str) -> tuple[Reading, ...]:
    """The readings of a word, found now."""
    if not any(map(str.isalnum, word)):
        return (Reading(Morph(Pos.PUNCT, word), 0.0),)
    cut = None if word.isalpha() else _APOSTROPHE.search(word)
    if cut is not None and cut.start():
        found = behind_apostrophe(word[: cut.start()], lower(word[cut.end() :]))
    elif _NUMBER.match(word):
        found = [Reading(Morph(Pos.NUM, word.rstrip(".")), 0.0)]
    else:
        found = _plain(word)
    found += [made for one in found if one.morph.form is _FINITE for made in _attributive(one)]
    if len(found) == 1:
        return (_tagged(*found[0]),)
    best: dict[Morph, Reading] = {}
    for reading in found:
        held = best.get(reading.morph)
        if held is None or reading.cost < held.cost:
            best[reading.morph] = reading
    objects = {(morph.lemma, morph.plural) for morph in best if morph.case is _ACC and morph.form is None}
    return tuple(sorted((_tagged(_with_doubt(m, objects), cost, tag) for m, cost, tag in best.values()), key=_COST))


def _tagged(morph: Morph, cost: float, tag: str) -> Reading:
    return as_reading((morph, cost, tag or tag_of(morph)))


def _with_doubt(morph: Morph, objects: set[tuple[str, bool]]) -> Morph:
    """An owned nominative that looks like an object is marked so, for those who know the verb."""
    doubtful = morph.possessive == "3s" and morph.case is _NOM and (morph.lemma, morph.plural) in objects
    return morph._replace(or_accusative=True) if doubtful and morph.form is None else morph


def _attributive(reading: Reading) -> list[Reading]:
    """What a finite form may be besides: a bare -mIş or -AcAK before a noun (``çökmüş devlet``)."""
    morph = reading.morph
    if morph.tense not in PARTICIPLES or morph.person != "3s":
        return []
    if morph.past_copula or morph.conditional or morph.lemma in ("var", "yok"):
        return []
    return [Reading(morph._replace(form=PARTICIPLES[morph.tense], tense=None, person=None), reading.cost + 0.2)]


def _plain(word: str) -> list[Reading]:
    small = lower(word)
    found = [Reading(morph, 0.3 * rank) for rank, morph in enumerate(closed_words().get(small, ()))]
    if found and small == word:
        return [*found, *(r for r in _from_stems(small) if r.cost < 1.0)] if found[0].morph.pos is _ADV else found
    found += _from_stems(small)
    rare = () if found else _from_stems(small, rare=True)
    if word[0].isupper():
        found += as_name(word, small, bool(found) and small not in names())
        found += [reading._replace(cost=reading.cost + _RARE_AS_NAME) for reading in rare]
    else:
        found += rare
    return [reading for reading in found if not _is_order(reading.morph)] or found or guessed(word, small)


def _is_order(morph: Morph) -> bool:
    """Whether it is an order to one person, which news give to nobody; AK and Yücel are names."""
    return morph.tense is _IMPERATIVE and morph.person == "2s"


@lru_cache(maxsize=2048)  # as above: by one of six
def _from_stems(small: str, rare: bool = False) -> Sequence[Reading]:
    """The readings of a word over the common stems or the rare ones, without those that take a stem of them apart.

    ``bulundu`` is of bulun, not of bul; ``bildirildi`` of bildir, not of bil. An action noun that is a noun of its own
    (açıklama) is that noun where it has no owner.
    """
    held = dictionary() if rare else inflected()
    found = over_stems(small, held)
    verbal = [morph for morph, _, _ in found if morph.form is not None]
    if verbal:
        whole = [morph.lemma for morph in verbal if morph.pos is _VERB and morph.lemma in held]
        nouns = {morph.lemma for morph, _, _ in found if morph.form is None}
        found = [reading for reading in found if not _is_part(reading.morph, whole, nouns)]
    if len(found) > 1 and any(cost == 0.0 and morph.pos is _ADJ for morph, cost, _ in found):
        found = [reading._replace(cost=reading.cost + 1.5 * _is_bare_case(reading.morph)) for reading in found]
    if len(found) > 1 and small.endswith(_MANNER) and any(m.pos is _NOUN and m.lemma == small for m, _, _ in found):
        found = [reading for reading in found if reading.morph.pos is not _ADV or reading.cost < _DERIVED]
    if not any(morph.pos is _VERB for morph, _, _ in found):
        return found
    # Not a form of a verb that only the suffixes made (``sağlan`` from sağ, beside sağla).
    return [reading for reading in found if reading.morph.pos is not _VERB or reading.morph.lemma in held] or found


def _is_bare_case(morph: Morph) -> bool:
    """Whether it is a noun with one ending that looks like an adjective's own (``askeri``: asker + -i)."""
    return morph.pos is _NOUN and (morph.case is _ACC or morph.possessive == "3s") and not morph.plural


def _is_part(morph: Morph, whole: list[str], nouns: set[str]) -> bool:
    if morph.form in _INFINITE and not morph.possessive:
        if morph.form is _MA and not morph.plural and morph.case in _INFINITIVES:
            return True  # -mAyI, -mAyA, -mAnIn are of the infinitive, -mAdAn is the converb
        if not morph.negative:
            return _is_listed(morph.lemma, nouns) and morph.case not in _OBJECTS
    if morph.tense is _IMPERATIVE and morph.negative and morph.person == "2s":
        return _is_listed(morph.lemma, nouns)
    if not (morph.passive or morph.causative):
        return False
    return any(_is_whole_of(other, morph.lemma) for other in whole)


def _is_listed(lemma: str, nouns: set[str]) -> bool:
    """Whether the action noun of a verb is among the nouns that the word may be."""
    return lemma + "ma" in nouns or lemma + "me" in nouns


def _is_whole_of(other: str, lemma: str) -> bool:
    """Whether the first is a longer stem made from the second: bulun from bul, ayrıl from ayır."""
    if other.startswith(lemma):
        return len(other) > len(lemma)
    return len(lemma) > _SHORTEST_GUESS and len(other) > len(lemma) and other.startswith(lemma[:-2] + lemma[-1])
