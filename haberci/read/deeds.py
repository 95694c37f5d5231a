"""One event once: the same deed told in headline, lead and body is one event with all its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.codebook import Modality
from haberci.core.report import BlockKind, Event, Report
from haberci.core.span import Evidence

Parties = frozenset[str]


def one_event_once(report: Report, events: Iterable[Event]) -> tuple[Event, ...]:
    """Events with those that tell the same deed made one, in text order.

    The fullest telling stands for the deed (the first when equal); a deed that one sentence tells in the report's own
    voice is the wire's.
    """
    kept: list[Event] = []
    for event in events:
        for number, other in enumerate(kept):
            if _same_deed(event, other):
                kept[number] = _united(report, other, event)
                break
        else:
            kept.append(event)
    return tuple(sorted(kept, key=lambda e: (e.at.start, e.trigger_at.start, e.type)))


def _same_deed(a: Event, b: Event) -> bool:
    if a.type is not b.type or (a.modality is Modality.DENIED) is not (b.modality is Modality.DENIED):
        return False
    if a.mode != b.mode and a.mode is not None and b.mode is not None:
        return False
    if a.when and b.when and a.when.start and b.when.start and a.when.start != b.when.start:
        return False
    return _agree(_principals(a.actors), _principals(b.actors)) and _agree(
        _principals(a.recipients), _principals(b.recipients)
    )


def _principals(codes: Iterable[ActorCode]) -> Parties:
    return frozenset(c.principal for c in codes if c.principal != UNKNOWN_PRINCIPAL)


def _agree(a: Parties, b: Parties) -> bool:
    """Whether two sets of parties can be the same: equal, or one of them not told."""
    return a == b or not a or not b


def _fullness(report: Report, event: Event) -> tuple[int, int, int]:
    body = any(s.at == event.at and s.block is BlockKind.PARAGRAPH for s in report.sentences)
    parties = len(_principals(event.actors)) + len(_principals(event.recipients))
    return parties, int(body), int(event.mode is not None)


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
