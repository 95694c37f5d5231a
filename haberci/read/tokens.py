"""Words of each sentence, with the form that the language pack gives each in its context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from haberci.core.language import Context
from haberci.core.morph import Morph
from haberci.core.report import Report, Sentence, Token
from haberci.core.span import Span, as_span
from haberci.read.characters import LONGEST_WORD, is_spaced


def tokens(report: Report, context: Context) -> Report:
    """The report with its tokens; each sentence's ``first`` and ``last`` say which of them are its own."""
    pack, lower = context.pack, context.pack.lower
    spaced = is_spaced(report.text)
    found: list[Token] = []
    held: list[Sentence] = []
    for number, sentence in enumerate(report.sentences):
        start, stop = sentence.at.span
        text = report.text[start:stop]
        spans = pack.words(text)
        words = [text[at:end] for at, end in spans]
        morphs = pack.analyse(words if spaced else [word[:LONGEST_WORD] for word in words])  # known by its beginning
        first = len(found)
        found += [
            _token((as_span((start + at, start + end)), word, lower(word), morph, number))
            for (at, end), word, morph in zip(spans, words, morphs, strict=True)
        ]
        held.append(Sentence(sentence.at, first, len(found), sentence.block))
    return replace(report, tokens=tuple(found), sentences=tuple(held))


# A token of all that it holds. It is made for every word, and takes half as long as to ask the class for one.
_token: Callable[[tuple[Span, str, str, Morph, int]], Token] = partial(tuple.__new__, Token)
