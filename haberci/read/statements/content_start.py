"""Where what is told begins in its sentence: behind the subject, document or source that stands before it."""

from __future__ import annotations

from haberci.core.morph import Case, Form
from haberci.read.statements.sources import documents
from haberci.read.statements.speakers import Speaker
from haberci.read.statements.view import View


def content_start(view: View, left: int, end: int, speaker: Speaker) -> int:
    """The first word of the content that ends at the word ``end`` and begins at ``left`` or later."""
    start = left
    if speaker.first is not None and left <= speaker.first and speaker.last <= end:
        start = speaker.last
    for at in documents(view, start, end):
        if view.tokens[at].morph.case is Case.LOC and at + 1 < end and _leads(view, at, start):
            start = at + 1
    while start < end and not view.tokens[start].text[0].isalnum():
        start += 1
    return start


def _leads(view: View, document: int, start: int) -> bool:
    """Whether content follows a document: behind a comma, or where it was made ("yapılan açıklamada Y'nin")."""
    made = document - 1 >= start and view.tokens[document - 1].morph.form is Form.AN
    return view.tokens[document + 1].text == "," or (made and view.tokens[document - 1].morph.passive)
