"""Which reporting verbs of a sentence report: not those that only lead to another, or to what somebody said."""

from __future__ import annotations

from itertools import zip_longest

from haberci.core.morph import Form
from haberci.core.speech import Construction
from haberci.read.statements.contents import content_of
from haberci.read.statements.hits import Hit, find_hits
from haberci.read.statements.relatives import relative
from haberci.read.statements.view import View


def hits_kept(view: View, first: int, last: int) -> list[Hit]:
    """The reporting verbs, without a "diyerek" that only tells in which words a fact is denied behind it.

    And without what is talked about by nobody in particular, where somebody said it: "X'in ... söylediği konuşuluyor".
    """
    hits = find_hits(view, first, last)
    if any(_nobodys(hit) for hit in hits) and relative(view, first, last) is not None:
        hits = [hit for hit in hits if not _nobodys(hit)]
    return [hit for hit, behind in zip_longest(hits, hits[1:]) if behind is None or not _calls(view, hit, behind)]


def _nobodys(hit: Hit) -> bool:
    return hit.finite and hit.cue.construction is Construction.PASSIVE


def _calls(view: View, hit: Hit, behind: Hit) -> bool:
    if hit.form is not Form.ARAK or hit.anchor + 1 != behind.first:
        return False
    content = content_of(view, behind, view.sentence(behind.first).first)
    return behind.cue.construction is Construction.REPORTED and content is not None and content.clause is not None
