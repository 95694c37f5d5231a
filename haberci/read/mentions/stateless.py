"""Whom a title means that is no state's: a party's organ, the council of the world, whom a state backs, a firm's."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN_PRINCIPAL, ActorCode, NameKind
from haberci.core.morph import NOM
from haberci.core.naming import Group
from haberci.read.mentions.compounds import CRIME
from haberci.read.mentions.members import UNCODABLE
from haberci.read.mentions.people import is_stranger
from haberci.read.mentions.phrases import Phrase, title_key
from haberci.read.mentions.salience import Salience
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.units import WORD, Unit

_PARTY, _RULING, _SPORT = Group.PARTY, Group.RULING, Group.SPORT  # by names of their own, as in ``core.morph``
PARTIES: Final = frozenset({"OPP", "PTY", "LAB", "UAF", "REB"})
OPPOSED: Final = "OPP"
REBEL: Final = "REB"
TRADE: Final = "BUS"
UNITED_NATIONS: Final = ActorCode("UN", "IGO")
Coded = tuple[ActorCode | None, str]


def of_no_state(phrase: Phrase, sector: str, scan: Scanner, salience: Salience) -> Coded | None:
    """The code, and the rule, of a phrase of no owner that is no state's; None when it may be a state's."""
    if sector in IRREGULAR or phrase.head.sector == "OPP":
        led = phrase.first > 0 and scan.stem(phrase.first - 1) in scan.naming.words[Group.BACKING]
        return (ActorCode(UNKNOWN_PRINCIPAL, sector), UNCODABLE) if led else None
    if _is_fleeing(phrase, scan):
        return ActorCode(UNKNOWN_PRINCIPAL, sector), UNCODABLE
    if any(scan.is_titled(unit, Group.CANDIDATE) for unit in phrase.titles):
        return None, "mention.office-again"
    if sector == TRADE and is_stranger(phrase, scan):
        return None, "mention.unknown-body"  # "Zoocom Direktörü Tim Rowe"
    key = title_key(phrase, scan)
    if key in scan.naming.words[Group.COUNCIL]:
        return UNITED_NATIONS, "mention.office-again"
    if any(scan.is_titled(unit, Group.KEEPERS) for unit in phrase.titles):
        return _of_keepers(phrase, sector, salience)
    if is_party_of_own(phrase, scan):
        return None
    if sector == CRIME or not any(scan.is_titled(unit, Group.PARTISAN) for unit in phrase.titles):
        return (None, "mention.unknown-body") if _is_private(phrase, scan) else None
    named = [unit for unit in phrase.units if unit.sort is WORD and unit.last <= phrase.titles[0].first]
    return _of_party_unknown(scan.stem_text(named[-1].first), salience) if named else _of_party_told(key, salience)


def _of_keepers(phrase: Phrase, sector: str, salience: Salience) -> Coded:
    """The code of those who keep the peace where it is not told whose they are: of who sent them, if he was told."""
    body = next((u.title.word for u in phrase.titles if u.title is not None), "")
    held = salience.office(body) or salience.organisation
    if held is None:
        return ActorCode(UNKNOWN_PRINCIPAL, sector), UNCODABLE
    return (held if len(phrase.titles) == 1 else ActorCode(held.principal, sector)), "mention.office-again"


def _is_fleeing(phrase: Phrase, scan: Scanner) -> bool:
    """Whether people who flee are counted, or told by two words: "32 göçmen kurtarıldı", "düzensiz göçmenler"."""
    title = phrase.head.title
    if title is None or len(phrase.units) > 1 or not scan.is_titled(phrase.head, Group.FLEEING):
        return False
    counted = phrase.first > 0 and scan.tokens[phrase.first - 1].text[0].isdigit()
    return counted or " " in title.word


def opponents_at_war(
    before: ActorCode | None, phrase: Phrase, armed: frozenset[str], salience: Salience
) -> Coded | None:
    """The code of opponents told beside an armed group, which fight in the war told last: "IŞİD ile muhalifler".

    ``before`` is whom the phrase right before names; ``armed`` are the states whose opposition bears arms.
    """
    beside = before is not None and before.sector in IRREGULAR and before.principal not in salience.states
    several = phrase.plural or phrase.head.sector == OPPOSED
    if not beside or not several or salience.state() in armed:
        return None
    at_war = max(armed, key=salience.weight)
    return (ActorCode(at_war, REBEL), "mention.rebels-again") if salience.weight(at_war) > 0 else None


def is_party_of_own(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a party is told by a name that the register does not know: "Yeşil Vadi Partisi"."""
    at = next((k for k, u in enumerate(phrase.units) if scan.is_titled(u, _PARTY)), 0)
    before, unit = phrase.units[at - 1], phrase.units[at]
    words = scan.naming.words[_RULING]
    if any(scan.stem(k) in words for k in range(max(0, phrase.first - 1), unit.first)):
        return False
    called = before.sort is WORD or (before.title is not None and before.sector != "GOV")
    return at > 0 and unit.possessed and called and scan.is_capital(unit.first) and scan.is_capital(before.first)


