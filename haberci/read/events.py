"""Statements before events: the stage that codes who did what to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.language import Context
from haberci.core.report import BlockKind, Event, Mention, MentionKind, Part, Report, Statement, Time
from haberci.core.span import Span
from haberci.core.speech import speaker_at
from haberci.read import admission
from haberci.read.attribution import SPEECH_ACTS, attribution
from haberci.read.deeds import Told, one_event_once
from haberci.read.matching import Firing, firings
from haberci.read.modality import JUDGED, modality
from haberci.read.parse import Parsed, parse
from haberci.read.parties import sides
from haberci.read.setting import Filled, Setting

ASKED_WORDS = 8  # words before a request that may say what it is about
AIMED = frozenset({"assault.etkisiz", "assault.oldur", "assault.idam", "assault.infaz"})
PROSECUTION = frozenset({"arrest", "seize", "convict", "investigate"})
UNREAD_BLOCKS = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.DATELINE})


def events(report: Report, context: Context) -> Report:
    """Fill ``report.events``; needs mentions, times and statements."""
    found: list[Told] = []
    last_subject: tuple[Mention, ...] = ()
    for parsed in parse(report, context):
        if parsed.sentence.block in UNREAD_BLOCKS:
            continue
        found += _events_of(report, context, parsed, last_subject)
        last_subject = _main_subject(parsed) or last_subject
    return replace(report, events=one_event_once(report, found))


def _events_of(report: Report, context: Context, parsed: Parsed, last_subject: tuple[Mention, ...]) -> Iterator[Told]:
    """The events of one sentence; words that told one deed tell no second one."""
    taken: set[int] = set()
    for readings in firings(parsed, context.pack.frames):
        for firing in readings:
            if taken.intersection(firing.words):
                continue
            told = _told(report, context, parsed, firing, last_subject)
            if told is not None:
                taken.update(firing.words)
                yield told
                break


def _told(
    report: Report, context: Context, parsed: Parsed, firing: Firing, last_subject: tuple[Mention, ...]
) -> Told | None:
    likely, told_rule = modality(firing, parsed, context.pack.governors)
    if likely is None:
        return None
    trigger = _trigger(report, parsed, firing)
    statement = speaker_at(report, trigger)
    governors = context.pack.governors
    setting = Setting(report, parsed, statement, last_subject, governors.harm, governors.persons, likely)
    frame = firing.frame
    actor, recipient = sides(firing, setting)
    event_type, mode, settled = _type(firing, parsed, likely)
    case = None if settled is None else admission.settle(frame, event_type, actor, recipient)
    when = _when(report, parsed, firing)
    if case is None or settled is None or (told_rule == JUDGED and not case[1] and when is None):
        return None
    if _is_crime(parsed, mode, case, governors.unrest):
        return None
    actors, recipients = case
    if event_type in (EventType.REQUEST, EventType.REJECT) and mode in (None, "change"):
        mode = _asked(parsed, firing, context)
    if event_type is EventType.ASSAULT and mode is None:
        mode = _armed_with(parsed, firing, context, recipient)
    if event_type is EventType.RETREAT and settled is Modality.PLANNED and _is_own_word(actors, statement):
        event_type, mode, settled = EventType.CONCEDE, None, Modality.HAPPENED
    source, source_rule = attribution(event_type, actors, trigger, statement)
    if settled is Modality.DENIED and source is None:
        return None  # what the report itself tells as not done is no event
    event = Event(
        at=report.sentences[parsed.number].at,
        type=event_type,
        mode=mode,
        actors=actors,
        recipients=recipients,
        modality=settled,
        reported_by=source,
        trigger=report.text[trigger.start : trigger.stop],
        trigger_at=report.evidence(trigger),
        rule=f"event.{frame.id}",
        parts=(*_parts("actor", actors, actor), *_parts("recipient", recipients, recipient)),
        why=(told_rule, source_rule, actor.rule, recipient.rule),
        when=when,
    )
    return Told(event, _persons(actor), _persons(recipient), _places(parsed, firing), _gist(parsed, firing))


def _armed_with(parsed: Parsed, firing: Firing, context: Context, recipient: Filled) -> str | None:
    """The mode of an attack: aimed at a named person, else by the weapon told in the clause."""
    if firing.frame.id in AIMED and any(m.kind is MentionKind.PERSON for m in recipient.mentions):
        return "targeted"
    words = parsed.tokens[firing.clause.first : max(firing.words) + 1]
    return context.pack.asks.weapon(t.lower for t in words)


def _persons(filled: Filled) -> frozenset[str]:
    return frozenset(m.person for m in filled.mentions if m.person)


def _places(parsed: Parsed, firing: Firing) -> frozenset[str]:
    """The places told in the clause, each by its first word without its ending."""
    mentions = (parsed.mentions[part.chunk] for part in firing.clause.parts if not part.through)
    return frozenset(m.text.split()[0].split("'")[0].split("’")[0] for m in mentions if m.kind is MentionKind.PLACE)


def _is_crime(
    parsed: Parsed, mode: str | None, case: tuple[tuple[ActorCode, ...], ...], unrest: tuple[str, ...]
) -> bool:
    """Whether a state's hand on its own plain people shows no sign of politics: ordinary crime (codebook, rule 6)."""
    actors, recipients = case
    if mode not in PROSECUTION or not recipients:
        return False
    own = {a.principal for a in actors}
    plain = all(c.sector == "CVL" and c.principal in own for c in recipients)
    nameless = mode == "investigate" and recipients == (UNKNOWN,)
    if not plain and not nameless:
        return False
    return not any(token.lower.startswith(unrest) for token in parsed.tokens)


