"""One event once: the same deed told in headline, lead and body is one event with all its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.report import BlockKind, Event, Report, Time
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.gatherings import is_of_more, joins, met, parties_met
from haberci.read.events.kindred import KINDRED
from haberci.read.events.one_fight import OTHER_FIGHTS, fell_in_clash, is_town_of_group
from haberci.read.events.same_names import differ, others_met
from haberci.read.events.setting import SPEAKER
from haberci.read.events.summons import is_step_beside_words
from haberci.read.events.united import Blocks, is_told_in_part, row_of_modes, united
from haberci.read.events.visits import at_hosts, principals

Parties = frozenset[str]
SPOKEN: Final = frozenset({EventType.SUPPORT, EventType.REQUEST, EventType.AGREE, EventType.REJECT, EventType.CONCEDE})
TALK: Final = SPOKEN | {EventType.ACCUSE, EventType.THREATEN, EventType.CONSULT}  # told further by whom it goes to
PRIVATE: Final = frozenset({"BUS", "OPP", "CVL", "NGO", "LAB", "JRN"})  # who speaks for no state
BLOW: Final = "darbe-ye"  # in the id of the frame by which a group took blows
LOCAL: Final = frozenset({EventType.ASSAULT, EventType.PROTEST})  # deeds that a place tells apart
SAID_MODES: Final = frozenset({"disapprove", "allege"})
LASTING: Final = "hunger"  # a strike that is one on whichever day it is told
VISIT: Final = "visit"
MEDIATED: Final = "third-party"
HELD: Final = frozenset({"abduct", "torture", "sexual"})  # done to those in one's hands, and by no attack
DRILL: Final = "tatbikat"  # of the frames that tell of a drill, which is no deployment
AHEAD: Final = (Modality.PLANNED, Modality.HYPOTHETICAL)
IN_FORCE: Final = ("curfew", "martial-law")
SUMMING: Final = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})
WEEKDAY: Final = "time.weekday"
MONTH: Final = "time.month"
MONTHS: Final = slice(5, 7)  # of a date: 2017-10-12
DAY_LETTERS: Final = 4  # by which days are told apart, without the first, which may be a capital


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a deed: the event, the persons on each side, its places, the verbs of what is asked or said.

    ``many`` is whether those to whom it is done are told by their number, ``bare`` whether a noun alone tells it,
    ``further`` whether it is told as one besides those before, ``lasting`` whether its verb only says that it goes on.
    """

    event: Event
    doers: frozenset[str]
    receivers: frozenset[str]
    places: frozenset[str]
    gist: frozenset[str]
    many: bool = False
    bare: bool = False
    further: bool = False
    lasting: bool = False


def one_event_once(report: Report, tellings: Iterable[Told]) -> tuple[Event, ...]:
    """Events with those that tell the same deed made one, in text order.

    The fullest telling stands for the deed (the first when equal); a deed that one sentence tells in the report's own
    voice is the wire's.
    """
    blocks: Blocks = {sentence.at: sentence.block for sentence in reversed(report.sentences)}
    kept: list[Told] = []
    for telling in _hosted(tellings):
        for number, other in enumerate(kept):
            told = _as_planned(telling, other)
            added = joins(told.event, other.event)
            if added or _same_deed(blocks, told, other):
                event = met(other.event, told.event) if added else united(blocks, other.event, told.event)
                kept[number] = _merged(event, other, told)
                break
        else:
            kept.append(telling)
    events = [_with_denied(told.event, kept) for told in kept]
    return tuple(sorted(events, key=lambda e: (e.at.start, e.trigger_at.start, e.type)))


def _as_planned(told: Told, before: Told) -> Told:
    """What a bare noun behind a plan of the same names is what is planned: "gelecek. Ziyaretin konusu göç"."""
    planned = before.event.modality in AHEAD and before.event.mode == VISIT
    if not (told.bare and planned and told.event.modality is Modality.HAPPENED):
        return told
    return replace(told, event=replace(told.event, modality=before.event.modality))


def _hosted(tellings: Iterable[Told]) -> Iterator[Told]:
    """The tellings, each meeting of a visitor with his hosts being part of the visit: he is its actor."""
    visits, every = list[Event](), list(tellings)
    met = {(t.event.at, t.event.actors) for t in every if t.event.type is EventType.CONSULT and not t.event.recipients}
    for told in every:
        event = told.event
        if len(principals(event.actors)) > 1 and event.mode == "visit" and (event.at, event.actors) in met:
            continue  # two who went somewhere to meet there: "gittikleri Viyana'da bir araya gelen"
        if event.type is EventType.CONSULT and event.mode == "visit":
            visits.append(event)
        elif event.type is EventType.CONSULT and event.mode is None and not event.recipients:
            told = replace(told, event=at_hosts(event, visits))
        yield told


