"""Whether two sides of one opposition are two: leaders or parties whose names differ."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType
from haberci.core.report import Mention, MentionKind, Report
from haberci.read.events.setting import GUESSED, Filled

QUARRELS: Final = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT, EventType.AGREE}
)
BY_PARTY: Final = frozenset({EventType.CONSULT, EventType.REQUEST})  # which go on inside a party, too
MEETING: Final = frozenset({EventType.CONSULT, EventType.AGREE})
TOGETHER: Final = frozenset({"mutual", "group"})
OPPOSITION: Final = "OPP"
CROWDS: Final = frozenset({"CVL", "UAF"})  # people, and bands of them, of which a land has many
CRITICS: Final = frozenset({"CVL", "NGO", "LAB", "EDU", "REL", "MED", "REF"})
POWERS: Final = frozenset({"GOV", "MIL", "COP", "SPY", "JUD"})  # by which a state acts
SAID: Final = frozenset({EventType.REQUEST, EventType.REJECT, EventType.SUPPORT, EventType.THREATEN})
ORGANISED: Final = frozenset({"LAB", "NGO", "REL"})  # who at home are a side of their own
POLITICIAN: Final = "ELI"  # one who ruled before, or founded a party: who quarrels with his own is another side
RULING: Final = frozenset({"GOV", "MIL", "LEG", "IGO"})
# Whom those in power meet as another side: "Rama, sendikaları kabul etti".
OUTSIDE: Final = ORGANISED | {POLITICIAN, "BUS"}
SEATS: Final = frozenset({"GOV", "LEG"})
AMONG_STATES: Final = frozenset({"official", "group"})  # flags of what goes on between states
PARTY: Final = "Parti"
POWERFUL: Final = (MentionKind.STATE, MentionKind.BODY)
MEMBERS: Final = (MentionKind.OFFICE, MentionKind.BODY)
ALLIED: Final = "IGO"
Codes = tuple[ActorCode, ...]
Flags = frozenset[str]


def are_two(event_type: EventType, code: ActorCode, actor: Filled, recipient: Filled) -> bool:
    """Whether two of one code are two sides: an opposition leader and another one or another party that he blames.

    Or two crowds or bands of one land: "hükümet yanlıları göstericilere saldırdı".
    """
    if event_type in BY_PARTY and code.sector == OPPOSITION:
        doers, others = _parties_named(actor), _parties_named(recipient)
        return bool(doers and others) and not doers & others
    if event_type is EventType.ASSAULT and code.sector in CROWDS:
        return _are_crowds(actor, recipient)
    if event_type is EventType.COERCE:
        return _lays_hands_on_own(actor, recipient)
    return event_type in QUARRELS and code.sector == OPPOSITION and are_rivals(actor, recipient)


def _lays_hands_on_own(actor: Filled, recipient: Filled) -> bool:
    """Whether a state or body lays hands on one of its officials, told by name: "Kişinev, Gagavuz lideri tutukladı"."""
    persons = bool(recipient.mentions) and all(m.kind is MentionKind.PERSON for m in recipient.mentions)
    return persons and bool(actor.mentions) and all(m.kind in POWERFUL for m in actor.mentions)


def _are_crowds(actor: Filled, recipient: Filled) -> bool:
    """Whether each of two sides is a crowd with words of its own, or the victims are told by what befell them."""
    doers = {m.first for m in actor.mentions if m.kind is MentionKind.PEOPLE}
    victims = {m.first for m in recipient.mentions if m.kind is MentionKind.PEOPLE}
    told = bool(victims) or recipient.rule == GUESSED
    return bool(doers) and told and not doers & victims


def are_many(event_type: EventType, actor: Filled) -> bool:
    """Whether those of one code are many who do it together.

    Two parties of one opposition, each by its name: "CHP heyeti, MHP lideriyle görüştü"; or the members of an
    organisation, who agree: "AB bakanları anlaştı".
    """
    parties = event_type in MEETING and len(_parties_named(actor)) > 1
    return parties or (event_type is EventType.AGREE and _are_members(actor)) or fight_each_other(event_type, actor)


def fight_each_other(event_type: EventType, actor: Filled) -> bool:
    """Whether two crowds or bands of one land clash: "göstericilerle rejim yanlıları çatıştı"."""
    crowds = {m.first for m in actor.mentions if m.kind is MentionKind.PEOPLE}
    return event_type is EventType.ASSAULT and len(crowds) > 1 and all(c.sector in CROWDS for c in actor.all_codes())


def _are_members(actor: Filled) -> bool:
    """Whether a side is told as members of an organisation: "AB bakanları", "AB ülkeleri"."""
    members = bool(actor.mentions) and all(m.kind in MEMBERS for m in actor.mentions)
    return members and all(code.sector == ALLIED for code in actor.all_codes())


def with_party(side: Filled, report: Report) -> Filled:
    """A side whose leaders of opposition bear the party that the report tells: "Bahçeli" as "MHP lideri Bahçeli"."""
    if not any(m.person and m.codes and m.codes[0].sector == OPPOSITION for m in side.mentions):
        return side
    return side._replace(mentions=tuple(_with_party(mention, report) for mention in side.mentions))


def _with_party(mention: Mention, report: Report) -> Mention:
    """A person as the report tells him with his party; as he stands where it does not."""
    if mention.person is None or _party_of(mention.text.split()):
        return mention
    alike = (m for m in report.mentions if m.person == mention.person)
    return next((m for m in alike if _party_of(m.text.split())), mention)


def _parties_named(side: Filled) -> set[str]:
    """The parties of opposition that a side is told with: the word before "Parti", or one all in capitals."""
    told = (m.text.split() for m in side.mentions if any(code.sector == OPPOSITION for code in m.codes))
    return {name for words in told if (name := _party_of(words))}


def _party_of(words: list[str]) -> str:
    """The name of a party at the head of a phrase; none in a phrase that is all in capitals, such as a headline's."""
    first, *others = (word.split("'")[0].split("’")[0] for word in words)
    named = (others and others[0].startswith(PARTY)) or (len(first) > 1 and first.isupper())
    return first if named and not (others and all(word.isupper() for word in others)) else ""


