"""Who visits whom where two sides meet: in the land of one, the other is the visitor (codebook, CONSULT)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import FINITE, SEQUENT, THIRD, VERBAL_NOUNS, Case, Pos
from haberci.core.report import Event, Mention, MentionKind
from haberci.core.rule import Rule
from haberci.read.events.admission import Sides
from haberci.read.events.deed_type import Typed
from haberci.read.events.matching import LANDS, Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed
from haberci.read.rows import HOLDERS, mentions_of

RULES: Final = (
    Rule(
        "party.at-home",
        "where two meet in the land of one, the other is the visitor",
        "Rama, Roma'da Meloni ile görüştü.",
    ),
)
UNSEATED: Final = frozenset({"mention.inherited", "mention.titled", "mention.office-bare"})  # no building by its name
RULERS: Final = frozenset({"GOV", "MIL"})  # whose building stands for the land
SEATED: Final = frozenset({"OPP", "PTY", "IGO"})  # who has a seat at which one visits him
BODIES: Final = (MentionKind.BODY, MentionKind.ORGANISATION, MentionKind.GROUP)
NESTED_DEEP: Final = 3  # verbs of what is said between a visit and the verb of who says it
VISITED: Final = (Case.ACC, Case.DAT)
TOPIC: Final = 5  # words from a place to the postposition behind what it describes
TIMES: Final = (Case.LOC, Case.ABL)  # in which a noun tells when: "görüşmesinde", "görüşmesinden sonra"
BETWEEN: Final = 5  # words between a visitor and the land visited: "Rama'nın bugün başlayacak resmi Roma ziyareti"


def guest_and_host(typed: Typed, firing: Firing, setting: Setting, actors: tuple[ActorCode, ...]) -> Sides | None:
    """Guests and hosts of a meeting of two sides that is told to be in the land of one; None for any other deed."""
    if typed.type is not EventType.CONSULT or typed.mode is not None:
        return None
    if len({code.principal for code in actors}) != len(("guest", "host")):
        return None
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        if _is_ground(firing, part, mention, setting) and not _is_common_ground(mention, setting):
            home = mention.codes[0].principal
            hosts = tuple(code for code in actors if code.principal == home)
            return (tuple(code for code in actors if code.principal != home), hosts) if hosts else None
    return None if firing.nominal else _on_trip(firing, setting, actors)


def _is_ground(firing: Firing, part: ClausePart, mention: Mention, setting: Setting) -> bool:
    """Whether a meeting is told to be there: "Roma'da görüştü", "Roma'ya giderek görüştü", "Roma'daki görüşmesi"."""
    if firing.nominal:
        return _tells_where(part, mention, setting) and _is_of_noun(firing, mention, setting)
    return _went_there(part, mention, setting) or (_is_near(part, setting) and _tells_where(part, mention, setting))


def _went_there(part: ClausePart, mention: Mention, setting: Setting) -> bool:
    """Whether it is where the guest went to meet his host: "Roma'ya giderek Meloni ile görüştü"."""
    tokens, moving = setting.parsed.tokens, setting.parsed.words.moving
    to_land = part.case is Case.DAT and part.link is Link.PART and mention.kind in LANDS and bool(mention.codes)
    verbs = [tokens[verb].morph for verb in part.through] if to_land else []
    return bool(verbs) and all(morph.form in SEQUENT and morph.lemma in moving for morph in verbs)


def _is_of_noun(firing: Firing, mention: Mention, setting: Setting) -> bool:
    """Whether a place is that of a meeting which a noun tells, behind which more is told.

    "Roma'daki görüşmesi", "Roma'da Meloni ile görüşmesinin ardından"; what is asked in Roma about it says nothing.
    """
    tokens, start = setting.parsed.tokens, mention.last - setting.parsed.base
    if start > firing.anchor or any(token.morph.form is not None for token in tokens[start : firing.anchor]):
        return False
    noun, words = tokens[firing.anchor].morph, setting.parsed.small
    lies = tokens[start - 1].morph.pos is Pos.ADJ and start == min(firing.words)
    return lies or noun.case in TIMES or any(word in setting.nouns.after for word in words[firing.anchor + 1 :][:1])


def _on_trip(firing: Firing, setting: Setting, actors: tuple[ActorCode, ...]) -> Sides | None:
    """Guests and hosts of a meeting on a stay in the land of one: "Roma temasları kapsamında Meloni ile görüştü"."""
    base, tokens = setting.parsed.base, setting.parsed.tokens
    first = setting.parsed.behind_finite(firing.anchor)
    for mention in setting.parsed.mentions:
        at = mention.last - base
        if not first < at < firing.anchor or mention.kind not in LANDS or mention.case not in (None, Case.NOM):
            continue
        trip = tokens[at].morph.lemma in setting.nouns.trips and tokens[at].morph.possessive in THIRD
        hosts = tuple(c for c in actors if trip and c.principal in {code.principal for code in mention.codes})
        if hosts:
            return tuple(c for c in actors if c not in hosts), hosts
    return None


def _is_near(part: ClausePart, setting: Setting) -> bool:
    """Whether a place is that of the meeting, or of what its guest did there just before: "Bonn'da inip görüştü"."""
    tokens = setting.parsed.tokens
    return part.own or (bool(part.through) and all(tokens[verb].morph.form in SEQUENT for verb in part.through))


def _tells_where(part: ClausePart, mention: Mention, setting: Setting) -> bool:
    """Whether a phrase is a land in the locative, which may have lost its apostrophe: "Ankara da Erdoğan'la".

    So is where a government sits: "Kremlin'de Putin'le".
    """
    sits = mention.kind is MentionKind.BODY and all(code.sector in RULERS for code in mention.codes)
    sits = (
        sits and mention.rule not in UNSEATED
    )  # "Ankara Büyükelçiliği'ndeki yetkililer" may meet their hosts elsewhere
    if part.link is not Link.PART or not (mention.kind in LANDS or sits) or not mention.codes:
        return False
    behind = setting.parsed.tokens[mention.last - setting.parsed.base].lower
    described = setting.parsed.tokens[mention.last - setting.parsed.base].morph.lemma
    if described in setting.nouns.writings:
        return False  # "Oslo'daki haberde" tells where it was written
    if _is_topic(setting, mention.last - setting.parsed.base):
        return False
    lost = part.case is Case.NOM and mention.kind is MentionKind.PLACE and behind in setting.parsed.words.clitics
    return part.case is Case.LOC or lost


def _is_topic(setting: Setting, behind: int) -> bool:
    """Whether a place only describes what is talked about: "Oslo'daki tutuklu takası için Rama'yla görüştü"."""
    tokens = setting.parsed.tokens
    where = tokens[behind - 1].morph
    if where.pos is not Pos.ADJ or where.case is not Case.LOC:
        return False
    return any(setting.parsed.words.tells_aim(token.lower) for token in tokens[behind : behind + TOPIC])


def _is_common_ground(mention: Mention, setting: Setting) -> bool:
    """Whether the place is the seat of an organisation, where those who meet are all guests: "New York'ta"."""
    base = setting.parsed.base
    line = " ".join(token.lower for token in setting.parsed.tokens[mention.first - base : mention.last - base])
    return line.startswith(setting.nouns.seats)


def visited(firing: Firing, setting: Setting) -> Filled:
    """The land right before the noun for a visit, and so before an adjective of it: "Roma ziyareti"."""
    found = _land_before(firing, setting)
    if found is None:
        return NOBODY
    lands = tuple(ActorCode(code.principal, "GOV") for code in found.codes[:1])
    return Filled(codes=found.codes[:1] if _is_party(found) else lands)


def visitor(firing: Firing, setting: Setting) -> Filled:
    """Whose visit it is: the person in office whose genitive stands before the land ("Rama'nın Roma ziyareti").

    Where it has no owner it is that of whose clause it stands in: "Rama, Roma ziyaretinde işçilerle konuştu".
    """
    ground = _land_before(firing, setting)
    if ground is None:
        return NOBODY
    owners = [m for m in setting.parsed.mentions if m.last <= ground.first and m.case is Case.GEN]
    if owners and ground.first - owners[-1].last <= BETWEEN and owners[-1].kind in HOLDERS:
        return Filled((owners[-1],))
    return _traveller(firing, setting, ground.first - setting.parsed.base)


def _traveller(firing: Firing, setting: Setting, first: int) -> Filled:
    """The person in office who acts in the clause of a visit to the land told from word ``first`` on."""
    tokens, clause = setting.parsed.tokens, _clause_on_trip(firing, setting)
    owned = first > 0 and tokens[first - 1].morph.case is Case.GEN  # "Papa'nın Roma ziyaretinde"
    if owned or tokens[firing.anchor].morph.case is Case.ACC or tokens[clause.verb].morph.passive:
        return NOBODY
    before = setting.parsed.base + first
    subject = (m for m in mentions_of(setting, clause.subject) if clause is firing.clause or m.last <= before)
    travellers = tuple(m for m in subject if m.kind in HOLDERS)
    return Filled(travellers, rule="party.shared") if len(travellers) == len(clause.subject) else NOBODY


def _clause_on_trip(firing: Firing, setting: Setting) -> Clause:
    """The clause of who does something on a visit: "Rama, Roma ziyaretinde barışın süreceğini söyledi"."""
    clause: Clause | None = firing.clause
    if not tells_when(firing.anchor, setting.parsed):
        return firing.clause
    for _ in range(NESTED_DEEP):
        if clause is None or clause.form not in VERBAL_NOUNS or clause.subject_from is SubjectFrom.SHARED:
            break
        clause = setting.parsed.clause_of(clause.parent)
    told = clause is not None and clause.form is FINITE and clause.quoted == firing.clause.quoted
    return clause if told and clause is not None else firing.clause


def tells_when(at: int, parsed: Parsed) -> bool:
    """Whether a word tells where or when: "görüşmesinde", "ziyaretinin ardından", "bir araya geldikten sonra"."""
    behind = parsed.small[at + 1 : at + 2]
    return parsed.tokens[at].morph.case is Case.LOC or not parsed.pack.governors.meanwhile.isdisjoint(behind)


def _land_before(firing: Firing, setting: Setting) -> Mention | None:
    base, tokens = setting.parsed.base, setting.parsed.tokens
    at = min(firing.words)
    while at > 0 and tokens[at - 1].morph.pos is Pos.ADJ and not tokens[at - 1].text[0].isupper():
        at -= 1  # "Rama'nın Roma resmi ziyareti"
    found = next((m for m in setting.parsed.mentions if m.last == base + at), None)
    if found is None or not found.codes or not (found.kind in LANDS or _is_party(found)):
        return None
    morph = tokens[at - 1].morph
    lies = morph.pos is Pos.ADJ and morph.case is Case.LOC  # "Roma'daki temasları"
    visited = morph.or_accusative or not {morph.case, found.case}.isdisjoint(VISITED)  # "Roma'yı ziyareti"
    return found if lies or visited or morph.case in (None, Case.NOM) else None


def _is_party(mention: Mention) -> bool:
    """Whether a phrase is a party or an organisation, which is visited at its seat: "Rama'nın NATO ziyareti"."""
    return mention.kind in BODIES and all(code.sector in SEATED for code in mention.codes)


def at_hosts(event: Event, visits: Iterable[Event]) -> Event:
    """A meeting of a visitor with his hosts, as a part of the visit told before; any other deed as it is."""
    for visit in visits:
        guests, hosts = principals(visit.actors), principals(visit.recipients)
        apart = guests and hosts and guests.isdisjoint(hosts)  # two of one state can't be told apart by it
        apart = apart and not _is_elsewhere(event, visit)
        if apart and principals(event.actors) == guests | hosts:
            coming = tuple(c for c in event.actors if c.principal in guests)
            staying = tuple(c for c in event.actors if c.principal in hosts)
            parts = tuple(replace(p, name="recipient" if p.code in staying else "actor") for p in event.parts)
            why = (*event.why, "party.visitor")
            return replace(event, actors=coming, recipients=staying, parts=parts, mode="visit", why=why)
    return event


def _is_elsewhere(event: Event, visit: Event) -> bool:
    """Whether a meeting was no part of a visit: it is told to be in a third land, or to be over before the visit."""
    ahead = visit.modality is not Modality.HAPPENED and event.modality is Modality.HAPPENED
    lands = principals((*visit.actors, *visit.recipients))
    return ahead or (event.where is not None and bool(event.where.state) and event.where.state not in lands)


def principals(codes: Iterable[ActorCode]) -> frozenset[str]:
    """The states or organisations of some parties, without those unknown."""
    return frozenset(code.principal for code in codes if code.principal != UNKNOWN_PRINCIPAL)
