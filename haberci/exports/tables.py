"""The tables of an export: reports, events, deeds, statements and roles, a row a dictionary."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from haberci.core.codebook import load_codebook
from haberci.core.report import Event, Report
from haberci.deed_record import DEED_COLUMNS, HARMS, Json, deed_record
from haberci.record import event_record
from haberci.store.claims import role_ids, statement_ids
from haberci.store.deed_rows import DeedRow
from haberci.store.record import day_of

TEXT, WHOLE, REAL, FLAG, LIST = "VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR[]"


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A table: its name, and its columns with their types as DuckDB calls them. JSON stands in text columns."""

    name: str
    columns: Mapping[str, str]

    def row(self, found: Mapping[str, Any]) -> Json:
        """What the table has of a record, nested parts as JSON."""
        return {column: _plain(found.get(column), kind) for column, kind in self.columns.items()}


def _plain(value: Any, kind: str) -> Any:
    if kind == TEXT and isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else None
    return value


def _typed(columns: str, **others: str) -> dict[str, str]:
    return {column: others.get(column, TEXT) for column in columns.split()}


_SPAN = {"start": WHOLE, "stop": WHOLE, "text_start": WHOLE, "text_stop": WHOLE}
_OF_DEED = {"quad": WHOLE, "intensity": REAL, "actors": LIST, "recipients": LIST, "lat": REAL, "lon": REAL}
_SPAN_NAMES = "start stop text_start text_stop"
REPORTS = ExportTable(
    "reports",
    _typed(
        "source id date date_flag title url lang coded sha256 events statements roles notice version",
        coded=FLAG,
        events=WHOLE,
        statements=WHOLE,
        roles=WHOLE,
    ),
)
EVENTS = ExportTable(
    "events",
    _typed(
        "id deed source report date from to type mode quad intensity actors recipients modality reported_by "
        f"place state lat lon precision dead wounded arrested displaced numbers contexts trigger rule "
        f"why parts {_SPAN_NAMES}",
        contexts=LIST,
        why=LIST,
        **_OF_DEED,
        **_SPAN,
    ),
)
DEEDS = ExportTable(
    "deeds",
    _typed(
        " ".join(DEED_COLUMNS),
        day_told=FLAG,
        claims=WHOLE,
        reports=WHOLE,
        sources=WHOLE,
        events=LIST,
        **_OF_DEED,
    ),
)
STATEMENTS = ExportTable(
    "statements",
    _typed(f"id source report date speaker speaker_text kind cue force content rule {_SPAN_NAMES}", **_SPAN),
)
ROLES = ExportTable("roles", _typed(f"id source report date person office of rule {_SPAN_NAMES}", **_SPAN))


def report_row(report: Report, version: str) -> Json:
    """One row of ``reports``, without the text."""
    found = {
        **{key: getattr(report, key) for key in ("source", "id", "date", "date_flag", "title", "url", "lang", "coded")},
        "sha256": sha256(report.raw.encode("utf-8")).hexdigest(),
        "events": len(report.events),
        "statements": len(report.statements),
        "roles": len(report.roles),
        "notice": report.notice.kind.value if report.notice else None,
        "version": version,
    }
    return REPORTS.row(found)


def event_rows(report: Report, ids: Sequence[str], deed_of: Callable[[str], str | None]) -> Iterator[Json]:
    """The rows of ``events`` of a report, whose events have these ids."""
    for claim, event in zip(ids, report.events, strict=True):
        yield EVENTS.row({**_told_in(report, claim, day_of(report, event)), **_event(event), "deed": deed_of(claim)})


def _told_in(report: Report, id: str, date: str | None) -> Json:
    return {"id": id, "source": report.source, "report": report.id, "date": date}


def _event(event: Event) -> Json:
    codebook = load_codebook()
    found = event_record(event)
    for toll in event.numbers:
        ends = ["" if end is None else str(end) for end in (toll.least, toll.most)]
        found.setdefault(toll.harm.value, ends[0] if ends[0] == ends[1] else "-".join(ends))
    if event.when is not None:
        found |= {"from": event.when.start, "to": event.when.stop}
    if event.where is not None:
        where = event.where
        found |= {"place": where.name, "state": where.state, "lat": where.lat, "lon": where.lon}
        found["precision"] = where.precision.value
    found["quad"] = int(codebook.types[event.type].quad)
    found["intensity"] = codebook.intensity(event.type, event.mode)
    found["contexts"] = list(dict.fromkeys(context.name for context in event.contexts))
    return found


def statement_rows(report: Report) -> Iterator[Json]:
    """The rows of ``statements`` of a report; ``content`` is a JSON list of what is said."""
    for claim, said in zip(statement_ids(report), report.statements, strict=True):
        yield STATEMENTS.row(
            {
                **_told_in(report, claim, report.date),
                **said.at._asdict(),
                "speaker": str(said.speaker),
                "speaker_text": said.speaker_text,
                "kind": said.kind.value,
                "cue": said.cue,
                "force": said.force,
                "content": [report.text[at.text_start : at.text_stop] for at in said.content],
                "rule": said.rule,
            }
        )


def role_rows(report: Report) -> Iterator[Json]:
    """The rows of ``roles`` of a report."""
    for claim, role in zip(role_ids(report), report.roles, strict=True):
        words = {"person": role.person, "office": role.office, "of": role.of, "rule": role.rule}
        yield ROLES.row({**_told_in(report, claim, report.date), **role.at._asdict(), **words})


def deed_rows(found: Iterable[DeedRow]) -> Iterator[Json]:
    """The rows of ``deeds``; ``conflicts`` is JSON with all versions, tolls are ``12`` or ``12-15``."""
    for deed in found:
        tolls = {toll.harm: str(toll) for toll in deed.tolls}
        yield DEEDS.row({**deed_record(deed), **{harm: tolls.get(harm) for harm in HARMS}})
