"""Who is asked to do something: the farthest phrase of a case, before all that is asked."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.morph import ABL, Case, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.parse import Parsed
from haberci.read.rows import group_of

CLOSE: Final = 3  # words between who issues something, its verb and its noun


def farthest(firing: Firing, setting: Setting, case: Case) -> Filled:
    """The farthest phrase of a case, also behind nested verbs: the one who is asked to do something.

    None in a clause that describes who asks is: "Kiev'i arayan Rama, Oslo'yu davet etti".
    """
    hits = [p for p in firing.clause.parts if p.case is case and p.link is Link.PART]
    hits = [p for p in hits if setting.parsed.mentions[p.chunk].codes]
    hits = [p for p in hits if not _describes(p, firing, setting.parsed)]
    hits = [p for p in hits if case is not ABL or not _issues(p, setting)]
    return Filled(group_of(setting.parsed, hits[-1], firing.clause)) if hits else NOBODY


def _describes(part: ClausePart, firing: Firing, parsed: Parsed) -> bool:
    """Whether a phrase stands in a clause that describes who asks."""
    askers = [parsed.mentions[n] for n in firing.clause.subject]
    heads = {c.head for c in map(parsed.clause_of, part.through) if c is not None and c.form is Form.AN}
    return any(asker.first - parsed.base in heads for asker in askers)


def _issues(part: ClausePart, setting: Setting) -> bool:
    """Whether a phrase tells from whom a document comes: "AB'den yapılan açıklamada Oslo'dan çekilmesi istendi"."""
    first = setting.parsed.mentions[part.chunk].last - setting.parsed.base
    for verb in part.through:
        clause = setting.parsed.clause_of(verb)
        if clause is None or clause.form is not Form.AN or clause.head is None or clause.verb - first > CLOSE:
            continue
        head = setting.parsed.tokens[clause.head : clause.head + CLOSE]
        if any(token.morph.lemma in setting.nouns.documents for token in head):
            return True
    return False
