"""Who says that a deed took place: the speaker of the statement around it, or the report itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN, UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.clause import Clause
from haberci.core.codebook import EventType, Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import FINITE, FIRST, Form, Tense
from haberci.core.report import Event, Statement
from haberci.core.rule import Rule
from haberci.core.span import Span
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

RULES: Final = (
    Rule(
        "source.wire", "a deed that stands in no statement is told by the report itself", "İki ülke anlaşmayı imzaladı."
    ),
    Rule(
        "source.speaker",
        "a deed told inside a statement is told by its speaker",
        "Erivan, Bakü'nün köyleri bombaladığını bildirdi.",
    ),
    Rule(
        "source.speech-act",
        "a speech act that is the speaker's own is narrated by the report",
        "Kallas, yaptırımları desteklediğini belirtti.",
    ),
    Rule("source.hearsay", "what only was learned has no source", "Üç askerin öldürüldüğü öğrenildi."),
    Rule("source.wisher", "a deed wished is told by who wishes it", "Erivan, Bakü'nün esirleri bırakmasını umuyor."),
    Rule("source.denier", "who denies a deed of their own tells so", "Bakü, köyü vurduğu iddiasını kabul etmiyor."),
    Rule("source.accuser", "a deed named in an accusation is told by the accuser", "Bakü, köye saldırıyı kınadı."),
)
CLAIMED: Final = frozenset({Form.DIK, Form.ACAK})  # of a verb in what somebody claims: "vurulduğu iddiası"
DENIABLE: Final = frozenset(  # what one says not to have done
    {EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.ACCUSE}
)
OPPOSITION: Final = "OPP"
YIELD: Final = "yield"
ANNOUNCED: Final = frozenset({EventType.SANCTION})  # measures that their taker takes by saying so
SPEECH_ACTS: Final = frozenset(
    {
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)


def attribution(
    event_type: EventType,
    actors: tuple[ActorCode, ...],
    trigger: Span,
    statement: Statement | None,
    told: Modality = Modality.HAPPENED,
    recalled: bool = False,
    mutual: bool = True,
) -> tuple[ActorCode | None, str]:
    """Who tells the deed (None: the report), and the rule that says so; ``statement`` is the innermost around it.

    ``recalled`` says that its speaker tells it of the past ("çağrı yaptım"), ``mutual`` that all the actors do it with
    each other. A speech act that its speaker only announces, wishes, holds possible or denies is told by the speaker,
    too.
    """
    if statement is None or statement.cue_at.span.overlaps(trigger):
        return None, "source.wire"
    own = any(_is_own_side(actor, statement.speaker) for actor in actors)
    # What two have agreed on was done: "anlaştık" promises nothing.
    together = mutual and event_type is EventType.AGREE and len({a.principal for a in actors}) > 1
    done = told is Modality.HAPPENED or (told is Modality.DENIED and event_type not in DENIABLE)
    told_now = event_type in SPEECH_ACTS and done and not together
    announced = event_type in ANNOUNCED and told is not Modality.DENIED
    if own and ((told_now and not recalled) or announced) and statement.force != "recall":
        return None, "source.speech-act"
    return statement.speaker, "source.speaker"


def _is_own_side(actor: ActorCode, speaker: ActorCode) -> bool:
    """Whether a doer is of the speaker's side; an opposition and what it opposes are two sides of one state."""
    rivals = actor.sector != speaker.sector and OPPOSITION in (actor.sector, speaker.sector)
    return actor.principal == speaker.principal and not rivals


def is_recalled(clause: Clause, parsed: Parsed) -> bool:
    """Whether somebody tells in his own words what he did: "Başbakan'a çağrı yaptım", "tasarıyı reddettik"."""
    morph = parsed.tokens[clause.verb].morph
    past = morph.tense in (Tense.PAST, Tense.EVID) or morph.past_copula
    return clause.quoted and clause.form is FINITE and past and morph.person in FIRST


def told_by_accuser(event: Event, over: Iterable[Event]) -> Event:
    """The event with its accuser as source where the verb that governs it accuses; ``over`` are that verb's events."""
    accusation = next((e for e in over if e.type is EventType.ACCUSE and e.actors), None)
    if accusation is None or event.reported_by is not None or event.type in SPEECH_ACTS:
        return event
    accuser = accusation.actors[0]
    if any(actor.principal == accuser.principal for actor in event.actors):
        return event
    why = tuple("source.accuser" if rule == "source.wire" else rule for rule in event.why)
    return replace(event, reported_by=accuser, why=why)


