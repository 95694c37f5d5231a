"""To whom something is promised, offered or sent, where the dative stands apart from the verb that tells it."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Link
from haberci.core.morph import DAT, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of

CONTENT: Final = frozenset({Form.DIK, Form.ACAK, Form.MA, Form.MAK, Form.IS})  # what is promised or thanked for


def told_to(firing: Firing, setting: Setting) -> Filled:
    """The dative before the content of a promise: "Pekin'e topraklarının kullanılmayacağı güvencesini verdi".

    Of a relative clause or a converb in between it would be that one's own: "Bakü'ye yazılan mektupta söz verdi".
    """
    if setting.parsed.tokens[min(firing.words) - 1].morph.case is DAT:
        return NOBODY
    for part in reversed(firing.clause.parts):
        nested = [setting.parsed.tokens[verb].morph.form for verb in part.through]
        given = part.case is DAT and part.link is Link.PART and part.chunk not in firing.clause.subject
        if given and nested and CONTENT.issuperset(nested) and setting.parsed.mentions[part.chunk].codes:
            return Filled(group_of(setting.parsed, part, firing.clause))
    return NOBODY


def brought_to(firing: Firing, setting: Setting) -> Filled:
    """Whom what was sent reached, told by the verb above: "Bakü'nün gönderdiği yardım Kiev'e ulaştı"."""
    above = setting.parsed.clause_of(firing.clause.parent)
    if firing.clause.form is not Form.DIK or firing.clause.head is None or above is None:
        return NOBODY
    for part in above.parts:
        if part.case is DAT and part.own and part.link is Link.PART and setting.parsed.mentions[part.chunk].codes:
            return Filled(group_of(setting.parsed, part, above))
    return NOBODY
