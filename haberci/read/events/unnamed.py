"""Deeds whose sides have no names here: what is hoped for or denied, what may or will be done to somebody."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Form
from haberci.core.report import MentionKind
from haberci.read.events.admission import Sides, with_sector
from haberci.read.events.bystanders import place
from haberci.read.events.doers import is_passive
from haberci.read.events.domestic import CIVIC
from haberci.read.events.fellows import across
from haberci.read.events.located import LOCATED
from haberci.read.events.matching import Firing
from haberci.read.events.own_members import tells_of_own
from haberci.read.events.rivals import Codes
from haberci.read.events.setting import GUESSED, Filled, Setting
from haberci.read.rows import mentions_of

TO_COME: Final = frozenset({Modality.WANTED, Modality.HYPOTHETICAL, Modality.PLANNED})
ASKING: Final = frozenset({EventType.REQUEST, EventType.THREATEN, EventType.REJECT, EventType.AGREE})
WEAK: Final = frozenset(
    {"weak", "needs-actor", "statesman", "organisation"}
)  # flags of frames whose words alone say little
SIDED: Final = frozenset({"needs-both", "political", "foreign"})  # flags of frames that say more when one side is named
SETTLED: Final = frozenset({"assembly", "group", "measure"})  # flags of frames whose sides must be told
DEALERS: Final = frozenset({"GOV", "MIL", "LEG", "SPY", "REB", "UAF", "IGO"})
RALLIES: Final = frozenset({"needs-recipient", "crowd"})  # flags of frames of what may be held for an election
SPOKEN: Final = "party.spoken"
GOVERNED: Final = "modality.governor"
RELEASE: Final = "release"
SENT_AWAY: Final = frozenset({RELEASE, "expel", "deport"})  # modes of deeds that are told whoever did them
PEOPLE: Final = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.PEOPLE)


def unnamed(
    firing: Firing, setting: Setting, kind: EventType, actor: Filled, recipient: Filled, rule: str
) -> Sides | None:
    """The sides of a deed that no one named is told to do; None when it is no event all the same.

    "Aileler rehinelerin bırakılmasını umuyor" hopes for a deed, whoever holds them; what may be done names a side;
    "iki Norveçli sınır dışı edilecek" plans one to those named. What happened is told with its sides, or is none
    (codebook, rule 5), save that people were let go or sent away ("iki Norveçli serbest bırakıldı"); so is what one
    wishes to do oneself, or tells others to do. What will or may be done abroad, at a place told, needs no name at all.
    ``rule`` is the one by which the deed has its modality.
    """
    passive = is_passive(firing, setting)
    if setting.told is Modality.DENIED and not firing.nominal:
        return _undone(firing, setting, kind, actor, recipient)
    if setting.told is Modality.HAPPENED and firing.frame.mode in SENT_AWAY and passive and not actor.all_codes():
        return _sent_away(firing, recipient)
    if firing.nominal or setting.told not in TO_COME or kind in ASKING or firing.frame.flags & WEAK:
        return None
    if _needs_doer(firing, kind, passive):
        return None
    doers = tuple(c for c in actor.all_codes() if c.sector != "JRN")
    others = with_sector(kind, tuple(c for c in recipient.all_codes() if c not in doers))
    if (
        setting.told is not Modality.PLANNED
        and actor.rule == SPOKEN
        and _deals_with_one(firing, doers, others)
        and _is_abroad(doers, setting)
    ):
        return (*doers, _wisher(firing, setting, doers)), ()
    told = bool(recipient.mentions) or recipient.rule == LOCATED
    named = told and any(c.principal != UNKNOWN_PRINCIPAL for c in others)
    hoped = setting.told is Modality.WANTED and rule == GOVERNED and firing.clause.form in (Form.MA, Form.IS)
    if not (named or hoped) and firing.frame.flags & SIDED:
        return None
    known = named or any(c.principal != UNKNOWN_PRINCIPAL for c in doers)
    untold = kind is EventType.SANCTION and not others  # measures on nobody told: "uygulanacak yaptırımlar"
    if not known and not untold and _is_abroad_somewhere(firing, setting, kind, passive):
        return (UNKNOWN,), others
    if hoped or (setting.told is Modality.HYPOTHETICAL and passive and known):
        return _open_sides(firing, actor, doers, others, hoped)
    decided = setting.told is Modality.PLANNED and (kind is not EventType.RETREAT or _is_awaited(firing, setting))
    if not decided:
        return None  # a release that is decided is conceded, and by whom must be told
    apart = "assembly" in firing.frame.flags  # which organisation expels somebody must be told
    return ((UNKNOWN,), others) if named and not doers and passive and not apart else None


def is_nobodys(firing: Firing, setting: Setting) -> bool:
    """Whether a deed for which the frame's own words find no doer is no event, whomever it is done to.

    Only a passive, a wish, a release, and a group that tells of its own members are looked at further.
    """
    if is_passive(firing, setting) or firing.frame.mode == RELEASE or tells_of_own(firing, setting):
        return False
    return firing.nominal or setting.told is not Modality.WANTED


def _wisher(firing: Firing, setting: Setting, doers: Codes) -> ActorCode:
    """Who wants a meeting with the doers, and is its other side: "Oslo, AB'nin görüşmelere başlamasını bekliyor"."""
    above = setting.parsed.clause_of(firing.clause.parent)
    wished = setting.told is Modality.WANTED and firing.clause.form is Form.MA and above is not None
    codes = (c for m in mentions_of(setting, above.subject) for c in m.codes) if wished and above is not None else ()
    own = {code.principal for code in doers}
    return next((code for code in codes if code.principal not in own and code.sector in DEALERS), UNKNOWN)


def _needs_doer(firing: Firing, kind: EventType, passive: bool) -> bool:
    """Whether words tell a deed only with its doer: not "kabul edilebilir", "değerlendirebilir", "verilecek para"."""
    described = kind is EventType.AID and firing.clause.head is not None
    return described or (passive if kind is EventType.CONSULT else kind is EventType.ACCUSE and not passive)


def _open_sides(firing: Firing, actor: Filled, doers: Codes, others: Codes, hoped: bool) -> Sides | None:
    """The sides of what is hoped for or may be done, by those told or by nobody known; None when it is no event."""
    if hoped and actor.rule == GUESSED:
        return (UNKNOWN,), others  # "mahkum edilmesini umuyor": by whatever court
    deals = "mutual" not in firing.frame.flags or any(c.sector in DEALERS for c in doers)
    return (doers or (UNKNOWN,), others) if not doers or (actor.rule == SPOKEN and deals) else None


def _sent_away(firing: Firing, recipient: Filled) -> Sides | None:
    """Those who were let go or sent away, when they are persons or a people, by whomever."""
    gone = tuple(code for m in recipient.mentions if m.kind in PEOPLE for code in m.codes)
    official = "civilian-victim" in firing.frame.flags and not any(code.sector in CIVIC for code in gone)
    return ((UNKNOWN,), gone) if gone and not official else None


def _is_awaited(firing: Firing, setting: Setting) -> bool:
    """Whether others expect a deed, who did not decide it: "serbest bırakılması bekleniyor"."""
    parent = setting.parsed.clause_of(firing.clause.parent)
    return parent is not None and firing.clause.form is Form.MA and setting.parsed.tokens[parent.verb].morph.passive


def _deals_with_one(firing: Firing, doers: Codes, others: Codes) -> bool:
    """Whether of those who do something together one state is named: "görüşme yapmadıklarını", not "aramadım"."""
    dealings = "mutual" in firing.frame.flags and bool(firing.frame.before)
    return dealings and len(doers) == 1 and doers[0].sector in DEALERS and not others


def _is_abroad(doers: Codes, setting: Setting) -> bool:
    """Whether none of the doers is the state at home, whose talks with nobody told are mostly with its own."""
    return bool(doers) and all(doer.principal != setting.parsed.pack.naming.home for doer in doers)


def _is_abroad_somewhere(firing: Firing, setting: Setting, kind: EventType, passive: bool) -> bool:
    """Whether a deed is told with its place abroad: a meeting, or what will or may be done there by whomever."""
    flags = firing.frame.flags
    told = "mutual" in flags if kind is EventType.CONSULT else passive
    told = told and not (kind is EventType.PROTEST and flags & RALLIES)  # "yapılacak mitingler"
    return told and not flags & (SIDED | SETTLED) and _is_abroad(place(firing, setting).codes, setting)


def _undone(firing: Firing, setting: Setting, kind: EventType, actor: Filled, recipient: Filled) -> Sides | None:
    """The sides of a deed that is said not to have been done, when one of them is named.

    With whom somebody had no dealings, or who did not do it to those named, need not be told.
    """
    doers = tuple(c for c in actor.all_codes() if c.principal != UNKNOWN_PRINCIPAL)
    others = with_sector(kind, tuple(c for c in recipient.all_codes() if c not in doers))
    if _deals_with_one(firing, doers, others) and not setting.parsed.tokens[firing.anchor].morph.able:
        return (*doers, *(_dealt_lately(setting, doers) or (UNKNOWN,))), ()
    named = any(c.principal != UNKNOWN_PRINCIPAL for c in others) and bool(recipient.mentions)
    if (
        is_passive(firing, setting)
        and named
        and not doers
        and kind is not EventType.CONSULT
        and not firing.frame.flags & WEAK
    ):
        return (UNKNOWN,), others
    return None


def _dealt_lately(setting: Setting, doers: Codes) -> Codes:
    """The one other side that the doers dealt with in the sentence: "Paris'e teşekkür etti, pazarlığı yalanladı"."""
    own = frozenset(code.principal for code in doers)
    codes = next((found for event in setting.lately(0) if (found := across(event, own))), ())
    return codes if len(codes) == 1 else ()
