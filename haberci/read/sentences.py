"""Cut each block of the layout into sentences; no sentence crosses a block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from haberci.core.language import Context, LanguagePack
from haberci.core.report import Block, BlockKind, Report, Sentence
from haberci.core.span import Span, as_span

_WHOLE: Final = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})
_SPLIT: Final = frozenset({BlockKind.PARAGRAPH})
# Characters. What a person wrote is shorter; a list or a page without full stops is cut, so that the time that reading
# takes grows with the length of the text and not with its square.
_LONGEST_SENTENCE: Final = 4_000
_LONGEST_PARAGRAPH: Final = 50_000


def sentences(report: Report, context: Context) -> Report:
    """The report with its sentences, in the order of the text.

    A headline or subhead is one sentence, a paragraph is split by the language pack, other blocks have none.
    ``first`` and ``last`` stay 0 until the tokens are known.
    """
    found = [
        Sentence(report.evidence(span), 0, 0, block.kind)
        for block in sorted(report.layout, key=lambda block: block.at.text_start)
        for span in _spans(report.text, block, context.pack)
    ]
    return replace(report, sentences=tuple(found))


def _spans(text: str, block: Block, pack: LanguagePack) -> Iterator[Span]:
    if block.kind in _WHOLE:
        yield from _cut(text, _bare(text, block.at.span), _LONGEST_SENTENCE)
    elif block.kind in _SPLIT:
        for piece in _cut(text, block.at.span, _LONGEST_PARAGRAPH):
            for span in pack.sentences(text[piece.start : piece.stop]):
                whole = as_span((piece.start + span.start, piece.start + span.stop))
                yield from _cut(text, whole, _LONGEST_SENTENCE)


def _cut(text: str, span: Span, longest: int) -> Iterator[Span]:
    """A stretch whole, or where it is too long in pieces that end at white space if there is any."""
    start, stop = _bare(text, span)
    while stop - start > longest:
        end = max(text.rfind(" ", start + 1, start + longest), text.rfind("\n", start + 1, start + longest))
        end = start + longest if end < 0 else end
        yield _bare(text, as_span((start, end)))
        start = _bare(text, as_span((end, stop))).start
    if start < stop:
        yield as_span((start, stop))


def _bare(text: str, span: Span) -> Span:
    """A stretch without the white space around it."""
    piece = text[span.start : span.stop]
    start = span.start + len(piece) - len(piece.lstrip())
    return as_span((start, max(start, span.stop - len(piece) + len(piece.rstrip()))))
