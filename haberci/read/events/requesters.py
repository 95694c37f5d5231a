"""Who asks and who is asked where the asking is told in a clause of its own: "Oslo'nun çekilmesini istediği Kiev"."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from haberci.core.clause import Clause, Link, SubjectFrom
from haberci.core.morph import ABL, ACC, DAT, NOM, NOUN, VERBAL_NOUNS, Form
from haberci.read.events.farthest import farthest
from haberci.read.events.matching import Firing
from haberci.read.events.nearest import right_behind
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed
from haberci.read.rows import mentions_of

ASKED_FORMS: Final = (Form.MA, Form.ACAK)
DEPTH: Final = 3  # clauses between the one of asking and what its genitive seems to be the subject of
CASES: Final = MappingProxyType(
    {"outer-dat": DAT, "dat": DAT, "outer-obj": ACC, "obj": ACC, "outer-abl": ABL, "abl": ABL}
)  # of those asked, by the filler that a frame names first


def requester(firing: Firing, setting: Setting) -> Filled:
    """The genitive before what is asked for, where somebody else is told of whom it is asked.

    "Oslo'nun Kiev'den çekilmesini istemesi", "Oslo'nun çekilmesini istediği Kiev": the genitive asks. So it does in
    "Oslo'nun Kiev'e sınırı açması telkininde bulunduğu", and warns in "Oslo'nun Kiev'e yaptırım uygulayacağı uyarısı".
    """
    clause = firing.clause
    if clause.form not in VERBAL_NOUNS or clause.subject_from is not SubjectFrom.SHARED:
        return NOBODY
    below = [c for c in setting.parsed.clauses if c.form in ASKED_FORMS and _hangs_on(c, clause, setting.parsed)]
    acting = (c.subject for c in below if c.subject_from is SubjectFrom.GENITIVE and c.subject)
    told = next((row for row in acting if setting.parsed.mentions[row[0]].case is not ABL), ())  # who is asked there
    asked = told and (_asked(firing, setting, told) or requested(firing, setting).mentions or _is_apart(below, setting))
    return Filled(mentions_of(setting, told)) if asked else NOBODY


def _is_apart(below: list[Clause], setting: Setting) -> bool:
    """Whether a noun of its own is what shall be done: "Oslo'nun koridor açılmasını istediği"."""
    tokens = setting.parsed.tokens
    passive = [c.verb for c in below if c.form is Form.MA and tokens[c.verb].morph.passive]
    before = [tokens[verb - 1].morph for verb in passive if verb > 0]
    return any(m.pos is NOUN and m.case is NOM and m.possessive is None for m in before)


def _hangs_on(below: Clause, clause: Clause, parsed: Parsed) -> bool:
    """Whether a clause stands under another, or under one under it."""
    for _ in range(DEPTH):
        if below.parent == clause.verb:
            return True
        above = parsed.clause_of(below.parent)
        if above is None:
            return False
        below = above
    return False


def _asked(firing: Firing, setting: Setting, told: tuple[int, ...]) -> bool:
    """Whether those asked stand behind the genitive, in the case that the frame seeks them in."""
    case = CASES.get(firing.frame.recipient[0][0]) if firing.frame.recipient else None
    if case is None or case is ABL:
        return bool(farthest(firing, setting, ABL).mentions)
    mentions = setting.parsed.mentions
    parts = (p for p in firing.clause.parts if p.case is case and p.link is Link.PART)
    return any(mentions[p.chunk].codes and mentions[p.chunk].first >= mentions[told[-1]].last for p in parts)


def requested(firing: Firing, setting: Setting) -> Filled:
    """Whom a relative clause of asking describes: "çekilmesini istediği Kiev"."""
    return right_behind(firing, setting) if firing.clause.form in (Form.DIK, Form.ACAK) else NOBODY
