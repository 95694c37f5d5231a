"""Who took a place or shot an aircraft down, told by a force without saying by whom; by whose order help was sent."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Link
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Case, Form
from haberci.core.report import MentionKind
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, SPEAKER, Filled, Setting

TAKEN: Final = frozenset({"territory", "downs"})  # flags of frames by which something is taken or shot down
ARMY: Final = "MIL"
ORDERED: Final = frozenset({EventType.AID, EventType.COOPERATE})
TAKERS: Final = frozenset({"MIL", "GOV", "REB", "UAF"})


def taker(firing: Firing, setting: Setting) -> Filled:
    """The force that tells, without saying by whom, that another's place was taken or aircraft shot down: it did it.

    Who orders it does what is given or lent: "Rama'nın talimatıyla iki uçak gönderildi".
    """
    if firing.frame.type in ORDERED:
        return _orderer(firing, setting)
    clause = firing.clause
    in_words = clause.form is Form.DIK or (clause.quoted and clause.form is Form.FINITE)
    told = setting.statement if TAKEN & firing.frame.flags and in_words else None
    if told is None or told.speaker.sector not in TAKERS or setting.told is not Modality.HAPPENED:
        return NOBODY
    if "downs" in firing.frame.flags:
        fell = told.speaker.sector == ARMY and _fell_to(firing, setting, told.speaker.principal)
        return Filled(codes=(told.speaker,), rule=SPEAKER) if fell else NOBODY
    lands = {code.principal for n in firing.clause.subject for code in setting.parsed.mentions[n].codes}
    if not lands or told.speaker.principal in lands:
        return NOBODY
    return Filled(codes=(told.speaker,), rule=SPEAKER)


def _fell_to(firing: Firing, setting: Setting, own: str) -> bool:
    """Whether an aircraft is told to be another state's, and to have fallen in no third one's land."""
    inside = (p for p in firing.clause.parts if p.own and (p.case is not Case.NOM or p.link is Link.MODIFIER))
    parts = [setting.parsed.mentions[part.chunk] for part in inside]
    owners = {code.principal for m in parts if m.kind is not MentionKind.PLACE for code in m.codes}
    places = {code.principal for m in parts if m.kind is MentionKind.PLACE for code in m.codes}
    return bool(owners) and own not in owners and places <= owners | {own}


def _orderer(firing: Firing, setting: Setting) -> Filled:
    """By whose order what a passive tells is given or lent: "Rama'nın talimatıyla iki uçak gönderildi"."""
    for part in firing.clause.parts:
        behind = setting.parsed.mentions[part.chunk].last - setting.parsed.base
        if part.case is Case.GEN and setting.parsed.small[behind] in setting.nouns.behests:
            return Filled((setting.parsed.mentions[part.chunk],))
    return NOBODY
