"""Which offices, bodies and people go with whom in one phrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN_PRINCIPAL, NameKind
from haberci.core.morph import ACC, GEN, NOM
from haberci.core.naming import Bare, Group, TitleKind
from haberci.read.mentions.phrases import BODIES, HOLDERS
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.units import HONORIFIC, NAME, TITLE, TOPIC, WHOLE, WORD, Sort, Unit

RULE: Final = ("GOV", "MIL", "COP", "JUD", "LEG")  # what no newspaper has
PARTIES: Final = ("PTY", "OPP")
PARTY: Final = "parti"
CRIME: Final = "CRM"
COURT: Final = "JUD"
ONE: Final = "bir"
CABINET: Final = "hükümet"
BETWEEN: Final = ("ve", ",", ONE)  # what may stand inside a compound
LOOSE: Final = (TitleKind.GROUP, TitleKind.PEOPLE)
OFFICIALS: Final = (*HOLDERS, TitleKind.BODY)


def rules_apart(scan: Scanner, units: Sequence[Unit], unit: Unit, stop: int) -> bool:
    """Whether the head of a state is named behind a body or a row of people: "mahkemesi eski Cumhurbaşkanı X'i"."""
    last = units[-1].title
    if unit.sort is Sort.MODIFIER and unit.sector and last is not None and last.kind is TitleKind.BODY:
        return True  # "mahkemesi muhalif lideri mahkum etti"
    office = scan.unit(unit.last, stop) if unit.sort is Sort.MODIFIER else unit
    if office is None or office.title is None or office.title.word not in scan.naming.words[Group.RULER]:
        return False
    if any(u.is_name(NameKind.BODY) for u in units):
        return True
    return any(u.title is not None and (u.title.kind is TitleKind.BODY or u.plural) for u in units)


def is_not_theirs(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether the owner has no such office or people: "CHP'nin Orman Bakanı", "PKK'nın sivilleri", "Bakan halkı"."""
    if title.sector == UNKNOWN_PRINCIPAL:
        return True
    if scan.is_titled(title, Group.UNITY) and owner.case is GEN:
        return True
    ranked = title.title is not None and title.title.kind is TitleKind.RANK
    if ranked and owner.title is not None and owner.sector == COURT:
        return True  # "mahkeme generali mahkum etti"
    if owner.title is not None and owner.title.kind is TitleKind.PEOPLE and owner.case is not GEN:
        return _are_apart(scan, owner, title)
    if owner.title is not None:
        rebels = title.title is not None and title.title.kind in LOOSE
        rebels = rebels and (title.sector in IRREGULAR or title.sector == CRIME)
        people = title.title is not None and title.title.kind is TitleKind.PEOPLE and title.sector == "CVL"
        if title.title is not None and title.title.word == CABINET and owner.title.kind in HOLDERS:
            return True  # "muhalefet lideri hükümeti eleştirdi"
        return (people or rebels) and owner.title.kind in OFFICIALS  # "polis terör örgütüne", "hükümeti halkı"
    if owner.name is None or owner.name.kind not in BODIES:
        return False
    if title.plain_people:
        return owner.is_name(NameKind.GROUP)
    official = scan.is_titled(title, Group.RULER) or scan.is_titled(title, Group.MINISTER)
    return official and not title.plural and owner.name.code.sector not in IRREGULAR


def is_told_of(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether a newspaper or party only tells of the power behind it: "Guardian hükümeti, CHP muhalefeti eleştirdi"."""
    party = owner.is_name(NameKind.GROUP) and owner.sector in PARTIES
    if party or (owner.title is not None and owner.title.word == PARTY):
        return scan.is_titled(title, Group.POWER)
    power = title.title is not None and title.title.bare is not Bare.NO and title.sector in RULE
    return power and owner.is_name(NameKind.BODY) and owner.sector == "JRN"


def deals_with(owner: Unit, title: Unit) -> bool:
    """Whether an organisation does something with people of its own behind it: "AGİT gözlemcilerini geri çekti"."""
    people = title.title is not None and title.title.kind is TitleKind.PEOPLE
    owned = next((form.case for form in title.forms if form.possessed), None)
    return people and owned is ACC and owner.is_name(NameKind.ORGANISATION) and owner.case is NOM


def _are_apart(scan: Scanner, people: Unit, title: Unit) -> bool:
    """Whether people stand before a body or other people, who are not theirs: "bin kişi hükümeti protesto etti".

    A body that is called by them is: "Esirler Cemiyeti".
    """
    if title.title is None or people.title is None:
        return False
    if title.title.kind in (TitleKind.BODY, TitleKind.MISSION):
        called = scan.is_capital(people.first) and people.first not in scan.starts and scan.is_capital(title.first)
        return not called and (people.title.word != WHOLE or people.possessed)
    several = people.plain_people or (people.plural and not people.possessed and people.case is NOM)
    return title.plain_people and several


def is_member(scan: Scanner, owner: Unit, title: Unit) -> bool:
    """Whether a title is no member's, or that of a group's: "PKK üyesi", but not "NATO üyesi ülke"."""
    if not scan.is_titled(title, Group.MEMBER):
        return True
    grouped = owner.title is not None and owner.title.kind in (TitleKind.GROUP, TitleKind.ORGANISATION)
    return owner.is_name(NameKind.GROUP) or grouped or scan.is_titled(owner, Group.PARTISAN)


def of_party(unit: Unit) -> bool:
    """Whether a unit says of which party or group a person is: "HDP'li Ayşe Kaya"."""
    return unit.people and unit.is_name(NameKind.GROUP) and not unit.plural


def leads_to_title(scan: Scanner, at: int, stop: int, owned: bool = False) -> Unit | None:
    """The possessed title to which the words from here lead, as a compound's second half; None without one."""
    needs_envoy = False
    for _ in range(7):
        unit = scan.unit(at, stop)
        if unit is None and at + 1 < stop and scan.stem(at) in BETWEEN:
            unit = scan.unit(at + 1, stop)
            unit = unit if unit is not None and (unit.sort in (TOPIC, WORD) or scan.stem(at) == ONE) else None
        if unit is None:
            return None
        if unit.sort is TITLE and unit.possessed:
            envoy = scan.is_titled(unit, Group.ENVOY) or (unit.title is not None and unit.title.kind is TitleKind.ENVOY)
            return unit if envoy or not needs_envoy else None
        if unit.sort is HONORIFIC or unit.is_name(NameKind.PERSON) or unit.case is not NOM or unit.tight:
            return None
        needs_envoy = needs_envoy or (unit.sort is NAME and not owned)
        at = unit.last
    return None
