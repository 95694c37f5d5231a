"""Words in marks that stand over a passage as its title: nobody says them there a second time."""

from __future__ import annotations

from typing import Final

from haberci.read.statements.view import View

_STOPS: Final = frozenset(".!?…") | {"..", "..."}


def over_passage(view: View, sentence: int) -> bool:
    """Whether a sentence is no more than a title in marks."""
    first, last = view.report.sentences[sentence].first, view.report.sentences[sentence].last
    number = view.openings.get(first)
    return number is not None and view.quotations[number].closing == last - 1 and is_subhead(view, number)


def is_subhead(view: View, number: int) -> bool:
    """Whether a quotation that has a paragraph to itself, or is all in capitals, is no sentence or a repeated one."""
    quotation = view.quotations[number]
    first, last = view.tokens[quotation.opening].sentence, view.tokens[quotation.closing].sentence
    alone = (
        _paragraph(view, first - 1) != view.paragraphs[first] and _paragraph(view, last + 1) != view.paragraphs[last]
    )
    capitals = all(t.text.isupper() for t in view.tokens[quotation.first : quotation.last] if t.text[0].isalpha())
    return (alone or capitals) and (not _stopped(view, number) or _repeated(view, number))


def _paragraph(view: View, sentence: int) -> int:
    return view.paragraphs[sentence] if 0 <= sentence < len(view.paragraphs) else -1


def _stopped(view: View, number: int) -> bool:
    """Whether a full stop or its like stands right before or behind the closing mark."""
    quotation = view.quotations[number]
    around = {view.tokens[at].text for at in (quotation.last - 1, quotation.closing + 1) if at < len(view.tokens)}
    return not _STOPS.isdisjoint(around)


def _repeated(view: View, number: int) -> bool:
    quotation = view.quotations[number]
    words = _words(view, quotation.first, quotation.last)
    return _words(view, 0, len(view.tokens)).count(words) > 1


def _words(view: View, first: int, last: int) -> str:
    words = [token.lower for token in view.tokens[first:last]]
    return f" {' '.join([word for word in words if word[0].isalnum()])} "
