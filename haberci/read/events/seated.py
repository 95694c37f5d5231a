"""Firms told by where they are: "Türkiye merkezli iki şirketi kara listeye aldı"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType
from haberci.core.morph import NOM
from haberci.core.naming import Group
from haberci.core.report import Mention, MentionKind
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import joined_before

FIRMS: Final = "BUS"
MEASURES: Final = frozenset({EventType.SANCTION, EventType.COERCE})
LANDS: Final = (MentionKind.PLACE, MentionKind.STATE)


def seated(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The firms of a land whose seat is there, of a measure that names nobody else; ``own`` are who takes it."""
    if firing.frame.type not in MEASURES or firing.nominal:
        return NOBODY
    words = setting.parsed.pack.naming.words
    seats = words[Group.LEADING] & words[Group.PLACE]
    start = setting.parsed.behind_finite(firing.anchor)
    for number, mention in enumerate(setting.parsed.mentions):
        behind = mention.last - setting.parsed.base
        here = start <= behind < firing.anchor and mention.kind in LANDS and mention.case is NOM
        if here and setting.parsed.small[behind] in seats:
            lands = (m.codes[0].principal for m in _row(setting, number))
            codes = tuple(ActorCode(land, FIRMS) for land in dict.fromkeys(lands) if land not in own)
            return Filled(codes=codes, rule="party.located")
    return NOBODY


def _row(setting: Setting, number: int) -> list[Mention]:
    """A land and the one joined to it by "ve": "Çin ve Vietnam merkezli"."""
    last, before = setting.parsed.mentions[number], joined_before(setting.parsed, number)
    return [before, last] if before is not None and before.kind in LANDS and before.codes else [last]
