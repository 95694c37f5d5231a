"""Numbers of people struck, who says so, and to which deed they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from haberci.core.codebook import EventType, Modality
from haberci.core.facts import Harm, Toll
from haberci.core.language import Context, TollFound
from haberci.core.morph import Case
from haberci.core.report import Event, MentionKind, Report, Sentence
from haberci.core.speech import Spoken

STRIKING = {
    Harm.DEAD: (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE),
    Harm.WOUNDED: (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE),
    Harm.ARRESTED: (EventType.COERCE, EventType.ASSAULT, EventType.PROTEST),
    Harm.DISPLACED: (EventType.ASSAULT, EventType.COERCE),
}
NEAR, FAR = 5, 12  # words between a person's name and what befell them: a subject, an object
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
        for first, last, harm, least, most, about, rule in (
            *context.pack.tolls(words),
            *_named(report, sentence, context),
        ):
            if rule != "toll.share" and sentence.first + first in timed:
                continue
            at = report.words(sentence.first + first, sentence.first + last)
            said = spoken.at(at.span)
            text = report.text[at.text_start : at.text_stop]
            yield number, Toll(harm, least, most, about, at, text, said.speaker if said else None, rule)


def _named(report: Report, sentence: Sentence, context: Context) -> Iterator[TollFound]:
    """The one person whom a sentence names as struck, where it counts nobody: "çavuş Seyit Yalçın şehit oldu"."""
    words = report.tokens[sentence.first : sentence.last]
    struck = context.pack.struck(words)
    if len(struck) != 1 or context.pack.tolls(words):
        return
    at, harm, passive = struck[0]
    before = [m for m in report.mentions if sentence.first <= m.first and m.last <= sentence.first + at]
    case, reach = (Case.NOM, NEAR) if passive else (Case.ACC, FAR)
    near = [m for m in before if m.kind is MentionKind.PERSON and sentence.first + at - m.last <= reach]
    fitting = [m for m in near if m.case is case and not m.plural]
    if len(fitting) == 1:
        yield fitting[0].first - sentence.first, at + 1, harm, 1, 1, False, "toll.named"


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
