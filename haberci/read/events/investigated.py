"""Who is investigated, where a sentence tells on whom hands were laid for it: "soruşturma kapsamında tutuklandı"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.codebook import EventType
from haberci.core.report import Event
from haberci.read.events.deeds import Told
from haberci.read.events.matching import Firing

Fired = tuple[Firing, Told]
INVESTIGATED: Final = "investigate"
SEIZED: Final = frozenset({"arrest", "convict", "release"})  # modes of what is done to them in such a case


def with_investigated(found: list[Fired]) -> list[Fired]:
    """What a sentence tells; whom an inquiry into nobody known is about is whom the verb above tells as caught.

    "Savcılığın başlattığı soruşturma kapsamında vekil gözaltına alındı".
    """
    caught = [(firing, told.event) for firing, told in found if told.event.mode in SEIZED and told.event.recipients]
    return [(firing, _about(firing, told, caught)) for firing, told in found] if caught else found


def _about(firing: Firing, told: Told, caught: list[tuple[Firing, Event]]) -> Told:
    event = told.event
    open_yet = event.type is EventType.ACCUSE and event.mode == INVESTIGATED and event.recipients == (UNKNOWN,)
    if not open_yet or firing.nominal or firing.clause.head is None:
        return told
    other = next((e for f, e in caught if f.clause.verb == firing.clause.parent), None)
    if other is None:
        return told
    parts = tuple(part for part in event.parts if part.name != "recipient")
    theirs = tuple(part for part in other.parts if part.name == "recipient")
    return replace(told, event=replace(event, recipients=other.recipients, parts=(*parts, *theirs)))
