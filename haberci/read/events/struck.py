"""To whom a deed is done, where somebody's thing does it: its owner is not the owner of what it strikes."""

from __future__ import annotations

from typing import Final

from haberci.read.events.filling import fill
from haberci.read.events.holders import HOLDER
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Filled, Setting

OWNERS: Final = ("gen",)  # the receiver as the owner of what is struck


def struck(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """To whom it is done; whose thing does it is not the owner of what is struck: "Rusya'ya ait füze köyü vurdu"."""
    told = firing.frame.recipient
    found = fill(told, firing, setting, actor)
    if actor.rule != HOLDER or (found.mentions and not set(found.mentions) <= set(actor.mentions)):
        return found
    return fill([names for names in told if names != OWNERS], firing, setting, actor)
