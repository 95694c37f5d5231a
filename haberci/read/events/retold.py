"""Day and place of a deed that another sentence tells: one that names the deed again, or that opens a speech."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from haberci.core.asks import AskTable
from haberci.core.codebook import EventType
from haberci.core.facts import Where
from haberci.core.morph import GEN, INS, LOC, NOM
from haberci.core.report import Event, Report, Time
from haberci.core.rule import Rule
from haberci.core.speech import Spoken
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.spots import spots
from haberci.read.events.when import DAYS, bounded, described, is_name, reaches_in_time
from haberci.read.events.where import part_in_locative, where_of
from haberci.read.parse import Parsed

RULES: Final = (
    Rule(
        "where.again", "the deed is named again with its place", "İki ülke tatbikat yaptı. Tatbikat Bakü'de düzenlendi."
    ),
)
Naming = tuple[Parsed, int]  # a sentence, and its word for the deed
FULL_DATE: Final = "time.date.full"
SIGNATURE: Final = 2  # last sentences of a report in which a declaration may be signed
REACH: Final = 8  # sentences on which a deed may be named again
# In which a noun is part of what its verb tells of it: "tatbikat 3 Mayıs'ta başladı"
PART_CASES: Final = (NOM, GEN, LOC, INS)


def with_retold(
    report: Report, events: Iterable[Event], sentences: Sequence[Parsed], asks: AskTable, spoken: Spoken
) -> Iterator[Event]:
    """The events, with the day and place that another sentence tells of each."""
    kept = tuple(events)
    for event in kept:
        when = event.when if event.when and event.when.start else None
        if when is None and event.type in SPEECH_ACTS:
            when = _of_speech(report, event, spoken) or _signed(report, event, sentences)
        if when is None or event.where is None:
            again = tuple(_again(event, kept, sentences, asks))
            when = when or _day_again(report, again)
            event = replace(event, where=event.where or _place_again(report, again))
        yield replace(event, when=when or event.when)


def _of_speech(report: Report, event: Event, spoken: Spoken) -> Time | None:
    """The only day told with the speech that a speech act is made in, outside of what is said."""
    statement = spoken.at(event.trigger_at.span)
    if statement is None or not any(a.principal == statement.speaker.principal for a in event.actors):
        return None
    around = [t for t in report.times if statement.at.span.holds(t.at.span) and t.precision in DAYS and t.start]
    told = [t for t in around if not any(said.span.holds(t.at.span) for said in statement.content)]
    return told[0] if len(told) == 1 else None


def _signed(report: Report, event: Event, sentences: Sequence[Parsed]) -> Time | None:
    """The day under a declaration, behind the name of whose it is: "Halk Partisi Yönetim Kurulu 7 Aralık 2017"."""
    for parsed in sentences[-SIGNATURE:]:
        at = parsed.sentence.at
        days = [t for t in report.times if at.span.holds(t.at.span) and t.rule == FULL_DATE]
        signed = any(code in event.actors for mention in parsed.mentions for code in mention.codes)
        if len(days) == 1 and signed and not parsed.clauses and at.start > event.at.start:
            return days[0]
    return None


def _again(event: Event, events: Sequence[Event], sentences: Sequence[Parsed], asks: AskTable) -> Iterator[Naming]:
    """The sentences that name an event's deed, too: the one before, and those behind up to another of the kind."""
    at = next((n for n, parsed in enumerate(sentences) if parsed.sentence.at == event.at), None)
    if at is None:
        return
    others = {e.at for e in events if e.type is event.type and e is not event}
    before = _named_before(sentences[at], sentences[at - 1], event, asks) if at else None
    if before is not None and sentences[at - 1].sentence.at not in others:
        yield sentences[at - 1], before
    for parsed in sentences[at + 1 : at + REACH]:
        if parsed.sentence.at in others:
            return
        word = _named_again(parsed, event.type, asks)
        if word is not None:
            yield parsed, word


def _named_before(parsed: Parsed, before: Parsed, event: Event, asks: AskTable) -> int | None:
    """The word for a deed in the sentence before one that tells it by the same noun: "Saldırıda 45 kişi öldü"."""
    words = (t for t in parsed.tokens if t.morph.case is LOC or event.trigger_at.span.holds(t.span))
    nouns = {t.morph.lemma for t in words if event.type in asks.again.get(t.morph.lemma, ())}
    return next((n for n, token in enumerate(before.tokens) if token.morph.lemma in nouns), None)


def _named_again(parsed: Parsed, kind: EventType, asks: AskTable) -> int | None:
    """The word by which a sentence names the deed before: a bare noun, or one that a clause describes."""
    for at, token in enumerate(parsed.tokens):
        morph = token.morph
        if morph.lemma not in asks.again or kind not in asks.again[morph.lemma]:
            continue
        if morph.plural or (morph.form is not None and morph.possessive is not None):
            continue
        if parsed.tokens[at - 1].morph.is_verb if at else morph.case in PART_CASES:
            return at
    return None


def _day_again(report: Report, again: Iterable[Naming]) -> Time | None:
    for parsed, word in again:
        here = [t for t in report.times if parsed.base <= t.first < parsed.base + len(parsed.tokens)]
        here = [t for t in here if (t.start or t.stop) and not is_name(parsed, t)]
        here = [t for t in here if _goes_with(parsed, t.first - parsed.base, word)]
        days = [t for t in here if t.precision in DAYS] or here
        if len(days) == 1:
            return bounded(parsed, days[0])
    return None


def _place_again(report: Report, again: Iterable[Naming]) -> Where | None:
    for parsed, word in again:
        here = [s for s in spots(report, parsed) if s.case == LOC or part_in_locative(parsed, s)]
        here = [s for s in here if _goes_with(parsed, s.first, word)]
        if len(here) == 1:
            return where_of(report, parsed, here[0], "where.again")
    return None


def _goes_with(parsed: Parsed, at: int, word: int) -> bool:
    """Whether a day or place is told of a noun: in a clause that describes it, or of the verb whose part it is."""
    own, nearest = parsed.clause_after(word), parsed.clause_after(at)
    if own is None or nearest is None or at > own.verb:
        return False
    if nearest.verb == word - 1 or described(parsed, nearest) == word:
        return True
    return parsed.tokens[word].morph.case in PART_CASES and reaches_in_time(parsed, own, at)
