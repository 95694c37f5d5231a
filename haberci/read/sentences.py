"""Cut each block of the layout into sentences; no sentence crosses a block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from haberci.core.language import Context, LanguagePack
from haberci.core.report import Block, BlockKind, Report, Sentence
from haberci.core.span import Span

_WHOLE = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})
_SPLIT = frozenset({BlockKind.PARAGRAPH})


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
    start, stop = block.at.span
    piece = text[start:stop]
    if block.kind in _WHOLE:
        bare = piece.strip()
        if bare:
            start += len(piece) - len(piece.lstrip())
            yield Span(start, start + len(bare))
    elif block.kind in _SPLIT:
        for span in pack.sentences(piece):
            yield Span(start + span.start, start + span.stop)