def blaming_doer(event: Event, under: Iterable[Event]) -> Event:
    """An accusation that names nobody blames who did the deed that its clause tells: "tutuklanmasını kınadı"."""
    if event.type is not EventType.ACCUSE or any(c.principal != UNKNOWN_PRINCIPAL for c in event.recipients):
        return event
    own = {actor.principal for actor in event.actors}
    for told in under:
        doers = tuple(c for c in told.actors if c.principal not in {*own, UNKNOWN_PRINCIPAL})
        if doers and told.type not in SPEECH_ACTS:
            blamed = tuple(replace(p, name="recipient") for p in told.parts if p.name == "actor" and p.code in doers)
            parts = (*(p for p in event.parts if p.name == "actor"), *blamed)
            return replace(event, recipients=doers, parts=parts, why=(*event.why, "party.blamed"))
    return event


def blamed_beside(event: Event, beside: Iterable[Event]) -> Event:
    """A condemnation that names nobody blames of whom it is asked to yield, too: "kınayarak Bakü'yü çekilmeye çağırdı".

    ``beside`` are the events of the sentence.
    """
    if event.type is not EventType.ACCUSE or any(c.principal != UNKNOWN_PRINCIPAL for c in event.recipients):
        return event
    for told in beside:
        asked = (told.type is EventType.REQUEST and told.mode == YIELD) or told.type is EventType.THREATEN
        if asked and told.actors == event.actors and UNKNOWN not in told.recipients:
            parts = (p for p in (*event.parts, *told.parts) if p.name == "actor" or p in told.parts)
            named = tuple(dict.fromkeys(parts))
            return replace(event, recipients=told.recipients, parts=named, why=(*event.why, "party.blamed"))
    return event


def doer_of_row(event: Event, over: Iterable[Event]) -> Event:
    """A deed told by a noun without a doer, in a row with what the verb tells: "silahlı saldırı ile baskın düzenledi".

    ``over`` are the events of the verb.
    """
    if event.actors != (UNKNOWN,):
        return event
    for told in over:
        if told.type is event.type and not {c.principal for c in told.actors} & {UNKNOWN_PRINCIPAL}:
            doers = (p for p in told.parts if p.name == "actor")
            parts = (*doers, *(p for p in event.parts if p.name != "actor"))
            return replace(event, actors=told.actors, parts=parts, why=(*event.why, "party.shared"))
    return event


def doer_blamed(event: Event, blaming: Iterable[Event]) -> Event:
    """A deed without a doer, done by whom the verb above holds to have done it: "suikasttan Bern'i sorumlu tuttu".

    ``blaming`` are the accusations of that verb.
    """
    if event.actors != (UNKNOWN,) or event.type in SPEECH_ACTS:
        return event
    for told in blaming:
        doers = tuple(c for c in told.recipients if c not in event.recipients and c != UNKNOWN)
        if doers and told.modality is Modality.HAPPENED:
            named = tuple(replace(p, name="actor") for p in told.parts if p.name == "recipient" and p.code in doers)
            parts = (*named, *(p for p in event.parts if p.name != "actor"))
            return replace(event, actors=doers, parts=parts, why=(*event.why, "party.blamed"))
    return event


def untold_source(
    firing: Firing, parsed: Parsed, governors: GovernorTable, modality: Modality
) -> tuple[ActorCode | None, str]:
    """The source that no statement tells: who wishes a deed, or nobody where it only "was learned"."""
    parent = None if firing.nominal else parsed.clause_of(firing.clause.parent)
    morph = parsed.tokens[parent.verb].morph if parent is not None else None
    if parent is None or morph is None or (firing.frame.type in SPEECH_ACTS and modality is not Modality.WANTED):
        return None, "source.wire"
    if morph.passive and morph.lemma in governors.hearsay and firing.clause.head is None:
        return UNKNOWN, "source.hearsay"
    tellers = [code for n in parent.subject for code in parsed.mentions[n].codes]
    if modality is Modality.WANTED and tellers:
        return tellers[0], "source.wisher"
    own = firing.clause.form in CLAIMED and parent.subject == firing.clause.subject
    words = (morph.lemma, f"{parsed.tokens[parent.verb - 1].lower} {morph.lemma}")
    refuted = firing.clause.form in CLAIMED and any(governors.verbs.get(word) == Modality.DENIED for word in words)
    if modality is Modality.DENIED and ((morph.negative and own) or refuted) and tellers:
        return tellers[0], "source.denier"
    return None, "source.wire"
