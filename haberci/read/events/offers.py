"""Offers: what who speaks says that his own side can give to others (codebook, AGREE)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Form
from haberci.core.report import Statement
from haberci.read.events.admission import Sides
from haberci.read.events.deed_type import Typed
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

HINTED: Final = "statement.ima-et"
GIVEN: Final = frozenset({EventType.AID, EventType.COOPERATE})


def offer(typed: Typed, firing: Firing, parsed: Parsed, sides: Sides, told: Statement | None) -> Typed:
    """The deed as an offer, where its doers say that they can do it for others; else as it was.

    "Kiev, Kişinev'e kömür verebileceklerini söyledi" offers; what others could do, or what could be done, does not.
    """
    morph = parsed.tokens[firing.anchor].morph
    able = morph.able and not morph.negative and not morph.passive and firing.clause.form is Form.ACAK
    if typed.type not in GIVEN or typed.modality is not Modality.HYPOTHETICAL or not able or told is None:
        return typed
    if told.rule == HINTED:
        return typed  # "verebileceklerini ima etti" offers nothing yet
    actors, others = sides
    own = {code.principal for code in actors}
    if told.speaker.principal not in own or not others or any(code.principal in own for code in others):
        return typed
    return replace(typed, type=EventType.AGREE, mode=None, modality=Modality.HAPPENED)
