"""The words of a Turkish sentence, each with its form in context.

``readings`` tells what a word can be by itself; here the words around it choose.
"""

from __future__ import annotations

from collections.abc import Sequence

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.languages.tr.morphology_words import Reading, readings

_NOUNS = frozenset({Pos.NOUN, Pos.PROPN})
_MODIFIED = frozenset({Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.NUM, Pos.DET})
_ATTRIBUTIVE = {Tense.EVID: Form.MIS, Tense.FUTURE: Form.ACAK}


def analyse(words: Sequence[str]) -> list[Morph]:
    """The form of each word of one sentence."""
    held = [readings(word) for word in words]
    chosen: list[Morph] = []
    before: Morph | None = None
    for at, options in enumerate(held):
        after = held[at + 1][0].morph if at + 1 < len(held) else None
        one = options[0].morph if len(options) == 1 else _choose(options, before, after)
        if one.form is Form.FINITE and one.tense in _ATTRIBUTIVE and _modifies(one, after):
            one = _as_participle(one)
        chosen.append(one)
        before = one
    return chosen


def _choose(options: Sequence[Reading], before: Morph | None, after: Morph | None) -> Morph:
    return min(options, key=lambda reading: reading.cost + _strain(reading.morph, before, after)).morph


def _strain(morph: Morph, before: Morph | None, after: Morph | None) -> float:
    """How badly a reading fits its neighbours."""
    cost = 0.0
    if morph.possessive == "3s" and not morph.form:
        cost += _unowned(before)
    if morph.form is Form.FINITE and after is not None and after.pos is not Pos.PUNCT:
        cost += 0.8
    if morph.pos in _NOUNS and morph.case is Case.NOM and after is None:
        cost += 0.5
    return cost


def _unowned(before: Morph | None) -> float:
    """A possessive wants its owner: a genitive, or a noun without a case, just before."""
    if before is None:
        return 0.6
    if before.case is Case.GEN:
        return -1.5
    return -1.0 if before.pos in _NOUNS and before.case is Case.NOM and before.form is None else 0.3


def _modifies(morph: Morph, after: Morph | None) -> bool:
    return morph.person == "3s" and not (morph.past_copula or morph.conditional) and after is not None and after.pos in _MODIFIED


def _as_participle(morph: Morph) -> Morph:
    assert morph.tense is not None
    return Morph(
        morph.pos,
        morph.lemma,
        form=_ATTRIBUTIVE[morph.tense],
        negative=morph.negative,
        passive=morph.passive,
        causative=morph.causative,
        able=morph.able,
    )
