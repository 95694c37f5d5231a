"""A report's claims as rows of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from haberci.core.codebook import Codebook
from haberci.core.report import Event, Part, Report, Role, Statement
from haberci.core.span import Evidence
from haberci.store.claims import event_ids, role_ids, statement_ids
from haberci.store.days import first_day
from haberci.store.details import spans_json, time_row
from haberci.store.facts import facts_json

Row = tuple[Any, ...]
_NOWHERE = (None, None, None, None)


@dataclass(slots=True)
class ClaimRows:
    """Rows that wait to be inserted; ``next_event`` is the number that the next event's row gets."""

    next_event: int
    events: list[Row] = field(default_factory=list)
    parties: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    roles: list[Row] = field(default_factory=list)

    def add(self, report: Report, reading: int, codebook: Codebook) -> None:
        """Add the events, statements and roles of a report, which belong to the given reading."""
        for claim, event in zip(event_ids(report), report.events, strict=True):
            date = day_of(report, event)
            self.events.append(_event_row(self.next_event, claim, reading, date, event, codebook))
            self.parties += ((self.next_event, n, *row, date) for n, row in enumerate(party_rows(event)))
            self.next_event += 1
        for claim, statement in zip(statement_ids(report), report.statements, strict=True):
            self.statements.append(_statement_row(claim, reading, statement))
        for claim, role in zip(role_ids(report), report.roles, strict=True):
            self.roles.append(_role_row(claim, reading, role))


def day_of(report: Report, event: Event) -> str | None:
    """The first day of an event: as told, else of the report's date, unless that is flagged."""
    told = event.when.start if event.when else None
    return told or (None if report.date_flag else first_day(report.date))


def _event_row(number: int, claim: str, reading: int, date: str | None, event: Event, codebook: Codebook) -> Row:
    by = event.reported_by
    return (
        number,
        claim,
        reading,
        date,
        event.type,
        event.mode,
        codebook.types[event.type].quad,
        codebook.intensity(event.type, event.mode),
        event.modality,
        by.principal if by else None,
        by.sector if by else None,
        event.trigger,
        *event.trigger_at,
        *event.at,
        event.rule,
        _json(event.why),
        spans_json(event.also),
        _json(time_row(event.when)) if event.when else None,
        facts_json(event),
    )


def party_rows(event: Event) -> Iterator[Row]:
    """The parties of an event: each code with the first words that filled it, then words that are left.

    A row is (part, code_no, part_no, principal, sector, text, start, stop, text_start, text_stop).
    """
    waiting = list(enumerate(event.parts))
    for name, codes in (("actor", event.actors), ("recipient", event.recipients)):
        for code_no, code in enumerate(codes):
            found = next((p for p in waiting if p[1].name == name and p[1].code == code), None)
            if found is None:
                yield (name, code_no, None, *code, None, *_NOWHERE)
            else:
                waiting.remove(found)
                yield (name, code_no, found[0], *_words(found[1]))
    for part_no, part in waiting:
        yield (part.name, None, part_no, *_words(part))


def _words(part: Part) -> Row:
    return (*part.code, part.text, *_offsets(part.at))


def _statement_row(claim: str, reading: int, said: Statement) -> Row:
    return (
        claim,
        reading,
        said.kind,
        *said.speaker,
        said.speaker_text,
        *_offsets(said.speaker_at),
        said.cue,
        *said.cue_at,
        *said.at,
        spans_json(said.content),
        said.force,
        said.rule,
    )


def _role_row(claim: str, reading: int, role: Role) -> Row:
    return (claim, reading, role.person, role.office, role.of, *role.at, role.rule)


def _offsets(at: Evidence | None) -> Row:
    return _NOWHERE if at is None else tuple(at)


def _json(values: tuple[Any, ...]) -> str | None:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else None
