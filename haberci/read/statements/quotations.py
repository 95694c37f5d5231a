"""Quotation marks of a whole report, paired across sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from haberci.core.morph import Form, Pos
from haberci.core.report import Report, Token

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
DOUBLE = OPENING | CLOSING | {'"'}
SINGLE_OPENING = frozenset("‘'`")
SINGLE_CLOSING = frozenset("’'´")
_HALVES = frozenset("'`´")
SINGLE_REACH = 60  # words within which a single mark must be closed, lest an apostrophe open a quotation
SHORT = 3  # words below which marks make a scare quote and no quotation


class Side(Enum):
    """On which side of the quoted words a mark stands, by the spaces around it."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


class Quotation(NamedTuple):
    """The words ``first`` to ``last`` (half open) between the marks ``opening`` and ``closing`` (token numbers).

    ``closing`` is ``last - 1`` when the mark is missing. ``words`` counts without punctuation. ``clause`` tells that a
    finite verb stands among them, ``name`` that they look like a title, not like speech.
    """

    opening: int
    first: int
    last: int
    closing: int
    words: int
    clause: bool
    name: bool

    @property
    def speech(self) -> bool:
        """Whether it is long enough, and no name, to be somebody's words."""
        return (self.words >= SHORT or (self.words > 1 and self.clause)) and not self.name


def find_quotations(report: Report, paragraphs: Sequence[int]) -> tuple[Quotation, ...]:
    """The quotations of a report in order; ``paragraphs`` tells the paragraph of each sentence.

    A mark that is never closed ends with its paragraph, when another one opens later or the text ends.
    """
    return _Pairing(report, paragraphs).run()


class _Pairing:
    """The marks of one report, read from left to right."""

    def __init__(self, report: Report, paragraphs: Sequence[int]) -> None:
        self.tokens, self.text, self.paragraphs = report.tokens, report.text, paragraphs
        self.found: list[Quotation] = []
        self.opened: int | None = None
        self.depth = 0

    def run(self) -> tuple[Quotation, ...]:
        skip = -1
        for at, token in enumerate(self.tokens):
            if at <= skip or len(token.text) > 1 or _second_half(self.text, token):
                continue
            side = _side(self.text, token)
            if side is not None:
                self._mark(at, side)
            elif self.opened is None and token.text in SINGLE_OPENING:
                skip = self._single(at)
        if self.opened is not None:
            self._end_with_paragraph(self.opened)
        return tuple(self.found)

    def _mark(self, at: int, side: Side) -> None:
        if self.opened is None:
            if side is not Side.CLOSES:
                self.opened, self.depth = at, 0
        elif side is Side.OPENS:
            if self._paragraph(at) == self._paragraph(self.opened):
                self.depth += 1
            else:
                self._end_with_paragraph(self.opened)
                self.opened, self.depth = at, 0
        elif self.depth:
            self.depth -= 1
        else:
            self._add(self.opened, at, at)
            self.opened = None

    def _single(self, at: int) -> int:
        """A quotation in single marks that opens here: where it closes, -1 when it does not."""
        if not _opens_single(self.text, self.tokens[at]):
            return -1
        for other in range(at + 1, min(at + SINGLE_REACH, len(self.tokens))):
            token = self.tokens[other]
            if self._paragraph(other) != self._paragraph(at):
                break
            if token.text in SINGLE_CLOSING and not self.text[token.span.stop : token.span.stop + 1].isalnum():
                self._add(at, other, other)
                return other
        return -1

    def _end_with_paragraph(self, opened: int) -> None:
        last = opened + 1
        while last < len(self.tokens) and self._paragraph(last) == self._paragraph(opened):
            last += 1
        self._add(opened, last, last - 1)

    def _add(self, opening: int, last: int, closing: int) -> None:
        first = opening + 1
        if first < last and _second_half(self.text, self.tokens[first]):
            first += 1
        inner = self.tokens[first:last]
        if inner:
            words = [t for t in inner if t.text[0].isalnum()]
            clause = any(t.morph.form is Form.FINITE for t in words)
            name = _names(words, inner[-1])
            self.found.append(Quotation(opening, first, last, closing, len(words), clause, name))

    def _paragraph(self, at: int) -> int:
        return self.paragraphs[self.tokens[at].sentence]


def _second_half(text: str, token: Token) -> bool:
    start = token.span.start
    return token.text in _HALVES and start > 0 and text[start - 1] == token.text


def _side(text: str, token: Token) -> Side | None:
    start, stop = token.span
    if token.text in _HALVES and text[stop : stop + 1] == token.text:
        stop += 1  # two single marks for a double one; the first stands for both
    elif token.text not in DOUBLE:
        return None
    free_before = start == 0 or text[start - 1].isspace() or text[start - 1] in "([-–:"
    free_behind = stop >= len(text) or not text[stop].isalnum()
    if free_before != free_behind:
        return Side.OPENS if free_before else Side.CLOSES
    if token.text in OPENING:
        return Side.OPENS
    return Side.CLOSES if token.text in CLOSING else Side.EITHER


def _opens_single(text: str, token: Token) -> bool:
    start, stop = token.span
    return (start == 0 or text[start - 1].isspace()) and text[stop : stop + 1].isalnum()


def _names(words: Sequence[Token], end: Token) -> bool:
    """Whether the words look like a title: nearly all begin with a capital, none is a finite verb, no full stop."""
    if not words or end.text in (".", "!", "?") or len(words) > SHORT * 2:
        return False
    small = sum(t.text[0].islower() and t.morph.pos not in (Pos.CCONJ, Pos.ADP, Pos.PART) for t in words)
    return small == 0
