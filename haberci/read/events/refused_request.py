"""A refusal of what was asked before, which is of the same kind: "Oslo füze istedi. Bern isteği geri çevirdi"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.codebook import EventType
from haberci.read.events.deed_type import Typed
from haberci.read.events.setting import Filled, Setting

ASKER: Final = "party.asker"
ANSWERED: Final = 2  # sentences back to the request that is refused
OPEN: Final = (None, "change")  # modes of a refusal whose own words say no more


def as_asked(typed: Typed, recipient: Filled, setting: Setting) -> Typed:
    """A refusal with the mode of what was asked by the one who is refused; another deed as it is."""
    if typed.type is not EventType.REJECT or recipient.rule != ASKER or typed.mode not in OPEN:
        return typed
    asked = (e for e in setting.lately(ANSWERED) if e.type is EventType.REQUEST and e.actors == recipient.all_codes())
    mode = next((event.mode for event in asked), None)
    return typed if mode is None else replace(typed, mode=mode)
