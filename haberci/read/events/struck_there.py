"""An attack on a place and whom it hit there, told in one sentence, as one: "Halep'e saldırısında üç asker öldürdü"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.codebook import EventType
from haberci.core.report import Event
from haberci.read.events.deeds import Told
from haberci.read.events.matching import Firing

Fired = tuple[Firing, Told]
ANSWERS: Final = "answers"  # flag of frames by which one answers the attack that their noun tells
APART: Final = frozenset({ANSWERS, "claims"})  # flags of frames that tell another deed than their noun's own


def struck_there(found: list[Fired]) -> list[Fired]:
    """What a sentence tells, without the attack on a place of which its verb tells whom it hit; that has its mode.

    "PKK, Duhok'a düzenlediği saldırıda üç Türk askerini yaraladı" tells of soldiers, not of the people of Duhok.
    """
    hits = [(on, hit) for on in found for hit in found if _hit_there(on, hit)]
    if not hits:
        return found
    modes = {id(hit): on[1].event.mode for on, hit in hits}
    places = {id(on) for on, _ in hits}
    return [_with_mode(one, modes.get(id(one))) for one in found if id(one) not in places]


def with_answerers(found: list[Fired]) -> list[Fired]:
    """What a sentence tells, each attack of which nobody is said to be hit with those who answer it.

    "Bern, Oslo'nun düzenlediği saldırıya karşılık verdi".
    """
    answers = [(firing, told.event) for firing, told in found if ANSWERS in firing.frame.flags]
    return [_answered(firing, told, answers) for firing, told in found] if answers else found


def _answered(firing: Firing, told: Told, answers: list[tuple[Firing, Event]]) -> Fired:
    event = told.event
    if event.type is not EventType.ASSAULT or event.recipients or ANSWERS in firing.frame.flags:
        return firing, told
    by = next((answer for other, answer in answers if not set(other.words).isdisjoint(firing.words)), None)
    if by is None or set(by.actors) == set(event.actors):
        return firing, told
    given = tuple(replace(part, name="recipient") for part in by.parts if part.name == "actor")
    return firing, replace(told, event=replace(event, recipients=by.actors, parts=(*event.parts, *given)))


def _hit_there(on: Fired, hit: Fired) -> bool:
    """Whether the one tells an attack on a place, and the other by the verb above whom the same one hit."""
    one, other = on[1].event, hit[1].event
    attacks = one.type is other.type is EventType.ASSAULT and one.modality is other.modality
    same = attacks and one.actors == other.actors and one.recipients not in ((), other.recipients)
    above = on[0].clause.verb if on[0].nominal else on[0].clause.parent
    told = same and not hit[0].nominal and hit[0].clause.verb == above
    return told and not _is_named(one) and _is_named(other)


def _is_named(event: Event) -> bool:
    """Whether words tell whom a deed was done to, not a place alone."""
    return any(part.name == "recipient" and part.text for part in event.parts)


def _with_mode(fired: Fired, mode: str | None) -> Fired:
    firing, told = fired
    if mode is None or told.event.mode is not None:
        return fired
    return firing, replace(told, event=replace(told.event, mode=mode))