def is_party_again(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a party is told by its kind alone, with a capital: "Parti, adayını duyurdu"."""
    unit = phrase.head
    alone = len(phrase.units) == 1 and scan.is_titled(unit, _PARTY)
    called = unit.first not in scan.starts and scan.is_capital(unit.first - 1)  # "Komünist Parti"
    bare = not unit.plural and any(not form.possessed for form in unit.forms)
    shouted = scan.stem_text(unit.first).isupper()
    return alone and bare and scan.is_capital(unit.first) and not called and not shouted


def is_of_organisation(key: str, scan: Scanner) -> bool:
    """Whether a title, by its words, is one that organisations have, or their kind."""
    words = scan.naming.words
    return key in words[Group.HEADING] or key.split(" ")[0] in words[Group.ORGAN]


def _is_private(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a body that nobody knows stands before titles of which none is a state's: "Yeşilsu Direktörü"."""
    first = phrase.titles[0].first if phrase.titles else 0
    named = any(unit.sort is WORD and unit.last <= first for unit in phrase.units)
    return named and all(scan.is_titled(unit, Group.PRIVATE) for unit in phrase.titles)


def is_of_sport(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a phrase names who is of sport: "Beşiktaş Teknik Direktörü", "Almanya Milli Takımı", "UEFA"."""
    words = scan.naming.words[_SPORT]
    if any(scan.is_titled(unit, _SPORT) for unit in phrase.titles):
        return True
    stop = phrase.last
    if phrase.names and phrase.head is phrase.names[-1] and phrase.head.case is NOM and not phrase.head.tight:
        stop = min(phrase.last + 2, len(scan.tokens))  # "Alman teknik adam"
    named = phrase.names[0].last if phrase.names and _is_political(phrase.names[0]) else phrase.first
    return not words.isdisjoint(scan.stems[named:stop])  # "Kuzey Ligi" is a party


def _is_political(unit: Unit) -> bool:
    """Whether a name is that of a group or of an organisation of states, whatever words it has: "Arap Ligi"."""
    of_states = unit.name is not None and unit.name.code.sector == "IGO" and unit.is_name(NameKind.ORGANISATION)
    return of_states or unit.is_name(NameKind.GROUP)


def _of_party_unknown(name: str, salience: Salience) -> Coded | None:
    """The code of a party that the register does not know, by its acronym: "MYP Genel Başkanı"."""
    state = salience.state() if name.isupper() else None
    return (ActorCode(state, "OPP"), "mention.office-bare") if state is not None else None


def _of_party_told(key: str, salience: Salience) -> Coded | None:
    """The code of the party whose organ it was before, else of the one that weighs most."""
    held = salience.office(key)
    party = held if held is not None and held.sector in PARTIES else salience.party
    return (party, "mention.office-again") if party is not None else None
