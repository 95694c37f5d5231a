"""What clauses inside others report: "X'in ... kapandığını söylediği gün", "X'in, "..." dediği öğrenildi"."""

from __future__ import annotations

from typing import NamedTuple

from haberci.core.actors import UNKNOWN
from haberci.core.morph import Case
from haberci.read.statements.contents import Content, content_of
from haberci.read.statements.hits import Hit, nested_hit, relative_hits
from haberci.read.statements.sources import owner_of
from haberci.read.statements.speakers import Speaker, speaker_of, subject_of
from haberci.read.statements.view import View


class Relative(NamedTuple):
    """A reporting verb in a relative clause, what it reports, and who says it."""

    hit: Hit
    content: Content
    speaker: Speaker


def relative(view: View, first: int, last: int) -> Relative | None:
    """The first relative clause between two words that reports what somebody known said; None without one."""
    for hit in relative_hits(view, first, last):
        content = content_of(view, hit, first)
        if content is None or content.bare:
            continue
        speaker = _before_words(view, content, hit, first) or owner_of(view, first, hit.first)
        if speaker is None and content.quotations:
            speaker = subject_of(view, hit, first, last)
        if speaker is not None and speaker.known:
            return Relative(hit, content, speaker)
    return None


def innermost(
    view: View, hit: Hit, content: Content | None, speaker: Speaker, left: int
) -> tuple[Hit, Content | None, Speaker]:
    """The speaker inside what is told, when there is one: "Lavrov'un ... söylediğini aktardı"."""
    if content is None or content.clause is None:
        return hit, content, speaker
    inner = nested_hit(view, left, content.clause, hit.passive)
    told = None if inner is None else content_of(view, inner, left)
    owner = None if inner is None else owner_of(view, left, inner.first)
    if inner is None or told is None or owner is None:
        return hit, content, speaker
    return inner._replace(form=hit.form, anchor=hit.anchor), told, owner


def told_by(hit: Hit, found: Speaker, inner: Speaker) -> tuple[Speaker, bool]:
    """Who passes on what another said, and whether that is a document.

    Where both are one, the document was the other's own, and nobody is told who passes it on: "X'in yaptığı açıklamada
    ... açıkladığı kaydedildi".
    """
    if hit.passive and found.code.principal == inner.code.principal:
        return Speaker(UNKNOWN), False
    return found, hit.passive and found.known


def _before_words(view: View, content: Content, hit: Hit, first: int) -> Speaker | None:
    """Whose name stands right before the words in marks: "Y'ye kızan X'in, "..." dediği"."""
    if not content.quotations:
        return None
    mention = view.mention_before_words(content.quotations[0], first)
    if mention is None or mention.last >= hit.first or mention.case not in (Case.GEN, Case.NOM):
        return None
    return speaker_of(mention)
