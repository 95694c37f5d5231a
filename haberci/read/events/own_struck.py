"""Whether those said to be hit are of the side that tells of it: "MSB, Türk gemisinin vurulmadığını söyledi"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import FORCES, ActorCode
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Setting
from haberci.read.rows import mentions_of

TITLED: Final = "mention.titled"  # the rule of a phrase with its own land in it


def is_own_struck(firing: Firing, setting: Setting, speaker: ActorCode) -> bool:
    """Whether those are of the speaker's own side who are said to be hit; not civilians of a land that is not told."""
    struck = mentions_of(setting, firing.clause.subject)
    own = (m for m in struck if any(code.principal == speaker.principal for code in m.codes))
    return any(m.rule == TITLED or all(code.sector in FORCES for code in m.codes) for m in own)
