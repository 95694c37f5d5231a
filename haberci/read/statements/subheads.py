"""Words in marks that stand over a passage as its title: nobody says them there a second time."""

from __future__ import annotations

from typing import Final

from haberci.core.report import Sentence
from haberci.read.statements.view import View

_TITLE: Final = 9  # words of a title in small letters
_WORD: Final = 4  # letters of a word that is a title by itself
_LISTED: Final = frozenset("-–—•*")
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


def without_titles(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """The words ``first`` to ``last`` (half open) of a speech without the titles that stand over its passages."""
    found: list[tuple[int, int]] = []
    begins = first
    for number in range(view.tokens[first].sentence, view.tokens[last - 1].sentence + 1) if first < last else ():
        sentence = view.report.sentences[number]
        if first <= sentence.first and sentence.last <= last and is_title(view, number):
            found.append((begins, sentence.first))
            begins = sentence.last
    found.append((begins, last))
    kept = [stretch for stretch in found if stretch[0] < stretch[1]]
    return kept or [(first, last)]


def is_title(view: View, number: int) -> bool:
    """Whether a sentence has a paragraph to itself and is all in capitals, or short and without a full stop."""
    if view.paragraphs[number] in (_paragraph(view, number - 1), _paragraph(view, number + 1)):
        return False
    sentence = view.report.sentences[number]
    words = [t.text for t in view.tokens[sentence.first : sentence.last] if t.text[0].isalpha()]
    if words and all(word.isupper() for word in words):
        return any(len(word) >= _WORD for word in words)
    return _unstopped(view, sentence) and bool(words) and len(words) <= _TITLE and _between_stops(view, number)


def _unstopped(view: View, sentence: Sentence) -> bool:
    """Whether a sentence has neither a mark at its end nor a dash before it."""
    last = view.tokens[sentence.last - 1].text
    return last[-1].isalnum() and view.tokens[sentence.first].text not in _LISTED


def _between_stops(view: View, number: int) -> bool:
    """Whether the sentences before and behind one are told with a full stop, so that it is a title without one."""
    sentences = view.report.sentences
    around = [sentences[at] for at in (number - 1, number + 1) if 0 <= at < len(sentences)]
    return len(around) > 1 and all(view.tokens[sentence.last - 1].text in _STOPS for sentence in around)


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
