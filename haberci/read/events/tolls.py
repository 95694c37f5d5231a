"""Numbers of people struck, who says so, and to which deed they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from haberci.core.codebook import EventType, Modality
from haberci.core.facts import Harm, Toll
from haberci.core.language import Context, TollFound
from haberci.core.morph import Case, Form
from haberci.core.report import Event, Mention, MentionKind, Report, Sentence
from haberci.core.speech import Spoken

STRIKING: Final = {
    Harm.DEAD: (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE),
    Harm.WOUNDED: (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE),
    Harm.ARRESTED: (EventType.COERCE, EventType.ASSAULT, EventType.PROTEST),
    Harm.DISPLACED: (EventType.ASSAULT, EventType.COERCE),
}
NEAR, FAR = 5, 12  # words between a person's name and what befell them: a subject, an object
# Verb forms that do not end the clause of what stands before.
DESCRIBING: Final = (Form.AN, Form.DIK, Form.ACAK, Form.MA)
REACH: Final = 3  # sentences back to the attack whose victims are told


def with_numbers(report: Report, events: Sequence[Event], context: Context, spoken: Spoken) -> Iterator[Event]:
    """The events with the numbers that belong to each."""
    numbers: dict[int, list[Toll]] = {}
    if any(event.type in STRIKING[Harm.DEAD] for event in events):
        for sentence, toll in _tolls(report, _near(report, events), context, spoken):
            owner = _owner(report, events, sentence, toll)
            if owner is not None:
                numbers.setdefault(owner, []).append(toll)
    for number, event in enumerate(events):
        told = tuple(_once(event, numbers.get(number, ())))
        one = None if any(toll.harm is Harm.ARRESTED for toll in told) else _one_arrested(report, event)
        told = (*told, one) if one else told
        yield replace(event, numbers=told) if told else event


def _one_arrested(report: Report, event: Event) -> Toll | None:
    """The one person, named, whom an arrest that counts nobody tells of."""
    parts = [part for part in event.parts if part.name == "recipient" and part.at is not None]
    if event.mode != "arrest" or event.modality is not Modality.HAPPENED or len(parts) != 1:
        return None
    people = [m for m in report.mentions if m.kind is MentionKind.PERSON and event.at.span.holds(m.at.span)]
    person = next((m for m in people if m.at == parts[0].at), None)
    if person is None or person.plural or any(m.case is person.case and m is not person for m in people):
        return None
    return Toll(Harm.ARRESTED, 1, 1, False, person.at, person.text, event.reported_by, "toll.named")


def _near(report: Report, events: Sequence[Event]) -> list[int]:
    """The numbers of the sentences that tell an event, or stand shortly behind one that does."""
    told = {at for event in events for at in (event.at, *event.also)}
    telling = [number for number, sentence in enumerate(report.sentences) if sentence.at in told]
    near = {number + behind for number in telling for behind in range(REACH + 1)}
    return sorted(number for number in near if number < len(report.sentences))


def _tolls(report: Report, near: Iterable[int], context: Context, spoken: Spoken) -> Iterator[tuple[int, Toll]]:
    timed = {word for time in report.times for word in range(time.first, time.last)}
    for number in near:
        sentence = report.sentences[number]
        words = report.tokens[sentence.first : sentence.last]
        counted = context.pack.tolls(words)
        for first, last, harm, least, most, about, rule in counted or _named(report, sentence, context):
            if rule != "toll.share" and sentence.first + first in timed:
                continue
            at = report.words(sentence.first + first, sentence.first + last)
            said = spoken.at(at.span)
            text = report.text[at.text_start : at.text_stop]
            yield number, Toll(harm, least, most, about, at, text, said.speaker if said else None, rule)


def _named(report: Report, sentence: Sentence, context: Context) -> Iterator[TollFound]:
    """The persons whom a sentence names as struck, where it counts nobody: "çavuş Seyit Yalçın şehit oldu"."""
    words = report.tokens[sentence.first : sentence.last]
    struck = context.pack.struck(words)
    if not struck:
        return
    harms = [harm for _, harm, _ in struck]
    for at, harm, passive in struck:
        before = [m for m in report.mentions if sentence.first <= m.first and m.last <= sentence.first + at]
        people = [m for m in before if m.kind is MentionKind.PERSON and not m.plural]
        case, reach = (Case.NOM, NEAR) if passive else (Case.ACC, FAR)
        fitting = [m for m in people if m.case is case and _reaches(report, m, sentence.first + at, reach, context)]
        if len(fitting) == 1 and harms.count(harm) == 1:
            yield fitting[0].first - sentence.first, at + 1, harm, 1, 1, False, "toll.named"


def _reaches(report: Report, mention: Mention, verb: int, reach: int, context: Context) -> bool:
    """Whether a person is near a verb, or stands before a comma, and only words that describe stand between them."""
    between = report.tokens[mention.last : verb]
    if len(between) > reach and not (between[0].text == "," and mention.case is Case.NOM):
        return False
    relations = context.pack.clause_words.relations
    verbs = (token for token in between if token.morph.is_verb and token.lower not in relations)
    return all(token.morph.form in DESCRIBING for token in verbs)


def _owner(report: Report, events: Sequence[Event], sentence: int, toll: Toll) -> int | None:
    """The number of the event that struck so many: in the same sentence, else the last attack told shortly before."""
    here = report.sentences[sentence].at
    kinds = STRIKING[toll.harm]
    told = [n for n, event in enumerate(events) if event.type in kinds and (here == event.at or here in event.also)]
    arrests = [n for n in told if toll.harm is Harm.ARRESTED and events[n].mode == "arrest"]
    if told:
        return min(arrests or told, key=lambda n: (_apart(events[n], toll), kinds.index(events[n].type), n))
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
