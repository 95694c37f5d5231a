"""A coded report as one JSON object: the form of ``haberci read --format jsonl``.

``start`` and ``stop`` count code points of the text as it was given, ``text_start`` and ``text_stop`` those of the
repaired ``text``; both half open. Actor codes are strings; what is not known is null.
"""

from __future__ import annotations

import json
from typing import Any

from haberci.core.facts import Toll, Where
from haberci.core.report import Block, Event, Mention, Part, ProperName, Report, Role, Sentence, Statement, Time
from haberci.core.span import Edit, Evidence
from haberci.store.rows import EventRow

Json = dict[str, Any]


def record(report: Report) -> Json:
    """All of a report but its tokens, ready for ``json.dumps``."""
    return {
        "id": report.id,
        "source": report.source,
        "lang": report.lang,
        "coded": report.coded,
        "title": report.title,
        "date": report.date,
        "date_flag": report.date_flag,
        "url": report.url,
        "digest": report.digest,
        "text": report.text,
        "edits": [_edit(x) for x in report.edits],
        "layout": [_block(x) for x in report.layout],
        "sentences": [_sentence(x) for x in report.sentences],
        "names": [_name(x) for x in report.names],
        "mentions": [_mention(x) for x in report.mentions],
        "times": [_time(x) for x in report.times],
        "statements": [_statement(x) for x in report.statements],
        "events": [event_record(x) for x in report.events],
        "roles": [_role(x) for x in report.roles],
    }


def record_line(report: Report) -> str:
    """The record as one line of JSON."""
    return json.dumps(record(report), ensure_ascii=False)


def event_record(event: Event | EventRow) -> Json:
    """One event; ``reported_by`` is ``wire`` when the report says it in its own voice."""
    return {
        **_at(event.at),
        "type": event.type.value,
        "mode": event.mode,
        "actors": [str(code) for code in event.actors],
        "recipients": [str(code) for code in event.recipients],
        "modality": event.modality.value,
        "reported_by": "wire" if event.reported_by is None else str(event.reported_by),
        "trigger": event.trigger,
        "trigger_at": _at(event.trigger_at),
        "rule": event.rule,
        "why": list(event.why),
        "also": [_at(x) for x in event.also],
        "parts": [_part(x) for x in event.parts],
        "when": None if event.when is None else _time(event.when),
        "where": None if event.where is None else _where(event.where),
        "numbers": [_toll(x) for x in event.numbers],
        "contexts": [{"name": x.name, **_at(x.at), "text": x.text, "rule": x.rule} for x in event.contexts],
    }


def _at(at: Evidence) -> Json:
    return at._asdict()


def _edit(edit: Edit) -> Json:
    return {
        "start": edit.start,
        "stop": edit.stop,
        "before": edit.before,
        "after": edit.after,
        "reason": edit.reason,
    }


def _block(block: Block) -> Json:
    return {**_at(block.at), "kind": block.kind.value, "rule": block.rule, "value": dict(block.value)}


def _sentence(sentence: Sentence) -> Json:
    return {**_at(sentence.at), "block": sentence.block.value}


def _name(name: ProperName) -> Json:
    return {
        **_at(name.at),
        "text": name.text,
        "kind": name.kind.value,
        "name": name.name,
        "case": name.case.value,
        "long": name.long,
        "rule": name.rule,
    }


def _mention(mention: Mention) -> Json:
    return {
        **_at(mention.at),
        "text": mention.text,
        "kind": mention.kind.value,
        "codes": [str(code) for code in mention.codes],
        "case": mention.case.value,
        "plural": mention.plural,
        "person": mention.person,
        "office": mention.office,
        "holder": mention.holder,
        "place": mention.place,
        "rule": mention.rule,
    }


def _time(time: Time) -> Json:
    return {
        **_at(time.at),
        "text": time.text,
        "from": time.start,
        "to": time.stop,
        "precision": time.precision.value,
        "rule": time.rule,
    }


def _where(where: Where) -> Json:
    return {
        **_at(where.at),
        "text": where.text,
        "name": where.name,
        "state": where.state,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision.value,
        "rule": where.rule,
    }


def _toll(toll: Toll) -> Json:
    return {
        **_at(toll.at),
        "harm": toll.harm.value,
        "least": toll.least,
        "most": toll.most,
        "about": toll.about,
        "told_by": "wire" if toll.told_by is None else str(toll.told_by),
        "text": toll.text,
        "rule": toll.rule,
    }


def _statement(statement: Statement) -> Json:
    return {
        **_at(statement.at),
        "speaker": str(statement.speaker),
        "speaker_text": statement.speaker_text,
        "speaker_at": None if statement.speaker_at is None else _at(statement.speaker_at),
        "kind": statement.kind.value,
        "cue": statement.cue,
        "cue_at": _at(statement.cue_at),
        "content": [_at(x) for x in statement.content],
        "force": statement.force,
        "rule": statement.rule,
    }


def _part(part: Part) -> Json:
    return {
        "name": part.name,
        "code": str(part.code),
        "text": part.text,
        "at": None if part.at is None else _at(part.at),
    }


def _role(role: Role) -> Json:
    return {**_at(role.at), "person": role.person, "office": role.office, "of": role.of, "rule": role.rule}
