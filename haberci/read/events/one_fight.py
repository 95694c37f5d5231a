"""Which tellings of a fight are one: who fell in a clash fell in no other attack, a town struck holds a group."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN
from haberci.core.codebook import EventType
from haberci.core.report import Event
from haberci.read.events.visits import principals

AIMED: Final = "targeted"
CAPTURE: Final = "ele-gecir"  # in the ids of frames by which a place is taken
POLICE: Final = "COP"
PEOPLE: Final = "CVL"  # who are struck where only a place is named


def is_clash_of_others(clash: Event, strike: Event) -> bool:
    """Whether two sides fight each other and a third is struck: "iki örgüt çatışıyor", "karakola ateş açıldı".

    One aimed at by name is struck by himself: "Göstericiler polisle çatıştı. Rama geçen yıl evinde vurulmuştu".
    """
    sides, struck = principals(clash.actors), principals(strike.recipients)
    fights = clash.type is EventType.ASSAULT and len(clash.actors) > 1 and not clash.recipients and bool(struck)
    return fights and (strike.mode == AIMED or (len(sides) > 1 and sides.isdisjoint(struck)))


def strikes_own_rebels(strike: Event, attack: Event) -> bool:
    """Whether a land's forces strike rebels of its own or of no side, and nobody known attacks its people."""
    doers, hit = principals(strike.actors), principals(strike.recipients)
    fights = strike.type is attack.type is EventType.ASSAULT and bool(doers) and hit in (doers, frozenset())
    fights = fights and bool(strike.recipients)
    fights = fights and all(code.sector in IRREGULAR for code in strike.recipients)
    suffers = bool(attack.recipients) and not any(code.sector in IRREGULAR for code in attack.recipients)
    return fights and suffers and set(attack.actors) == {UNKNOWN}


def is_capture_beside(clash: Event, capture: Event) -> bool:
    """Whether two sides clash, and one of them is told to have taken a place: two deeds."""
    fights = clash.type is capture.type is EventType.ASSAULT and len(clash.actors) > 1 and not clash.recipients
    return fights and CAPTURE in capture.rule


def is_crowd_on_police(crowd: Event, police: Event) -> bool:
    """Whether people attack others of their own land, and people its police: two deeds."""
    sides = [{code.sector for code in side} for event in (crowd, police) for side in (event.actors, event.recipients)]
    assaults = crowd.type is police.type is EventType.ASSAULT and crowd.at != police.at
    return assaults and sides == [{PEOPLE}, {PEOPLE}, {PEOPLE}, {POLICE}]


def fell_in_clash(strike: Event, clash: Event) -> bool:
    """Whether a side of a clash is told to have lost men, and not by whom: "Üç asker şehit oldu. Çatışma çıktı"."""
    fights = clash.type is EventType.ASSAULT and len(clash.actors) > 1 and not clash.recipients
    by_nobody = set(strike.actors) == {UNKNOWN} and strike.mode is None and bool(strike.recipients)
    return fights and by_nobody and set(strike.recipients) <= set(clash.actors)


def is_town_of_group(town: Event, group: Event, in_one_place: bool) -> bool:
    """Whether the same one strikes a town, and a group there: "Rakka'yı vurdu", "Rakka'daki mevzilerini vurdu"."""
    both = town.type is group.type is EventType.ASSAULT and in_one_place
    held = bool(group.recipients) and all(code.sector in IRREGULAR for code in group.recipients)
    lived = bool(town.recipients) and all(code.sector == PEOPLE for code in town.recipients)
    doers = principals(group.actors)
    return both and held and lived and bool(doers) and principals(town.actors) in (frozenset(), doers)


# Of two tellings, each way.
OTHER_FIGHTS: Final = (is_clash_of_others, strikes_own_rebels, is_capture_beside, is_crowd_on_police)