def _with_denied(event: Event, kept: Iterable[Told]) -> Event:
    """A denial with the receiver of the deed that it denies, where it names none."""
    if event.modality is not Modality.DENIED or event.recipients:
        return event
    for other in (told.event for told in kept):
        same = other.type is event.type and principals(other.actors) == principals(event.actors)
        if same and other.modality is not Modality.DENIED:
            parts = (*event.parts, *(p for p in other.parts if p.name == "recipient"))
            return replace(event, recipients=other.recipients, parts=parts, why=(*event.why, "party.context"))
    return event


def _same_deed(blocks: Blocks, one: Told, other: Told) -> bool:
    a, b = one.event, other.event
    if a.type is not b.type or (a.modality is Modality.DENIED) is not (b.modality is Modality.DENIED):
        return False
    if _is_another(one, b) or _is_of_others(a, b):
        return False
    if _is_later(blocks, one, b) or _is_later(blocks, other, a):
        return False
    if _told_apart(a, b) or differ(one.doers, other.doers) or differ(one.receivers, other.receivers):
        return False
    if a.type is EventType.COERCE and ((one.many and other.receivers) or (other.many and one.receivers)):
        return False  # the arrest of one by name is not that of hundreds
    if a.type in LOCAL and differ(one.places, other.places):
        return False
    if a.type in SPOKEN and not _same_words(blocks, one, other):
        return False
    if a.type is EventType.CONSULT:
        return _same_meeting(one, other)
    struck, hit = principals(a.recipients), principals(b.recipients)
    same = _agree(struck, hit) or (a.type is EventType.ASSAULT and (is_told_in_part(a, b) or _in_one_town(one, other)))
    return same and _agree(principals(a.actors), principals(b.actors))


def _in_one_town(one: Told, other: Told) -> bool:
    near = bool(one.places & other.places)
    return is_town_of_group(one.event, other.event, near) or is_town_of_group(other.event, one.event, near)


def _is_of_others(a: Event, b: Event) -> bool:
    """Whether other sides do the one than the other; not of who fell in a clash of two."""
    if fell_in_clash(a, b) or fell_in_clash(b, a):
        return False
    apart = any(is_other(one, two) for is_other in OTHER_FIGHTS for one, two in ((a, b), (b, a)))
    return apart or _is_other_blame(a, b) or _answers(a, b) or _besides(a, b)


def _same_meeting(one: Told, other: Told) -> bool:
    a, b = one.event, other.event
    if others_met(one.doers | one.receivers, other.doers | other.receivers):
        return False
    if one.bare and is_of_more(a, b):
        return True  # wherever somebody minds it
    if _elsewhere(a, b):
        return False
    return _agree(*map(parties_met, (a, b))) or _is_mediated(a, b) or _is_mediated(b, a)


def _is_mediated(event: Event, other: Event) -> bool:
    """Whether one tells of the same meeting with its mediator: "BM'nin gözetiminde buluştu", "görüştüler"."""
    plain = event.mode is None and not event.recipients and len(parties_met(event)) > 1
    return plain and other.mode == MEDIATED and parties_met(event) < parties_met(other)


def _is_another(told: Told, other: Event) -> bool:
    """Whether a deed is told as one besides another; of what is said only the blame of a further deed of nobody."""
    event = told.event
    done = event.type not in TALK or (event.type is EventType.ACCUSE and not event.recipients)
    return told.further and done and event.at != other.at


def _is_later(blocks: Blocks, telling: Told, done: Event) -> bool:
    """Whether one is still to come, or may, while the other took place; a headline may tell either way.

    What will go on has begun: "Tatbikat başladı", "tatbikat beş gün sürecek".
    """
    planned = telling.event
    if telling.lasting or planned.modality not in AHEAD or done.modality is not Modality.HAPPENED:
        return False
    if planned.modality is Modality.HYPOTHETICAL and planned.type in SPEECH_ACTS:
        return False
    if planned.mode in IN_FORCE or (planned.type is EventType.CONCEDE and planned.at == done.at):
        return False  # what is decreed will be in force, and is told so; "ateşkes ilan etme konusunda anlaştı"
    return BlockKind.HEADLINE not in (blocks.get(planned.at), blocks.get(done.at))


def _answers(a: Event, b: Event) -> bool:
    """Whether one goes from one side of a state to another, and the other back: opposition and government quarrel."""
    crossed = not set(a.actors).isdisjoint(b.recipients) or not set(b.actors).isdisjoint(a.recipients)
    return crossed and set(a.actors).isdisjoint(b.actors) and set(a.recipients).isdisjoint(b.recipients)


def _besides(a: Event, b: Event) -> bool:
    """Whether a firm or party says it, and the state whose it is says it, too: two speak."""
    apart = (PRIVATE.issuperset(c.sector for c in e.actors) for e in (a, b))
    said = a.type in SPOKEN or a.type is EventType.ACCUSE
    return said and bool(a.actors and b.actors) and next(apart) != next(apart)


