"""Those whom a word for a fellow means: "mevkidaşına", "iki komşusunu", "her iki müttefikin"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, GEN, INS, THIRD
from haberci.core.report import Event, Mention, MentionKind
from haberci.read.events.lands import told_before
from haberci.read.events.located import CASES as PLAIN_CASES
from haberci.read.events.matching import Firing
from haberci.read.events.mediation import MEDIATION
from haberci.read.events.setting import NOBODY, Filled, Setting

SIDES: Final = frozenset({"GOV", "MIL", "LEG", "PTY", "OPP", "SPY", "UAF", "REB", "IGO"})
CASES: Final = PLAIN_CASES | {"with": INS}  # fillers of frames
OFFICES: Final = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.STATE, MentionKind.BODY)
OUTER: Final = "outer-"  # before the name of a filler that also looks behind nested verbs
IGO: Final = "IGO"
TWO: Final = 2
RECENT: Final = 2  # sentences back to what is answered, and to a fellow
FELLOWS: Final = 4  # sentences back to the two who are called neighbours, allies, capitals


def fellows(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """Those whom a word for a fellow means, of whom the doers are none: "iki müttefiki kutladı"."""
    own = own_side(actor)
    return fellows_of(firing, setting, own) if own and not firing.nominal else NOBODY


def own_side(actor: Filled) -> frozenset[str]:
    """The principals of those who do it, of the sides that deal with each other."""
    return frozenset(code.principal for code in actor.all_codes() if code != UNKNOWN and code.sector in SIDES)


def fellows_of(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """Those whom a word for a fellow means: "mevkidaşına", "iki komşusunu", "her iki müttefikin"."""
    fillers = (name.removeprefix(OUTER) for names in firing.frame.recipient for name in names)
    cases = [CASES[name] for name in fillers if name in CASES]
    cases = cases or [INS, GEN]
    objects = any("obj" in names for names in firing.frame.actor)
    cases += [ACC] if objects or firing.frame.type is EventType.AGREE else []  # "tarafları ağırlamaya hazır"
    tokens = setting.parsed.tokens
    for at in range(firing.anchor - 1, setting.parsed.behind_finite(firing.anchor) - 1, -1):
        morph = tokens[at].morph
        fits = morph.case in cases or (ACC in cases and morph.or_accusative)
        if not fits or morph.lemma not in setting.nouns.fellows:
            continue
        named = _named(setting, at)
        if named is not None:
            if named.kind is MentionKind.PRONOUN and all(is_other(code, own) for code in named.codes):
                return Filled(codes=named.codes, rule="party.company")
            continue
        if at > 0 and setting.parsed.tokens[at - 1].lower in setting.nouns.both:
            return Filled(codes=_two(setting, own), rule="party.company")
        if morph.possessive in THIRD and not setting.parsed.is_many(at):
            return Filled(codes=_last_other(setting, own, at), rule="party.fellow")
    return NOBODY


def _named(setting: Setting, at: int) -> Mention | None:
    """The phrase that names a party with a word: "Fransız mevkidaşı", "iki ülkeyi"; None without one."""
    at += setting.parsed.base
    return next((m for m in setting.parsed.mentions if m.codes and m.first <= at <= m.last), None)


def _two(setting: Setting, own: frozenset[str]) -> tuple[ActorCode, ...]:
    """The two sides, none of them an organisation, that dealt with each other last; else those whom one's own met."""
    met: tuple[ActorCode, ...] = ()
    for event in setting.lately(FELLOWS):
        states = {code.principal: code for code in sides_of(event) if code.sector != IGO}
        others = tuple(code for code in states.values() if is_other(code, own))
        if len(others) == TWO and len(states) == TWO:
            return others
        met = met or (others if len(others) == TWO else ())
    return met or _two_named(setting, own)


def _two_named(setting: Setting, own: frozenset[str]) -> tuple[ActorCode, ...]:
    """The only two other states named in the sentence before: "Oslo ile Bern gerildi. Roma, iki komşuyu uyardı"."""
    start = setting.report.sentences[max(0, setting.parsed.number - 1)].first
    near = (m.codes[0].principal for m in told_before(setting) if m.first >= start and m.codes)
    states = tuple(dict.fromkeys(land for land in near if land in setting.states and land not in own))
    return tuple(ActorCode(land, "GOV") for land in reversed(states)) if len(states) == TWO else ()


def sides_of(event: Event) -> tuple[ActorCode, ...]:
    """Those between whom an event is, without who only brings them together: he is told first (see ``mediated``)."""
    sides = tuple(dict.fromkeys(c for c in (*event.actors, *event.recipients) if c != UNKNOWN))
    return sides[-TWO:] if event.mode == MEDIATION and len(sides) > TWO else sides


def _last_other(setting: Setting, own: frozenset[str], at: int) -> tuple[ActorCode, ...]:
    """The one side with which one's own deals, else the one other state told shortly before the word ``at``."""
    for event in setting.lately(RECENT):
        codes = across(event, own)
        if len({code.principal for code in codes}) == 1:
            return codes
    here = (m for m in reversed(setting.parsed.mentions) if m.last <= at + setting.parsed.base)
    start = setting.report.sentences[max(0, setting.parsed.number - RECENT)].first
    near = (m for m in (*here, *told_before(setting)) if m.first >= start and m.kind in OFFICES and m.codes)
    states = {m.codes[0].principal: m.codes[0] for m in near if is_other(m.codes[0], own) and m.codes[0].sector != IGO}
    return tuple(states.values()) if len(states) == 1 else ()


def is_other(code: ActorCode, own: frozenset[str]) -> bool:
    """Whether a code is that of another side than one's own."""
    return code != UNKNOWN and code.principal not in own and code.sector in SIDES


def across(event: Event, own: frozenset[str]) -> tuple[ActorCode, ...]:
    """The other side of an event that one's own has a part in."""
    sides = sides_of(event)
    if own.isdisjoint(code.principal for code in sides):
        return ()
    return tuple(code for code in sides if is_other(code, own))
