"""Whom the words call on, or thank, where they tell no name: "dünyayı", "halkı", "sizi"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.codebook import EventType
from haberci.read import anaphora
from haberci.read.events import persons
from haberci.read.events.fellows import fellows
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.events.spoken_to import SPOKEN_TO, hailed, spoken_to

ADDRESSED: Final = frozenset({EventType.SUPPORT, EventType.REQUEST})
DEEDS_ASKED: Final = (("comp",),)  # the receiver of frames that ask it of whom the verb below tells


def called_upon(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled:
    """The receiver, or whom the words call on where it is told by no name of his: "dünyayı", "halkı", "sizi"."""
    if firing.frame.type in ADDRESSED and not recipient.all_codes():
        recipient = _told_by_kind(firing, setting, actor)
    if firing.frame.type is EventType.REQUEST and recipient.mentions:
        recipient = persons.called_before(firing, setting, recipient)
    if firing.frame.type is EventType.REQUEST and not recipient.all_codes() and not firing.nominal:
        hails = [] if firing.clause.quoted else hailed(setting.parsed, setting)
        told = tuple(hails[:1])  # "göstericilere seslenerek çekilmelerini istedi"
        recipient = Filled(told, rule=SPOKEN_TO) if told else persons.called_on(firing, setting)
    called = spoken_to(firing, setting) if set(recipient.all_codes()) <= {UNKNOWN} else NOBODY
    return called if called.all_codes() else recipient


def _told_by_kind(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """Those who are told by their kind alone: the two sides, allies or neighbours named before, else nobody's code."""
    both = anaphora.both_sides(firing, setting)
    named = firing.frame.type is EventType.REQUEST and "needs-recipient" in firing.frame.flags
    if not both.codes and not named:
        both = fellows(firing, setting, actor)
    told = firing.frame.recipient != DEEDS_ASKED  # "taraflara sormak gerekir" asks nobody
    return both if both.codes or not told else persons.uncoded(firing, setting)
