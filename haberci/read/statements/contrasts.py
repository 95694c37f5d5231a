"""Where a sentence turns from one speaker to another: "A söylerken, B belirtti", "A önerdi; B açıkladı"."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import Case, Form
from haberci.core.report import MentionKind
from haberci.read.statements.view import View

_TURN: Final = ";"
_COMMA: Final = ","
_MEANWHILE: Final = Form.KEN
_HOLDERS: Final = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.BODY})


def contrasted(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of the words ``first`` to ``last``, each with a subject of its own at its head; one without a turn."""
    parts: list[tuple[int, int]] = []
    start = first
    tokens = view.tokens
    turns = [at for at in view.colons_between(first + 1, last - 1) if tokens[at].text == _TURN]
    turns += [at for at in view.anchors_between(first + 1, last - 1) if tokens[at].morph.form is _MEANWHILE]
    for at in sorted(turns):
        behind = _behind_turn(view, at)
        marked = view.tokens[at].text == _TURN or view.tokens[at + 1].text == _COMMA
        if view.quotation[at] < 0 and _opens(view, behind, marked):
            parts.append((start, behind))
            start = behind
    return [*parts, (start, last)]


def ends_part(view: View, at: int, last: int) -> bool:
    """Whether a verb that says what went on meanwhile ends a part: "söylerken, "."""
    closed = at + 1 == last or (at + 2 == last and view.tokens[at + 1].text == _COMMA)
    return closed and view.tokens[at].morph.form is _MEANWHILE


def _behind_turn(view: View, at: int) -> int:
    """The word behind a semicolon, or behind "-ken" and its comma."""
    if view.tokens[at].text == _TURN:
        return at + 1
    return at + 2 if view.tokens[at + 1].text == _COMMA else at + 1


def _opens(view: View, at: int, marked: bool) -> bool:
    """Whether a subject stands at a word: a name in the nominative that is not the first half of a compound.

    Where no mark parts it from the verb before it, it must be somebody, and no people.
    """
    mention = view.mention_from(at) if at < len(view.tokens) else None
    if mention is None or mention.case is not Case.NOM or mention.last >= len(view.tokens):
        return False
    behind = view.tokens[mention.last].morph
    half = behind.possessive is not None and behind.case not in (Case.ACC, Case.DAT)
    return mention.kind in _HOLDERS or (not half and (marked or mention.kind is not MentionKind.PEOPLE))
