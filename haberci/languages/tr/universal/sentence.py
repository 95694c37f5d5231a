"""A Turkish sentence in the terms of Universal Dependencies: lemma, part of speech and features of each word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from haberci.core.morph import Case, Form, Morph, Pos, Tense
from haberci.core.universal import Convention, SurfaceWord, UniversalWord
from haberci.languages.tr.morphology.stems import stems
from haberci.languages.tr.universal.features import features_of
from haberci.languages.tr.universal.lemmas import choose
from haberci.languages.tr.universal.model import UniversalModel, load_model
from haberci.languages.tr.universal.slots import Place, Slot, is_finite, is_verbal, slots
from haberci.languages.tr.universal.tagger import View, tag, views

_WITHIN_A_PERSON: Final = frozenset({"B-PER", "I-PER"})
_APOSTROPHES: Final = frozenset("'’")


def annotate(sentence: Sequence[SurfaceWord], convention: Convention) -> list[UniversalWord]:
    """The words of syntax of one sentence, in order, by a convention."""
    return annotated(slots(sentence), load_model(convention), convention)


def annotated(held: Sequence[Slot], model: UniversalModel, convention: Convention) -> list[UniversalWord]:
    """The same, by a model."""
    found = []
    seen = views(held)
    for slot, view, upos in zip(held, seen, tag(held, seen, model.tags), strict=True):
        if upos == "PUNCT":
            found.append(UniversalWord(slot.form, slot.form, upos, {}))
            continue
        bare = upos == "PROPN" and _is_bare(slot, view)
        morph = Morph(Pos.PROPN, slot.form, case=Case.NOM) if bare else fitting(slot, upos, convention)
        lemma = slot.form if bare else choose(slot, upos, morph, model.lemmas, model.seen)
        found.append(UniversalWord(slot.form, lemma, upos, features_of(slot, upos, morph, convention)))
    return found


def _is_bare(slot: Slot, view: View) -> bool:
    """Whether it is a word of a person's name that has no suffix: the last one takes them (``Şükrü Işık'ın``)."""
    return view.name in _WITHIN_A_PERSON and _APOSTROPHES.isdisjoint(slot.form)


def fitting(slot: Slot, upos: str, convention: Convention) -> Morph:
    """The form of a word that goes with its part of speech: the chosen one if it does, else the likeliest that does."""
    if slot.place is Place.TAIL:
        return slot.morph
    fits = _FITS[convention].get(upos)
    if fits is None or fits(slot.morph):
        return slot.morph
    option = next((option for option in slot.options if fits(option)), None)
    return option or (_order(slot) if upos == "VERB" else None) or slot.morph


def _order(slot: Slot) -> Morph | None:
    """The word as an order to one person (``gel``, ``gelme``), which the morphology of news leaves out."""
    morph = slot.morph
    if any(stem.state == "verb" for stem in stems().get(slot.small, ())):
        return Morph(Pos.VERB, slot.small, tense=Tense.IMPERATIVE, form=Form.FINITE, person="2s")
    if morph.form is Form.MA and morph.case is Case.NOM and not (morph.possessive or morph.plural):
        return morph._replace(case=None, tense=Tense.IMPERATIVE, form=Form.FINITE, person="2s", negative=True)
    return None


def _is_nominal(morph: Morph) -> bool:
    return not is_verbal(morph)


def _is_not_finite(morph: Morph) -> bool:
    return not is_finite(morph) or morph.tense is Tense.NOMINAL


_Fits = dict[str, Callable[[Morph], bool]]
_FITS: Final[dict[Convention, _Fits]] = {
    Convention.BOUN: {"VERB": is_verbal, "NOUN": _is_nominal, "PROPN": _is_nominal, "ADJ": _is_nominal},
    Convention.KENET: {"VERB": is_finite, "NOUN": _is_not_finite, "ADJ": _is_not_finite},
}
