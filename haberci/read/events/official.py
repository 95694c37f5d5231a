"""Whose government is judged where only its act is named: "Brüksel, idamları kınadı" of a land told just before."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import chain, takewhile
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.morph import ABL, ACC, DAT, GEN, NOM, Form, Pos
from haberci.core.report import Mention, MentionKind, Statement
from haberci.read.events.bystanders import speaker
from haberci.read.events.domestic import CIVIC, RIVALS, some
from haberci.read.events.judged import is_of_nobody
from haberci.read.events.lands import is_land, told_before
from haberci.read.events.matching import Firing
from haberci.read.events.possession import genitive_before
from haberci.read.events.rivals import OPPOSITION
from haberci.read.events.setting import NOBODY, Filled, Setting

REACH: Final = 7  # words before those of the frame in which the act stands
FAR: Final = 2  # sentences back to the land of the act
JUDGED: Final = (ACC, DAT, ABL)
SAID_OF: Final = (GEN, NOM)  # cases of an act of which a speaker says something
GOVERNMENT: Final = "GOV"
PLACES: Final = frozenset({MentionKind.PLACE})
RULING: Final = frozenset({"GOV", "LEG"})


def official_act(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The government of the one other land told lately, or the opposition's own where no other is; else nobody.

    ``own`` are the principals of those who judge.
    """
    at = _act(firing, setting)
    if at is None:
        return NOBODY
    owner = _owner(setting, at)
    if owner is not None and owner.codes[0].principal not in own:
        return Filled((owner,), rule="party.owner")
    judges = [c for n in firing.clause.subject for c in setting.parsed.mentions[n].codes]
    if judges and not some(RIVALS, judges) and _acted_last(setting, own) is not None:
        return _own_rulers(setting, judges)
    others = {
        code.principal for mention in _lately(firing, setting) for code in mention.codes if is_land(code, setting)
    }
    others -= own
    if len(others) == 1:
        return Filled(codes=(ActorCode(others.pop(), GOVERNMENT),), rule="party.official")
    acted = _acted_last(setting, others)
    if acted is not None:
        return Filled(codes=(ActorCode(acted, GOVERNMENT),), rule="party.official")
    judges = judges or list(speaker(firing, setting).codes)
    opposed = next((c for c in judges if c.sector == OPPOSITION and c.principal in setting.states), None)
    if others or opposed is None:
        return NOBODY
    return Filled(codes=(ActorCode(opposed.principal, GOVERNMENT),), rule="party.official")


def _own_rulers(setting: Setting, judges: Sequence[ActorCode]) -> Filled:
    """Who decided last, of whose own land those are who mind it: "Oslo çekildi. Karara tepki gösteren grup yürüdü"."""
    rulers = tuple(c for m in setting.last_subject for c in m.codes if c.sector in RULING)
    return Filled(codes=rulers, rule="party.official") if all(c.sector in CIVIC for c in judges) else NOBODY


def _acted_last(setting: Setting, lands: Set[str]) -> str | None:
    """Of several lands the one that acted in the sentence before, and told nothing there: "Rama çekildi. ..."."""
    number = setting.parsed.number
    before = setting.report.sentences[number - 1].first if number else None
    if before is None or any(s.cue_at.start >= setting.report.sentences[number - 1].at.start for s in _told(setting)):
        return None
    acting = [c.principal for m in setting.last_subject if m.first >= before for c in m.codes]
    return acting[0] if len(acting) == 1 and acting[0] in lands else None


def _told(setting: Setting) -> list[Statement]:
    """The statements that the report made before the sentence."""
    return [s for s in setting.report.statements if s.cue_at.start < setting.parsed.sentence.at.start]


def _owner(setting: Setting, at: int) -> Mention | None:
    """Whose the act is: "Oslo'nun Libya'ya ilişkin kararını iç işlerine karışma saydı"."""
    owner = genitive_before(setting, at, REACH - 1, PLACES)
    return owner if owner is not None and owner.codes else None


def _act(firing: Firing, setting: Setting) -> int | None:
    """The act of an authority that is judged, of no owner but a side: "davaları", not "şirketin kararını"."""
    tokens, first = setting.parsed.tokens, min(firing.words)
    if tokens[firing.anchor].morph.passive or firing.clause.form is Form.MA:
        return None  # "cezaların engellenmesini istedi" blames nobody
    cases = JUDGED if firing.frame.actor[0] == ("subj",) else SAID_OF
    for at in range(first - 1, max(setting.parsed.behind_finite(firing.anchor), first - REACH) - 1, -1):
        morph = tokens[at].morph
        facing = morph.case is NOM and tokens[at + 1].lower in setting.nouns.facing
        fits = facing or morph.case in cases or (morph.or_accusative and ACC in cases)
        before = tokens[at - 1].morph.pos if at else None
        if fits and morph.lemma in setting.nouns.official and before is not Pos.PROPN:
            return None if _owner(setting, at) is None and is_of_nobody(tokens, at) else at
    return None


def _lately(firing: Firing, setting: Setting) -> list[Mention]:
    """The phrases of the sentence before the words of the frame, and of the sentences shortly before."""
    start = setting.report.sentences[max(0, setting.parsed.number - FAR)].first
    here = (m for m in setting.parsed.mentions if m.first < setting.parsed.base + firing.anchor)
    return list(chain(here, takewhile(lambda m: m.first >= start, told_before(setting))))
