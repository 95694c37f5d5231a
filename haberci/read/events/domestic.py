"""What a land does inside itself: dealings of one government, of firms with each other, of rivals with their rulers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.actors import FLED, IRREGULAR, ActorCode
from haberci.core.codebook import EventType
from haberci.core.frames import Frame
from haberci.core.report import MentionKind
from haberci.read.events.receivers import CHALLENGES
from haberci.read.events.rivals import POLITICIAN, Codes, meet_home
from haberci.read.events.setting import Filled

INNER_SECTORS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "BUS", "MED", "ELI", "CRM", ""})
PRIVATE_SECTORS: Final = frozenset({"BUS", "JRN", "EDU", "MED", "CVL", "ELI"})
CIVIC: Final = frozenset({"CVL", "OPP", "JRN", "REF", "REL", "EDU", "LAB", "MED", "NGO", "ELI"})
RIVALS: Final = IRREGULAR | {"OPP"}
EXECUTIVE: Final = frozenset({"GOV", "MIL", "COP"})
EXPERTS: Final = "EDU"  # who work together for two states: "iki ülke uzmanları hattı birlikte onarıyor"
BUSINESS: Final = frozenset({"BUS"})  # which blames a government from outside
ACROSS: Final = frozenset({EventType.REQUEST, EventType.REJECT})  # what firms and rulers say to each other
DEFIANCE: Final = frozenset({EventType.ACCUSE, EventType.THREATEN})  # of rulers by their own army
DISMISSED: Final = EXECUTIVE | {POLITICIAN}  # whom a parliament removes
HEALERS: Final = frozenset({"MED"})  # doctors, who speak for themselves
OPPOSING: Final = DEFIANCE | ACROSS  # what members of a parliament say to their own government
SPOKEN: Final = OPPOSING | {EventType.SUPPORT}


def some(sectors: frozenset[str], codes: Sequence[ActorCode]) -> bool:
    """Whether one of the codes has one of the sectors."""
    return any(c.sector in sectors for c in codes)


def principals(codes: Codes) -> frozenset[str]:
    """The states and organisations of some codes."""
    return frozenset(c.principal for c in codes)


def are_sides(codes: Codes) -> bool:
    """Whether those who deal or clash are more than one state: others, or those who rise against their own."""
    return len(principals(codes)) > 1 or (len(set(codes)) > 1 and some(RIVALS, codes))


def is_judged(frame: Frame, event_type: EventType, recipient: Filled) -> bool:
    """Whether those at home, but not the land as such, are praised or blamed: "Bakan bankalara teşekkür etti"."""
    judged = event_type is EventType.SUPPORT or frame.mode == "disapprove"
    return judged and not any(m.kind is MentionKind.STATE for m in recipient.mentions)


def is_domestic(event_type: EventType, actors: Codes, recipients: Codes, judged: bool) -> bool:
    """Dealings inside one government, or between private parties alone, are not events (codebook, rule 6).

    What firms and rulers say of each other when one is ``judged`` is none.
    """
    every = (*actors, *recipients)
    if event_type is EventType.AID and {*recipients} == {FLED} and all(c.sector == "CVL" for c in actors):
        return True  # "balıkçılar denize düşen iki göçmeni kurtardı"
    if _is_private(event_type, actors, every) or (event_type is EventType.AGREE and _is_bill(actors, recipients)):
        return True
    if _is_between_powers(event_type, actors, recipients) or meet_home(event_type, actors, recipients):
        return False
    inner = INNER_SECTORS | CIVIC - RIVALS if event_type is EventType.CONSULT else INNER_SECTORS
    inner = inner - {POLITICIAN} if event_type in CHALLENGES else inner
    inner = inner - HEALERS if event_type in SPOKEN else inner
    if event_type in ACROSS or judged or (event_type is EventType.ACCUSE and not some(BUSINESS, recipients)):
        inner = inner - BUSINESS
    return len(every) > 1 and len(principals(every)) == 1 and all(c.sector in inner for c in every)


def _is_private(event_type: EventType, actors: Codes, every: Codes) -> bool:
    """Whether private parties alone deal with each other, save for experts of two states."""
    private = all(c.sector in PRIVATE_SECTORS for c in every) and not any(c.sector == "CVL" for c in actors)
    experts = are_sides(every) and all(c.sector == EXPERTS for c in every)
    return private and not experts and event_type is not EventType.PROTEST


def _is_between_powers(event_type: EventType, actors: Codes, recipients: Codes) -> bool:
    """Whether one power of a land turns on another, or a gang does it, which is no part of a government.

    Who shuts the parliament of his land out does no business of government; nor does the parliament that removes its
    president.
    """
    if event_type is EventType.COERCE and some(frozenset({"LEG"}), recipients) and some(EXECUTIVE, actors):
        return True
    if event_type is EventType.SANCTION and some(frozenset({"LEG"}), actors) and some(DISMISSED, recipients):
        return True
    if event_type in DEFIANCE and rise_against(actors, recipients):
        return True
    return some(frozenset({"CRM"}), actors) and not all(c.sector == "CRM" for c in (*actors, *recipients))


def _is_bill(actors: Codes, recipients: Codes) -> bool:
    """Whether something is offered to the parliament of one's own land: a bill under way is no event."""
    to_house = bool(recipients) and all(c.sector == "LEG" for c in recipients)
    return to_house and principals(actors) == principals(recipients)


def oppose(actors: Codes, recipients: Codes) -> bool:
    """Whether members of a parliament turn on the rulers of their land: "Senatör Graham, Beyaz Saray'ı suçladı"."""
    return bool(recipients) and all(c.sector == "LEG" for c in actors) and all(c.sector == "GOV" for c in recipients)


def rise_against(actors: Codes, recipients: Codes) -> bool:
    """Whether soldiers turn against the rulers of their own land: a junta, or the army of a part of it."""
    return bool(recipients) and all(c.sector == "MIL" for c in actors) and all(c.sector == "GOV" for c in recipients)
