"""Whose speech follows a colon that stands behind a name: "X: ...", in a headline "X'ten çağrı: ..."."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import ABL, NOM, Pos
from haberci.core.report import BlockKind
from haberci.core.speech import ANNOUNCING, Construction
from haberci.read.statements.doers import seat_of
from haberci.read.statements.press import PRESS
from haberci.read.statements.speakers import Speaker, speaker_of
from haberci.read.statements.view import View, ends_clause

_POINTER_REACH: Final = 3  # words between "şunları" and the semicolon behind its verb
_LABEL_REACH: Final = 9  # words before the colon of a label


def labelled(view: View, first: int, last: int) -> tuple[int, Speaker] | None:
    """The colon of a label that opens the words ``first`` to ``last``, and who speaks behind it; None without one."""
    colon = colon_in(view, first, min(last, first + _LABEL_REACH))
    if colon is None or colon + 2 > last - 1 or view.quotation[colon] >= 0:
        return None
    speaker = _named(view, first, colon)
    if speaker is None or _mere_figures(view, first, colon + 1, last):
        return None
    if speaker.code.sector == PRESS and view.tokens[colon + 1].text.isupper():
        return None  # a medium over the title of its news
    return colon, speaker


def colon_in(view: View, first: int, last: int) -> int | None:
    """The first colon between two tokens, or semicolon that stands for one: "şöyle;", "şunları söyledi;"."""
    return next((at for at in view.colons_between(first, last) if is_colon(view, at)), None)


def is_colon(view: View, at: int) -> bool:
    """Whether a colon or semicolon is a colon, or stands for one."""
    if view.tokens[at].text == ":" or at == 0:
        return view.tokens[at].text == ":"
    cue = view.nominal[at - 1]
    if cue is not None and cue.construction in ANNOUNCING:
        return True
    pointed = any(view.is_a(Construction.POINTER, word) for word in range(max(0, at - _POINTER_REACH), at - 1))
    return pointed and ends_clause(view.tokens[at - 1])


def _named(view: View, first: int, colon: int) -> Speaker | None:
    """Who speaks: the name right before the colon, or one in the ablative ("X'ten çağrı:").

    In a headline the words between may be any, else what is sent stands before the colon.
    """
    mention = view.mention_ending(colon)
    if mention is not None and mention.case is NOM and mention.first == first:
        return speaker_of(mention)
    head = view.mention_from(first)
    if head is not None and head.case is ABL and colon > head.last and view.cues.names_message(view.small[colon - 1]):
        return seat_of(head)
    headline = view.sentence(first).block is not BlockKind.PARAGRAPH
    if headline and head is not None and (head.case is ABL or _only_names(view, first, colon)):
        return speaker_of(head)
    return None


def _only_names(view: View, first: int, colon: int) -> bool:
    return all(view.mention[at] >= 0 for at in range(first, colon))


def _mere_figures(view: View, first: int, start: int, last: int) -> bool:
    """Whether what follows a name's colon is an entry of a table or list and no speech."""
    told = view.tokens[start:last]
    if any(t.morph.form is not None for t in told):
        return False
    return view.sentence(first).block is BlockKind.PARAGRAPH or any(t.morph.pos is Pos.NUM for t in told)
