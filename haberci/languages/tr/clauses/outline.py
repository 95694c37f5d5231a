"""The outline of a Turkish sentence: its words, its phrases, what is quoted, and its verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from haberci.core.clause import Chunk
from haberci.core.clause_words import ClauseWords
from haberci.core.morph import ACC, AORIST, DAT, FINITE, IMPERATIVE, LOC, NOM, NOMINAL, NOUN, PUNCT, Morph, Pos
from haberci.core.report import Token
from haberci.languages.tr.clauses.links import clause_words
from haberci.languages.tr.quotes import quoted_words

OBLIQUE: Final = frozenset({ACC, DAT})
FULL_STOP: Final = "."
BE: Final = "ol"
GONE: Final = "yok"
DOING: Final = frozenset({"et", "say"})
PREDICATES: Final = frozenset({NOUN, Pos.ADJ, Pos.PRON})
PREDICATE_CASES: Final = frozenset({None, NOM, LOC})


class Outline(NamedTuple):
    """One sentence as the clause finder sees it.

    ``quotes`` has for each word the number of its quotation (0 outside); ``verbs`` are the words that head a clause, in
    order; ``ends`` leads a phrase's last word to the phrase's number, ``starts`` its first word.
    """

    tokens: Sequence[Token]
    chunks: Sequence[Chunk]
    quotes: Sequence[int]
    verbs: Sequence[int]
    ends: Mapping[int, int]
    starts: Mapping[int, int]
    words: ClauseWords

    def last_word(self, chunk: int) -> Token:
        """The last word of a phrase, which bears its case."""
        return self.tokens[self.chunks[chunk].last - 1]

    def behind(self, at: int) -> str:
        """The word behind a word, in small letters; empty behind the last."""
        return self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""

    def verb_words(self, verb: int) -> tuple[str, str]:
        """By which a list of verbs may know one: its lemma, and the word before it ("iptal etti")."""
        return self.tokens[verb].morph.lemma, self.tokens[verb - 1].lower


def outline(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> Outline:
    """The outline of one sentence; ``chunks`` are its noun phrases in order, not overlapping."""
    words, quotes = clause_words(), quoted_words(tokens)
    inside = {at for chunk in chunks for at in range(chunk.first, chunk.last)}
    formed = [at for at, token in enumerate(tokens) if token.morph.form is not None]
    verbs = [at for at in formed if at not in inside and _heads_clause(tokens, at, words)]
    return Outline(
        tokens=tokens,
        chunks=chunks,
        quotes=quotes,
        verbs=[*verbs, *_bare_predicate(tokens, chunks, quotes, verbs)],
        ends={chunk.last - 1: number for number, chunk in enumerate(chunks)},
        starts={chunk.first: number for number, chunk in enumerate(chunks)},
        words=words,
    )


def _bare_predicate(
    tokens: Sequence[Token], chunks: Sequence[Chunk], quotes: Sequence[int], verbs: Sequence[int]
) -> list[int]:
    """What ends a sentence without a verb and is told of somebody: "Kallas, birliğin yeni şefi."."""
    last = len(tokens) - 2
    if last < 1 or tokens[-1].text != FULL_STOP or last in verbs or tokens[last].morph.pos not in PREDICATES:
        return []
    if any(tokens[at].morph.form is FINITE and not quotes[at] for at in verbs):
        return []
    told = any(c.case is NOM and tokens[c.last].text == "," for c in chunks if c.last < last)
    return [last] if told and tokens[last].morph.case in PREDICATE_CASES and not quotes[last] else []


def _heads_clause(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a word in verb form is the verb of a clause; a noun in a case is a predicate only at the end."""
    token = tokens[at]
    morph = token.morph
    if token.lower in words.relations:
        return False
    if token.lower in words.denial and at > 0 and tokens[at - 1].morph.case in OBLIQUE:
        return False  # "yalnız komşusunu değil, bölgeyi de tehdit etti"
    if at + 1 < len(tokens) and (_is_said_of(morph, tokens[at + 1].morph) or _is_as_soon_as(tokens, at)):
        return False
    if at > 0 and _is_as_soon_as(tokens, at - 1):
        return False
    if morph.tense is not NOMINAL or morph.pos is Pos.VERB or morph.case in (None, NOM):
        return True
    return at + 1 >= len(tokens) or tokens[at + 1].morph.pos is PUNCT


def _is_as_soon_as(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb and its negation side by side only tell when: "uçaktan iner inmez gözaltına alındı"."""
    if at + 1 >= len(tokens):
        return False
    one, other = tokens[at].morph, tokens[at + 1].morph
    aorist = one.tense is other.tense is AORIST
    return aorist and one.lemma == other.lemma and other.negative and not one.negative


def _is_said_of(morph: Morph, after: Morph) -> bool:
    """Whether a verb form only names what stands behind it: "kabul edilemez" buldu, "yok" hükmünde, "olsun" dileği."""
    if morph.tense is AORIST and morph.negative and morph.passive:
        return after.pos is Pos.VERB and after.lemma != BE
    owned = after.pos is NOUN and after.form is None and after.possessive is not None
    if morph.tense is NOMINAL and morph.lemma == GONE and after.lemma in DOING:
        return True  # "kenti yok etti"
    if morph.tense is IMPERATIVE and morph.person == "3s":
        return after.pos is NOUN and after.form is None and (owned or after.case is ACC)
    return owned and after.case is LOC and morph.tense is NOMINAL
