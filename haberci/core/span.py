"""Where words stand: spans, repairs of characters, and the way from repaired text back to the raw one.

All offsets are code points, half open. A *raw* offset counts in the text as it was given, a *text* offset in the
repaired one. The two texts differ only by edits, so that each can be had from the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one text, ``text[start:stop]``."""

    start: int
    stop: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.stop and other.start < self.stop

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.stop <= self.stop


# A span of its two ends. Spans are made for every word, and this takes half as long as to ask the class for one.
as_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)


class Evidence(NamedTuple):
    """The words behind a claim, in both texts: ``raw[start:stop]`` became ``text[text_start:text_stop]``."""

    start: int
    stop: int
    text_start: int
    text_stop: int

    @property
    def span(self) -> Span:
        """The stretch in the repaired text."""
        return as_span((self.text_start, self.text_stop))

    @property
    def raw(self) -> Span:
        """The stretch in the text as it was given."""
        return as_span((self.start, self.stop))


# Evidence of its four offsets, made as often as ``as_span``.
_as_evidence: Callable[[tuple[int, int, int, int]], Evidence] = partial(tuple.__new__, Evidence)


class Edit(NamedTuple):
    """One repair: ``raw[start:stop]``, which is ``before``, was replaced by ``after``, for ``reason`` (a rule id)."""

    start: int
    stop: int
    before: str
    after: str
    reason: str


# An edit of its five values, likewise.
as_edit: Callable[[tuple[int, int, str, str, str]], Edit] = partial(tuple.__new__, Edit)


def apply_edits(raw: str, edits: Iterable[Edit]) -> str:
    """The repaired text: ``raw`` with the edits made, which must be in order and not overlap.

    Raises ValueError when an edit does not fit the text.
    """
    parts: list[str] = []
    at = 0
    for start, stop, before, after, _ in edits:
        if start < at or raw[start:stop] != before:
            raise ValueError(f"edit at {start} does not fit: expected {before!r}")
        parts += (raw[at:start], after)
        at = stop
    parts.append(raw[at:])
    return "".join(parts)


class OffsetMap:
    """Leads any span of the repaired text to the raw one, and back.

    Outside edits the way is exact. An offset inside an edit that changes the length goes to the edit's border, so that
    a span never loses a character of its evidence.
    """

    __slots__ = ("_raw_starts", "_rows", "_text_starts")

    def __init__(self, edits: Sequence[Edit] = ()) -> None:
        rows: list[tuple[int, int, int, int]] = []  # raw start, raw stop, text start, text stop
        shift = 0
        for edit in edits:
            if len(edit.before) == len(edit.after):
                continue
            start = edit.start + shift
            rows.append((edit.start, edit.stop, start, start + len(edit.after)))
            shift += len(edit.after) - len(edit.before)
        self._rows = rows
        self._raw_starts = [r[0] for r in rows]
        self._text_starts = [r[2] for r in rows]

    def to_raw(self, span: Span) -> Span:
        """The raw span that became the given span of the repaired text."""
        if not self._rows:
            return span
        return Span(self._back(span.start, False), self._back(span.stop, True))

    def to_text(self, span: Span) -> Span:
        """The span of the repaired text that the given raw span became."""
        if not self._rows:
            return span
        return Span(self._forth(span.start, False), self._forth(span.stop, True))

    def evidence(self, span: Span) -> Evidence:
        """Both spans for a span of the repaired text."""
        return _as_evidence((*(self.to_raw(span) if self._rows else span), *span))

    def _back(self, offset: int, is_stop: bool) -> int:
        i = bisect_right(self._text_starts, offset) - 1
        return offset if i < 0 else _across(offset, is_stop, self._rows[i][2:], self._rows[i][:2])

    def _forth(self, offset: int, is_stop: bool) -> int:
        i = bisect_right(self._raw_starts, offset) - 1
        return offset if i < 0 else _across(offset, is_stop, self._rows[i][:2], self._rows[i][2:])


def _across(offset: int, is_stop: bool, here: tuple[int, int], there: tuple[int, int]) -> int:
    if offset >= here[1]:
        return there[1] + offset - here[1]
    if is_stop:
        return there[0] if offset <= here[0] else there[1]
    return there[0]
