"""Who visits whom where two sides meet: in the land of one, the other is the visitor (codebook, CONSULT)."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import Case, Pos
from haberci.core.report import Mention, MentionKind
from haberci.core.rule import Rule
from haberci.read.events.admission import Sides
from haberci.read.events.deed_type import Typed
from haberci.read.events.matching import LANDS, Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import mentions_of

RULES: Final = (
    Rule(
        "party.at-home",
        "where two meet in the land of one, the other is the visitor",
        "Rama, Roma'da Meloni ile görüştü.",
    ),
)
HOLDERS: Final = (MentionKind.PERSON, MentionKind.OFFICE)
BETWEEN: Final = 5  # words between a visitor and the land visited: "Rama'nın bugün başlayacak resmi Roma ziyareti"


def guest_and_host(typed: Typed, firing: Firing, setting: Setting, actors: tuple[ActorCode, ...]) -> Sides | None:
    """Guests and hosts of a meeting of two sides that is told to be in the land of one; None for any other deed."""
    if typed.type is not EventType.CONSULT or typed.mode is not None or firing.nominal:
        return None
    if len({code.principal for code in actors}) != len(("guest", "host")):
        return None
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        if part.own and _tells_where(part, mention) and not _is_common_ground(mention, setting):
            home = mention.codes[0].principal
            hosts = tuple(code for code in actors if code.principal == home)
            return (tuple(code for code in actors if code.principal != home), hosts) if hosts else None
    return None


def _tells_where(part: ClausePart, mention: Mention) -> bool:
    return part.case is Case.LOC and part.link is Link.PART and mention.kind in LANDS and bool(mention.codes)


def _is_common_ground(mention: Mention, setting: Setting) -> bool:
    """Whether the place is the seat of an organisation, where those who meet are all guests: "New York'ta"."""
    base = setting.parsed.base
    line = " ".join(token.lower for token in setting.parsed.tokens[mention.first - base : mention.last - base])
    return line.startswith(setting.nouns.seats)


def visited(firing: Firing, setting: Setting) -> Filled:
    """The land right before the noun for a visit, and so before an adjective of it: "Roma ziyareti"."""
    found = _land_before(firing, setting)
    if found is None:
        return NOBODY
    return Filled(codes=tuple(ActorCode(code.principal, "GOV") for code in found.codes[:1]))


def visitor(firing: Firing, setting: Setting) -> Filled:
    """Whose visit it is: the person in office whose genitive stands before the land ("Rama'nın Roma ziyareti").

    Where it has no owner it is that of whose clause it stands in: "Rama, Roma ziyaretinde işçilerle konuştu".
    """
    ground = _land_before(firing, setting)
    if ground is None:
        return NOBODY
    owners = [m for m in setting.parsed.mentions if m.last <= ground.first and m.case is Case.GEN]
    if owners and ground.first - owners[-1].last <= BETWEEN and owners[-1].kind in HOLDERS:
        return Filled((owners[-1],))
    return _traveller(firing, setting, ground.first - setting.parsed.base)


def _traveller(firing: Firing, setting: Setting, first: int) -> Filled:
    """The person in office who acts in the clause of a visit to the land told from word ``first`` on."""
    tokens, clause = setting.parsed.tokens, firing.clause
    owned = first > 0 and tokens[first - 1].morph.case is Case.GEN  # "Papa'nın Roma ziyaretinde"
    if owned or tokens[firing.anchor].morph.case is Case.ACC or tokens[clause.verb].morph.passive:
        return NOBODY
    travellers = tuple(m for m in mentions_of(setting, clause.subject) if m.kind in HOLDERS)
    return Filled(travellers, rule="party.shared") if len(travellers) == len(clause.subject) else NOBODY


def _land_before(firing: Firing, setting: Setting) -> Mention | None:
    base, tokens = setting.parsed.base, setting.parsed.tokens
    at = min(firing.words)
    while at > 0 and tokens[at - 1].morph.pos is Pos.ADJ and not tokens[at - 1].text[0].isupper():
        at -= 1  # "Rama'nın Roma resmi ziyareti"
    found = next((m for m in setting.parsed.mentions if m.last == base + at), None)
    told = found is not None and found.kind in LANDS and bool(found.codes)
    return found if told and tokens[at - 1].morph.case in (None, Case.NOM) else None
