"""With whom one does what stands in a row behind a meeting: "Rama ile bir araya gelerek anlaşmayı imzaladı"."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Form
from haberci.read.events.fellows import across
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

TOLD: Final = frozenset({Form.DIK, Form.ACAK})
ROW: Final = frozenset({Form.ARAK, Form.IP})
TOGETHER: Final = frozenset({EventType.SUPPORT, EventType.AGREE, EventType.COOPERATE})


def met_first(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The other side of the meeting that the row opens with; nobody where the deed is told apart from one.

    Where somebody tells what several did, of the meeting that the sentence tells: "ile görüşen Rama, belge
    imzaladıklarını söyledi".
    """
    if firing.frame.type not in TOGETHER or not firing.frame.before:
        return NOBODY
    row, opened = {firing.clause.verb}, list[int]()
    for clause in reversed(setting.parsed.clauses):
        if clause.form in ROW and clause.parent in row and not clause.quoted:
            row.add(clause.verb)
            opened.append(clause.verb)
    tokens = setting.parsed.tokens
    several = firing.clause.form in TOLD and tokens[firing.clause.verb].morph.possessive == "3p"
    for event in setting.lately(0):
        first = several or any(event.trigger_at.span.overlaps(tokens[v].span) for v in opened)
        met = event.type is EventType.CONSULT and event.modality is Modality.HAPPENED
        if first and met and (codes := across(event, own)):
            return Filled(codes=codes, rule="party.dealt")
    return NOBODY
