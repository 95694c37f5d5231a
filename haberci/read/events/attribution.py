"""Who says that a deed took place: the speaker of the statement around it, or the report itself."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode
from haberci.core.clause import Clause, Link
from haberci.core.codebook import EventType, Modality
from haberci.core.governors import GovernorTable
from haberci.core.morph import FINITE, FIRST, GEN, Form, Tense
from haberci.core.report import Mention, MentionKind, Statement
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
    Rule("source.claimer", "who says that a deed was theirs tells so", "DEAŞ, Kabil'deki saldırıyı üstlendi."),
    Rule("source.accuser", "a deed named in an accusation is told by the accuser", "Bakü, köye saldırıyı kınadı."),
)
CLAIMED: Final = frozenset({Form.DIK, Form.ACAK})  # of a verb in what somebody claims: "vurulduğu iddiası"
DENIABLE: Final = frozenset(  # what one says not to have done
    {EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.ACCUSE}
)
RIVALS: Final = IRREGULAR | {"OPP", "EDU", "JRN", "NGO"}  # who speak for themselves, not for their state
COURT: Final = "JUD"
YIELD: Final = "yield"
ANNOUNCES: Final = "announce"  # the force of words by which something is made known
LEGAL: Final = "investigate"
SPOKEN: Final = (("speaker",),)  # the actor of frames that are the speaker's act whatever their verb tells
TOLD_FORMS: Final = (Form.DIK, Form.AN)
HEARD_FAR: Final = 3  # verbs over a deed among which the one is by which it was learned
RUMOUR_OPENS: Final = 5  # words at the head of a sentence that say by what it goes
RUMOUR_NEAR: Final = 6  # words behind a deed among which those stand that say that it is heard of
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

ACCORDS: Final = frozenset({EventType.AGREE, EventType.SUPPORT})  # what two may make together


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
    own = any(is_own_side(actor, statement.speaker) for actor in actors)
    # What two have agreed on or signed was done: "anlaştık" promises nothing.
    together = mutual and event_type in ACCORDS and len({a.principal for a in actors}) > 1
    done = told is Modality.HAPPENED or (told is Modality.DENIED and event_type not in DENIABLE)
    told_now = event_type in SPEECH_ACTS and done and not together
    announced = event_type in ANNOUNCED and told is not Modality.DENIED
    if own and (told_now or announced) and not recalled and statement.force != "recall":
        return None, "source.speech-act"
    return statement.speaker, "source.speaker"


def is_own_side(actor: ActorCode, speaker: ActorCode) -> bool:
    """Whether a doer is of the speaker's side; an opposition, rebels or scholars and their rulers are two sides.

    So is a court, of whose deeds a politician tells.
    """
    rivals = actor.sector != speaker.sector and not RIVALS.isdisjoint((actor.sector, speaker.sector))
    rivals = rivals or (actor.sector == COURT and speaker.sector != COURT)
    return actor.principal == speaker.principal and not rivals


def is_recalled(firing: Firing, doers: Sequence[Mention], parsed: Parsed, statement: Statement | None) -> bool:
    """Whether somebody tells what was done before he spoke: "Başbakan'a çağrı yaptım", "çağrıda bulunduğunu söyledi".

    ``doers`` are the phrases for who did it.
    """
    clause, morph = firing.clause, parsed.tokens[firing.clause.verb].morph
    if clause.form is FINITE:
        past = morph.tense in (Tense.PAST, Tense.EVID) or morph.past_copula
        own = morph.person in FIRST or (firing.frame.type in ANNOUNCED and morph.passive)
        return clause.quoted and past and own
    if firing.nominal or clause.form not in TOLD_FORMS or statement is None or firing.frame.actor == SPOKEN:
        return False
    if clause.head is not None or clause.form is Form.AN:
        # "Oslo'ya destek veren ülkelerden olduğunu savundu"
        over = parsed.clause_of(clause.parent)
        told = clause.form is Form.AN and over is not None and over.form in CLAIMED
        return firing.frame.type in SPEECH_ACTS and (clause.quoted or told)
    return _was_done(firing, parsed, statement) or _is_narrated(statement, parsed) or _is_fellows(doers, statement)


def _was_done(firing: Firing, parsed: Parsed, statement: Statement) -> bool:
    """Whether a verb of -DIK tells what takes more than to say it: "soruşturma başlatıldığını", "talep ettiğini".

    Who makes known that he calls upon somebody does so by it: "tarafları itidale davet ettiğini açıkladı".
    """
    frame, morph = firing.frame, parsed.tokens[firing.anchor].morph
    governors = parsed.pack.governors
    wants = morph.lemma in governors.passives or morph.lemma in governors.actives
    wants = wants or governors.verbs.get(morph.lemma) == Modality.WANTED  # "umduklarını ifade etti"
    calls = statement.force == ANNOUNCES and not governors.bidding.isdisjoint(parsed.verb_words(firing.anchor))
    asked = frame.type is EventType.REQUEST and not wants and not calls
    return frame.mode == LEGAL or (asked and not morph.negative)


def _is_narrated(statement: Statement, parsed: Parsed) -> bool:
    """Whether who speaks tells a story: "yardım istediklerini anlattı"."""
    told = (t for t in parsed.tokens if statement.cue_at.span.overlaps(t.span))
    return any(token.morph.lemma in parsed.pack.governors.narrating for token in told)


def _is_fellows(doers: Sequence[Mention], statement: Statement) -> bool:
    """Whether another person of the speaker's side did it: "Sözcü, Bakan Rama'nın Paris'i kınadığını söyledi"."""
    if statement.speaker_at is None or any(m.at.span.overlaps(statement.speaker_at.span) for m in doers):
        return False
    return bool(doers) and all(m.kind is MentionKind.PERSON and m.case is GEN for m in doers)


