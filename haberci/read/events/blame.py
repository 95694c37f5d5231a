"""Whom an accusation blames, and who did the deed for which it blames him, by what else its sentence tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN, UNKNOWN_PRINCIPAL
from haberci.core.codebook import EventType, Modality
from haberci.core.report import Event
from haberci.read.events.attribution import SPEECH_ACTS, YIELD
from haberci.read.events.deeds import Told
from haberci.read.events.matching import Firing

SUMMONS: Final = "summons"
NAMES_DOER: Final = "names-doer"

Fired = tuple[Firing, Told]


def blamed(firing: Firing, event: Event, under: Iterable[Event], found: Sequence[Fired]) -> Event:
    """An accusation that names nobody, with whom the rest of its sentence tells; ``under`` is what its verb governs."""
    if event.type is not EventType.ACCUSE or any(c.principal != UNKNOWN_PRINCIPAL for c in event.recipients):
        return event
    event = _blaming_doer(event, under)
    if event.recipients:
        return event
    return _blamed_beside(event, (*_summonses(firing, found), *(t.event for _, t in found if _is_asked(t.event))))


def told_by_accuser(event: Event, over: Iterable[Event]) -> Event:
    """The event with its accuser as source where the verb that governs it accuses; ``over`` are that verb's events."""
    accusation = next((e for e in over if e.type is EventType.ACCUSE and e.actors), None)
    if accusation is None or event.reported_by is not None or event.type in SPEECH_ACTS:
        return event
    accuser = accusation.actors[0]
    if any(actor.principal == accuser.principal for actor in event.actors):
        return event
    why = tuple("source.accuser" if rule == "source.wire" else rule for rule in event.why)
    return replace(event, reported_by=accuser, why=why)


def is_said_to_envoy(firing: Firing, event: Event, found: Iterable[Fired]) -> bool:
    """Whether an accusation is what an envoy was summoned for, and told by that: "çağırarak saldırıyı kınadı"."""
    sides = event.type, event.actors, event.recipients
    alike = any(sides == (t.type, t.actors, t.recipients) for t in _summonses(firing, found))
    return event.type is EventType.ACCUSE and alike


def _summonses(firing: Firing, found: Iterable[Fired]) -> list[Event]:
    """The summons of an envoy that the other words of the sentence tell."""
    return [told.event for other, told in found if SUMMONS in other.frame.flags and other is not firing]


def _blaming_doer(event: Event, under: Iterable[Event]) -> Event:
    """An accusation that names nobody blames who did the deed that its clause tells: "tutuklanmasını kınadı"."""
    own = {actor.principal for actor in event.actors}
    for told in under:
        doers = tuple(c for c in told.actors if c.principal not in {*own, UNKNOWN_PRINCIPAL})
        if doers and told.type not in SPEECH_ACTS:
            blamed = tuple(replace(p, name="recipient") for p in told.parts if p.name == "actor" and p.code in doers)
            parts = (*(p for p in event.parts if p.name == "actor"), *blamed)
            return replace(event, recipients=doers, parts=parts, why=(*event.why, "party.blamed"))
    return event


def _blamed_beside(event: Event, beside: Iterable[Event]) -> Event:
    """A condemnation that names nobody blames of whom it is asked to yield, too: "kınayarak Bakü'yü çekilmeye çağırdı".

    ``beside`` are such events of the sentence, and envoys summoned: "Bern Büyükelçisini çağırıp saldırıyı kınadı".
    """
    for told in beside:
        if told.actors == event.actors and told.recipients and UNKNOWN not in told.recipients:
            parts = (p for p in (*event.parts, *told.parts) if p.name == "actor" or p in told.parts)
            named = tuple(dict.fromkeys(parts))
            return replace(event, recipients=told.recipients, parts=named, why=(*event.why, "party.blamed"))
    return event


def doer_of_row(event: Event, over: Iterable[Event]) -> Event:
    """A deed told by a noun without a doer, in a row with what the verb tells: "silahlı saldırı ile baskın düzenledi".

    ``over`` are the events of the verb.
    """
    if event.actors != (UNKNOWN,):
        return event
    for told in over:
        if told.type is event.type and not {c.principal for c in told.actors} & {UNKNOWN_PRINCIPAL}:
            doers = (p for p in told.parts if p.name == "actor")
            parts = (*doers, *(p for p in event.parts if p.name != "actor"))
            return replace(event, actors=told.actors, parts=parts, why=(*event.why, "party.shared"))
    return event


def doer_blamed(event: Event, blaming: Iterable[Event]) -> Event:
    """A deed without a doer, done by whom the verb above holds to have done it: "suikasttan Bern'i sorumlu tuttu".

    ``blaming`` are the accusations of that verb.
    """
    if event.actors != (UNKNOWN,) or event.type in SPEECH_ACTS:
        return event
    for told in blaming:
        doers = tuple(c for c in told.recipients if c not in event.recipients and c != UNKNOWN)
        if doers and told.modality is Modality.HAPPENED:
            named = tuple(replace(p, name="actor") for p in told.parts if p.name == "recipient" and p.code in doers)
            parts = (*named, *(p for p in event.parts if p.name != "actor"))
            why = tuple("source.accuser" if rule == "source.wire" else rule for rule in event.why)
            teller = event.reported_by or told.actors[0]
            return replace(event, actors=doers, reported_by=teller, parts=parts, why=(*why, "party.blamed"))
    return event


def _is_asked(told: Event) -> bool:
    """Whether somebody is asked to yield, or threatened."""
    return (told.type is EventType.REQUEST and told.mode == YIELD) or told.type is EventType.THREATEN


def blaming(firing: Firing, event: Event, found: Iterable[Fired]) -> list[Event]:
    """The accusations of the verb above a deed that say who did it: "saldırıdan Bern'i sorumlu tuttu".

    Where the side that was hit accuses, any does: "Oslo, Bern Büyükelçisini çağırıp askerlerinin vurulmasını kınadı".
    """
    verb = firing.clause.verb if firing.nominal else firing.clause.parent
    above = [(o, t.event) for o, t in found if o is not firing and (o.clause.verb == verb or SUMMONS in o.frame.flags)]
    return [told for o, told in above if NAMES_DOER in o.frame.flags or _is_of_sufferer(firing, event, told)]


def _is_of_sufferer(firing: Firing, event: Event, told: Event) -> bool:
    """Whether those whom a deed hit accuse another of it."""
    own = {c.principal for c in told.actors}
    accuses = told.type is EventType.ACCUSE and not own & {c.principal for c in told.recipients}
    return accuses and not firing.nominal and own == {c.principal for c in event.recipients}
