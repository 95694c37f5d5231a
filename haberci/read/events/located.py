"""Sides that only a place tells: the other one by its kind ("Sudan'daki güçlere"), who sends by whence it comes."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.codebook import EventType
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, NOM, NOUN, Case, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.events.doers import is_passive
from haberci.read.events.fillers import by_case
from haberci.read.events.matching import LANDS, Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import ADJECTIVE

DONE_TO: Final = frozenset({EventType.AID, EventType.SANCTION})  # what is not done to things or places
CASES: Final = {"dat": DAT, "obj": ACC, "abl": ABL, "gen": GEN}  # fillers of frames
LOCATED: Final = "party.located"
TURNED: Final = frozenset({EventType.ACCUSE, EventType.PROTEST, EventType.REJECT})
OPPOSING: Final = frozenset({"OPP", "CVL", "LAB", "EDU", "NGO"})
ORIGIN: Final = 6  # words between whence people come and the word for them
REACH: Final = 4  # words between the place and the noun that lies there


def located(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Those who are only told as being in another state than the doers', whose principals are ``own``."""
    if firing.nominal or firing.frame.type not in DONE_TO or not (own or is_passive(firing, setting)):
        return NOBODY
    cases = frozenset(CASES[name] for names in firing.frame.recipient for name in names if name in CASES)
    for mention in reversed(setting.parsed.mentions):
        code = mention.codes[0] if mention.kind is MentionKind.PLACE and mention.codes else UNKNOWN
        abroad = code.principal in setting.states and code.principal not in own
        if abroad and _leads_to(mention, firing, setting, cases):
            return Filled(codes=(ActorCode(code.principal, ""),), rule=LOCATED)
    return NOBODY


def _leads_to(mention: Mention, firing: Firing, setting: Setting, cases: frozenset[Case]) -> bool:
    """Whether a place ("-daki") describes a noun that is nobody's own in one of the cases, before the deed's words."""
    tokens, last = setting.parsed.tokens, mention.last - setting.parsed.base - 1
    if tokens[last].morph.pos is not Pos.ADJ or not firing.clause.first <= last < firing.anchor:
        return False
    for at in range(last + 1, min(last + 1 + REACH, *firing.words)):
        morph = tokens[at].morph
        if morph.form is not None or morph.pos is Pos.PROPN:
            return False
        if morph.pos is NOUN and morph.case in cases:
            return morph.possessive is None or tokens[at - 1].morph.pos is NOUN  # "petrol şirketine", no "üslerine"
        if morph.pos is NOUN and morph.case not in (None, NOM):
            return False
    return False


def whence(firing: Firing, setting: Setting) -> Filled:
    """From which land what nobody is told to send comes: "Türkiye'den gönderilen yardım"."""
    if not setting.parsed.tokens[firing.anchor].morph.passive:
        return NOBODY
    found = by_case(firing, setting, Case.ABL)
    lands = tuple(ActorCode(c.principal, "GOV") for m in found.mentions if m.kind in LANDS for c in m.codes)
    return Filled(codes=lands)


def origin(firing: Firing, setting: Setting) -> Filled:
    """From which land those come whom one takes in: "Suriye'den kaçan sığınmacıları", "Suriyeli 2 milyon mülteciyi".

    They may be told by the frame's own word: "iki bin Suriyeli mülteci kabul edecek".
    """
    first, base = min(firing.words), setting.parsed.base
    border = setting.parsed.behind_finite(firing.anchor)
    for mention in reversed(setting.parsed.mentions):
        gap, code = first - (mention.last - base), mention.codes[0] if mention.codes else UNKNOWN
        counted = mention.kind is MentionKind.PEOPLE and mention.first - base < first < mention.last - base
        if not (counted or 0 <= gap <= ORIGIN) or mention.first - base < border or code.principal not in setting.states:
            continue
        comes = (mention.kind in LANDS and mention.case is ABL) or mention.rule == ADJECTIVE
        if comes or mention.kind is MentionKind.PEOPLE:
            return Filled(codes=(ActorCode(code.principal, "REF"),), rule=LOCATED)
    return NOBODY


def convened(firing: Firing, setting: Setting) -> Filled:
    """Those from whose meeting a decision comes: "Arap Birliği zirvesinden Filistin'e destek kararı çıktı"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    for at in range(setting.parsed.behind_finite(firing.anchor), min(firing.words)):
        morph = tokens[at].morph
        if morph.case is not ABL or morph.lemma not in setting.nouns.gatherings:
            continue
        hosts = (m for m in setting.parsed.mentions if 0 <= at - (m.last - base) < REACH - 1 and m.case in (NOM, GEN))
        named = tuple(m for m in hosts if m.codes and m.kind is not MentionKind.PLACE)
        return Filled(named[-1:]) if named else Filled(codes=setting.company, rule="party.company")
    return NOBODY


def own_house(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver; the land, where a state deals with its own embassy there: "Niamey'deki ABD Büyükelçiliğini".

    Whoever attacks an embassy strikes its state.
    """
    doers = {code.principal for code in actor.all_codes()}
    own = doers == {code.principal for code in recipient.all_codes()} and bool(recipient.mentions)
    if not own or firing.frame.type in (EventType.ASSAULT, EventType.AID):
        return recipient
    starts = {mention.first for mention in recipient.mentions if mention.kind is MentionKind.BODY}
    lands = (m for m in setting.parsed.mentions if m.kind is MentionKind.PLACE and m.last in starts and m.case is LOC)
    land = next((code.principal for m in lands for code in m.codes if code.principal not in doers), None)
    return recipient if land is None else Filled(codes=(ActorCode(land, "GOV"),), rule=LOCATED)


def own_course(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver; their own government, where people are against what it does about another land.

    "Muhalefet, Libya politikasını eleştirdi" turns against no Libyans.
    """
    against = {code.principal for code in actor.all_codes() if code.sector in OPPOSING}
    if firing.frame.type not in TURNED or len(against) != 1 or len(recipient.mentions) != 1:
        return recipient
    land, own = recipient.mentions[0], next(iter(against))
    behind = land.last - setting.parsed.base
    bare = land.kind is MentionKind.STATE and land.case is NOM and 0 <= behind < len(setting.parsed.tokens)
    about = bare and setting.parsed.tokens[behind].morph.lemma in setting.nouns.courses
    if not about or own not in setting.states or all(code.principal == own for code in land.codes):
        return recipient
    return Filled(codes=(ActorCode(own, "GOV"),), rule="party.rulers")
