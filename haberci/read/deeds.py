"""One event once: the same deed told in headline, lead and body is one event with all its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.report import BlockKind, Event, Report, Time
from haberci.core.span import Evidence

Parties = frozenset[str]
SPOKEN = frozenset({EventType.SUPPORT, EventType.REQUEST, EventType.AGREE, EventType.REJECT, EventType.CONCEDE})


LOCAL = frozenset({EventType.ASSAULT, EventType.PROTEST})  # deeds that a place tells apart


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a deed: the event, the persons on each side, its places, the verbs of what is asked or said."""

    event: Event
    doers: frozenset[str]
    receivers: frozenset[str]
    places: frozenset[str]
    gist: frozenset[str]


def one_event_once(report: Report, tellings: Iterable[Told]) -> tuple[Event, ...]:
    """Events with those that tell the same deed made one, in text order.

    The fullest telling stands for the deed (the first when equal); a deed that one sentence tells in the report's own
    voice is the wire's.
    """
    kept: list[Told] = []
    for told in tellings:
        for number, other in enumerate(kept):
            if _same_deed(report, told, other):
                event = _united(report, other.event, told.event)
                kept[number] = _merged(event, other, told)
                break
        else:
            kept.append(told)
    events = [_with_denied(told.event, kept) for told in kept]
    return tuple(sorted(events, key=lambda e: (e.at.start, e.trigger_at.start, e.type)))


def _with_denied(event: Event, kept: Iterable[Told]) -> Event:
    """A denial with the receiver of the deed that it denies, where it names none."""
    if event.modality is not Modality.DENIED or event.recipients:
        return event
    for other in (told.event for told in kept):
        same = other.type is event.type and _principals(other.actors) == _principals(event.actors)
        if same and other.modality is not Modality.DENIED:
            return replace(event, recipients=other.recipients, why=(*event.why, "party.context"))
    return event


def _same_deed(report: Report, one: Told, other: Told) -> bool:
    a, b = one.event, other.event
    if a.type is not b.type or (a.modality is Modality.DENIED) is not (b.modality is Modality.DENIED):
        return False
    if _told_apart(a, b) or _differ(one.doers, other.doers) or _differ(one.receivers, other.receivers):
        return False
    if a.type in LOCAL and _differ(one.places, other.places):
        return False
    if a.type in SPOKEN and not _same_words(report, one, other):
        return False
    if a.type is EventType.CONSULT:
        return _agree(_principals((*a.actors, *a.recipients)), _principals((*b.actors, *b.recipients)))
    return _agree(_principals(a.actors), _principals(b.actors)) and _agree(
        _principals(a.recipients), _principals(b.recipients)
    )


def _merged(event: Event, one: Told, other: Told) -> Told:
    return Told(
        event,
        one.doers or other.doers,
        one.receivers or other.receivers,
        one.places | other.places,
        one.gist | other.gist,
    )


def _differ(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both are told and have nothing in common."""
    return bool(a) and bool(b) and not a & b


def _told_apart(a: Event, b: Event) -> bool:
    """Whether mode or day keep two events apart."""
    modes_differ = a.mode != b.mode and None not in (a.mode, b.mode) and a.type is not EventType.CONSULT
    return modes_differ or _at_other_times(a.when, b.when)


def _at_other_times(a: Time | None, b: Time | None) -> bool:
    """Whether two times have no day in common."""
    if a is None or b is None or not (a.start and a.stop and b.start and b.stop):
        return False
    return a.stop < b.start or b.stop < a.start


def _same_words(report: Report, one: Told, other: Told) -> bool:
    """Whether two speech acts say the same: the same frame on the same matter, or one of them the headline."""
    if BlockKind.HEADLINE in (_block(report, one.event), _block(report, other.event)):
        return True
    same_matter = bool(one.gist & other.gist) or not one.gist or not other.gist
    return one.event.rule == other.event.rule and same_matter


def _block(report: Report, event: Event) -> BlockKind | None:
    return next((s.block for s in report.sentences if s.at == event.at), None)


def _principals(codes: Iterable[ActorCode]) -> Parties:
    return frozenset(c.principal for c in codes if c.principal != UNKNOWN_PRINCIPAL)


def _agree(a: Parties, b: Parties) -> bool:
    """Whether two sets of parties can be the same: equal, or one of them not told."""
    return a == b or not a or not b


def _fullness(report: Report, event: Event) -> tuple[int, int, int, int]:
    body = _block(report, event) is BlockKind.PARAGRAPH
    parties = len(_principals(event.actors)) + len(_principals(event.recipients))
    return parties, int(event.mode == "visit"), int(body), int(event.mode is not None)


def _united(report: Report, first: Event, second: Event) -> Event:
    best, rest = (second, first) if _fullness(report, second) > _fullness(report, first) else (first, second)
    also = _spans(first, second, best.at)
    told_by = None if first.reported_by is None or second.reported_by is None else best.reported_by
    settled = Modality.HAPPENED if Modality.HAPPENED in (first.modality, second.modality) else best.modality
    modality = settled if best.modality is not Modality.DENIED else best.modality
    return replace(best, also=also, reported_by=told_by, mode=best.mode or rest.mode, modality=modality)


def _spans(first: Event, second: Event, at: Evidence) -> tuple[Evidence, ...]:
    every = {first.at, second.at, *first.also, *second.also} - {at}
    return tuple(sorted(every))
