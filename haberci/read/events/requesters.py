"""Who asks and who is asked where the asking is told in a clause of its own: "Oslo'nun çekilmesini istediği Kiev"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import SubjectFrom
from haberci.core.morph import ABL, Form
from haberci.read.events.farthest import farthest
from haberci.read.events.matching import Firing
from haberci.read.events.nearest import right_behind
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import mentions_of

NOMINAL: Final = (Form.DIK, Form.ACAK, Form.MA)


def requester(firing: Firing, setting: Setting) -> Filled:
    """The genitive before what is asked for, where somebody else is told of whom it is asked.

    "Oslo'nun Kiev'den çekilmesini istemesi", "Oslo'nun çekilmesini istediği Kiev": the genitive asks.
    """
    clause = firing.clause
    if clause.form not in NOMINAL or clause.subject_from is not SubjectFrom.SHARED:
        return NOBODY
    below = (c for c in setting.parsed.clauses if c.parent == clause.verb and c.form is Form.MA)
    told = next((c.subject for c in below if c.subject_from is SubjectFrom.GENITIVE), ())
    asked = farthest(firing, setting, ABL).mentions or requested(firing, setting).mentions
    return Filled(mentions_of(setting, told)) if told and asked else NOBODY


def requested(firing: Firing, setting: Setting) -> Filled:
    """Whom a relative clause of asking describes: "çekilmesini istediği Kiev"."""
    return right_behind(firing, setting) if firing.clause.form in (Form.DIK, Form.ACAK) else NOBODY
