"""Numbers of people struck, who says so, and to which deed they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from haberci.core.codebook import EventType, Modality
from haberci.core.facts import Harm, Toll
from haberci.core.language import Context
from haberci.core.report import Event, Report
from haberci.core.speech import Spoken

STRIKING = {
    Harm.DEAD: (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE),
    Harm.WOUNDED: (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE),
    Harm.ARRESTED: (EventType.COERCE, EventType.ASSAULT, EventType.PROTEST),
    Harm.DISPLACED: (EventType.ASSAULT, EventType.COERCE),
}
REACH = 3  # sentences back to the attack whose victims are told


def with_numbers(report: Report, events: Sequence[Event], context: Context, spoken: Spoken) -> Iterator[Event]:
    """The events with the numbers that belong to each."""
    numbers: dict[int, list[Toll]] = {}
    if any(event.type in STRIKING[Harm.DEAD] for event in events):
        for sentence, toll in _tolls(report, context, spoken):
            owner = _owner(report, events, sentence, toll)
            if owner is not None:
                numbers.setdefault(owner, []).append(toll)
    for number, event in enumerate(events):
        yield replace(event, numbers=tuple(_once(event, numbers[number]))) if number in numbers else event


def _tolls(report: Report, context: Context, spoken: Spoken) -> Iterator[tuple[int, Toll]]:
    timed = {word for time in report.times for word in range(time.first, time.last)}
    for number, sentence in enumerate(report.sentences):
        words = report.tokens[sentence.first : sentence.last]
        for first, last, harm, least, most, about, rule in context.pack.tolls(words):
            if rule != "toll.share" and sentence.first + first in timed:
                continue
            at = report.words(sentence.first + first, sentence.first + last)
            said = spoken.at(at.span)
            text = report.text[at.text_start : at.text_stop]
            yield number, Toll(harm, least, most, about, at, text, said.speaker if said else None, rule)


def _owner(report: Report, events: Sequence[Event], sentence: int, toll: Toll) -> int | None:
    """The number of the event that struck so many: in the same sentence, else the last attack told shortly before."""
    here = report.sentences[sentence].at
    kinds = STRIKING[toll.harm]
    told = [n for n, event in enumerate(events) if event.type in kinds and here in (event.at, *event.also)]
    if told:
        return min(told, key=lambda n: (_apart(events[n], toll), kinds.index(events[n].type), n))
    near = {report.sentences[at].at: at for at in range(max(0, sentence - REACH), sentence)}
    before = [
        (near[at], n)
        for n, event in enumerate(events)
        for at in (event.at, *event.also)
        if at in near and event.type is kinds[0] and event.modality is Modality.HAPPENED
    ]
    return max(before)[1] if before else None


def _apart(event: Event, toll: Toll) -> int:
    """Characters between the words of a deed and those of a number; none when they meet."""
    return max(0, event.trigger_at.text_start - toll.at.text_stop, toll.at.text_start - event.trigger_at.text_stop)


def _once(event: Event, tolls: Iterable[Toll]) -> Iterator[Toll]:
    """One number of each kind: the one told where the deed is told most fully, else the first."""
    seen: set[Harm] = set()
    for toll in sorted(tolls, key=lambda t: (not event.at.span.holds(t.at.span), t.at.start)):
        if toll.harm not in seen:
            seen.add(toll.harm)
            yield toll
