"""Corrected reports as gold: the codebook's form, which the scorer of the project reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from haberci.core.report import Report
from haberci.core.span import Span
from haberci.desk.corrections import Correction, told
from haberci.store.correcting import WIRE, Told
from haberci.store.rows import StoredReport


def gold_of(stored: StoredReport, held: Sequence[Correction]) -> dict[str, Any]:
    """One report. ``judged`` tells how many events a person spoke of; those of which nobody did are debatable."""
    report = stored.report
    by_claim = {each.claim: each for each in held if each.claim}
    events = []
    for event, id in zip(report.events, stored.event_ids, strict=True):
        own = by_claim.get(id)
        value = told(event) if own is None else own.becomes
        if value is not None:
            also = [n for at in event.also if (n := sentence_of(report, at.span)) is not None]
            events.append(_event(report, event.trigger_at.span, value, event.trigger, also, own is not None))
    for each in held:
        if each.was is None and each.becomes is not None:
            span = report.offsets.to_text(each.span)
            events.append(_event(report, span, each.becomes, report.text[span.start : span.stop], [], True))
    return {
        "id": report.id,
        "lang": report.lang,
        "source": report.source,
        "date": report.date,
        "text": report.raw,
        "repaired": report.text,
        "sentences": [list(s.at.raw) for s in report.sentences],
        "judged": {"events": len(report.events), "by a person": sum(id in by_claim for id in stored.event_ids)},
        "events": events,
        "statements": [],
        "roles": [],
    }


def sentence_of(report: Report, span: Span) -> int | None:
    """The number of the sentence in which a span begins."""
    return next((n for n, s in enumerate(report.sentences) if s.at.text_start <= span.start < s.at.text_stop), None)


def _event(report: Report, span: Span, value: Told, words: str, also: list[int], judged: bool) -> dict[str, Any]:
    return {
        "s": sentence_of(report, span),
        "also": also,
        "type": value.type,
        "mode": value.mode,
        "actors": list(value.actors),
        "recipients": list(value.recipients),
        "modality": value.modality,
        "reported_by": value.reported_by or WIRE,
        "trigger": words,
        "certainty": "clear" if judged else "debatable",
    }
