"""Who tell of their own deeds in a sentence that names nobody: "Gemilere saldırdıklarını belirttiler"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.clause import SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import THIRD, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, SPEAKER, Filled, Setting

SAID: Final = (Form.DIK, Form.ACAK)


def of_themselves(firing: Firing, setting: Setting) -> Filled:
    """Who tell what they did, where their sentence does not name them: "Gemilere saldırdıklarını belirttiler"."""
    clause, statement = firing.clause, setting.statement
    above = setting.parsed.clause_of(clause.parent)
    while above is not None and above.form is not Form.FINITE and not above.subject:
        above = setting.parsed.clause_of(above.parent)
    if above is None or above.subject or above.quoted != clause.quoted:
        return NOBODY
    if statement is None or statement.speaker == UNKNOWN:
        return NOBODY
    if firing.frame.type is EventType.PROTEST:
        return NOBODY  # who speaks for a crowd is not the crowd
    cue = setting.parsed.tokens[above.verb]
    if cue.morph.passive or not statement.cue_at.span.overlaps(cue.span):
        return NOBODY  # "öldürebileceklerini düşünmesinler"
    shared = clause.form in SAID and clause.head is None and clause.subject_from is SubjectFrom.SHARED
    own = setting.parsed.tokens[clause.verb].morph.possessive in THIRD
    return Filled(codes=(statement.speaker,), rule=SPEAKER) if shared and own else NOBODY
