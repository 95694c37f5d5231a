"""One sentence as the coder sees it: its words, mentions and clauses, with sentence-local numbers."""

from __future__ import annotations

from typing import NamedTuple

from haberci.core.clause import Chunk, Clause
from haberci.core.clause_words import ClauseWords
from haberci.core.language import Context
from haberci.core.report import Mention, MentionKind, Report, Sentence, Token

PERSONS = (MentionKind.PERSON, MentionKind.OFFICE)


class Parsed(NamedTuple):
    """A sentence with its clauses.

    ``base`` is the report's number of its first token; ``mentions`` pair with the chunks of the clauses;
    ``words`` are the language's small words that tie clauses together.
    """

    number: int
    sentence: Sentence
    base: int
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    words: ClauseWords

    def clause_of(self, verb: int | None) -> Clause | None:
        """The clause of a verb, by the verb's number."""
        return next((c for c in self.clauses if c.verb == verb), None) if verb is not None else None

    def clause_after(self, word: int) -> Clause | None:
        """The clause in whose stretch a word stands: that of the next verb."""
        return next((c for c in self.clauses if c.verb >= word), None)


def parse(report: Report, context: Context) -> tuple[Parsed, ...]:
    """All sentences of a report with their clauses."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in report.mentions:
        by_sentence.setdefault(report.tokens[mention.first].sentence, []).append(mention)
    return tuple(
        _parse_sentence(report, context, number, sentence, by_sentence.get(number, []))
        for number, sentence in enumerate(report.sentences)
    )


def _parse_sentence(
    report: Report, context: Context, number: int, sentence: Sentence, mentions: list[Mention]
) -> Parsed:
    base = sentence.first
    tokens = report.tokens[base : sentence.last]
    chunks = [
        Chunk(m.first - base, m.last - base, m.case, m.kind is MentionKind.PLACE, m.kind in PERSONS) for m in mentions
    ]
    clauses = context.pack.clauses(tokens, chunks)
    return Parsed(number, sentence, base, tokens, tuple(mentions), clauses, context.pack.clause_words)
