"""Sentences that only announce the text behind their colon: "X'in değerlendirmesi şöyle:", "şu konular öne çıktı:"."""

from __future__ import annotations

from typing import Final, NamedTuple

from haberci.core.morph import NOM
from haberci.core.speech import ANNOUNCING, Construction, Cue
from haberci.read.statements.hits import find_hits
from haberci.read.statements.labels import is_colon
from haberci.read.statements.sources import documents, origin_of, owner_of
from haberci.read.statements.speakers import Speaker, marked_off, speaker_of
from haberci.read.statements.unmarked import own_words, text_end
from haberci.read.statements.view import View, ends_clause

_DOCUMENT_REACH: Final = 4  # words between a document and the colon of its heading
_POINTER_REACH: Final = 5  # words between "şu" and the colon
_OWN_REACH: Final = 3  # sentences within which a text must say we, I or you to be taken for speech
_DOTS: Final = frozenset({"…", "..", "..."})
_SUBHEAD_REACH: Final = 20  # words between two quotations of one speech


class Heading(NamedTuple):
    """The expression ``cue``, the words ``first`` to ``colon`` (half open) that announce, and whose the text is.

    ``document`` is the token of the document that is announced; ``owner`` is told where there is none.
    """

    cue: Cue
    first: int
    colon: int
    document: int | None
    owner: Speaker | None


def heading(view: View, first: int, last: int) -> Heading | None:
    """A document that has its text behind a colon; None where the words ``first`` to ``last`` announce none."""
    for colon in view.colons:
        if first < colon < last and is_colon(view, colon) and view.quotation[colon] < 0:
            found = _announced(view, first, colon) or _titled(view, first, colon)
            if found is not None:
                return found
    return _uncolonned(view, first, last)


def _uncolonned(view: View, first: int, last: int) -> Heading | None:
    """A sentence that ends in dots, or in nothing, behind what it announces: "X'in sözlerinden satır başları..."."""
    end = last - 1 if view.tokens[last - 1].text in _DOTS else last
    listed = end - 1 > first and view.is_a(Construction.LISTING, end - 1)
    if not listed or view.quotation[end - 1] >= 0 or not _speech_behind(view, last - 1):
        return None
    return _announced(view, first, end)


def pointed(view: View, first: int, last: int) -> Heading | None:
    """A sentence whose verb points to speech behind a colon, whatever it means: "şu konular öne çıktı:"."""
    colon = last - 1
    if view.tokens[colon].text != ":" or view.quotation[colon] >= 0 or not ends_clause(view.tokens[colon - 1]):
        return None
    at = next((at for at in range(colon - 2, max(first, colon - _POINTER_REACH), -1) if _points(view, at)), None)
    cue = None if at is None else view.nominal[at]
    if at is None or cue is None or not _speech_behind(view, colon):
        return None
    document = next((d for d in documents(view, first, at) if origin_of(view, d, first) is not None), None)
    if document is not None:
        return Heading(cue, at, colon, document, None)
    subjects = (m for m in view.mentions_between(first, at) if m.case is NOM and marked_off(view, m.last))
    subject = next(subjects, None)
    return None if subject is None else Heading(cue, at, colon, None, speaker_of(subject))


def quotations_behind(view: View, colon: int) -> list[int]:
    """The quotation behind a colon and those that follow with no more than subheads between, in which nobody speaks."""
    if colon + 1 not in view.openings:
        return []
    run = [view.openings[colon + 1]]
    for following in range(run[0] + 1, len(view.quotations)):
        before, behind = view.quotations[run[-1]].closing + 1, view.quotations[following].closing
        words = view.quotations[following].opening - before
        if words > _SUBHEAD_REACH or find_hits(view, before, view.sentence(behind).last):
            break
        run.append(following)
    return run


def left_open(view: View, quotations: list[int], speaker: Speaker) -> list[tuple[int, int]]:
    """The text behind the last of the quotations where its closing mark is missing."""
    last = view.quotations[quotations[-1]] if quotations else None
    return [] if last is None or last.closing == last.last else [(last.last, text_end(view, last.last, speaker))]


def _announced(view: View, first: int, colon: int) -> Heading | None:
    """A document, or somebody's, with a word that announces what stands below: "satır başları:", "... şunlar:"."""
    pointed = view.is_a(Construction.POINTER, colon - 1) and colon - 2 > first
    at = colon - 1 - pointed
    cue = view.nominal[at]
    if cue is None or cue.construction not in ANNOUNCING:
        return None
    near = range(at - 1, max(first, at - _DOCUMENT_REACH), -1)
    document = next((at for at in near if view.is_a(Construction.DOCUMENT, at)), None)
    if document is not None:
        return Heading(cue, document, colon, document, None)
    owner = owner_of(view, first, at)
    return None if owner is None or not _speech_behind(view, colon) else Heading(cue, at, colon, None, owner)


def _titled(view: View, first: int, colon: int) -> Heading | None:
    """A document of somebody's right before the colon: "İşte X'in dün yaptığı açıklamalar:"."""
    document = colon - 1
    cue = view.nominal[document]
    if cue is None or document not in documents(view, first, colon) or not _speech_behind(view, colon):
        return None
    return None if origin_of(view, document, first) is None else Heading(cue, document, colon, document, None)


def _points(view: View, at: int) -> bool:
    cue = view.nominal[at]
    return cue is not None and (cue.construction is Construction.POINTER or cue.construction in ANNOUNCING)


def _speech_behind(view: View, colon: int) -> bool:
    """Whether what follows a colon is speech: marks open it, or it soon says we, I or you."""
    if colon + 1 in view.openings:
        return True
    sentences = view.report.sentences
    number = view.tokens[colon].sentence
    return any(own_words(view, behind) for behind in sentences[number : number + 1 + _OWN_REACH])
