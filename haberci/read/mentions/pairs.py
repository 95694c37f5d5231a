"""Those who are told by their number, as the sides, or by their office: "iki ülke", "taraflar", "liderler"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, ActorCode
from haberci.core.morph import ABL, GEN, NOM
from haberci.core.naming import Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.salience import NEAR, Salience
from haberci.read.mentions.scanner import OPPOSITION, Scanner
from haberci.read.mentions.senses import Sense
from haberci.read.mentions.sides import RULING

SIDE: Final = ("taraf", "taraflar")  # of a dispute, whatever they are
TWO: Final = 2
SIDES: Final = "taraflar"  # no number is told: only of two
RULERS: Final = ("GOV", "MIL", "COP", "LEG", "JUD", "SPY")
COUNTED: Final = 4  # words from "iki taraftan" to the people: "iki taraftan da en az 99 asker"
NUMBERS: Final = {"üç": 3, "dört": 4, "beş": 5, "altı": 6}


def is_pair(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a phrase tells several by their number, as the sides, or by their office alone."""
    first = phrase.titles[0].title
    return (first is not None and first.kind is TitleKind.PAIR) or are_those_before(phrase, scan)


def pair(phrase: Phrase, scan: Scanner, salience: Salience) -> Sense | None:
    """Those whom a word for two, or for more states than two, means here; None where it is not clear who they are."""
    first = phrase.titles[0].title
    if first is None or first.kind is not TitleKind.PAIR:
        return _those_before(salience)
    word = first.word
    number = NUMBERS.get(word.split(" ")[0])
    codes = salience.row(number) if number is not None else _two(word, phrase, scan, salience)
    if not codes:
        return None
    sector = phrase.head.sector
    if sector:
        codes = tuple(c if c.sector in IRREGULAR else ActorCode(c.principal, sector) for c in codes)
    return Sense(MentionKind.PRONOUN, codes, "mention.pair")


def from_both(phrase: Phrase, scan: Scanner) -> bool:
    """Whether people are counted on two sides at once, so that they are of no land: "iki taraftan 99 asker öldü"."""
    for at in range(max(0, phrase.first - COUNTED), phrase.first):
        unit = None if scan.plain[at] else scan.unit(at, len(scan.tokens))
        title = None if unit is None else unit.title
        if unit is not None and title is not None and title.kind is TitleKind.PAIR and unit.case is ABL:
            return scan.tokens[at].sentence == phrase.sentence
    return False


def _two(word: str, phrase: Phrase, scan: Scanner, salience: Salience) -> tuple[ActorCode, ...]:
    led = phrase.first > 0 and scan.stem(phrase.first - 1) in scan.naming.words[Group.ALL]
    of_states = not word.endswith(SIDE)
    codes = (() if of_states else _alone_before(salience)) or salience.pair(of_states)
    here = {code for code, sentence in salience.parties if sentence == salience.sentence}
    if not (of_states or here.isdisjoint(codes)):  # who calls on the sides is none of them
        codes = _within_land(salience) or codes
    crowded = salience.is_crowded() and not salience.opposed() and not salience.deals_last()
    several = word == SIDES and (led or crowded)
    return () if several else codes


def _alone_before(salience: Salience) -> tuple[ActorCode, ...]:
    """A government and its opposition, where the sentence before names them alone: "hükümet ile muhalefet görüştü"."""
    told = [code for code, sentence in salience.parties if sentence == salience.sentence - 1]
    rule = {RULING, OPPOSITION} == {code.sector for code in told} and len({code.principal for code in told}) == 1
    return tuple(told) if rule and len(told) == TWO else ()


def _within_land(salience: Salience) -> tuple[ActorCode, ...]:
    """A government and its opposition, where the last sentences name nobody else: "ABD, tarafları itidale çağırdı"."""
    near = [code for code, sentence in salience.parties if salience.sentence - NEAR <= sentence < salience.sentence]
    official = next((code for code in near if code.sector in RULERS), None)
    opposed = next((code for code in reversed(near) if code.sector == OPPOSITION), None)
    if official is None or opposed is None or len({code.principal for code in near}) > 1:
        return ()
    return ActorCode(official.principal, RULING), opposed


def are_those_before(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a sentence begins with an office in the plural that tells nothing else: "Liderler, metni imzaladı"."""
    unit, last = phrase.head, phrase.last
    bare = len(phrase.units) == 1 and unit.plural and not unit.possessed and unit.case in (NOM, GEN)
    told = bare and phrase.first in scan.starts and scan.is_titled(unit, Group.THOSE_BEFORE)
    return told and last < len(scan.tokens) and (unit.case is GEN or not scan.is_capital(last))


def _those_before(salience: Salience) -> Sense | None:
    """The parties that the sentence before names, several and no organisation; else the only two named shortly ago."""
    named = [code for code, sentence in salience.parties if sentence == salience.sentence - 1]
    codes = tuple(dict.fromkeys(named))
    apart = len({code.principal for code in codes}) == len(codes) > 1
    apart = apart and (len(codes) > TWO or not salience.is_crowded())  # of many leaders two are named at last
    states = all(code.principal in salience.states or code.sector in IRREGULAR for code in codes)
    found = codes if apart and states else salience.opposed()
    return Sense(MentionKind.PRONOUN, found, "mention.pair") if found else None
