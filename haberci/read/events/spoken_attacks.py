"""Attacks that are made in words alone: on a party by its name, or by a politician: "CHP'ye saldıranlar"."""

from __future__ import annotations

from typing import Final

from haberci.core.frames import Frame
from haberci.core.morph import ACC, DAT
from haberci.core.report import Mention, MentionKind
from haberci.read.events.setting import NOBODY, Filled
from haberci.read.rows import HOLDERS

PARTISAN: Final = frozenset({"OPP", "PTY", "NGO"})
BANDS: Final = (MentionKind.GROUP, MentionKind.ORGANISATION)
AIMING: Final = frozenset({"by-person", "not-by-person"})
UNNAMED: Final = (MentionKind.PLACE, MentionKind.PEOPLE)


def is_only_said(actor: Filled, recipient: Filled) -> bool:
    """Whether those attacked are a party by its bare name, no house or member of it; or a party attacks nobody told."""
    struck = [mention for mention in recipient.mentions if mention.case is DAT and _is_band(mention)]
    if recipient.all_codes():
        return bool(struck) and len(struck) == len(recipient.mentions)
    return bool(actor.mentions) and all(_is_band(mention) for mention in actor.mentions)


def aims_otherwise(frame: Frame, actor: Filled, recipient: Filled) -> bool:
    """Whether a frame asks that a person takes aim, or that none does, and it is not so."""
    return bool(frame.flags & AIMING) and ("by-person" in frame.flags) is not _aims_in_words(actor, recipient)


def _aims_in_words(actor: Filled, recipient: Filled) -> bool:
    """Whether it is a person who aims at a state, party or body by its bare name: "Putin, NATO'yu hedef aldı"."""
    persons = bool(actor.mentions) and actor.rule == NOBODY.rule and all(m.kind in HOLDERS for m in actor.mentions)
    aimed = all(m.case is ACC and m.kind not in UNNAMED for m in recipient.mentions)
    return persons and bool(recipient.mentions) and aimed


def _is_band(mention: Mention) -> bool:
    """Whether a phrase is the name of a party or association."""
    return mention.kind in BANDS and all(code.sector in PARTISAN for code in mention.codes)
