"""Whose people are told away from home: hostages, those who are sent back to their land, citizens of who acts."""

from __future__ import annotations

from collections.abc import Set
from itertools import takewhile
from typing import Final

from haberci.core.actors import ActorCode, NameKind
from haberci.core.morph import DAT, NOM
from haberci.core.naming import Group
from haberci.core.report import MentionKind
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.salience import Salience
from haberci.read.mentions.scanner import PLACES, Scanner
from haberci.read.mentions.senses import Before

CIVILIAN: Final = "CVL"
REFUGEE: Final = "REF"
VERB_REACH: Final = 4  # words from the land to the verb of sending


def hostages(phrase: Phrase, scan: Scanner, salience: Salience) -> ActorCode | None:
    """The code of hostages of no land told, of a group or land that holds those of one other: "Hamas rehineleri"."""
    if not scan.is_titled(phrase.head, Group.HOSTAGE):
        return None
    held = scan.naming.hostages
    told = [code.principal for code, _ in reversed(salience.parties)]
    told += [place[0] for place in (salience.place,) if place is not None]
    told += [code.principal for code in (salience.only_rebels,) if code is not None]
    whose = next((held[holder] for holder in told if holder in held), None)
    return ActorCode(whose, CIVILIAN) if whose is not None else None


def sent_home(phrase: Phrase, scan: Scanner) -> ActorCode | None:
    """The code of those who fled and are sent back to a land, which is theirs: "mültecileri Suriye'ye geri yolladı"."""
    if phrase.head.sector != REFUGEE and not scan.is_titled(phrase.head, Group.FLEEING):
        return None
    sentence, words = phrase.sentence, scan.naming.words[Group.SENT_BACK]
    behind = range(phrase.last, len(scan.tokens))
    for at in takewhile(lambda k: scan.tokens[k].sentence == sentence, behind):
        unit = None if scan.plain[at] else scan.unit(at, len(scan.tokens))
        if unit is None or not unit.is_name(NameKind.STATE, *PLACES) or unit.case is not DAT or unit.name is None:
            continue
        after = scan.tokens[unit.last : unit.last + VERB_REACH]
        back = any(token.lower in words or token.morph.lemma in words for token in after)
        return ActorCode(unit.name.code.principal, REFUGEE) if back else None
    return None


def own_citizens(phrase: Phrase, before: Before | None, scan: Scanner, states: Set[str]) -> ActorCode | None:
    """The code of the citizens of the state that acts on them: "Çin, vatandaşlarını Kabil'den ayrılmaya çağırdı"."""
    told = scan.tokens[phrase.last - 1].lower.startswith(tuple(scan.naming.words[Group.OWN_CITIZENS]))
    if before is None or not told or len(phrase.units) > 1 or before.phrase.sentence != phrase.sentence:
        return None
    acts = before.phrase.case is NOM and before.sense.kind is not MentionKind.PLACE and before.sense.codes
    own = before.sense.codes[0].principal if acts else ""
    return ActorCode(own, CIVILIAN) if own in states else None
