"""In which contexts each event stands: what the words of its evidence sentence tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from haberci.core.contexts import ContextTable
from haberci.core.facts import EventContext
from haberci.core.report import Event, Report, Sentence


def with_contexts(report: Report, events: Iterable[Event], table: ContextTable) -> Iterator[Event]:
    """The events with the contexts that their sentences tell."""
    sentences = {sentence.at: sentence for sentence in report.sentences}
    for event in events:
        told = tuple(_contexts(report, sentences[event.at], table))
        yield replace(event, contexts=told) if told else event


def _contexts(report: Report, sentence: Sentence, table: ContextTable) -> Iterator[EventContext]:
    words = [token.lower for token in report.tokens[sentence.first : sentence.last]]
    for first, last, name in table.find(words):
        at = report.words(sentence.first + first, sentence.first + last)
        yield EventContext(name, at, report.text[at.text_start : at.text_stop], f"context.{name}")
