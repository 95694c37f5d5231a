"""To whom a deed can be done: no land is arrested, nor help given by words that say little to whom they don't name."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType
from haberci.core.frames import Frame
from haberci.core.report import Mention, MentionKind
from haberci.read.events.matching import LANDS
from haberci.read.events.setting import GUESSED, Filled
from haberci.read.rows import ADJECTIVE

Codes = tuple[ActorCode, ...]
MEASURES: Final = frozenset({EventType.COERCE, EventType.SANCTION})  # no plan of war when they may be taken
ALL_THE_LAND: Final = frozenset({"curfew", "martial-law"})  # measures that are in force for everybody
CHALLENGES: Final = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})
COURTS: Final = frozenset({"JUD"})
SEIZED: Final = frozenset({"arrest", "abduct"})  # modes of what is done to persons alone
STRICKEN: Final = "party.stricken"


def is_none_to_do(
    frame: Frame, event_type: EventType, denied: bool, actor: Filled, recipient: Filled, recipients: Codes
) -> bool:
    """Whether the one to whom a deed is done is none that it can be done to, or not told at all."""
    if event_type in CHALLENGES and recipient.all_codes() and not recipients:
        return True  # who turns only against his own: "AB'nin parayı bulmak zorunda olduğunu"
    personal = frame.mode in SEIZED or "backdrop" in frame.flags
    if personal and recipient.mentions and all(_is_land(m) for m in recipient.mentions):
        return True  # a land can't be arrested: "Türkiye-Nahçıvan sınırında 40 kişi gözaltına alındı"
    if frame.mode == "seize" and actor.rule == GUESSED and recipient.mentions and _are_places(recipient):
        return True  # where it was to go: "Napoli'ye giden altına el konuldu"
    if "raid" in frame.flags and actor.all_codes() and all(c.sector in COURTS for c in actor.all_codes()):
        return True  # prosecutors order arrests, and attack nobody
    if denied and event_type is EventType.CONCEDE and frame.recipient and not recipients:
        return True  # a boast denies nothing that was said to be done: "kimseye taviz vermedik"
    if "weak" in frame.flags and recipient.rule == STRICKEN:
        return True  # words that say little tell no help for those whom they don't name
    if "territory" in frame.flags and denied and not recipients:
        return True  # what was not taken is no land: "belgelerin ele geçirildiğini yalanladı"
    if event_type is EventType.CONSULT and _is_at_home(actor, recipient):
        return True
    nobody = actor.rule == GUESSED and not recipients and event_type in MEASURES  # "dernekler kapatıldı"
    return nobody and frame.mode not in ALL_THE_LAND


def _is_land(mention: Mention) -> bool:
    """Whether a phrase names a land, and not whose somebody is: "Ukraynalı muhtarı"."""
    return mention.kind in LANDS and mention.rule != ADJECTIVE


def _are_places(side: Filled) -> bool:
    """Whether one side is no more than places."""
    return all(m.kind is MentionKind.PLACE for m in side.mentions)


def _is_at_home(actor: Filled, recipient: Filled) -> bool:
    """Whether one only goes to towns of his own land: "muhalefet lideri ilçelerde ziyaretlerde bulundu"."""
    towns = bool(recipient.mentions) and all(m.kind in LANDS for m in recipient.mentions)
    return towns and {c.principal for c in actor.all_codes()} == {c.principal for c in recipient.all_codes()}