def announcer(firing: Firing, parsed: Parsed) -> ActorCode | None:
    """Who tells a deed by a verb that is a noun itself: "Kiev'in, köyün vurulduğunu açıklamasının ardından"."""
    over = parsed.clause_of(firing.clause.parent)
    if over is None or over.form is not Form.MA or firing.clause.form not in CLAIMED or firing.nominal:
        return None
    if parsed.tokens[over.verb].morph.lemma not in parsed.pack.governors.announcing:
        return None
    tellers = [parsed.mentions[n] for n in over.subject or firing.clause.subject]
    told = [code for mention in tellers if mention.case is GEN for code in mention.codes]
    return told[0] if told and UNKNOWN not in told else None


def untold_source(
    firing: Firing, parsed: Parsed, governors: GovernorTable, modality: Modality
) -> tuple[ActorCode | None, str]:
    """The source that no statement tells: who wishes a deed, or nobody where it only "was learned"."""
    if _is_heard_of(firing.clause, parsed, governors) or goes_by_rumour(firing, parsed, governors):
        return UNKNOWN, "source.hearsay"
    parent = None if firing.nominal else parsed.clause_of(firing.clause.parent)
    if parent is None or (firing.frame.type in SPEECH_ACTS and modality is not Modality.WANTED):
        return None, "source.wire"
    morph = parsed.tokens[parent.verb].morph
    tellers = [code for n in parent.subject for code in parsed.mentions[n].codes]
    if modality is Modality.WANTED and tellers:
        return tellers[0], "source.wisher"
    own = firing.clause.form in CLAIMED and parent.subject == firing.clause.subject
    words = (morph.lemma, f"{parsed.tokens[parent.verb - 1].lower} {morph.lemma}")
    refuted = firing.clause.form in CLAIMED and any(governors.verbs.get(word) == Modality.DENIED for word in words)
    if modality is Modality.DENIED and ((morph.negative and own) or refuted) and tellers:
        return tellers[0], "source.denier"
    return None, "source.wire"


def _is_heard_of(clause: Clause, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a deed only was learned, or is heard of: "öldürüldüğü öğrenildi", "vurulduğu gelen haberler arasında"."""
    told: Clause | None = clause
    for _ in range(HEARD_FAR):
        if told is None or told.quoted != clause.quoted:
            return False
        if told.form in CLAIMED and _is_rumoured(told.verb, parsed, governors):
            return True
        if told.head is not None:
            return False
        over = parsed.clause_of(told.parent)
        morph = parsed.tokens[over.verb].morph if over is not None else None
        if told.form in CLAIMED and morph is not None and morph.passive and morph.lemma in governors.hearsay:
            return True
        told = over
    return False


def goes_by_rumour(firing: Firing, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether a sentence opens with what nobody told says, outside what it quotes: "Edinilen bilgiye göre"."""
    if firing.clause.quoted:
        return False
    for at in range(1, min(RUMOUR_OPENS, firing.anchor)):
        if parsed.words.links.get(parsed.small[at]) is Link.SOURCE:
            named = any(m.first - parsed.base < at for m in parsed.mentions)
            return not named and parsed.tokens[at - 1].morph.lemma in governors.rumours
    return False


def _is_rumoured(verb: int, parsed: Parsed, governors: GovernorTable) -> bool:
    """Whether words right behind a deed say that it is heard of: "yönünde haberler var"."""
    return not governors.rumoured.isdisjoint(map(" ".join, pairwise(parsed.small[verb + 1 : verb + RUMOUR_NEAR])))
