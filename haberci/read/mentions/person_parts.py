"""Where a person's name begins in a phrase, and what is part of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.actors import NameKind
from haberci.core.morph import NOM
from haberci.core.naming import Group, TitleKind
from haberci.read.mentions.compounds import are_others, leads_to_title, of_party
from haberci.read.mentions.joints import is_counted
from haberci.read.mentions.phrases import HOLDERS
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.units import HONORIFIC, TOPIC, WORD, Unit

FIRM: Final = "BUS"
PERSON: Final = NameKind.PERSON
STATE: Final = NameKind.STATE
PEOPLE: Final = NameKind.PEOPLE
RULERS: Final = ("GOV", "MIL")
FOLK: Final = TitleKind.PEOPLE


def opens_person(scan: Scanner, units: Sequence[Unit], unit: Unit, stop: int) -> bool:
    """Whether a person's name begins with a unit, or its surname stands there, behind the others of a phrase."""
    if unit.name is not None and unit.name.kind is PERSON:
        return True
    if unit.sort is not WORD or not units:
        return False
    last = units[-1]
    if of_party(last) and last.case is NOM:
        return True
    holder = last.title is not None and (last.title.kind in HOLDERS or last.title.kind is FOLK)
    return holder or last.sort is HONORIFIC or (of_party(last) and leads_to_title(scan, unit.first, stop) is None)


def person_start(units: Sequence[Unit], unit: Unit) -> int:
    """Where a person's name begins: a surname of the register may stand behind another first name."""
    first = unit.first
    for before in reversed(units):
        if before.sort is not WORD:
            break
        first = before.first
    return first


def surname(scan: Scanner, units: Sequence[Unit], unit: Unit | None, stop: int) -> Unit | None:
    """A unit inside a name, or what looks like a field, people or firm but is its surname: "Fikret Orman"."""
    if unit is None or unit.last - unit.first > 1:
        return unit
    free = unit.case is NOM and not unit.tight and unit.last < stop and scan.tokens[unit.last].text == ","
    if not (unit.sort is TOPIC or unit.people or (unit.sector == FIRM and free)):
        return unit
    if units[-1].sort is not WORD or not scan.is_capital(unit.first):
        return unit
    return scan.word(unit.first) if leads_to_title(scan, unit.last, stop) is None else unit


def are_two(scan: Scanner, units: Sequence[Unit], person: Unit) -> bool:
    """Whether an office and the name behind it are two people: those of two lands, "Rus lider Erdoğan'ı aradı"."""
    return are_others(units[-1], person) or _is_of_another_land(scan, units, person)


def _is_of_another_land(scan: Scanner, units: Sequence[Unit], person: Unit) -> bool:
    """Whether a ruler of the register, in a case of his own, stands behind an office of a state that is not his."""
    last, name = units[-1], person.name
    office = last.title is not None and last.title.kind is TitleKind.OFFICE and last.case is NOM
    if name is None or not office or scan.is_titled(last, Group.ENVOY) or name.code.sector not in RULERS:
        return False
    lands = [u.name.code.principal for u in units if u.name is not None and u.name.kind in (STATE, PEOPLE)]
    return bool(lands) and name.code.principal not in lands and person.tight and person.case is not NOM


def is_time_behind(scan: Scanner, units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a day or month stands behind a full name: "Ash Carter Cuma günü", "Pena Nieto Aralık 2012'de"."""
    named = [u for u in units if u.sort is WORD or (u.name is not None and u.name.kind is PERSON)]
    full = bool(named) and named[-1] is units[-1] and units[-1].last - named[0].first > 1
    return full and scan.stem(unit.first) in scan.naming.words[Group.DAY]


def are_several(scan: Scanner, people: Unit, title: Unit) -> bool:
    """Whether plain people who are counted stand before an office: "binlerce kişi devlet başkanının istifasını"."""
    office = title.title is not None and title.title.kind is TitleKind.OFFICE
    return office and people.plain_people and is_counted(scan, people.first)
