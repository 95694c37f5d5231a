"""One sentence as the coder sees it: its words, mentions and clauses, with sentence-local numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from haberci.core.clause import Chunk, Clause
from haberci.core.clause_words import ClauseWords
from haberci.core.language import Context, LanguagePack
from haberci.core.morph import Form
from haberci.core.report import Mention, MentionKind, Report, Sentence, Token

PERSONS = (MentionKind.PERSON, MentionKind.OFFICE)


@dataclass(frozen=True)
class Parsed:
    """A sentence with its clauses, which are found when they are first asked for: few sentences can tell a deed.

    ``base`` is the report's number of its first token; ``mentions`` pair with the chunks of the clauses.
    """

    number: int
    sentence: Sentence
    base: int
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    pack: LanguagePack = field(repr=False)

    @property
    def words(self) -> ClauseWords:
        """The language's small words that tie clauses together."""
        return self.pack.clause_words

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in the order of their verbs."""
        base = self.base
        chunks = [
            Chunk(m.first - base, m.last - base, m.case, m.kind is MentionKind.PLACE, m.kind in PERSONS)
            for m in self.mentions
        ]
        return self.pack.clauses(self.tokens, chunks)

    @cached_property
    def _by_verb(self) -> dict[int, Clause]:
        return {clause.verb: clause for clause in self.clauses}

    @cached_property
    def subject(self) -> tuple[Mention, ...]:
        """The subject of the last finite clause outside quotations."""
        for clause in reversed(self.clauses) if self.mentions else ():
            if clause.form is Form.FINITE and not clause.quoted and clause.subject:
                return tuple(self.mentions[n] for n in clause.subject)
        return ()

    def clause_of(self, verb: int | None) -> Clause | None:
        """The clause of a verb, by the verb's number."""
        return self._by_verb.get(verb) if verb is not None else None

    def clause_after(self, word: int) -> Clause | None:
        """The clause in whose stretch a word stands: that of the next verb."""
        return next((c for c in self.clauses if c.verb >= word), None)


def parse(report: Report, context: Context) -> tuple[Parsed, ...]:
    """All sentences of a report with their clauses."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in report.mentions:
        by_sentence.setdefault(report.tokens[mention.first].sentence, []).append(mention)
    return tuple(
        Parsed(
            number,
            sentence,
            sentence.first,
            report.tokens[sentence.first : sentence.last],
            tuple(by_sentence.get(number, ())),
            context.pack,
        )
        for number, sentence in enumerate(report.sentences)
    )
