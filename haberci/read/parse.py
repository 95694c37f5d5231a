"""One sentence as the coder sees it: its words, mentions and clauses, with sentence-local numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from haberci.core.clause import Chunk, Clause, ClausePart
from haberci.core.clause_words import ClauseWords
from haberci.core.language import Context, LanguagePack
from haberci.core.morph import FINITE, NUM
from haberci.core.naming import Group
from haberci.core.report import Mention, MentionKind, Report, Sentence

# Members by names of their own, as in ``core.morph``.
_GROUP, _PEOPLE, _PLACE = MentionKind.GROUP, MentionKind.PEOPLE, MentionKind.PLACE
PERSONS: Final = (MentionKind.PERSON, MentionKind.OFFICE)


class Parsed:
    """A sentence with its clauses, which are found when they are first asked for: few sentences can tell a deed.

    ``number`` is the sentence's among the report's, ``base`` the report's number of its first token; ``small`` are its
    words in small letters; ``mentions`` pair with the chunks of the clauses.
    """

    def __init__(
        self, number: int, sentence: Sentence, report: Report, mentions: Sequence[Mention], pack: LanguagePack
    ):
        self.number = number
        self.sentence = sentence
        self.base = sentence.first
        self.tokens = report.tokens[sentence.first : sentence.last]
        self.small = [token.lower for token in self.tokens]
        self.mentions = tuple(mentions)
        self.pack = pack
        self._clauses: tuple[Clause, ...] = ()
        self._by_verb: dict[int, Clause] | None = None
        self._sharing: dict[int, Clause] = {}
        self._subject: tuple[Mention, ...] | None = None

    @property
    def words(self) -> ClauseWords:
        """The language's small words that tie clauses together."""
        return self.pack.clause_words

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses, in the order of their verbs."""
        if self._by_verb is None:
            self._find()
        return self._clauses

    @property
    def subject(self) -> tuple[Mention, ...]:
        """The subject of the last finite clause outside quotations."""
        found = self._subject
        if found is None:
            found = self._subject = self._last_subject()
        return found

    def clause_of(self, verb: int | None) -> Clause | None:
        """The clause of a verb, by the verb's number."""
        if verb is None:
            return None
        found = self._by_verb if self._by_verb is not None else self._find()
        return found.get(verb)

    def through(self, part: ClausePart) -> list[Clause]:
        """The clauses of the verbs between a phrase and the verb to which it belongs, or may."""
        return [clause for verb in part.through if (clause := self.clause_of(verb)) is not None]

    def verb_words(self, verb: int) -> tuple[str, str]:
        """By which a list of verbs may know one: its lemma, and the word before it ("iptal etti")."""
        return self.tokens[verb].morph.lemma, self.small[verb - 1]

    def sharing(self, clause: Clause) -> tuple[Clause, ...]:
        """The clause and that of another deed told by the same verb: "Rusya Harkiv'i, Ukrayna Belgorod'u vurdu"."""
        other = self._sharing.get(clause.verb)
        return (clause,) if other is None else (clause, other)

    def clause_after(self, word: int) -> Clause | None:
        """The clause in whose stretch a word stands: that of the next verb."""
        return next((c for c in self.clauses if c.verb >= word), None)

    def is_many(self, at: int) -> bool:
        """Whether a noun means more than one: "taraflara", "iki tarafa"."""
        return self.tokens[at].morph.plural or self.is_counted(at)

    def is_counted(self, at: int) -> bool:
        """Whether a number stands before a word: "516 kişi", "150'den fazla kişi"."""
        if at > 0 and self.tokens[at - 1].morph.pos is NUM:
            return True
        more = at > 1 and self.tokens[at - 1].lower in self.pack.naming.words[Group.QUANTITY]
        return more and self.tokens[at - 2].morph.pos is NUM

    def behind_finite(self, word: int) -> int:
        """Where what belongs to a word begins: behind the last finite verb before it, quotations left out."""
        before = [c for c in self.clauses if c.verb < word and c.form is FINITE]
        if before and before[-1].quoted:
            inside = next((c.quoted for c in self.clauses if c.verb >= word), True)
            before = before if inside else [c for c in before if not c.quoted]
        return before[-1].verb + 1 if before else 0

    def _find(self) -> dict[int, Clause]:
        """Find the clauses, and keep them: by their verbs, too."""
        base = self.base
        chunks = [
            Chunk(m.first - base, m.last - base, m.case, m.kind is _PLACE, m.kind in PERSONS, _land(m))
            for m in self.mentions
        ]
        told = self.pack.clauses(self.tokens, chunks)
        self._by_verb = found = {clause.verb: clause for clause in reversed(told)}
        self._clauses = told[: len(found)]
        self._sharing = {clause.verb: clause for clause in told[len(found) :]}
        return found

    def _last_subject(self) -> tuple[Mention, ...]:
        for clause in reversed(self.clauses) if self.mentions else ():
            told = clause.form is FINITE and not self.tokens[clause.verb].morph.conditional
            if told and not clause.quoted and clause.subject:
                return tuple(self.mentions[n] for n in clause.subject)
        return ()


def parse(report: Report, context: Context) -> tuple[Parsed, ...]:
    """All sentences of a report with their clauses."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in report.mentions:
        by_sentence.setdefault(report.tokens[mention.first].sentence, []).append(mention)
    return tuple(
        Parsed(number, sentence, report, by_sentence.get(number, ()), context.pack)
        for number, sentence in enumerate(report.sentences)
    )


def _land(mention: Mention) -> str:
    """The state or organisation that a mention stands for; empty without a code, and for people, whose land it is.

    A group of a land owns none of its places: "Taliban'ın Pencşir'de öldürdüğü".
    """
    if not mention.codes or mention.kind is _PEOPLE:
        return ""
    return str(mention.codes[0]) if mention.kind is _GROUP else mention.codes[0].principal
