"""What may stand between units: hyphens, "bir", an alias, a short form in brackets; between people in a row, "ve"."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from haberci.core.actors import ActorCode, NameKind
from haberci.core.morph import ACC, GEN, NOM, Pos
from haberci.core.naming import Bare, Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mentions.compounds import leads_to_title, strikes_with
from haberci.read.mentions.pairs import RULERS
from haberci.read.mentions.phrases import BODIES, Phrase, default_sector, told_sector
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Before
from haberci.read.mentions.units import Sort, Unit

ORDINAL: Final = re.compile(r"\d+(?:\.|['’][iıuü]?nc[iıuü])")
AHEAD: Final = 3  # words that such a row has before its last: "Filistinli doktor ve"
LED: Final = (Sort.TITLE, Sort.TOPIC, Sort.MODIFIER)
COUNTED: Final = (TitleKind.PEOPLE, TitleKind.OFFICE, TitleKind.ENVOY, TitleKind.RANK, TitleKind.BODY)


def is_hyphen(scan: Scanner, j: int, stop: int) -> bool:
    """Whether a hyphen joins two words with a capital without a space: "Kongre-Yürütme"."""
    tokens = scan.tokens
    tight = tokens[j - 1].span.stop == tokens[j].span.start and j + 1 < stop
    after = scan.unit(j + 1, stop) if tight else None
    return after is not None and after.sort is Sort.WORD and tokens[j].span.stop == tokens[j + 1].span.start


def parts_owner(scan: Scanner, units: Sequence[Unit], j: int, stop: int) -> bool:
    """Whether "bir" stands here between whose and what: "DEAŞ'ın üst düzey bir yöneticisi", "PKK'nın ilk grubu"."""
    owned = units[0].sort is Sort.NAME and (units[0].people or units[0].case is GEN)
    after = scan.unit(j + 1, stop) if owned and units[-1].title is None else None
    led = after is not None and after.sort in LED and not strikes_with(scan, units[0], after)
    return led and not scan.is_capital(j + 1)


def is_counted_off(scan: Scanner, units: Sequence[Unit], j: int, stop: int) -> bool:
    """Whether a number stands here between whose and what: "Iraklı beş polis", "Rusya'nın 58. Ordusu"."""
    if units[-1].case is GEN and ORDINAL.fullmatch(scan.tokens[j].lower):
        return leads_to_title(scan, j + 1, stop) is not None
    return _counts_people(scan, units, j, stop)


def _counts_people(scan: Scanner, units: Sequence[Unit], j: int, stop: int) -> bool:
    """Whether a number stands here before those, or the craft, that it counts: "Iraklı beş polis"."""
    if len(units) != 1 or j + 1 >= stop or scan.tokens[j].morph.pos is not Pos.NUM or scan.is_capital(j + 1):
        return False
    after, owner = scan.unit(j + 1, stop), units[0]
    if after is None or after.title is None:
        return False
    if owner.case is GEN and owner.is_name(NameKind.STATE):  # "Rusya'nın 3 savaş uçağı"
        craft = after.sector == "MIL" and after.title.bare is Bare.NO and after.possessed
        return craft and not strikes_with(scan, owner, after)
    return owner.people and not owner.plural and after.title.kind in COUNTED


def over_alias(scan: Scanner, j: int, stop: int) -> int:
    """Past a person's alias between office and name: "Zerdeşt" kod adlı."""
    for k in range(j + 1, min(j + 7, stop - 1)):
        if scan.tokens[k].lower in scan.naming.words[Group.ALIAS]:
            return k + 1
    return j


def over_bracket(scan: Scanner, j: int, stop: int) -> int | None:
    """The end of a bracketed short form that begins at a word: "(KGAÖ)"."""
    tokens = scan.tokens
    if j + 2 < stop and tokens[j].text == "(" and tokens[j + 2].text == ")":
        word = tokens[j + 1].text
        named = scan.unit(j + 1, stop)
        if sum(c.isupper() for c in word) > 1 or (named is not None and named.is_name(*BODIES)):
            return j + 3
    return None


