"""Those who take part in a gathering, told bit by bit."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.codebook import EventType
from haberci.core.report import Event
from haberci.read.events.participants import JOINED
from haberci.read.events.united import spans
from haberci.read.events.visits import principals

GATHERER: Final = "IGO"
MANY_SIDED: Final = "multilateral"


def joins(later: Event, first: Event) -> bool:
    """Whether a later telling only adds to those who take part in a gathering."""
    if first.type is not EventType.CONSULT or later.type is not EventType.CONSULT:
        return False
    return _lists_members(later, first) or (JOINED in later.why and set(first.actors) < set(later.actors))


def parties_met(event: Event) -> frozenset[str]:
    """Whom a meeting brings together."""
    return principals((*event.actors, *event.recipients))


def is_of_more(later: Event, first: Event) -> bool:
    """Whether a noun for the meeting of many names but some of them: "Türkiye ile rejim arasındaki görüşme"."""
    some = parties_met(later)
    return first.mode == MANY_SIDED and later.modality is first.modality and len(some) > 1 and some < parties_met(first)


def _lists_members(later: Event, first: Event) -> bool:
    """Whether a gathering of an organisation is told again by who came: "TDT toplandı. Zirveye A, B ve C geldi"."""
    gathered = bool(first.actors) and all(code.sector == GATHERER for code in first.actors) and not first.recipients
    states = {code.principal for code in later.actors if code.sector != GATHERER}
    return gathered and later.mode == first.mode == MANY_SIDED and len(states) > 2 and later.modality is first.modality


def met(first: Event, later: Event) -> Event:
    """A gathering with those whom a later telling adds; it stays where it was told first."""
    parts = (*first.parts, *(part for part in later.parts if part.code not in first.actors))
    why = (*first.why, JOINED)
    return replace(first, actors=later.actors, parts=parts, also=spans(first, later, first.at), why=why)