def _is_other_blame(a: Event, b: Event) -> bool:
    """Whether one of two accusations in other words goes to a party that has no code: another than the one named."""
    blamed = bool(a.recipients and b.recipients) and (UNKNOWN in a.recipients) is not (UNKNOWN in b.recipients)
    return a.type is EventType.ACCUSE and blamed and a.rule != b.rule


def _merged(event: Event, one: Told, other: Told) -> Told:
    return Told(
        event,
        one.doers or other.doers,
        one.receivers or other.receivers,
        one.places | other.places,
        one.gist | other.gist,
        one.many or other.many,
    )


def _elsewhere(a: Event, b: Event) -> bool:
    """Whether two meetings are told to be in two states: "Ankara'yı ziyaret edecek", "Bakü'de toplanacaklar"."""
    here, there = (None if event.where is None else event.where.state for event in (a, b))
    return bool(here and there) and here != there


def _told_apart(a: Event, b: Event) -> bool:
    """Whether mode or day keep two events apart."""
    modes_differ = a.mode != b.mode and None not in (a.mode, b.mode) and a.type is not EventType.CONSULT
    modes_differ = modes_differ and not (_is_said_blame(a) and _is_said_blame(b))
    if _is_remand(a, b) or _is_remand(b, a) or {a.mode, b.mode} == {"phone", VISIT} or is_step_beside_words(a, b):
        return True
    if a.type is EventType.ASSAULT and (a.mode in HELD) is not (b.mode in HELD):
        return True
    if a.type is EventType.ASSAULT and (BLOW in a.rule) is not (BLOW in b.rule):
        return True  # what sums up is none of the deeds
    if a.type is EventType.MOBILIZE and (DRILL in a.rule) is not (DRILL in b.rule):
        return True
    lasts = a.mode == b.mode == LASTING
    return (modes_differ and not row_of_modes(a, b)) or (not lasts and _at_other_times(a.when, b.when))


def _is_said_blame(event: Event) -> bool:
    """Whether somebody is blamed by what a speaker says of him: one speech both criticises and alleges."""
    return event.type is EventType.ACCUSE and event.mode in SAID_MODES and SPEAKER in event.why


def _is_remand(a: Event, b: Event) -> bool:
    """Whether police held in one sentence those whom a court sent to prison in another: two deeds."""
    arrests = a.mode == b.mode == "arrest" and a.at != b.at
    return arrests and _all_of(a.actors, "COP") and _all_of(b.actors, "JUD")


def _all_of(codes: Iterable[ActorCode], sector: str) -> bool:
    return {code.sector for code in codes} == {sector}


def _at_other_times(a: Time | None, b: Time | None) -> bool:
    """Whether two times have no day in common; of those without a date, whether they tell two days of a week."""
    if a is None or b is None:
        return False
    if a.rule == b.rule == WEEKDAY and not (a.start and b.start):
        return a.text[1:DAY_LETTERS] != b.text[1:DAY_LETTERS]
    if not (a.start and a.stop and b.start and b.stop):
        return False
    if MONTH in (a.rule, b.rule) and {a.start[MONTHS], a.stop[MONTHS]} == {b.start[MONTHS], b.stop[MONTHS]}:
        return False  # "ekim ayında" names no year: another telling may
    return a.stop < b.start or b.stop < a.start


def _same_words(blocks: Blocks, one: Told, other: Told) -> bool:
    """Whether two speech acts say the same: the same frame on the same matter, or one of them in a headline."""
    if not SUMMING.isdisjoint((blocks.get(one.event.at), blocks.get(other.event.at))):
        return True
    if one.event.type is EventType.AGREE and one.event.reported_by is not None and _is_again(one.event, other.event):
        return True  # a promise that one side tells of twice
    if one.event.type is EventType.CONCEDE and one.event.at == other.event.at:
        return True  # "silah bırakma kararı aldı": the noun and its verb
    unnamed = (UNKNOWN in one.event.recipients) is not (UNKNOWN in other.event.recipients)
    if not unnamed and any({one.event.rule, other.event.rule} <= kindred for kindred in KINDRED):
        return True  # condolences told in other words
    same_matter = bool(one.gist & other.gist) or not one.gist or not other.gist
    return one.event.rule == other.event.rule and same_matter


def _is_again(a: Event, b: Event) -> bool:
    """Whether the same one tells of the same parties in the same words."""
    parties = principals(a.actors) == principals(b.actors) and principals(a.recipients) == principals(b.recipients)
    return a.rule == b.rule and a.reported_by == b.reported_by and parties


def _agree(a: Parties, b: Parties) -> bool:
    """Whether two sets of parties can be the same: equal, or one of them not told."""
    return a == b or not a or not b
