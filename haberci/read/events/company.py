"""Who is told in company, and so together again where both are only pointed at ("iki ülke", "taraflar")."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.report import Event
from haberci.read.events.mediation import MEDIATION

MET: Final = frozenset({EventType.CONSULT, EventType.COOPERATE})  # deeds whose two sides meet
PAIR: Final = 2  # sides between whom one mediates


def together(event: Event) -> tuple[ActorCode, ...]:
    """The states or sides that do it together; none where it is one's deed.

    Who only brings two together is none of them: he is told first (see ``mediated``).
    """
    sides = () if event.recipients else event.actors
    if event.mode == MEDIATION:
        sides = sides[-PAIR:] if len(sides) > PAIR else ()
    return sides if len({side.principal for side in sides}) > 1 else ()


def host_and_guest(event: Event) -> tuple[ActorCode, ...]:
    """Guest and host of a visit that took place, buyer and seller; none for any other deed."""
    done = event.modality is Modality.HAPPENED or event.type is EventType.COOPERATE
    if not done or event.type not in MET or not event.recipients or UNKNOWN in event.recipients:
        return ()
    sides = tuple(dict.fromkeys((*event.actors, *event.recipients)))
    return sides if len({side.principal for side in sides}) > 1 else ()
