"""Tribes who take up arms are armed men, not plain people: "Aşiretler köyü ele geçirdi"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType
from haberci.core.report import Mention
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Filled, Setting

IN_ARMS: Final = frozenset({EventType.ASSAULT, EventType.MOBILIZE})
PLAIN: Final = "CVL"
BAND: Final = "UAF"


def in_arms(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """Who strikes or makes ready, where tribes do it: those are unaligned armed forces, whatever they are at peace."""
    if firing.frame.type not in IN_ARMS or not any(_is_tribe(m, setting) for m in actor.mentions):
        return actor
    return actor._replace(mentions=tuple(_armed(m) if _is_tribe(m, setting) else m for m in actor.mentions))


def _is_tribe(mention: Mention, setting: Setting) -> bool:
    """Whether the last word of a phrase for people is one for a tribe."""
    lemma = setting.report.tokens[mention.last - 1].morph.lemma
    return lemma in setting.nouns.tribes and any(code.sector == PLAIN for code in mention.codes)


def _armed(mention: Mention) -> Mention:
    codes = tuple(ActorCode(c.principal, BAND) if c.sector == PLAIN else c for c in mention.codes)
    return replace(mention, codes=codes)
