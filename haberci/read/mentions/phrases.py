"""Phrases that name actors. A phrase is head-final: its last word carries its case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode, Name, NameKind
from haberci.core.morph import GEN, LOC, NOM, Case
from haberci.core.naming import Bare, Group, TitleKind
from haberci.read.mentions.scanner import PLACES, Scanner
from haberci.read.mentions.units import MODIFIER, TITLE, TOPIC, Unit

STATES: Final = (NameKind.STATE, NameKind.SEAT, NameKind.PLACE)
OF_STATES: Final = (*STATES, NameKind.PEOPLE)
BODIES: Final = (NameKind.ORGANISATION, NameKind.GROUP, NameKind.BODY)
HOLDERS: Final = (TitleKind.OFFICE, TitleKind.ENVOY, TitleKind.RANK)
ENVOYS: Final = (TitleKind.ENVOY, TitleKind.MISSION)
OWN: Final = ("BUS", "JRN", "NGO", "LAB")  # of whatever field a firm, a paper or a union is, it is one
OFTEN: Final = 3  # times that a state is named in whose land a report is set
PERSONS: Final = (*HOLDERS, TitleKind.PEOPLE)
OPPOSING: Final = (*PERSONS, TitleKind.GROUP, TitleKind.BODY)
LAST: Final = (TitleKind.PEOPLE, TitleKind.GROUP)
OURS: Final = (*LAST, TitleKind.BODY)  # of what one calls one's own: "teröristler askerlerimize"
KINDS: Final = (TitleKind.GROUP, TitleKind.ORGANISATION)
GROUP: Final = "grup"
LEAD: Final = 2  # sentences that make headline and lead
CAPITAL_REACH: Final = 1  # words between a state and its place: "Mali'nin başkenti Bamako'da"
PAIR: Final = 2  # names: a state and its place
TOPPLED: Final = "devrik"
LEADER: Final = "lider"
COUNTRIES: Final = frozenset({"ülkeler", "üye ülkeler"})
HEAD: Final = "başkan"


class Phrase(NamedTuple):
    """One phrase, ``tokens[first:last]``: its units, where its person's name begins, a name in brackets.

    Of its units ``titles`` are titles, ``names`` names of the register, persons left out; ``head`` is the last one,
    ``person`` the person of the register that the phrase names.
    """

    first: int
    last: int
    units: tuple[Unit, ...]
    head: Unit
    sentence: int
    titles: tuple[Unit, ...]
    names: tuple[Unit, ...]
    person: Name | None
    person_first: int | None
    bracket: Unit | None

    @property
    def case(self) -> Case:
        """The case of the last word. A title's possessive is read where a word stands before it."""
        unit = self.head
        if unit.forms and (not unit.tight or len(unit.forms) > 1):
            led = len(self.units) > 1
            return next((f.case for f in unit.forms if f.possessed is led), unit.forms[0].case)
        return unit.case

    @property
    def plural(self) -> bool:
        """Whether the last word is plural."""
        return self.head.plural


# A phrase of all that it holds, as in ``haberci.core.span``.
_as_phrase: Callable[[tuple[Any, ...]], Phrase] = partial(tuple.__new__, Phrase)


def phrase_of(
    first: int, last: int, units: tuple[Unit, ...], sentence: int, person_first: int | None, bracket: Unit | None
) -> Phrase:
    """The phrase that some units make."""
    titles = tuple([u for u in units if u.title is not None])
    named = [u for u in units if u.name is not None]
    names = tuple([u for u in named if not u.is_name(NameKind.PERSON)])
    person = next((u.name for u in named if u.is_name(NameKind.PERSON)), None) if len(names) < len(named) else None
    return _as_phrase((first, last, units, units[-1], sentence, titles, names, person, person_first, bracket))


def told_sector(phrase: Phrase) -> str:
    """The sector that the titles and topics tell: of people, groups, forces and firms the last, else the first.

    Of an office only its own counts, not that of the people it is held by: "kadın milletvekili". Who is told to be
    against a government is of none: "muhalif lider".
    """
    opposed = next((u.sector for u in phrase.units if u.sort is MODIFIER and u.sector), "")
    last = phrase.titles[-1].title if phrase.titles else None
    if opposed and last is not None and last.kind in OPPOSING and last.sector not in OWN:
        return opposed
    head = phrase.head.title
    whole = head is not None and (head.kind in LAST or head.sector in OWN or (head.sector == "MIL" and phrase.plural))
    if head is not None and head.sector and whole:
        return head.sector
    told = [u for u in phrase.units if u.sort in (TITLE, TOPIC) and u.sector]
    return next((u.sector for u in told if u is told[-1] or not u.plain_people), "")


