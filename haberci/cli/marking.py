"""A report's text with its claims marked at their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from haberci.cli.console import harmless
from haberci.core.report import BlockKind, Report
from haberci.core.span import Evidence, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked, the tag that leads to the list below the text, and their style on a terminal."""

    span: Span
    tag: str
    style: str


EVENT = "bold green"
CUE = "bold yellow"
SAID = "italic"
ROLE = "bold cyan"
_TAG = "dim"
_BLOCKS = {
    BlockKind.HEADLINE: "bold",
    BlockKind.SUBHEAD: "bold",
    BlockKind.BYLINE: "dim",
    BlockKind.FURNITURE: "dim",
}


def marks(report: Report, raw: bool) -> list[Mark]:
    """The marks of a report: E events, S statements (the cue and what is said), R roles; numbered from 1."""

    def span(at: Evidence) -> Span:
        return at.raw if raw else at.span

    found = [Mark(span(e.trigger_at), f"E{n}", EVENT) for n, e in enumerate(report.events, 1)]
    for n, statement in enumerate(report.statements, 1):
        found.append(Mark(span(statement.cue_at), f"S{n}", CUE))
        found += [Mark(span(at), f"S{n}", SAID) for at in statement.content]
    found += [Mark(span(role.at), f"R{n}", ROLE) for n, role in enumerate(report.roles, 1)]
    return _merged(mark for mark in found if mark.span.start < mark.span.stop)


def blocks(report: Report, raw: bool) -> list[Mark]:
    """The parts of the page in their styles: headings stand out, what is not the report's own text stands back."""
    found = ((block.at.raw if raw else block.at.span, _BLOCKS.get(block.kind)) for block in report.layout)
    return [Mark(span, "", style) for span, style in found if style]


def breaks(report: Report, raw: bool) -> tuple[int, ...]:
    """Where a part of the page is glued to the one before it (a byline to its headline), and a line is to begin."""
    text, spans = (
        report.raw if raw else report.text,
        [block.at.raw if raw else block.at.span for block in report.layout],
    )
    return tuple(span.start for span in spans if span.start and not text[span.start - 1].isspace())


def marked(
    text: str, marks: Iterable[Mark], styled: bool, blocks: Iterable[Mark] = (), breaks: Sequence[int] = ()
) -> Text:
    """The text with its marks: ``[words]E1``, or on a terminal the words in a style and the tag after them.

    A line is begun at each of ``breaks``.
    """
    line = Text()
    text = harmless(text)
    at = 0
    marks = list(marks)
    for offset, written in _boundaries(marks, styled, breaks):
        line.append(text[at:offset])
        line.append_text(written)
        at = offset
    line.append(text[at:])
    if styled:
        _stylize(line, marks, [*blocks, *marks], breaks)
    return line


def _merged(marks: Iterable[Mark]) -> list[Mark]:
    """Marks on the very same words in the same style become one with both tags."""
    by_place: dict[tuple[Span, str], list[str]] = {}
    for mark in marks:
        by_place.setdefault((mark.span, mark.style), []).append(mark.tag)
    return [Mark(span, " ".join(dict.fromkeys(tags)), style) for (span, style), tags in sorted(by_place.items())]


def _boundaries(marks: list[Mark], styled: bool, breaks: Sequence[int]) -> Iterator[tuple[int, Text]]:
    """What is written between the words: at each offset the ends of inner marks, a new line, then the beginnings."""
    stops = sorted((m.span.stop, 0, -m.span.start, m.tag, m.style) for m in marks)
    starts = [] if styled else sorted((m.span.start, 2, -m.span.stop, "", "") for m in marks)
    for offset, order, _, tag, style in sorted([*stops, *((at, 1, 0, "", "") for at in breaks), *starts]):
        if order:
            yield offset, Text("\n" if order == 1 else "[")
        else:
            yield offset, Text.assemble("" if styled else "]", (tag, f"{_TAG} {style}" if styled else ""))


def _stylize(line: Text, tagged: list[Mark], marks: list[Mark], breaks: Sequence[int]) -> None:
    """Styles by offsets of the written line, which has tags between the words of the text."""
    shifts = [(offset, len(written)) for offset, written in _boundaries(tagged, True, breaks)]

    def start(offset: int) -> int:
        return offset + sum(length for at, length in shifts if at <= offset)

    def stop(offset: int) -> int:
        return offset + sum(length for at, length in shifts if at < offset)

    for mark in marks:
        line.stylize(mark.style, start(mark.span.start), stop(mark.span.stop))
