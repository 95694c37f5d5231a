"""Those who are told by their number or as the sides: "iki ülke", "üç ülke", "taraflar"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, ActorCode
from haberci.core.naming import Group
from haberci.core.report import MentionKind
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.salience import Salience
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Sense

SIDE: Final = ("taraf", "taraflar")  # of a dispute, whatever they are
SIDES: Final = "taraflar"  # no number is told: only of two
NUMBERS: Final = {"üç": 3, "dört": 4, "beş": 5, "altı": 6}


def pair(phrase: Phrase, scan: Scanner, salience: Salience) -> Sense | None:
    """Those whom a word for two, or for more states than two, means here; None where it is not clear who they are."""
    first = phrase.titles[0].title
    word = first.word if first is not None else ""
    number = NUMBERS.get(word.split(" ")[0])
    codes = salience.row(number) if number is not None else _two(word, phrase, scan, salience)
    if not codes:
        return None
    sector = phrase.head.sector
    if sector:
        codes = tuple(c if c.sector in IRREGULAR else ActorCode(c.principal, sector) for c in codes)
    return Sense(MentionKind.PRONOUN, codes, "mention.pair")


def _two(word: str, phrase: Phrase, scan: Scanner, salience: Salience) -> tuple[ActorCode, ...]:
    led = phrase.first > 0 and scan.stem(phrase.first - 1) in scan.naming.words[Group.ALL]
    codes = salience.pair(of_states=not word.endswith(SIDE))
    crowded = salience.is_crowded() and not salience.opposed() and not salience.deals_last()
    several = word == SIDES and (led or crowded)
    return () if several else codes