def has_ruled(phrase: Phrase, scan: Scanner) -> bool:
    """Whether who once held the highest office of a state, or a ministry, is told: "Fransa eski Cumhurbaşkanı".

    Who is a former minister and today holds another office is told by that one: "eski Bakan, Meclis Başkanı Rama".
    """
    words = scan.naming.words
    once = any(unit.sort is MODIFIER and scan.stem(unit.first) in words[Group.FORMER] for unit in phrase.units)
    if not once or len(phrase.titles) != 1 or phrase.plural:
        return False
    office = phrase.titles[0]
    land = any(unit.last == office.first and unit.is_name(NameKind.STATE) for unit in phrase.names)
    heads = land and scan.is_titled(office, Group.HEAD_OF_LAND)
    ministry = office.title is not None and office.title.word.split()[-1] in words[Group.MINISTER]
    toppled = scan.stem(office.first - 1) == TOPPLED and scan.stem(office.first) == LEADER  # "devrik lider Suu Çii"
    return heads or ministry or toppled or scan.is_titled(office, Group.RULER)


def default_sector(phrase: Phrase) -> str:
    """The sector of a phrase whose titles tell none: people are CVL, offices and bodies GOV."""
    head = phrase.head.title
    return "CVL" if head is not None and head.kind is TitleKind.PEOPLE and head.word not in COUNTRIES else "GOV"


def own_names(phrase: Phrase) -> tuple[Unit, ...]:
    """The names of a phrase; without the state of a description behind which a group's own name stands.

    "Rus paralı asker grubu Wagner'in lideri" is of Wagner.
    """
    if len(phrase.names) < PAIR or not phrase.names[0].is_name(*OF_STATES):
        return phrase.names
    own = phrase.names[1]
    called = any(u.last == own.first and u.title is not None and u.title.kind in KINDS for u in phrase.titles)
    return phrase.names[1:] if called and own.is_name(NameKind.GROUP, NameKind.ORGANISATION) else phrase.names


