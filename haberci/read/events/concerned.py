"""The land that a report is about: to whom a measure, help or a judgement goes whose clause names nobody."""

from __future__ import annotations

from collections import Counter
from typing import Final

from haberci.core.actors import AT_LARGE, UNKNOWN, ActorCode
from haberci.core.codebook import EventType
from haberci.core.morph import ABL, ACC, DAT, FIRST, GEN, Form
from haberci.read.events.doers import is_passive
from haberci.read.events.lands import is_land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, NOBODY, Filled, Setting

CONCERNED: Final = "party.concerned"
GOVERNMENT: Final = "GOV"
WEAK: Final = "weak"
ARREST: Final = "arrest"
TOUCHING: Final = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.SANCTION})
BARE: Final = frozenset({EventType.ACCUSE})  # deeds that a verb tells by itself: "kınadı"
OUTSIDE: Final = frozenset({"GOV", "MIL", "LEG", "COP"}) | AT_LARGE  # who deals with a land from outside
NEEDING: Final = frozenset({"needs-recipient", "needs-both"})
JUDGED: Final = (ACC, DAT, ABL)
OFTEN: Final = 2  # phrases that tell a land, at least, in a report that is about it
RECENT: Final = 3  # sentences back to the last phrase that tells it
HALF: Final = 2  # of the phrases of other lands it has at least one in so many


def concerned(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """The government of the other land that the report tells most of; nobody where none is told often and lately.

    Where a deed of nobody told is judged, it is an unknown side.

    "Tiran, İran'ı suçladı. İran bunu yalanladı. Rama, elçilik çalışanlarına ülkeyi terk etmeleri için gün verdi".
    """
    if not _goes_on(firing, setting) or not _may_go_to_it(firing, setting, actor):
        return NOBODY
    own = {code.principal for code in actor.all_codes()}
    limit = setting.parsed.base + firing.anchor
    told = [m for m in setting.report.mentions if m.first < limit and m.codes]
    lands = Counter(m.codes[0].principal for m in told if is_land(m.codes[0], setting) or m.codes[0].principal in own)
    ours = sum(lands.pop(principal, 0) for principal in own)
    land, times = max(lands.items(), key=lambda item: item[1], default=("", 0))
    often = times >= max(OFTEN, (ours + 1) // HALF, (lands.total() + 1) // HALF)
    start = setting.report.sentences[max(0, setting.parsed.number - RECENT)].first
    if not often or not any(m.first >= start and m.codes[0].principal == land for m in told):
        return NOBODY
    if _judges_deed(firing, setting):
        return Filled(codes=(UNKNOWN,), rule=GUESSED)
    return Filled(codes=(ActorCode(land, GOVERNMENT),), rule=CONCERNED)


def _goes_on(firing: Firing, setting: Setting) -> bool:
    """Whether a clause tells a deed of somebody told of, and describes none: neither "I" nor a participle."""
    first = setting.parsed.tokens[firing.anchor].morph.person in FIRST
    return not first and firing.clause.head is None and firing.clause.form not in (Form.AN, Form.MAK)


def _may_go_to_it(firing: Firing, setting: Setting, actor: Filled) -> bool:
    """Whether a deed goes to somebody by its type, is told by more than a plain verb, and done from outside."""
    frame, doers = firing.frame, actor.all_codes()
    owner = any(mention.case is GEN for mention in actor.mentions)  # "Bakü'nün iki diplomatı sınır dışı ettiğini"
    at_large = frame.type is EventType.REQUEST and all(code.sector in AT_LARGE for code in doers)
    asks_all = at_large and not any(t.morph.lemma in setting.nouns.acts for t in setting.parsed.tokens)  # of no law
    if asks_all or owner or actor.rule == GUESSED:
        return False
    home = setting.parsed.pack.naming.home  # whose ministers blame much at home, too
    if frame.type is EventType.ACCUSE and any(code.principal == home for code in doers):
        return False
    if WEAK in frame.flags or frame.mode == ARREST:
        return False  # words that say little alone guess no side; who is arrested is a person
    forced = frame.type is EventType.COERCE and not NEEDING.isdisjoint(frame.flags)
    touches = frame.type in TOUCHING or (forced and all(code.sector not in AT_LARGE for code in doers))
    told = bool(frame.before) or frame.type in BARE
    done = frame.actor[0] == ("subj",) and not firing.nominal and not is_passive(firing, setting)
    return touches and told and done and bool(doers) and all(code.sector in OUTSIDE for code in doers)


def _judges_deed(firing: Firing, setting: Setting) -> bool:
    """Whether a deed of nobody told is judged, whoever did it: "Rama, eylemi saygısız olarak tanımladı"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    deeds = (t.morph for t in words if t.morph.lemma in setting.nouns.attempts)
    return firing.frame.type is EventType.ACCUSE and any(m.case in JUDGED or m.or_accusative for m in deeds)
