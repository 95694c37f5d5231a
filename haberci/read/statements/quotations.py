"""Quotation marks of a whole report, paired across sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from haberci.core.morph import FINITE, Pos
from haberci.core.report import Report, Token
from haberci.core.speech import SPOKEN, Construction, CueTable
from haberci.read.statements.marks import (
    DOUBLE,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    Side,
    inside_word,
    opens_single,
    second_half,
    side_of,
)

SINGLE_REACH: Final = 60  # words within which a single mark must be closed, lest an apostrophe open a quotation
LONG_REACH: Final = 250  # the same where a reporting word stands behind the mark that closes
SHORT: Final = 3  # words below which marks make a scare quote and no quotation
LOST_REACH: Final = 8  # sentences within which a quotation may have begun whose first mark is lost
_NESTED_REACH: Final = 6  # marks within which a quotation inside another must leave the outer one open
_STOPS: Final = frozenset(".!?…,") | {"..", "..."}


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


def find_quotations(report: Report, paragraphs: Sequence[int], cues: CueTable) -> tuple[Quotation, ...]:
    """The quotations of a report in order; ``paragraphs`` tells the paragraph of each sentence.

    A mark before a reporting word closes, whatever the spaces around it. One that is never closed ends with its
    paragraph, when another one opens later or the text ends; when the next quotation begins in the same paragraph, it
    ends before a reporting word, else with its sentence.
    """
    return _Pairing(report, paragraphs, cues).run()


class _Pairing:
    """The marks of one report, read from left to right."""

    def __init__(self, report: Report, paragraphs: Sequence[int], cues: CueTable) -> None:
        self.tokens, self.text, self.paragraphs, self.cues = report.tokens, report.text, paragraphs, cues
        self.found: list[Quotation] = []
        self.opened: int | None = None
        self.depth = 0
        self.sides: dict[int, Side] = {}

    def run(self) -> tuple[Quotation, ...]:
        single = [(at, token) for at, token in enumerate(self.tokens) if len(token.text) == 1]  # all marks are
        for at, token in single:
            if not second_half(self.text, token):
                side = side_of(self.text, token)
                if side is not None:
                    self.sides[at] = Side.CLOSES if self._before_report(at) else side
        marks = list(self.sides)
        skip = -1
        for at, token in single:
            if at <= skip:
                continue
            if at in self.sides:
                self._mark(at, self.sides[at], marks)
            elif self.opened is None and token.text in SINGLE_OPENING and not second_half(self.text, token):
                skip = self._single(at)
        if self.opened is not None:
            self._end_with_paragraph(self.opened)
        return tuple(self.found)

    def _before_report(self, at: int) -> bool:
        """Whether a mark closes a quotation before a reporting word: `... uzundur. "dedi`."""
        if at == 0 or not self._reports(at + 1) or self._around_one(at):
            return False
        if self.tokens[at - 1].text in _STOPS:
            return True
        return any(c.construction is Construction.WORDS for c in self.cues.verbal(self.tokens[at + 1].morph.lemma))

    def _around_one(self, at: int) -> bool:
        """Whether a mark opens the quotation of a single word: `bu "sorumlu" tutum`."""
        opens = at + 2 < len(self.tokens) and side_of(self.text, self.tokens[at]) is Side.OPENS
        return opens and side_of(self.text, self.tokens[at + 2]) is Side.CLOSES

    def _reports(self, at: int) -> bool:
        """Whether a word in small letters is one that follows speech: dedi, diye, ifadesini, sözleriyle."""
        if at >= len(self.tokens) or not self.tokens[at].text[0].islower():
            return False
        token = self.tokens[at]
        if any(c.construction in SPOKEN for c in self.cues.verbal(token.morph.lemma)):
            return True
        return self.cues.follows_speech(token.lower)

    def _mark(self, at: int, side: Side, marks: Sequence[int]) -> None:
        if self.opened is not None and self._opens_title(self.opened, at):
            self._end_unclosed(self.opened, at)
            self.opened = None
        if self.opened is None:
            if side is not Side.CLOSES and not inside_word(self.text, self.tokens[at]):
                self.opened, self.depth = at, 0
            elif self._reports(at + 1):
                self._without_opening(at)
        elif side is Side.OPENS:
            self._another(self.opened, at, marks)
        elif self.depth:
            self.depth -= 1
        else:
            self._add(self.opened, at, at)
            self.opened = None

    def _opens_title(self, opened: int, at: int) -> bool:
        """Whether a mark opens a sentence in capitals, a title, and the next mark stands behind that."""
        sentence = self.tokens[opened].sentence
        if self.tokens[at].sentence == sentence:
            return False
        behind = takewhile(lambda token: token.sentence == sentence, self.tokens[opened + 1 : at])
        words = [token.text for token in behind if token.text[0].isalpha()]
        return len(words) >= SHORT and all(word.isupper() for word in words)

    def _without_opening(self, closing: int) -> None:
        """A quotation whose first mark is lost begins behind the last comma or colon that a capital follows."""
        border = max((q.closing for q in self.found), default=-1)
        sentence = self.tokens[closing].sentence
        for at in range(closing - 2, border, -1):
            if self._paragraph(at) != self._paragraph(closing) or sentence - self.tokens[at].sentence > LOST_REACH:
                return
            behind = self.tokens[at + 1]
            if self.tokens[at].text in (",", ":") and behind.text[0].isupper() and behind.morph.pos is not Pos.PROPN:
                self._add(at, closing, closing)
                return

    def _another(self, opened: int, at: int, marks: Sequence[int]) -> None:
        """A mark opens while a quotation is open: it stands inside that one, or that one was never closed."""
        if self._paragraph(at) != self._paragraph(opened):
            self._end_with_paragraph(opened)
        elif self._nested(at, marks):
            self.depth += 1
            return
        else:
            self._end_unclosed(opened, at)
        self.opened, self.depth = at, 0

    def _nested(self, at: int, marks: Sequence[int]) -> bool:
        """Whether the marks that follow close one quotation more than they open."""
        depth = 1
        start = bisect_right(marks, at)
        for other in marks[start : start + _NESTED_REACH]:
            depth += 1 if self.sides[other] is Side.OPENS else -1
            if depth < 0:
                return True
        return False

    def _end_unclosed(self, opened: int, limit: int) -> None:
        sentence = self.tokens[opened].sentence
        for at in range(opened + 2, limit):
            if self._told_at(at) or self.tokens[at].sentence != sentence:
                self._add(opened, at, at - 1)
                return

    def _told_at(self, at: int) -> bool:
        """Whether a reporting word stands behind a sentence that lacks its mark: `... uzundur dedi`."""
        before = self.tokens[at - 1]
        return (before.text in _STOPS or before.morph.form is FINITE) and self._reports(at)

    def _single(self, at: int) -> int:
        """A quotation in single marks that opens here: where it closes, -1 when it does not."""
        if not opens_single(self.text, self.tokens, at):
            return -1
        for other in range(at + 1, min(at + LONG_REACH, len(self.tokens))):
            token = self.tokens[other]
            if token.text in DOUBLE if self._spaced(at) else self._paragraph(other) != self._paragraph(at):
                break
            if token.text not in SINGLE_CLOSING:
                continue
            if self._closes_single(at, other):
                self._add(at, other, other)
                return other
        return -1

    def _closes_single(self, opened: int, at: int) -> bool:
        """Whether a single mark closes the quotation that another one opened."""
        start, stop = self.tokens[at].span
        closes = not self.text[stop : stop + 1].isalnum() and not self._spaced(opened)
        if self._before_report(at) or (self._reports(at + 1) and (closes or self.text[start - 1].isspace())):
            return True
        ends = at + 1 == len(self.tokens) or self._paragraph(at + 1) != self._paragraph(opened)
        return closes and (ends or at < opened + SINGLE_REACH)

    def _spaced(self, at: int) -> bool:
        return self.text[self.tokens[at].span.stop].isspace()

    def _end_with_paragraph(self, opened: int) -> None:
        last = opened + 1
        while last < len(self.tokens) and self._paragraph(last) == self._paragraph(opened):
            if last > opened + 1 and self._told_at(last) and self._ends_sentence(last):
                break
            if self.tokens[last].text == ":" and self._leads_in(last):
                last = self._sentence_start(last)
                break
            last += 1
        self._add(opened, max(last, opened + 1), max(last - 1, opened))

    def _leads_in(self, at: int) -> bool:
        """Whether a reporting verb stands before a colon: "şöyle dedi:"."""
        morph = self.tokens[at - 1].morph
        return morph.form is FINITE and bool(self.cues.verbal(morph.lemma)) and morph.person not in ("1s", "1p")

    def _sentence_start(self, at: int) -> int:
        while at > 0 and self.tokens[at - 1].sentence == self.tokens[at].sentence:
            at -= 1
        return at

    def _ends_sentence(self, at: int) -> bool:
        """Whether nothing but marks stands behind a word in its sentence."""
        behind = at + 1
        while behind < len(self.tokens) and self.tokens[behind].sentence == self.tokens[at].sentence:
            if self.tokens[behind].text[0].isalnum():
                return False
            behind += 1
        return True

    def _add(self, opening: int, last: int, closing: int) -> None:
        first = opening + 1
        if first < last and second_half(self.text, self.tokens[first]):
            first += 1
        inner = self.tokens[first:last]
        if inner:
            words = [t for t in inner if t.text[0].isalnum()]
            clause = any(t.morph.form is FINITE for t in words)
            name = _names(words, inner[-1]) or self._dashed(opening, closing)
            self.found.append(Quotation(opening, first, last, closing, len(words), clause, name))

    def _dashed(self, opening: int, closing: int) -> bool:
        """Whether hyphens stand around both marks, as around a subhead: -"..."-."""
        behind = closing + 1
        if behind < len(self.tokens) and second_half(self.text, self.tokens[behind]):
            behind += 1
        ends = opening > 0 and behind < len(self.tokens)
        return ends and self.tokens[opening - 1].text == "-" and self.tokens[behind].text == "-"

    def _paragraph(self, at: int) -> int:
        return self.paragraphs[self.tokens[at].sentence]


def _names(words: Sequence[Token], end: Token) -> bool:
    """Whether the words look like a title: nearly all begin with a capital, none is a finite verb, no full stop."""
    if not words or end.text in (".", "!", "?"):
        return False
    if len(words) > SHORT * 2 and (all(t.text.isupper() for t in words) or any(t.morph.form is FINITE for t in words)):
        return False
    small = sum(t.text[0].islower() and t.morph.pos not in (Pos.CCONJ, Pos.ADP, Pos.PART) for t in words)
    return small == 0