def only_describes(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a kind of group only stands before the name of one: "Filistinli grup Hamas'ın sözcüsü"."""
    head, alone = phrase.head, len(phrase.units) == 1 and phrase.first in scan.starts
    kind = head.title is not None and (head.title.kind in KINDS or head.title.word == GROUP)
    if not kind or alone or head.case is not NOM or head.plural or phrase.last >= len(scan.tokens):
        return False
    name = scan.unit(phrase.last, len(scan.tokens))
    return name is not None and name.is_name(NameKind.GROUP, NameKind.ORGANISATION) and name.case in (NOM, GEN)


def title_key(phrase: Phrase, scan: Scanner) -> str:
    """The title of a phrase by its dictionary words: ``dışişleri bakan``."""
    parts: list[str] = []
    for unit in phrase.units:
        if unit.title is not None:
            parts += [unit.title.word] if unit.title.kind is not TitleKind.RANK else []
        elif unit.sort is TOPIC:
            parts += scan.stems[unit.first : unit.last]
    return " ".join(parts)


def owned_case(phrase: Phrase) -> Case | None:
    """The case of a title behind its owner's genitive: its ending is a possessive ("PKK'nın iki militanı")."""
    return next((f.case for f in phrase.head.forms if f.possessed), None) if not phrase.head.tight else None


def is_envoy(phrase: Phrase) -> bool:
    """Whether it names someone sent to another state or an organisation."""
    return any(u.title is not None and u.title.kind in ENVOYS for u in phrase.titles)


def is_mission_again(phrase: Phrase) -> bool:
    """Whether an embassy or consulate is told by its kind alone: "Saldırgan elçiliğe girdi"."""
    title = phrase.head.title
    alone = len(phrase.units) == 1 and title is not None and title.kind is TitleKind.MISSION
    return alone and not all(form.possessed for form in phrase.head.forms)


def is_own_mission(phrase: Phrase) -> bool:
    """Whether an embassy is told by a possessive alone."""
    title = phrase.head.title
    return len(phrase.units) == 1 and title is not None and title.kind is TitleKind.MISSION and phrase.head.possessed


def is_of_unknown_state(phrase: Phrase, capital: bool) -> bool:
    """Whether an embassy told by its kind alone stands for no state, unless one was named: "elçilik", "Elçilik"."""
    title = phrase.head.title
    return title is not None and (title.bare is Bare.NO or not capital)


def lead_state(phrases: Sequence[Phrase], home: str) -> str | None:
    """The state in which headline and lead are set ("Paris'te"), told first, where these name no home state.

    Else, of a report that names no home state at all, the one that most of its names of states mean.
    """
    named = [(phrase, unit.name) for phrase in phrases for unit in phrase.units if unit.name is not None]
    if any(name.code.principal == home for phrase, name in named if phrase.sentence < LEAD):
        return None
    first = ((p, n) for p, n in named[:1] if p.sentence < LEAD and n.kind in STATES and not _opens_at_home(phrases, p))
    led = next((n.code.principal for p, n in first if p.case is LOC or n.kind is NameKind.PLACE), None)
    led = led or _of_place(named)
    if led is not None or any(name.code.principal == home for _, name in named):
        return led
    return _most_named([n.code.principal for _, n in named if n.kind in OF_STATES])


def _opens_at_home(phrases: Sequence[Phrase], named: Phrase) -> bool:
    """Whether a ministry or minister told by no state opens the sentence: "Dışişleri Bakanlığı, Kudüs'te"."""
    opening = next(phrase for phrase in phrases if phrase.sentence == named.sentence)
    title = opening.titles[-1].title if opening.titles else None
    if title is None or title.kind not in (TitleKind.OFFICE, TitleKind.BODY) or opening.names or opening.person:
        return False
    led = any(unit.sort is TOPIC for unit in opening.units) or title.bare is not Bare.YES
    subject = opening.person_first is not None or any(form.case is NOM for form in opening.head.forms)
    return led and subject and (told_sector(opening) or default_sector(opening)) in ("GOV", "MIL")


def opening_state(phrases: Sequence[Phrase], home: str, scan: Scanner) -> str | None:
    """The state that the lead begins with as who acts, in a report that names no home state at all.

    "Japonya, denemeyi kınadı", "Pakistan ordusu ilerledi", but no embassy, which is abroad.
    """
    named = [(phrase, unit.name) for phrase in phrases for unit in phrase.units if unit.name is not None]
    if not named or any(name.code.principal == home for _, name in named):
        return None
    phrase, name = named[0]
    if phrase.sentence >= LEAD or name.kind not in OF_STATES or is_envoy(phrase) or is_offshore(phrase, scan):
        return None
    return name.code.principal if phrase.titles or (phrase.case is NOM and name.kind is not NameKind.PEOPLE) else None


def is_offshore(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a land only says off which coast something is: "Yemen açıklarında"."""
    return phrase.last < len(scan.tokens) and scan.stem(phrase.last) in scan.naming.words[Group.OFFSHORE]


def _of_place(named: Sequence[tuple[Phrase, Name]]) -> str | None:
    """The state that is named first, where it only owns the place behind it: "Mali'nin başkenti Bamako'da"."""
    told = [(phrase, name) for phrase, name in named if name.code != UNKNOWN]
    if len(told) < PAIR:
        return None
    (owner, state), (phrase, place) = told[:PAIR]
    near = 0 <= phrase.first - owner.last <= CAPITAL_REACH and owner.sentence < LEAD
    owned = state.kind is NameKind.STATE and owner.case is GEN and place.kind in PLACES and phrase.case in (LOC, NOM)
    return state.code.principal if near and owned and place.code.principal == state.code.principal else None


def _most_named(principals: Sequence[str]) -> str | None:
    """The state that is named often, and more often than all others together."""
    most, times = next(iter(Counter(principals).most_common(1)), ("", 0))
    return most if times >= OFTEN and 2 * times > len(principals) else None


def only_rebels(phrases: Sequence[Phrase]) -> ActorCode | None:
    """The armed group that a report names, where it names no other."""
    named = (unit.name for phrase in phrases for unit in phrase.names if unit.name is not None)
    armed = {name.code for name in named if name.kind is NameKind.GROUP and name.code.sector in IRREGULAR}
    return armed.pop() if len(armed) == 1 else None


def is_only_seat(phrases: Sequence[Phrase], first: int, state: str) -> bool:
    """Whether a state only hosts the organisation that a report begins with: "ABUJA - ECOWAS, Nijer'deki darbeyi".

    ``first`` is the number of the first sentence behind the headline.
    """
    named = [(phrase, unit.name) for phrase in phrases for unit in phrase.units[:1] if unit.name is not None]
    lead = next((name for phrase, name in named if phrase.sentence >= first), None)
    told = any(name.code.principal == state and name.kind in (NameKind.STATE, NameKind.PEOPLE) for _, name in named)
    return lead is not None and lead.kind is NameKind.ORGANISATION and not told


def heads_organisation(phrase: Phrase) -> bool:
    """Whether an office is that of a head, of whom the register knows none: "AB Başkanı", no "AB Komiseri"."""
    name, title = phrase.names[0].name, phrase.titles[0].title if phrase.titles else None
    if name is None or title is None or title.word != HEAD:
        return False
    return phrase.person is None or phrase.person.code.principal != name.code.principal


def is_held_by_turns(scan: Scanner, title: Unit) -> bool:
    """Whether a title is what members of an organisation hold, no body of it: "AB dönem başkanlığını yürüten"."""
    return scan.is_titled(title, Group.TURN) and not scan.is_capital(title.first)


def is_any(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a phrase tells of holders of an office, or of governments, in general: "dışişleri bakanları"."""
    title = phrase.head.title
    general = title is not None and (title.kind is TitleKind.OFFICE or scan.is_titled(phrase.head, Group.GENERAL))
    general = general and not scan.is_titled(phrase.head, Group.SEVERAL)
    return general and phrase.plural and len(phrase.titles) == 1


def of_ruler(ruler: ActorCode, sector: str) -> ActorCode:
    """The code of the body of power or forces behind a ruler's name: "Maduro hükümeti", "Hafter güçleri"."""
    return ruler if ruler.sector in IRREGULAR else ActorCode(ruler.principal, "MIL" if sector == "MIL" else "GOV")


def is_regime(phrase: Phrase) -> bool:
    """Whether a body of power stands behind a person's name: Esad rejimi."""
    return bool(phrase.head.forms) and phrase.person is not None
