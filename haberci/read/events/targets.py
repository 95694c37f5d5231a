"""What a frame need not ask of sides that show it themselves: politics of targets, an office of who gave it up.

Nor another land, where an army makes war in its own.
"""

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
FOREIGN: Final = frozenset({"foreign"})
SHELLING: Final = frozenset({"bombards", "foreign"})
MILITARY: Final = "MIL"
OFFICES: Final = frozenset({"GOV", MILITARY})


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


def in_civil_war(frame: Frame, actor: Filled, recipient: Filled, setting: Setting) -> Frame:
    """The frame, that asks for no other land where an army strikes a place of its own: "Suriye ordusu köyleri vurdu".

    In a state at war within whatever is there may be struck; at home only armed groups are.
    """
    if not frame.flags >= SHELLING:
        return frame
    doers, struck = actor.all_codes(), recipient.all_codes()
    lands = {code.principal for code in (*doers, *struck)}
    if len(doers) != 1 or doers[0].sector not in OFFICES or not struck or len(lands) > 1:
        return frame
    places = bool(recipient.mentions) and all(m.kind is MentionKind.PLACE for m in recipient.mentions)
    places = places and doers[0].sector == MILITARY and setting.parsed.pack.naming.home not in lands
    own = lands <= {*setting.armed} or places
    return replace(frame, flags=frame.flags - FOREIGN) if own else frame


def _is_staff(mention: Mention) -> bool:
    """Whether people work for an organisation of states: "İki BM çalışanı öldürüldü"."""
    return bool(mention.codes) and all(code.sector == "IGO" for code in mention.codes)
