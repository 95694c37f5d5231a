"""Speech cut into lines, with marks around the first and the last alone: 'X, "A." // B. // "C" dedi.'."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import Case
from haberci.core.report import BlockKind
from haberci.core.speech import SPOKEN
from haberci.read.statements.drafts import Draft
from haberci.read.statements.hits import find_hits
from haberci.read.statements.lost_marks import tells
from haberci.read.statements.speakers import marked_off
from haberci.read.statements.view import View

_REACH: Final = 16  # sentences between two quotations of one speech


def resumed(view: View, draft: Draft) -> tuple[int, int] | None:
    """The words between a statement's last quotation and the next, where a verb without a subject reports that one.

    None where somebody else speaks or is told of between them, or where nothing stands there.
    """
    number = draft.quotations[-1] if draft.quotations else -1
    if number < 0 or number + 1 >= len(view.quotations) or view.quotations[number].closing < draft.last - 1:
        return None
    behind, before = view.quotations[number + 1], view.quotations[number].closing
    first, last = view.tokens[before].sentence + 1, view.tokens[behind.opening].sentence
    start = view.sentence(behind.opening).first
    if not 0 < last - first <= _REACH or start != behind.opening or not _reported(view, number + 1):
        return None
    between = view.report.sentences[first:last]
    if any(s.block is not BlockKind.PARAGRAPH or tells(view, s) for s in between):
        return None
    return between[0].first, between[-1].last


def _reported(view: View, number: int) -> bool:
    """Whether a verb of speech without a subject of its own stands behind a quotation."""
    closing = view.quotations[number].closing
    last = view.sentence(closing).last
    if any(m.case is Case.NOM and marked_off(view, m.last) for m in view.mentions_between(closing, last)):
        return False
    return any(hit.finite and hit.cue.construction in SPOKEN for hit in find_hits(view, closing, last))
