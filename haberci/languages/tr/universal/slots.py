"""The words of syntax of a Turkish sentence, each with the form that the morphology chose and all that it could be."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from haberci.core.morph import Form, Morph, Pos, Tense
from haberci.core.universal import SurfaceWord
from haberci.languages.tr.casing import lower
from haberci.languages.tr.morphology.sentence import analyse
from haberci.languages.tr.morphology.words import readings


class Place(IntEnum):
    """Where a word of syntax stands in the word as it is written."""

    WHOLE = 0
    STEM = 1  # the first part of a word that is split: üzgün + dü
    TAIL = 2  # what is split off: a copula, or -ki


class Slot(NamedTuple):
    """One word of syntax. ``options`` are the readings of the written word, the likelier first."""

    form: str
    small: str
    place: Place
    morph: Morph
    options: tuple[Morph, ...]


def slots(sentence: Sequence[SurfaceWord]) -> list[Slot]:
    """The words of syntax of one sentence, in order."""
    found: list[Slot] = []
    for word, morph in zip(sentence, analyse([word.form for word in sentence]), strict=True):
        options = tuple(reading.morph for reading in readings(word.form))
        place = Place.WHOLE if len(word.parts) == 1 else Place.STEM
        found.append(Slot(word.parts[0], lower(word.parts[0]), place, morph, options))
        for part in word.parts[1:]:
            small = lower(part)
            found.append(Slot(part, small, Place.TAIL, Morph(Pos.OTHER, small), ()))
    return found


def is_verbal(morph: Morph) -> bool:
    """Whether it is a form of a verb, finite or not, and no nominal with a copula."""
    return morph.form is not None and morph.tense is not Tense.NOMINAL


def is_finite(morph: Morph) -> bool:
    """Whether it closes a sentence: a finite verb, or a nominal with a copula."""
    return morph.form is Form.FINITE
