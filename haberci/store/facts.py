"""The facts of an event (place, numbers, contexts) as one JSON object in its row."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from haberci.core.actors import ActorCode
from haberci.core.facts import EventContext, Harm, PlacePrecision, Toll, Where
from haberci.core.report import Event
from haberci.core.span import Evidence


class StoredFacts(NamedTuple):
    """What ``facts_json`` took from an event."""

    where: Where | None = None
    numbers: tuple[Toll, ...] = ()
    contexts: tuple[EventContext, ...] = ()


def facts_json(event: Event) -> str | None:
    """Place, numbers and contexts of an event; None when it has none of them."""
    if not (event.where or event.numbers or event.contexts):
        return None
    facts = {
        "where": event.where,
        "numbers": [
            (*toll[:6], None if toll.told_by is None else str(toll.told_by), toll.rule) for toll in event.numbers
        ],
        "contexts": event.contexts,
    }
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def read_facts(text: str | None) -> StoredFacts:
    """The facts that ``facts_json`` wrote; none for a row that was stored before there were any."""
    if text is None:
        return StoredFacts()
    told: dict[str, Any] = json.loads(text)
    return StoredFacts(
        None if told["where"] is None else _where(told["where"]),
        tuple(_toll(row) for row in told["numbers"]),
        tuple(EventContext(name, Evidence(*at), words, rule) for name, at, words, rule in told["contexts"]),
    )


def _where(row: list[Any]) -> Where:
    at, text, name, state, lat, lon, precision, rule = row
    return Where(Evidence(*at), text, name, state, lat, lon, PlacePrecision(precision), rule)


def _toll(row: list[Any]) -> Toll:
    harm, least, most, about, at, text, by, rule = row
    speaker = None if by is None else ActorCode.parse(by)
    return Toll(Harm(harm), least, most, about, Evidence(*at), text, speaker, rule)
