"""Harm that comes of an accident, which is no event (codebook, rule 7)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType
from haberci.core.governors import GovernorTable
from haberci.core.report import Report
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, Filled
from haberci.read.parse import Parsed

BLAST: Final = "blast"  # the flag of frames by which something went off
ARMED: Final = frozenset({"MIL", "COP", "SPY"})
UNTOLD: Final = frozenset({GUESSED, "party.context"})  # rules of a side that the words do not tell


def is_accident(parsed: Parsed, governors: GovernorTable, kind: EventType, actor: Filled) -> bool:
    """Whether harm that nobody is told to have done comes of an accident by the words of its sentence.

    A word for a mishap is one by its lemma and no name: neither "Kazakistan" nor "Başbakan Yıldırım" tells any.
    """
    if kind is not EventType.ASSAULT or actor.rule not in UNTOLD:
        return False
    named = {at - parsed.base for m in parsed.mentions for at in range(m.first, m.last)}
    if any(token.morph.lemma in governors.mishaps and at not in named for at, token in enumerate(parsed.tokens)):
        return True
    words = "".join(f" {token.lower}" for token in parsed.tokens)
    return any(f" {beginning}" in words for beginning in governors.accidents)


def is_plain_blast(firing: Firing, report: Report, governors: GovernorTable, struck: Collection[ActorCode]) -> bool:
    """Whether of what went off the report does not tell that somebody laid it: "fabrikadaki patlamada üç kişi öldü".

    What goes off beside soldiers or police is no accident where no word of one stands.
    """
    if BLAST not in firing.frame.flags or any(code.sector in ARMED for code in struck):
        return False
    return not any(token.lower.startswith(governors.terror) for token in report.tokens)
