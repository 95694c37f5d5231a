"""The armed sides that a report told last: forces, armed groups, a land's own militias."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.naming import Group
from haberci.read.events.bystanders import ARMED, FORCES, STATE_ORGANS, organ
from haberci.read.events.lands import REBEL, land, of_land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, NOBODY, Filled, Setting

WORLDWIDE: Final = frozenset({"ISIL", "AQ"})  # groups that others than the home state fight as well


def militias(firing: Firing, setting: Setting) -> Filled:
    """Armed men of the land, of no side, where none is named: "Trablus'ta iki silahlı grup çatıştı"."""
    forces = any(code.sector in FORCES for mention in setting.parsed.mentions for code in mention.codes)
    return NOBODY if forces else of_land(firing, setting, "UAF")


def forces(firing: Firing, setting: Setting) -> Filled:
    """The armed force told last before the deed, else that of the land; where those of the home state fight, theirs."""
    found = forces_told(firing, setting)
    naming = setting.parsed.pack.naming
    abroad = found.rule == GUESSED and not naming.words[Group.FRONT].isdisjoint(c.principal for c in found.codes)
    ours = abroad and WORLDWIDE.isdisjoint(code.principal for code in rebels(firing, setting).all_codes())
    return found._replace(codes=(ActorCode(naming.home, "MIL"),)) if ours else found


def forces_told(firing: Firing, setting: Setting) -> Filled:
    """The armed force told last before the deed, no owner of what is hit ("orduya ait tank"); else that of the land."""
    limit, tokens = setting.parsed.base + firing.anchor, setting.report.tokens
    for mention in reversed(setting.report.mentions):
        told = mention.last <= limit and mention.codes and mention.codes[0].sector in ARMED
        if told and tokens[mention.last].lower not in setting.parsed.words.belonging:
            return Filled((mention,), rule="party.context")
    if setting.statement is not None and setting.statement.speaker.sector in STATE_ORGANS:
        return Filled(codes=(ActorCode(setting.statement.speaker.principal, "MIL"),), rule="party.speaker")
    return organ(firing, setting, "MIL")


def rebels(firing: Firing, setting: Setting) -> Filled:
    """The armed group told last before the deed."""
    limit = setting.parsed.base + firing.anchor
    for mention in reversed(setting.report.mentions):
        if mention.first < limit and mention.codes and mention.codes[0].sector == REBEL:
            return Filled((mention,), rule="party.context")
    return _separatists(firing, setting)


def _separatists(firing: Firing, setting: Setting) -> Filled:
    """Whom the press at home means where it names none: "Van'da terör örgütüne yönelik operasyonda silah bulundu"."""
    naming = setting.parsed.pack.naming
    pairs = (f"{one} {other}" for one, other in pairwise(setting.parsed.small))
    titles = tuple(word for word in naming.words[Group.REBEL] if " " in word)
    told = any(pair.startswith(titles) for pair in pairs) and land(firing, setting) == naming.home
    codes = (ActorCode(group, REBEL) for group in naming.words[Group.SEPARATISTS]) if told else ()
    return Filled(codes=tuple(codes), rule=GUESSED)
