"""The stage that codes who did what to whom. It needs mentions, times and statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.facts import Where
from haberci.core.language import Context
from haberci.core.morph import SEQUENT, Form
from haberci.core.report import BlockKind, Event, Report
from haberci.core.speech import Spoken
from haberci.read.events.agreed import is_of_one, is_only_agreed_to
from haberci.read.events.asked_apart import asked_apart
from haberci.read.events.blame import blamed, blaming, doer_blamed, doer_of_row, is_said_to_envoy, told_by_accuser
from haberci.read.events.company import host_and_guest, together
from haberci.read.events.contexts import with_contexts
from haberci.read.events.deeds import Told, one_event_once
from haberci.read.events.in_turn import done_in_turn, met_severally
from haberci.read.events.investigated import with_investigated
from haberci.read.events.listed import each_occasion
from haberci.read.events.matching import Firing, firings
from haberci.read.events.mediation import mediated
from haberci.read.events.modality import modality
from haberci.read.events.part_of_other import is_part_of_other
from haberci.read.events.refuted import refuted
from haberci.read.events.repeated import is_done_beside, is_said_twice, leads_to
from haberci.read.events.retold import with_retold
from haberci.read.events.scene import scene, with_places
from haberci.read.events.struck_there import APART, struck_there, with_answerers
from haberci.read.events.telling import Place, told_event
from haberci.read.events.threats import is_threatened
from haberci.read.events.tolls import with_numbers
from haberci.read.events.weapons import with_weapons
from haberci.read.parse import Parsed, parse

_SUBHEAD = BlockKind.SUBHEAD  # by names of their own, as in ``core.morph``
_ASSAULT = EventType.ASSAULT
_WANTED = Modality.WANTED
COMPANY: Final = 6  # sentences for which those who met are remembered
UNDOING: Final = frozenset({EventType.SANCTION, EventType.RETREAT, EventType.CONCEDE})
DEALINGS: Final = frozenset({EventType.COOPERATE, EventType.CONSULT, EventType.SUPPORT, EventType.AGREE})
CHARGED: Final = DEALINGS | {EventType.REQUEST}
SAID_TWICE: Final = frozenset({EventType.ACCUSE, EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE})
BULLETS: Final = frozenset("·•▪■")
UNREAD_BLOCKS: Final = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.DATELINE})


def events(report: Report, context: Context) -> Report:
    """The report with its events."""
    found: list[Told] = []
    held: Where | None = None
    spoken = Spoken(report)
    sentences: list[Parsed] = []
    for place, here in tellings(report, context, spoken):
        sentences.append(place.parsed)
        held = held or scene(report, place.parsed, context.pack.governors.gatherings)
        found += here
    told = with_places(report, one_event_once(report, found), held, context.pack.fold)
    told = with_retold(report, told, sentences, context.pack.asks, spoken)
    told = with_weapons(told, sentences, context.pack.asks)
    counted = with_numbers(report, tuple(told), context, spoken)
    return replace(report, events=tuple(with_contexts(report, counted, context.pack.contexts)))


def tellings(report: Report, context: Context, spoken: Spoken) -> Iterator[tuple[Place, list[Told]]]:
    """What each sentence tells, with all that is known where it stands; ``spoken`` are its statements."""
    earlier: list[Parsed] = []
    company: tuple[ActorCode, ...] = ()
    guests: tuple[ActorCode, ...] = ()
    since = 0
    before: list[Event] = []
    every = parse(report, context)
    for parsed in every:
        if parsed.sentence.block in UNREAD_BLOCKS:
            continue
        if parsed.small[0] in BULLETS:  # another piece of news begins
            earlier, company, guests = [], (), ()
        around = _below(every, parsed) if parsed.sentence.block is _SUBHEAD else earlier
        place = Place(report, context, parsed, around, company, before, spoken, guests)
        here = list(_events_of(place))
        here += refuted(report, parsed, [*before, *(told.event for told in here)], context.pack.governors)
        yield place, here
        joint = next((sides for t in reversed(here) if (sides := together(t.event))), ())
        guests = next((sides for t in reversed(here) if (sides := host_and_guest(t.event))), guests)
        since = 0 if joint else since + 1
        company = joint or (company if since <= COMPANY else ())
        before += [told.event for told in here]
        earlier.append(parsed)


def _below(every: tuple[Parsed, ...], subhead: Parsed) -> list[Parsed]:
    """The first sentence under a subhead, which tells whom the subhead leaves out."""
    under = (parsed for parsed in every[subhead.number + 1 :] if parsed.sentence.block not in UNREAD_BLOCKS)
    return list(islice(under, 1))


def _events_of(place: Place) -> Iterator[Told]:
    """The events of one sentence; words that told one deed tell no second one."""
    taken: set[int] = set()
    found: list[tuple[Firing, Told]] = []
    for readings in firings(place.parsed, place.context.pack.frames):
        for firing in readings:
            if (firing.nominal and taken.intersection(firing.words)) or _tells_again(firing, found):
                continue
            likely, rule = modality(firing, place.parsed, place.context.pack.governors)
            if likely is None:
                if not firing.nominal and "conditional" not in firing.frame.flags:
                    taken.update(firing.words)  # what the verb does not tell, its noun alone does not either
                continue
            told = told_event(_after(place, found), firing, likely, rule)
            if told is None and likely is _WANTED and not firing.nominal:
                taken.update(firing.words)  # what nobody known wants was not done either, as its noun would tell
            if told is not None:
                taken.update(firing.words)
                found.append((firing, told))
                break
    found = with_investigated(with_answerers(struck_there(mediated(found, place.parsed))))
    yield from _told_events(found, place)


def _after(place: Place, found: list[tuple[Firing, Told]]) -> Place:
    """The place with what its sentence told so far."""
    return replace(place, before=[*place.before, *(told.event for _, told in found)]) if found else place


def _told_events(found: list[tuple[Firing, Told]], place: Place) -> Iterator[Told]:
    """What the firings of a sentence tell together, each deed of a list apart."""
    arrests = any(firing.frame.mode == "arrest" for firing, _ in found)
    for firing, told in found:
        over = _over(firing, found)
        if _is_mere_charge(firing, over, place.parsed) or _is_charge(told.event, over) or _is_asked(told.event, over):
            continue
        only_arrests = arrests and "raid" in firing.frame.flags  # an operation with arrests alone is the arrest
        if only_arrests or is_part_of_other(firing, told.event, found, place.parsed):
            continue
        if _is_undone(firing, found) or _is_warrant(firing, found) or _is_part(firing, told.event, found):
            continue
        beside = ((o, t.event) for o, t in found)
        if _is_outcome(firing, told.event, found) or is_done_beside(firing, told.event, beside):
            continue
        if is_only_agreed_to(firing, told.event, over, found) or _is_conceded(firing, told, found):
            continue
        if _is_purpose(firing, told.event, over) or is_said_twice(firing, told.event, over, place.parsed):
            continue
        event = told.event if _came_first(firing, place) else told_by_accuser(told.event, over)
        event = _with_blame(firing, event, over, found)
        if event != told.event and is_said_to_envoy(firing, event, found):
            continue
        others = [other for other, _ in found if other is not firing and other.frame.type is firing.frame.type]
        before = done_in_turn(event, firing, place.parsed)
        for each in (*before, *met_severally(event, firing, place.parsed), *asked_apart(event, firing, place.parsed)):
            yield from each_occasion(place.report, place.parsed, firing, replace(told, event=each), others)


def _with_blame(firing: Firing, event: Event, over: list[Event], found: list[tuple[Firing, Told]]) -> Event:
    """An event with whom the rest of its sentence blames, or tells as who did it; ``over`` the verb above tells."""
    event = blamed(firing, event, _under(firing, found), found)
    event = doer_of_row(event, over) if firing.nominal else event
    return doer_blamed(event, blaming(firing, event, found))


def _came_first(firing: Firing, place: Place) -> bool:
    """Whether a deed is told as what came before the verb above, and so by the report: "vurmasının ardından kınadı"."""
    at = firing.anchor if firing.nominal else firing.clause.verb
    behind = place.parsed.small[at + 1 : at + 2]
    return not place.context.pack.governors.meanwhile.isdisjoint(behind)


def _tells_again(firing: Firing, found: list[tuple[Firing, Told]]) -> bool:
    """Whether another verb told the deed of the same noun: "meydana gelen saldırıda on kişi öldü".

    So does a participle that of the noun of a deed behind it: "yaptığı füze denemesinden sonra".
    """
    if firing.clause.form is Form.MA and any(firing.anchor in other.words for other, _ in found if not other.nominal):
        return True
    if firing.frame.type is not _ASSAULT:
        return False
    nouns = frozenset(firing.words) - {firing.anchor}
    alike = (other for other, told in found if told.event.type is firing.frame.type and not other.nominal)
    return any(nouns.intersection(other.words) for other in alike) and firing.frame.flags.isdisjoint(APART)


def _is_undone(firing: Firing, found: list[tuple[Firing, Told]]) -> bool:
    """Whether a relative clause only says what is taken back: "verdiği yardımı askıya aldı"."""
    if firing.nominal or firing.clause.head is None:
        return False
    nouns = frozenset(firing.words) - {firing.anchor}
    backs = (other for other, told in found if told.event.type in UNDOING and other.anchor > firing.anchor)
    return any(nouns.intersection(other.words) for other in backs)


def _is_warrant(firing: Firing, found: list[tuple[Firing, Told]]) -> bool:
    """Whether an arrest or release is but a word of another deed: "yakalama kararı çıkardı"."""
    others = (other for other, _ in found if other is not firing)
    return firing.frame.mode in ("arrest", "release") and any(firing.anchor in other.words for other in others)


def _is_part(firing: Firing, event: Event, found: list[tuple[Firing, Told]]) -> bool:
    """Whether the same words, or who came to it, tell of a meeting of more: "ABD ve Çin ile görüşmeyi planlıyor"."""
    if event.type is not EventType.CONSULT or event.recipients:
        return False
    words, parties = set(firing.words), set(event.actors)
    held = ((t.event, words.intersection(o.words) or _is_held_there(firing, o)) for o, t in found if o is not firing)
    return any(same and e.type is event.type and parties < {*e.actors} for e, same in held)


def _is_held_there(firing: Firing, other: Firing) -> bool:
    """Whether a meeting only describes another, or who holds it: "katıldığı toplantıda", "bir araya gelen bakanlar"."""
    inner, outer = (firing, other) if firing.clause.parent == other.clause.verb else (other, firing)
    if inner.clause.parent != outer.clause.verb or inner.clause.head is None:
        return False
    return max(inner.words) > inner.anchor or set(inner.clause.subject) == set(outer.clause.subject) != set()


def _is_outcome(firing: Firing, event: Event, found: list[tuple[Firing, Told]]) -> bool:
    """Whether an attack only tells what came of a clash, or of an attack told by a participle, of the same.

    "Çatışmada üç terörist öldürüldü", "askerlerin açtığı ateşle öldürüldü".
    """
    if event.type is not _ASSAULT or not event.recipients:
        return False
    sides = {code.principal for code in (*event.actors, *event.recipients)}
    clashes = (t.event for other, t in found if other.anchor < firing.anchor and "mutual" in other.frame.flags)
    if any(e.type is event.type and sides <= {code.principal for code in e.actors} for e in clashes):
        return True
    if firing.clause.head is not None:
        return False
    described = ((o, t.event) for o, t in found if o.clause.parent == firing.clause.verb and o.clause.head is not None)
    alike = ((o, e) for o, e in described if e.type is event.type and set(e.actors) == set(event.actors))
    return any(set(e.recipients) == set(event.recipients) or (e.recipients and leads_to(o, firing)) for o, e in alike)


def _over(firing: Firing, found: list[tuple[Firing, Told]]) -> list[Event]:
    """The events of the verb that governs a firing: that of its clause for a noun, the verb above for a clause."""
    if not firing.nominal and firing.clause.head is not None:
        return []  # a relative clause tells what is known: "düzenlediği saldırıyı kınadı"
    verb = firing.clause.verb if firing.nominal else firing.clause.parent
    return [told.event for other, told in found if not other.nominal and other.clause.verb == verb]


def _is_charge(event: Event, over: list[Event]) -> bool:
    """Whether what is said is only what the verb above says: "hukuku çiğnemekle suçladı", "yardıma hazır olduğunu"."""
    sides = {c.principal for c in event.actors}, {c.principal for c in event.recipients}
    above = (e for e in over if e.type is event.type and event.type in SAID_TWICE)
    return any(sides == ({c.principal for c in e.actors}, {c.principal for c in e.recipients}) for e in above)


def _is_asked(event: Event, over: list[Event]) -> bool:
    """Whether a deed is only what the verb above asks for: "BM tarafından ateşkes ilan etmesi istendi"."""
    if event.modality is not _WANTED:
        return False
    leaves = event.type is EventType.RETREAT  # who is told to leave the land is expelled
    asked = (e for e in over if e.type is EventType.REQUEST or (leaves and e.mode == "expel"))
    return any(e.modality is Modality.HAPPENED for e in asked)


def _is_mere_charge(firing: Firing, over: list[Event], parsed: Parsed) -> bool:
    """Whether dealings are only what somebody is blamed for, or deeds what is threatened: "vurmakla tehdit etti"."""
    threatened = any(e.type is EventType.THREATEN for e in over)
    if firing.clause.form is Form.MA and threatened and is_threatened(firing, parsed):
        return True  # "durdurma tehdidinde bulundu"
    if firing.clause.form is not Form.MAK:
        return False
    charged = firing.frame.type in CHARGED
    return threatened or any(charged and e.type is EventType.ACCUSE for e in over)


def _is_purpose(firing: Firing, event: Event, over: list[Event]) -> bool:
    """Whether a meeting is only what one travels for: "görüşmek üzere Tiran'a", "zirveye katılmak üzere"."""
    if event.type is not EventType.CONSULT or firing.clause.form is not Form.MAK:
        return False
    parties = {code.principal for code in (*event.actors, *event.recipients)}
    trips = [e for e in over if e.type is EventType.CONSULT and e.mode == "visit"]
    attends = event.mode == "multilateral" and any(set(trip.actors) <= set(event.actors) for trip in trips)
    return attends or any(parties == {c.principal for c in (*trip.actors, *trip.recipients)} for trip in trips)


def _is_conceded(firing: Firing, told: Told, found: list[tuple[Firing, Told]]) -> bool:
    """Whether what one agrees to is to yield, which is the deed: "askerlerini çekmeyi kabul etti".

    So is what the members of an organisation agree to do: "AB bakanları, silah gönderilmesi konusunda anlaştı".
    """
    agreed, under = told.event, _under(firing, found)
    own = is_of_one(agreed) and any(e.actors == agreed.actors for e in under)
    return agreed.type is EventType.AGREE and (own or any(e.type is EventType.CONCEDE for e in under))


def _under(firing: Firing, found: list[tuple[Firing, Told]]) -> list[Event]:
    """The events of the nominal clauses that a firing's verb governs; not what is done first: "arayıp kınadı"."""
    below = ((o, t) for o, t in found if not o.nominal and o.clause.parent == firing.clause.verb)
    return [] if firing.nominal else [t.event for o, t in below if o.clause.form not in SEQUENT]
