"""Where a deed took place that its sentence does not say: at the report's meeting, where it was filed, at home."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from haberci.core.codebook import EventType, Modality
from haberci.core.facts import PlacePrecision, Where
from haberci.core.morph import LOC
from haberci.core.places import find_folded
from haberci.core.report import BlockKind, Event, Report
from haberci.core.states import load_states
from haberci.read.events.spots import BEHIND, spots
from haberci.read.events.where import RELATIVE, SPOKEN, known_place, part_in_locative, where_of
from haberci.read.parse import Parsed

# Words after "düzenlenen" in which the meeting is named: "İslam İşbirliği Teşkilatı 39. ... Toplantısı"
LONG_NAME: Final = 14
SCENE_SENTENCES: Final = 3  # in which the meeting is told that a report is about
NAME_BEGINS: Final = 4  # letters of a state's name that its people's name shares


def scene(report: Report, parsed: Parsed, gatherings: frozenset[str]) -> Where | None:
    """Where the meeting is held that a sentence at the beginning of a report tells of."""
    if parsed.number >= SCENE_SENTENCES or parsed.sentence.block is not BlockKind.PARAGRAPH:
        return None
    for spot in spots(report, parsed):
        part = part_in_locative(parsed, spot)
        clause = parsed.clause_after(spot.last) if spot.case == LOC or part else None
        if clause is None or clause.form not in RELATIVE or clause.head is None or clause.verb - spot.last > BEHIND:
            continue
        if any(_is_gathering(t.lower, gatherings) for t in parsed.tokens[clause.verb + 1 : clause.verb + LONG_NAME]):
            return where_of(report, parsed, spot, "where.scene")
    return None


def _is_gathering(word: str, gatherings: frozenset[str]) -> bool:
    return any(word.startswith(noun) for noun in gatherings)


def with_places(
    report: Report, events: Iterable[Event], held: Where | None, fold: Callable[[str], str]
) -> Iterator[Event]:
    """Events without a place with that of the scene, or of the dateline, where the deed is there."""
    filed = filed_at(report, fold)
    for event in events:
        here = event.modality is Modality.HAPPENED and event.mode != "phone" and event.where is None
        told_now = event.type in SPOKEN and event.reported_by is None
        if here and held and (told_now or event.type is EventType.CONSULT):
            event = replace(event, where=held)
        elif event.where is None and event.type is EventType.PROTEST and (own := _of_people(report, event)):
            event = replace(event, where=own)
        elif here and filed and event.type in (EventType.CONSULT, EventType.PROTEST) and _is_of(event, filed.state):
            event = replace(event, where=filed)
        yield event


def _of_people(report: Report, event: Event) -> Where | None:
    """The state by whose name those are called who protest: "Kosovalı Sırplar"."""
    codes = {code.principal for code in event.actors} & load_states().keys()
    state = load_states()[codes.pop()] if len(codes) == 1 else None
    part = next((p for p in event.parts if p.name == "actor" and p.at is not None), None)
    if state is None or part is None or part.at is None or not part.text.startswith(state.name[:NAME_BEGINS]):
        return None
    return Where(part.at, part.text, state.name, state.code, None, None, PlacePrecision.STATE, "where.people")


def _is_of(event: Event, state: str | None) -> bool:
    sides = event.actors if event.type is EventType.PROTEST else event.recipients
    return any(code.principal == state for code in sides)


def filed_at(report: Report, fold: Callable[[str], str]) -> Where | None:
    """The place in the report's dateline; None where it has none that is known."""
    for block in report.layout:
        name = block.get("place") if block.kind is BlockKind.DATELINE else None
        if name and (known := find_folded(name, fold)):
            return known_place(block.at, name, known[0], "where.dateline")
    return None
