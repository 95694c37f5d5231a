"""Whom one says one will guard, who is refused or threatened with nothing: "Suriye'nin bölünmesine izin vermeyiz".

Nor is a court sued to which one goes: "Danıştay'a dava açtı".
"""

from __future__ import annotations

from typing import Final

from haberci.core.morph import DAT, GEN, THIRD, Form, Tense
from haberci.core.report import Mention
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

GUARDS: Final = "guards"  # flag of frames by which one lets something be done, or gives it up
SUES: Final = "sues"  # flag of frames by which one goes to court
COURT: Final = "JUD"
TO_COME: Final = frozenset({Tense.FUTURE, Tense.AORIST})


def guarded(firing: Firing, setting: Setting, recipient: Filled) -> Filled:
    """The other side; nobody where it is told for a good of its own that is kept, or as the court that is asked."""
    flags, mentions = firing.frame.flags, recipient.mentions
    if not mentions:
        return recipient
    asked = SUES in flags and all(m.case is DAT and all(c.sector == COURT for c in m.codes) for m in mentions)
    kept = GUARDS in flags and _is_to_come(firing, setting) and all(_keeps(m, firing, setting) for m in mentions)
    return NOBODY if asked or kept else recipient


def _is_to_come(firing: Firing, setting: Setting) -> bool:
    """Whether a verb tells what one will not do."""
    return firing.clause.form is Form.ACAK or setting.parsed.tokens[firing.anchor].morph.tense in TO_COME


def _keeps(owner: Mention, firing: Firing, setting: Setting) -> bool:
    """Whether the first thing that an owner has is a good, or a harm: "Türkiye'nin garantörlüğünden vazgeçmeyecek"."""
    behind = setting.parsed.tokens[owner.last - setting.parsed.base : firing.anchor]
    owned = next((token.morph for token in behind if token.morph.possessive in THIRD), None)
    return owner.case is GEN and owned is not None and owned.lemma in setting.nouns.guarded
