"""What a frame need not ask of sides that show it themselves: politics of targets, an office of who gave it up."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.actors import FORMER, UNKNOWN
from haberci.core.frames import Frame
from haberci.core.report import Mention, MentionKind
from haberci.read.events.setting import Filled, Setting

LEFT: Final = "resign"
OFFICIAL: Final = frozenset({"official"})
POLITICAL: Final = frozenset({"political"})


def of_former(frame: Frame, actor: Filled) -> Frame:
    """The frame, that asks for no office still held of who gave it up: "Eski bakan o gün istifa etmişti"."""
    former = frame.mode == LEFT and any(code.sector == FORMER for code in actor.all_codes())
    return replace(frame, flags=frame.flags - OFFICIAL) if former else frame


def at_target(frame: Frame, actor: Filled, recipient: Filled, setting: Setting) -> Frame:
    """The frame, that asks for no politics where nobody known did it to those whose word alone is a sign of it.

    "Hartum'da on sivil öldürüldü": nobody kills them without politics, whoever did it.
    """
    if not frame.flags & POLITICAL or actor.all_codes() != (UNKNOWN,):
        return frame
    tokens, targets = setting.report.tokens, setting.nouns.targets
    people = [m for m in recipient.mentions if m.kind is MentionKind.PEOPLE]
    told = all(_is_staff(m) or any(t.lower.startswith(targets) for t in tokens[m.first : m.last]) for m in people)
    return replace(frame, flags=frame.flags - POLITICAL) if people and told else frame


def _is_staff(mention: Mention) -> bool:
    """Whether people work for an organisation of states: "İki BM çalışanı öldürüldü"."""
    return bool(mention.codes) and all(code.sector == "IGO" for code in mention.codes)