def _is_own_word(actors: tuple[ActorCode, ...], statement: Statement | None) -> bool:
    """Whether a retreat to come is announced by the one that will retreat: a concession made (codebook, section 2)."""
    return statement is None or statement.speaker.principal in {a.principal for a in actors}


def _asked(parsed: Parsed, firing: Firing, context: Context) -> str:
    """The mode of a request or refusal, from the verbs below it and the words right before it."""
    lemmas = sorted(_gist(parsed, firing))
    words = parsed.tokens[max(0, firing.anchor - ASKED_WORDS) : firing.anchor]
    return context.pack.asks.mode(lemmas, (t.lower for t in words))


def _gist(parsed: Parsed, firing: Firing) -> frozenset[str]:
    """The verbs of the clauses below: what is asked, said or promised."""
    below = (c.verb for c in parsed.clauses if c.parent == firing.clause.verb)
    return frozenset(parsed.tokens[verb].morph.lemma for verb in below)


def _type(firing: Firing, parsed: Parsed, told: Modality) -> tuple[EventType, str | None, Modality | None]:
    """Type, mode and modality: a negation that refuses makes it REJECT."""
    frame = firing.frame
    if told is Modality.WANTED and frame.type in SPEECH_ACTS:
        return frame.type, frame.mode, None
    if "planned-only" in frame.flags:
        return frame.type, frame.mode, Modality.HAPPENED if told is Modality.PLANNED else None
    if frame.type is EventType.THREATEN and "negative-only" in frame.flags:
        return frame.type, frame.mode, Modality.HAPPENED
    if not parsed.tokens[firing.anchor].morph.negative or "negation-rejects" not in frame.flags:
        return frame.type, frame.mode, told
    settled = Modality.HAPPENED if told is Modality.PLANNED else told  # who says that he will not has refused
    return EventType.REJECT, "meet" if frame.type is EventType.CONSULT else None, settled


def _trigger(report: Report, parsed: Parsed, firing: Firing) -> Span:
    first, last = min(firing.words) + parsed.base, max(firing.words) + parsed.base
    return Span(report.tokens[first].span.start, report.tokens[last].span.stop)


def _parts(name: str, codes: tuple[ActorCode, ...], filled: Filled) -> Iterator[Part]:
    for code in codes:
        mention = next((m for m in filled.mentions if code in m.codes), None)
        yield Part(name, code, mention.text if mention else "", mention.at if mention else None)


def _main_subject(parsed: Parsed) -> tuple[Mention, ...]:
    """The subject of the sentence's last finite clause outside quotations."""
    for clause in reversed(parsed.clauses):
        if clause.form == "Fin" and not clause.quoted and clause.subject:
            return tuple(parsed.mentions[n] for n in clause.subject)
    return ()


def _when(report: Report, parsed: Parsed, firing: Firing) -> Time | None:
    """The time told nearest before the anchor, in the clause's own stretch; else the only one of the sentence."""
    here = [t for t in report.times if parsed.base <= t.first < parsed.base + len(parsed.tokens)]
    own = [t for t in here if firing.clause.first <= t.first - parsed.base < firing.anchor]
    if own:
        return own[-1]
    return here[0] if len(here) == 1 and not firing.nominal else None
