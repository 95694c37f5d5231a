"""Which deeds of the state on its own people are ordinary crime, and no politics (codebook, rule 6)."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.codebook import EventType
from haberci.core.report import Event
from haberci.read.events.admission import PERSECUTED
from haberci.read.events.domestic import RIVALS, some
from haberci.read.events.receivers import COURTS, MEASURES
from haberci.read.events.rivals import Codes

PROSECUTION: Final = frozenset({"arrest", "seize", "convict", "investigate"})
TRIAL: Final = frozenset({"allege", "release"})  # what prosecutors and courts do besides
TAKEN: Final = "seize"  # also power, by a coup
PLAIN: Final = frozenset({"CVL"})
SERVANTS: Final = frozenset({"COP", "JUD"})  # whom a case may be about as anybody else
NAMELESS: Final = frozenset({"MIL", "GOV", "SPY"})  # of whom only a name shows that the case is one of politics


def is_unrest(event: Event, land: Set[str]) -> bool:
    """Whether an event is a protest of a land's people, an attack there, or its state's hand laid on its opponents."""
    if event.type is EventType.PROTEST:
        return bool(land & {c.principal for c in event.actors})
    if event.type is EventType.ASSAULT:
        return any(c.principal in land and c.sector != "COP" for c in event.recipients)  # police meet plain crime, too
    hard = event.type in MEASURES and bool(land & {c.principal for c in event.actors})
    return hard and some(PERSECUTED | RIVALS, event.recipients)


def is_case(event: Event, recipients: Codes) -> bool:
    """Whether an event is a step of the law on the same servants of a state: more is told of their case."""
    known = event.mode in PROSECUTION and not some(PLAIN, recipients)
    return known and set(recipients) <= set(event.recipients)


def is_crime(
    mode: str | None, actors: Codes, recipients: Codes, words: str, unrest: tuple[str, ...], named: bool
) -> bool:
    """Whether a state's hand on its own plain people shows no sign of politics: ordinary crime (codebook, rule 6).

    ``words`` are those of the sentence, in small letters and parted by spaces, ``unrest`` the beginnings of words that
    are such a sign; ``named`` says that those on whom it is laid are told by name or office.
    """
    courts = mode in TRIAL and all(actor.sector in COURTS for actor in actors)
    if not (mode in PROSECUTION or courts) or not recipients:
        return False
    own = {a.principal for a in actors}
    servants = SERVANTS if named else SERVANTS | NAMELESS
    untold = PLAIN | servants if len(own) == 1 and mode != TAKEN else PLAIN
    plain = all(c.sector in untold and c.principal in own for c in recipients)
    nameless = mode == "investigate" and recipients == (UNKNOWN,) and not some(frozenset({"IGO"}), actors)
    return (plain or nameless) and not any(f" {sign}" in f" {words}" for sign in unrest)
