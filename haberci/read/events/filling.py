"""The first of a frame's fillers that yields somebody, for each side of what fired."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import Link
from haberci.core.codebook import EventType
from haberci.core.morph import Case
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.charged import charged
from haberci.read.events.fillers import by_case, by_link
from haberci.read.events.found_by import FOUND_BY, OBJECT_RELATIVES
from haberci.read.events.matching import Firing
from haberci.read.events.nearest import right_behind
from haberci.read.events.rivals import are_rivals
from haberci.read.events.setting import DROPPED, GUESSED, NOBODY, Filled, Setting
from haberci.read.events.suspects import PROSECUTED

CASES: Final = {"dat": Case.DAT, "abl": Case.ABL, "loc": Case.LOC}
LINKS: Final = {
    "against": Link.AGAINST,
    "about": Link.ABOUT,
    "agent": Link.AGENT,
    "between": Link.BETWEEN,
    "for": Link.FOR,
}
ORGANS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
TOLD_HERE: Final = frozenset({EventType.PROTEST, EventType.COOPERATE})  # by whom is rather told here than before
PRAISING: Final = frozenset({EventType.SUPPORT})  # whose other side is told before, where it seems to be one's own
DISPERSED: Final = "crowd-control"
BETWEEN: Final = ("between",)
BEFORE: Final = (("again",), ("culprit",))  # whom only what was told before would be
PEOPLE: Final = "CVL"
RULERS: Final = "GOV"
PARLIAMENT: Final = "LEG"


def fill(
    alternatives: Iterable[tuple[str, ...]],
    firing: Firing,
    setting: Setting,
    doers: Filled = NOBODY,
) -> Filled:
    """The first alternative that yields an actor; alternatives of several fillers are united.

    Of the ``doers``, and of other organs of their state, one is taken only where nobody else is named.
    """
    own = frozenset(doers.all_codes())
    dropped = held = NOBODY
    for names in alternatives:
        fillers = [_filler(name, firing, setting) for name in names]
        found = [told for told in fillers if told.mentions or told.codes]  # mostly none
        mentions = tuple(dict.fromkeys(m for f in found for m in f.mentions)) if found else ()
        codes = tuple(c for f in found for c in f.codes) if found else ()
        if codes or (mentions and any(m.codes for m in mentions)):
            filled = Filled(mentions, codes, found[0].rule)
            if held.all_codes() and filled.rule == GUESSED:
                continue
            own_side = own and all(_is_own(code, own) for code in filled.all_codes())
            if own_side and firing.frame.type in SPEECH_ACTS and not are_rivals(doers, filled):
                held = held if held.all_codes() else filled
                continue
            if names == BETWEEN and len(filled.all_codes()) == 1 and len(firing.clause.subject) > 1:
                continue  # "Rama ile Sandu, vekiller arasında hat kurulmasında anlaştı"
            if own_side and firing.frame.mode == DISPERSED:
                continue  # "polis biber gazıyla müdahale etti": no gas of those whom it hits
            people = all(code.sector == PEOPLE for code in filled.all_codes())
            told_before = filled.rule == DROPPED or (names in BEFORE and held.all_codes())
            if told_before and people and firing.frame.type is EventType.ACCUSE:
                continue  # who is blamed in a speech is not whom the report told of before it
            if filled.rule != DROPPED or firing.frame.type not in TOLD_HERE:
                return filled
            dropped = filled  # who protests is rather told by kind here than by name before
    himself = bool(held.mentions) and set(held.mentions) <= set(doers.mentions)
    if dropped.all_codes() or firing.frame.type not in PRAISING or not himself:
        return dropped if dropped.all_codes() else held
    return NOBODY  # nobody praises himself: "Mısır ve Ürdün mutabakatı memnuniyetle karşıladı"


def _is_own(code: ActorCode, own: frozenset[ActorCode]) -> bool:
    """Whether one of a row of doers is meant, or another organ of their state, with which they only do business."""
    if code.sector == RULERS and all(one.sector == PARLIAMENT for one in own):
        return False  # "Senatör, Beyaz Saray'ı suçladı"
    organs = any(code.principal == one.principal and one.sector in ORGANS for one in own)
    return code in own or (code.sector in ORGANS and organs)


def _filler(name: str, firing: Firing, setting: Setting) -> Filled:
    if name in CASES:
        found = by_case(firing, setting, CASES[name])
        relative = not found.mentions and firing.clause.form in OBJECT_RELATIVES and CASES[name] is Case.DAT
        given = all("obj" not in names for names in firing.frame.recipient)  # else the noun behind is the object
        return right_behind(firing, setting) if relative and given else found
    if name in LINKS:
        found = by_link(firing, setting, LINKS[name])
        told = any(mention.case is not Case.LOC for mention in found.mentions)  # "Bern'de hakkında" is where
        about = name == "about" and firing.frame.mode in PROSECUTED and not told
        return charged(firing, setting) if about else found
    return FOUND_BY[name](firing, setting)
