"""Attacks that are made in words alone: on a party or association, by its name: "CHP'ye saldıranlar"."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import DAT
from haberci.core.report import Mention, MentionKind
from haberci.read.events.setting import Filled

PARTISAN: Final = frozenset({"OPP", "PTY", "NGO"})
BANDS: Final = (MentionKind.GROUP, MentionKind.ORGANISATION)


def is_only_said(actor: Filled, recipient: Filled) -> bool:
    """Whether those attacked are a party by its bare name, no house or member of it; or a party attacks nobody told."""
    struck = [mention for mention in recipient.mentions if mention.case is DAT and _is_band(mention)]
    if recipient.all_codes():
        return bool(struck) and len(struck) == len(recipient.mentions)
    return bool(actor.mentions) and all(_is_band(mention) for mention in actor.mentions)


def _is_band(mention: Mention) -> bool:
    """Whether a phrase is the name of a party or association."""
    return mention.kind in BANDS and all(code.sector in PARTISAN for code in mention.codes)
