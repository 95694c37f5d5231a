"""Deeds that are no more than what several agree to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from haberci.core.codebook import EventType
from haberci.core.morph import Form
from haberci.core.report import Event
from haberci.read.events.deeds import Told
from haberci.read.events.governing import OPEN_FORMS
from haberci.read.events.matching import Firing

PROMISED: Final = frozenset({EventType.AID, EventType.COOPERATE, EventType.CONSULT, EventType.SUPPORT})


def is_only_agreed_to(
    firing: Firing, event: Event, over: Sequence[Event], found: Iterable[tuple[Firing, Told]]
) -> bool:
    """Whether a deed is only what is agreed to by the verb above: "tank göndermeyi kabul etti".

    For a noun that is the verb over its own clause, too: "ortak tatbikatların artırılması kararlaştırıldı".
    """
    open_deed = event.type in PROMISED and firing.clause.form in OPEN_FORMS | {Form.ACAK}
    if not open_deed:
        return False
    if not over and firing.nominal:
        over = [t.event for o, t in found if not o.nominal and o.clause.verb == firing.clause.parent]
    agreed = (e for e in over if e.type is EventType.AGREE and not is_of_one(e))
    return any(set(e.actors) & set(event.actors) for e in agreed)


def is_of_one(event: Event) -> bool:
    """Whether but one side agrees, with nobody else: the members of an organisation."""
    return len(event.actors) == 1 and not event.recipients