def are_rivals(actor: Filled, recipient: Filled) -> bool:
    """Whether two sides of the opposition bear names that differ: one party and another, or the leader of another."""
    doers, others = (_last_names(side) for side in (actor, recipient))
    same = doers & others or _parties_named(actor) & others  # "CHP lideri Baykal" and "CHP"
    return bool(doers and others) and not same


def _last_names(side: Filled) -> set[str]:
    """The last words of a side's names of opposition, without what stands behind an apostrophe."""
    named = (m.text.split()[-1] for m in side.mentions if any(code.sector == OPPOSITION for code in m.codes))
    return {word.split("'")[0].split("’")[0] for word in named}


def flags_asked(flags: Flags, event_type: EventType, actors: Codes, recipients: Codes) -> Flags:
    """The flags of a frame without those that only hold between states, where it is told of sides at home.

    "Türk-İş Başkanı, Çalışma Bakanı'nı ziyaret etti" needs no other state.
    """
    if are_civic(event_type, actors, recipients):
        return flags - {"foreign"}
    return flags - AMONG_STATES if meet_home(event_type, actors, recipients) else flags


def meet_home(event_type: EventType, actors: Codes, recipients: Codes) -> bool:
    """Whether those in power meet others of their land: "Türk-İş Başkanı, Çalışma Bakanı'nı ziyaret etti".

    Those are unions, associations, business, clergy and who ruled before; a dealing inside one government is none.
    """
    every = (*actors, *recipients)
    sectors = {code.sector for code in every}
    if len({code.principal for code in every}) > 1:
        return False
    met = event_type is EventType.CONSULT and not sectors.isdisjoint(OUTSIDE) and not sectors.isdisjoint(SEATS)
    return met and sectors <= OUTSIDE | SEATS


def are_civic(event_type: EventType, actors: Codes, recipients: Codes) -> bool:
    """Whether those outside speak to those in power: "Türk-İş, hükümetin kararını destekledi".

    Anybody blames a power, and any power; what unions, associations or clergy say to those who rule counts, too.
    """
    if event_type is EventType.ACCUSE:
        speakers, powers = CRITICS, POWERS
    elif event_type in SAID:
        speakers, powers = ORGANISED, RULING
    else:
        return False
    if event_type is EventType.REJECT and all(c.sector in ORGANISED for c in recipients):
        actors, recipients = recipients, actors  # "Bakan, Türk-İş'in talebini geri çevirdi"
    return all(c.sector in speakers for c in actors) and all(c.sector in powers for c in recipients)
