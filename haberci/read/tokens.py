"""Words of each sentence, with the form that the language pack gives each in its context."""

from __future__ import annotations

from dataclasses import replace

from haberci.core.language import Context
from haberci.core.report import Report, Sentence, Token
from haberci.core.span import Span

LONGEST_WORD = 100  # letters; what is longer is no word (an address, a packed picture) and known by its beginning


def tokens(report: Report, context: Context) -> Report:
    """The report with its tokens; each sentence's ``first`` and ``last`` say which of them are its own."""
    pack, lower = context.pack, context.pack.lower
    found: list[Token] = []
    held: list[Sentence] = []
    for number, sentence in enumerate(report.sentences):
        start, stop = sentence.at.span
        text = report.text[start:stop]
        spans = pack.words(text)
        words = [text[at:end] for at, end in spans]
        morphs = pack.analyse([word[:LONGEST_WORD] for word in words])
        first = len(found)
        for (at, end), word, morph in zip(spans, words, morphs, strict=True):
            found.append(Token(Span(start + at, start + end), word, lower(word), morph, number))
        held.append(replace(sentence, first=first, last=len(found)))
    return replace(report, tokens=tuple(found), sentences=tuple(held))
