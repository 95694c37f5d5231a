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
    if firing.frame.type not in IN_ARMS:
        return actor
    return actor._replace(mentions=tuple(_armed(mention, setting) for mention in actor.mentions))


def _armed(mention: Mention, setting: Setting) -> Mention:
    """A phrase for people as armed men where its last word is one for a tribe."""
    if setting.report.tokens[mention.last - 1].morph.lemma not in setting.nouns.tribes:
        return mention
    codes = tuple(ActorCode(c.principal, BAND) if c.sector == PLAIN else c for c in mention.codes)
    return replace(mention, codes=codes)
