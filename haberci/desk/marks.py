"""A report's text cut into paragraphs and pieces, each piece with the claims that stand on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from haberci.core.report import Report
from haberci.core.span import Edit, Evidence, Span

WINDOW = 40_000  # characters of text on one page
KINDS = {"E": "event", "S": "statement", "R": "role", "T": "time"}


class Mark(NamedTuple):
    """Words that a claim stands on. ``tag`` is ``E1``, ``S2``, …; ``part`` is what the words are of it:

    ``word`` (those that name it, which lead to the why), ``said``, ``actor``, ``recipient``.
    """

    span: Span
    tag: str
    part: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch with the same marks all over. ``edit`` is the repair that it is the old or new text of."""

    text: str
    marks: tuple[Mark, ...] = ()
    edit: Edit | None = None
    closes: bool = False  # the last piece of its repair: what it became stands behind
    first: bool = False  # the first piece of its word mark: it is the one that keys stop at
    last: bool = False  # the last piece of its word mark: there the tag is shown

    @property
    def word(self) -> Mark | None:
        """The mark that a click leads to."""
        return word_of(self.marks)

    @property
    def classes(self) -> str:
        """What the piece is, for the style sheet."""
        return " ".join(dict.fromkeys(f"m-{KINDS[mark.tag[0]]}-{mark.part}" for mark in self.marks))

    @property
    def tags(self) -> str:
        """The claims that the piece belongs to, with its part in each: ``E1 E2.actor``."""
        return " ".join(mark.tag if mark.part == "word" else f"{mark.tag}.{mark.part}" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the layout with its pieces; ``kind`` is empty for text outside all blocks."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A window of the text: its paragraphs, and where it and the ones beside it begin."""

    paragraphs: tuple[Paragraph, ...]
    span: Span
    before: int | None
    after: int | None


def marks_of(report: Report, raw: bool) -> list[Mark]:
    """All marks, claims numbered from 1."""

    def span(at: Evidence) -> Span:
        return at.raw if raw else at.span

    found: list[Mark] = []
    for n, event in enumerate(report.events, 1):
        found.append(Mark(span(event.trigger_at), f"E{n}", "word"))
        found += [Mark(span(part.at), f"E{n}", part.name) for part in event.parts if part.at is not None]
    for n, said in enumerate(report.statements, 1):
        found.append(Mark(span(said.cue_at), f"S{n}", "word"))
        found += [Mark(span(at), f"S{n}", "said") for at in said.content]
        if said.speaker_at is not None:
            found.append(Mark(span(said.speaker_at), f"S{n}", "speaker"))
    found += [Mark(span(role.at), f"R{n}", "word") for n, role in enumerate(report.roles, 1)]
    found += [Mark(span(time.at), f"T{n}", "word") for n, time in enumerate(report.times, 1)]
    return sorted({mark for mark in found if mark.span.start < mark.span.stop})


def page_of(report: Report, *, raw: bool, start: int = 0) -> Page:
    """The window of the text that begins at a character, cut where a line or at least a word ends."""
    text = report.raw if raw else report.text
    start = max(0, min(start, len(text)))
    stop = _end(text, start)
    window = Span(start, stop)
    marks = [mark for mark in marks_of(report, raw) if mark.span.overlaps(window)]
    edits = [e for e in report.edits if raw and e.start < stop and (e.stop > start or e.start == e.stop >= start)]
    paragraphs = (
        Paragraph(kind, tuple(_pieces(text, span, marks, edits)))
        for kind, span in _blocks(report, text, window, raw)
        if text[span.start : span.stop].strip() or any(span.start <= e.start < span.stop for e in edits)
    )
    before = max(0, start - WINDOW) if start else None
    return Page(tuple(paragraphs), window, before, stop if stop < len(text) else None)


def _end(text: str, start: int) -> int:
    stop = start + WINDOW
    if stop >= len(text):
        return len(text)
    for end in ("\n", " "):
        cut = text.rfind(end, start + WINDOW // 2, stop)
        if cut > 0:
            return cut + 1
    return stop


def _blocks(report: Report, text: str, window: Span, raw: bool) -> Iterator[tuple[str, Span]]:
    """The blocks in the window and what lies between them."""
    at = window.start
    for block in report.layout:
        own = block.at.raw if raw else block.at.span
        if own.stop <= at or own.start >= window.stop:
            continue
        start, stop = max(own.start, at), min(own.stop, window.stop)
        if start > at:
            yield "", Span(at, start)
        yield block.kind.value, Span(start, stop)
        at = stop
    if at < window.stop:
        yield "", Span(at, window.stop)


def _pieces(text: str, span: Span, marks: Sequence[Mark], edits: Sequence[Edit]) -> Iterator[Piece]:
    """A paragraph cut wherever a mark or a repair begins or ends."""
    start, stop = _trimmed(text, span)
    own = [mark for mark in marks if mark.span.start < stop and mark.span.stop > start]
    changes = {e.start: e for e in edits if start <= e.start and e.stop <= stop}
    cuts = {start, stop, *(b for mark in own for b in mark.span if start < b < stop)}
    cuts |= {b for edit in changes.values() for b in (edit.start, edit.stop)}
    at, edit = start, None
    for cut in sorted(cuts):
        if at < cut:
            over = tuple(mark for mark in own if mark.span.holds(Span(at, cut)))
            yield _piece(text, Span(at, cut), over, edit)
        at = cut
        if (begun := changes.get(cut)) is not None and begun.start == begun.stop:
            yield Piece("", edit=begun, closes=True)
        edit = begun or (edit if edit is not None and cut < edit.stop else None)


def _piece(text: str, span: Span, over: tuple[Mark, ...], edit: Edit | None) -> Piece:
    word = word_of(over)
    return Piece(
        text[span.start : span.stop],
        over,
        edit,
        closes=edit is not None and edit.stop == span.stop,
        first=word is not None and word.span.start == span.start,
        last=word is not None and word.span.stop == span.stop,
    )


def word_of(marks: Iterable[Mark]) -> Mark | None:
    """The mark that a click leads to: of several, the one on the fewest words."""
    words = [mark for mark in marks if mark.part == "word"]
    return min(words, key=lambda mark: (mark.span.stop - mark.span.start, "ESRT".index(mark.tag[0])), default=None)


def _trimmed(text: str, span: Span) -> Span:
    start, stop = span
    while start < stop and text[start] in "\r\n\t ":
        start += 1
    while stop > start and text[stop - 1] in "\r\n\t ":
        stop -= 1
    return Span(start, stop)
