"""Deeds of one kind that a sentence lists by day and place under one verb: one event each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from haberci.core.codebook import EventType
from haberci.core.facts import Where
from haberci.core.morph import LOC
from haberci.core.report import Report, Time
from haberci.read.events.deeds import Told
from haberci.read.events.matching import Firing
from haberci.read.events.spots import spots
from haberci.read.events.when import DAYS
from haberci.read.events.where import part_in_locative, where_of
from haberci.read.parse import Parsed

LISTED: Final = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.CONSULT, EventType.MOBILIZE, EventType.AID}
)


class Occasion(NamedTuple):
    """One of the deeds that a list tells: its day, and its place where the list says it."""

    when: Time
    where: Where | None


def each_occasion(
    report: Report, parsed: Parsed, firing: Firing, told: Told, before: Iterable[Firing]
) -> Iterator[Told]:
    """The deeds that a telling lists ("3 Mayıs'ta Gerze'de, 6 Mayıs'ta Boyabat'ta ..."), else the telling alone.

    ``before`` are the firings of the sentence that told events; what one of them tells is no part of the list.
    """
    start = max((f.anchor + 1 for f in before if f.anchor < min(firing.words)), default=0)
    found = list(_occasions(report, parsed, firing, max(start, firing.clause.first)))
    if told.event.type not in LISTED or len({o.when.start for o in found}) < 2:
        yield told
        return
    placed = any(occasion.where for occasion in found)
    for when, where in found:
        place = where if placed else told.event.where
        places = frozenset({place.name.split()[0]}) if place else told.places
        yield replace(told, event=replace(told.event, when=when, where=place), places=places)


def _occasions(report: Report, parsed: Parsed, firing: Firing, start: int) -> Iterator[Occasion]:
    stop = min(firing.words)
    days = [t for t in report.times if start <= t.first - parsed.base < stop and t.precision in DAYS and t.start]
    if len(days) < 2:
        return
    places = [spot for spot in spots(report, parsed) if spot.case == LOC or part_in_locative(parsed, spot)]
    for time, after in zip(days, [*days[1:], None], strict=True):
        first, last = time.last - parsed.base, after.first - parsed.base if after else stop
        here = [spot for spot in places if first <= spot.first < last]
        where = where_of(report, parsed, here[-1], "where.in") if here else None
        yield Occasion(time, where)