def share_state(scan: Scanner, phrase: Phrase) -> bool:
    """Whether people share their ending, and so their state, with those before: "Filistinli doktor ve hemşireleri"."""
    at, title = phrase.first, phrase.head.title
    people = title is not None and title.kind is TitleKind.PEOPLE and len(phrase.units) == 1 and phrase.plural
    if not people or at < AHEAD or scan.stem(at - 1) not in scan.joints:
        return False
    before = next((u for u in (scan.unit(k, at - 1) for k in (at - 2, at - 3)) if u is not None and u.title), None)
    if before is None or before.last != at - 1 or before.plural or before.case is not NOM or before.first == 0:
        return False
    owner = scan.unit(before.first - 1, before.first)
    return before.title is not None and before.title.kind is TitleKind.PEOPLE and owner is not None and owner.people


def share_row(scan: Scanner, left: Phrase, right: Phrase) -> bool:
    """Whether offices share the state of the first in a row: "Fin Savunma Bakanlığı, Genelkurmayı ve Meclisi".

    A comma alone may close a subject: "Fin Savunma Bakanı, Dışişleri Bakanı ile görüştü".
    """
    alike = left.titles and right.titles and left.person_first is None and right.person_first is None
    first, second = left.head, right.head
    official = all((told_sector(it) or default_sector(it)) in RULERS for it in (left, right))
    if not alike or not official or first.case not in (NOM, ACC) or first.last != left.last:
        return False
    if right.last != second.last or right.last + 1 >= len(scan.tokens):
        return False
    goes_on = scan.stem(right.last) in scan.joints and scan.is_capital(right.last + 1)
    return goes_on or scan.stem(right.first - 1) in scan.joints


def ruler_of(scan: Scanner, place: Before) -> ActorCode | None:
    """The state told to rule a place, whose officials and people are there: "Çad yönetimindeki Faya'da halk"."""
    at = place.phrase.first - 1
    told = at > 0 and scan.tokens[at].lower in scan.naming.words[Group.ADMINISTERED]
    unit = scan.unit(at - 1, at) if told and place.sense.kind is MentionKind.PLACE else None
    return unit.name.code if unit is not None and unit.name is not None and unit.is_name(NameKind.STATE) else None


def meets_host(scan: Scanner, delegation: Unit, unit: Unit) -> bool:
    """Whether a delegation in the genitive meets whoever stands behind it: "heyetin istihbarat başkanıyla buluşması".

    Its own are told by one word: "heyetin başkanı".
    """
    own = unit.sort is Sort.TITLE and unit.last == unit.first + 1
    return delegation.case is GEN and not own and scan.is_titled(delegation, Group.DELEGATION)


def is_counted(scan: Scanner, at: int) -> bool:
    """Whether a number or quantity stands before a word: "22 terörist", "binlerce kişi"."""
    if at == 0 or at in scan.starts:
        return False
    before = scan.tokens[at - 1]
    return before.text[-1].isdigit() or before.lower in scan.naming.words[Group.QUANTITY]


def land_of_fellows(scan: Scanner, before: Before | None, phrase: Phrase, states: Set[str]) -> str | None:
    """The land of people told by number alone in a row with those of one: "5 Ukraynalı asker ve 2 sivil"."""
    if before is None or not before.sense.codes or not phrase.head.plain_people:
        return None
    between = scan.tokens[before.phrase.last : phrase.first]
    counted = len(between) > 1 and between[0].lower in scan.joints and is_counted(scan, phrase.first)
    whole = all(token.morph.pos is Pos.NUM for token in between[1:])
    people = before.sense.kind is MentionKind.PEOPLE and bool(before.phrase.names and before.phrase.titles)
    land = before.sense.codes[0].principal
    return land if counted and whole and people and land in states else None  # "1 NATO askeri ve 3 sivil"
