"""From a frame that fired to the event it tells: parties, type, source, time, and what holds the tellings apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from haberci.core.actors import ActorCode, seats
from haberci.core.codebook import EventType, Modality
from haberci.core.language import Context
from haberci.core.morph import AN, FINITE, Form
from haberci.core.naming import Group
from haberci.core.report import Event, MentionKind, Part, Report, StatementKind, Time
from haberci.core.span import Span
from haberci.core.speech import Spoken
from haberci.read.events import admission, crimes
from haberci.read.events.accidents import UNTOLD, is_accident, is_plain_blast
from haberci.read.events.attribution import CLAIMED, SPEECH_ACTS, announcer, attribution, is_recalled, untold_source
from haberci.read.events.beside_words import beside_source, is_beside_words
from haberci.read.events.deed_type import Typed, final_type, first_type
from haberci.read.events.deeds import Told
from haberci.read.events.held_apart import are_counted, goes_on, is_further, persons, places
from haberci.read.events.in_person import in_person, opposed_in_person
from haberci.read.events.matching import Firing
from haberci.read.events.modality_rules import AHEAD, JUDGED
from haberci.read.events.mode_words import gist
from haberci.read.events.offers import offer
from haberci.read.events.parties import sides
from haberci.read.events.policing import as_police
from haberci.read.events.reciprocal import each_other, refused
from haberci.read.events.refused_request import as_asked
from haberci.read.events.rivals import BY_PARTY, OPPOSITION, Codes, with_party
from haberci.read.events.setting import Filled, Setting
from haberci.read.events.suspects import TRIED_AGAIN, are_public
from haberci.read.events.targets import at_target, in_civil_war, of_former
from haberci.read.events.threats import threat
from haberci.read.events.unnamed import GOVERNED, unnamed
from haberci.read.events.unsaid import is_nobodys_plan, says_nothing
from haberci.read.events.visits import guest_and_host
from haberci.read.events.weapons import by_bearer
from haberci.read.events.when import is_ahead, when_told
from haberci.read.events.where import at_home, where_told
from haberci.read.parse import Parsed
from haberci.read.rows import HOLDERS

_ASSAULT, _REJECT = EventType.ASSAULT, EventType.REJECT  # by names of their own, as in ``core.morph``
_FIRST_PERSON, _REFLEXIVE = Group.FIRST_PERSON, Group.REFLEXIVE
_DENIED = Modality.DENIED
SAID_OF_ALL: Final = frozenset({EventType.REQUEST, EventType.REJECT})
SIGNED: Final = ("between",)  # the first doers of what two sign
COMPANY: Final = "party.company"
SHARED: Final = "party.shared"  # the rule of a doer whom the clause around tells
FITNESS: Final = (AN, Form.ACAK)  # forms that may say what a thing is fit for


@dataclass(frozen=True, slots=True)
class Place:
    """Where a frame fired: report, sentence, the sentences before, who last acted together, the events told before,
    who says what, and the guest and host, or buyer and seller, told last."""

    report: Report
    context: Context
    parsed: Parsed
    earlier: Sequence[Parsed]
    company: tuple[ActorCode, ...]
    before: Sequence[Event]
    spoken: Spoken
    guests: tuple[ActorCode, ...] = ()


def told_event(place: Place, firing: Firing, likely: Modality, modality_rule: str) -> Told | None:
    """The event that a firing tells, or None when it is none (codebook, section 2)."""
    report, parsed = place.report, place.parsed
    typed = first_type(firing, parsed, likely)
    if typed is None:
        return None
    setting = _setting(place, trigger := _trigger(report, parsed, firing), likely)
    if says_nothing(firing, setting, modality_rule):
        return None
    firing = (refused if typed.type is _REJECT else each_other)(firing, setting)
    actor, recipient = opposed_in_person(sides(firing, setting), firing, setting)
    case = _case(firing, setting, typed, actor, recipient, modality_rule)
    when = None if case is None else when_told(report, parsed, firing)  # nine of ten have no sides
    typed, modality_rule = _by_day(typed, modality_rule, place, firing, when)
    if case is None or (when is None and (_is_aimless(typed, case, modality_rule) or _goes_on(place, firing, typed))):
        return None
    typed = final_type(typed, firing, parsed, place.context, case[0], recipient, setting.statement)
    typed = _said(by_bearer(typed, firing, setting, actor, recipient), firing, setting, case, modality_rule, recipient)
    case = as_police(typed, actor, case[0], setting), case[1]
    if (visit := guest_and_host(typed, firing, setting, case[0])) is not None:
        typed, recipient = replace(typed, mode="visit"), actor._replace(rule="party.at-home")
    actors, recipients = visit or case
    source, source_rule = _source(place, firing, typed, actor._replace(codes=actors), recipients, setting)
    if _is_apolitical(place, firing, typed, case, actor, recipient) or _is_undone(firing, typed, source, modality_rule):
        return None
    event = Event(
        at=report.sentences[parsed.number].at,
        type=typed.type,
        mode=typed.mode,
        actors=actors,
        recipients=recipients,
        modality=typed.modality,
        reported_by=source,
        trigger=report.text[trigger.start : trigger.stop],
        trigger_at=report.evidence(trigger),
        rule=f"event.{firing.frame.id}",
        parts=(*_parts("actor", actors, actor), *_parts("recipient", recipients, recipient)),
        why=(modality_rule, source_rule, actor.rule, recipient.rule),
        when=when,
        where=where_told(report, parsed, firing, typed.type) or at_home(report, parsed, firing, actors),
    )
    return _told(event, firing, parsed, in_person(actor, setting), recipient)


def _said(typed: Typed, firing: Firing, setting: Setting, case: admission.Sides, rule: str, recipient: Filled) -> Typed:
    """The type of what is said: what one would do for another offered, what one would do to another threatened."""
    typed = offer(as_asked(typed, recipient, setting), firing, setting.parsed, case, setting.statement)
    return threat(typed, rule, case, setting.statement, firing, setting.parsed, setting.asks)


def _by_day(typed: Typed, rule: str, place: Place, firing: Firing, when: Time | None) -> tuple[Typed, str]:
    """The deed and the rule of its modality: what is told in the present of a day to come is a plan."""
    ahead = is_ahead(typed.modality, firing, place.parsed, when, place.report)
    return (replace(typed, modality=Modality.PLANNED), AHEAD) if ahead else (typed, rule)


def _is_aimless(typed: Typed, sides: admission.Sides, rule: str) -> bool:
    """Whether a deed that is judged is told with nobody it is done to; who withdraws needs nobody."""
    return rule == JUDGED and not sides[1] and typed.mode != "withdraw"


def _goes_on(place: Place, firing: Firing, typed: Typed) -> bool:
    """Whether talks without a day have no place either: they only go on, and are no deed (codebook, rule 5)."""
    return "occasion" in firing.frame.flags and where_told(place.report, place.parsed, firing, typed.type) is None


def _told(event: Event, firing: Firing, parsed: Parsed, actor: Filled, recipient: Filled) -> Told | None:
    """The event with what holds it apart from another telling; None for a plan of nobody."""
    if is_nobodys_plan(event, firing, parsed):
        return None
    many = are_counted(parsed, recipient)
    bare = firing.nominal and event.when is None
    further = is_further(parsed, firing, parsed.pack.governors.further)
    where, matter = places(parsed, firing), gist(parsed, firing)
    lasting = goes_on(parsed, firing)
    return Told(event, persons(actor), persons(recipient), where, matter, many, bare, further, lasting)


def _case(
    firing: Firing, setting: Setting, typed: Typed, actor: Filled, recipient: Filled, rule: str
) -> admission.Sides | None:
    """Actors and recipients, or None when it is no event; ``rule`` gave the deed its modality."""
    denied = typed.modality is _DENIED
    if typed.type is _ASSAULT and _is_teller(firing, setting, recipient):
        return None
    if typed.type in BY_PARTY:
        actor, recipient = with_party(actor, setting.report), with_party(recipient, setting.report)
    frame = at_target(of_former(firing.frame, actor), actor, recipient, setting)
    frame = in_civil_war(frame, actor, recipient, setting)
    return admission.settle(frame, typed.type, denied, actor, recipient) or unnamed(
        firing, setting, typed.type, actor, recipient, rule
    )


def _is_undone(firing: Firing, typed: Typed, source: ActorCode | None, rule: str) -> bool:
    """Whether the report itself tells a deed as not done, which is no event; what it calls untrue, others told.

    ``rule`` gave the deed its modality.
    """
    refuted = rule == GOVERNED and firing.clause.form in CLAIMED and not firing.nominal
    return typed.modality is _DENIED and source is None and not refuted


def _source(
    place: Place, firing: Firing, typed: Typed, actor: Filled, others: Codes, setting: Setting
) -> tuple[ActorCode | None, str]:
    """Who says so, and the rule that tells it; the codes of ``actor`` are the doers, ``others`` the receivers."""
    beside = is_beside_words(firing, setting, typed.type, (*actor.codes, *others))
    if beside or (actor.rule == COMPANY and typed.type in SPEECH_ACTS) or _is_answered(firing, typed, others, setting):
        return beside_source(firing, place.parsed)
    trigger = _trigger(place.report, place.parsed, firing)
    recalled = is_recalled(firing, actor.mentions, place.parsed, setting.statement)
    mutual = "mutual" in firing.frame.flags and (typed.type is not EventType.SUPPORT or SIGNED in firing.frame.actor)
    source, rule = attribution(typed.type, actor.codes, trigger, setting.statement, typed.modality, recalled, mutual)
    if source is not None:
        return source, rule
    if "claims" in firing.frame.flags and actor.codes and typed.modality is not _DENIED:
        return actor.codes[0], "source.claimer"
    teller = None if typed.type in SPEECH_ACTS else announcer(firing, place.parsed)
    if teller is not None:
        return teller, "source.speaker"
    return untold_source(firing, place.parsed, place.context.pack.governors, typed.modality)


def _is_answered(firing: Firing, typed: Typed, others: Codes, setting: Setting) -> bool:
    """Whether a speaker answers what came to him, which the report tells: "Orban, gelen eleştirileri haksız buldu"."""
    said = setting.statement
    speaker = None if said is None or said.kind is StatementKind.DIRECT else said.speaker.principal
    came = firing.clause.form is AN and firing.clause.head is not None and typed.type in SPEECH_ACTS
    return came and any(code.principal == speaker for code in others)


def _is_apolitical(
    place: Place, firing: Firing, typed: Typed, sides: admission.Sides, actor: Filled, recipient: Filled
) -> bool:
    """Whether it is ordinary crime or an accident; what follows a deed of politics is politics."""
    known = recipient.rule == TRIED_AGAIN or are_public(place.report, recipient)
    crime = not known and _is_crime(place, typed, sides, recipient)
    return (
        crime
        or _is_ability(typed, firing, place.parsed, actor, recipient)
        or is_accident(place.parsed, place.context.pack.governors, typed.type, actor)
        or is_plain_blast(firing, place.report, place.context.pack.governors, sides[1])
        or _is_own_country(place, typed, sides, recipient)
    )


def _is_ability(typed: Typed, firing: Firing, parsed: Parsed, actor: Filled, recipient: Filled) -> bool:
    """Whether a thing is told to be able to do it, and nobody to do it: "bin kişiyi barındırabilecek kamplar".

    So is a force said to be able to strike, in words that name neither side: "uçak hedefleri vurabilecek".
    """
    if typed.modality is not Modality.HYPOTHETICAL:
        return False
    described = firing.clause.head is not None and parsed.tokens[firing.clause.verb].morph.able
    fits = described and firing.clause.form in FITNESS and actor.rule == SHARED
    return fits or (typed.type is _ASSAULT and UNTOLD.issuperset((actor.rule, recipient.rule)))


def _is_teller(firing: Firing, setting: Setting, recipient: Filled) -> bool:
    """Whether the victim would be who tells it, in words without marks: "Bakan, Askerler vuruluyor diyorsunuz dedi"."""
    said = setting.statement
    if said is None or said.speaker_at is None or firing.clause.form is not FINITE:
        return False
    return any(mention.at.span == said.speaker_at.span for mention in recipient.mentions)


def _is_own_country(place: Place, typed: Typed, sides: admission.Sides, recipient: Filled) -> bool:
    """Whether an opposition at home says of its country what must be, or not: "Türkiye'nin bölünmesine izin vermeyiz".

    Of the government it speaks by that name.
    """
    home = place.context.pack.naming.home
    ours = all(code.principal == home and code.sector == OPPOSITION for code in sides[0])
    country = bool(recipient.mentions) and all(mention.kind is MentionKind.STATE for mention in recipient.mentions)
    return ours and country and typed.type in SAID_OF_ALL and all(code.principal == home for code in sides[1])


def _is_crime(place: Place, typed: Typed, sides: admission.Sides, recipient: Filled) -> bool:
    """Whether it is ordinary crime by its sentence, where the report told of no unrest in the land.

    Whom police arrest may be told by the sentence before.
    """
    doers = {code.principal for code in sides[0]}
    if any(crimes.is_unrest(event, doers) or crimes.is_case(event, sides[1]) for event in place.before):
        return False
    done = typed.mode == "arrest" and typed.modality is Modality.HAPPENED
    before = place.earlier[-1:] if done else ()
    words = " ".join(token.lower for parsed in (*before, place.parsed) for token in parsed.tokens)
    named = any(mention.kind in HOLDERS for mention in recipient.mentions)
    return crimes.is_crime(typed.mode, *sides, words, place.context.pack.governors.unrest, named)


def _setting(place: Place, trigger: Span, likely: Modality) -> Setting:
    governors = place.context.pack.governors
    statement = place.spoken.at(trigger)
    words = place.context.pack.naming.words
    return Setting(
        place.report,
        place.parsed,
        statement,
        place.earlier,
        place.company,
        governors,
        place.context.pack.asks,
        words[_REFLEXIVE],
        words[_FIRST_PERSON],
        place.before,
        likely,
        place.spoken,
        place.context.register.states,
        place.guests,
        seats(place.context.register, place.context.pack.lower),
        place.context.register.armed,
    )


def _trigger(report: Report, parsed: Parsed, firing: Firing) -> Span:
    first, last = min(firing.words) + parsed.base, max(firing.words) + parsed.base
    return Span(report.tokens[first].span.start, report.tokens[last].span.stop)


def _parts(name: str, codes: tuple[ActorCode, ...], filled: Filled) -> Iterator[Part]:
    for code in codes:
        mention = next((m for m in filled.mentions if code in m.codes), None)
        yield Part(name, code, mention.text if mention else "", mention.at if mention else None)
