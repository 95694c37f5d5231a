"""Who is asked to do something: the farthest phrase of a case, before all that is asked."""

from __future__ import annotations

from haberci.core.clause import ClausePart, Link
from haberci.core.morph import Case, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed
from haberci.read.rows import group_of


def farthest(firing: Firing, setting: Setting, case: Case) -> Filled:
    """The farthest phrase of a case, also behind nested verbs: the one who is asked to do something.

    None in a clause that describes somebody is: "Kiev'i arayan Rama, Oslo'yu davet etti".
    """
    hits = [p for p in firing.clause.parts if p.case is case and p.link is Link.PART]
    hits = [p for p in hits if setting.parsed.mentions[p.chunk].codes]
    hits = [p for p in hits if not _describes(p, setting.parsed)]
    return Filled(group_of(setting.parsed, hits[-1], firing.clause)) if hits else NOBODY


def _describes(part: ClausePart, parsed: Parsed) -> bool:
    """Whether a phrase stands in a clause that describes a noun."""
    within = (parsed.clause_of(verb) for verb in part.through)
    return any(clause is not None and clause.form is Form.AN and clause.head is not None for clause in within)
