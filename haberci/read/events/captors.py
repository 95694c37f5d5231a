"""Who held those who are let go, where a passive does not tell by whom: "Husilerin elindeki denizci bırakıldı"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.codebook import EventType
from haberci.core.morph import GEN
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

SEIZED: Final = frozenset({(EventType.ASSAULT, "abduct"), (EventType.COERCE, "arrest")})


def captor(firing: Firing, setting: Setting, held: Filled) -> Filled:
    """Whose captives the ``held`` are: told by a word for custody, or by the clause that tells their capture."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    for mention in reversed(setting.parsed.mentions):
        behind = mention.last - base
        owner = mention.case is GEN and mention.codes and behind < firing.anchor
        if owner and tokens[behind].lower in setting.nouns.custody:
            return Filled((mention,), rule="party.possessor")
    others = frozenset(held.all_codes())
    for event in setting.lately(0):
        if (event.type, event.mode) in SEIZED and others.intersection(event.recipients):
            return Filled(codes=tuple(c for c in event.actors if c != UNKNOWN), rule="party.dealt")
    return NOBODY
