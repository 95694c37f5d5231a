"""What a stage is handed: the language pack, the actor register, the codebook.

A language is a value. Stages import these types and never a language; ``haberci.languages.PACKS`` holds the packs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from haberci.core.actors import ActorRegister
from haberci.core.asks import AskTable
from haberci.core.clause import Chunk, Clause
from haberci.core.clause_words import ClauseWords
from haberci.core.codebook import Codebook
from haberci.core.contexts import ContextTable
from haberci.core.facts import Harm
from haberci.core.frames import FrameTable
from haberci.core.governors import GovernorTable
from haberci.core.layout import LayoutCues
from haberci.core.morph import Morph
from haberci.core.naming import NamingTable
from haberci.core.plan_words import PlanWords
from haberci.core.report import Block, MentionKind, Token
from haberci.core.rule import Rule
from haberci.core.span import Edit, Span
from haberci.core.speech import CueTable
from haberci.core.universal import UniversalTool


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """All that is particular to one language.

    ``characters(raw)`` returns the edits that lead a raw text back to the characters that were meant, in order.
    ``repair(raw, blocks, names, read)`` finds what else is damaged and returns all edits that mend it, in order;
    ``names`` are the register's proper names, which are restored as the register spells them, ``read`` the edits of
    the characters (None when they are not known).
    ``sentences(text)`` splits one paragraph, ``words(text)`` one sentence; both return spans within the given string.
    ``analyse(words)`` gives each word of one sentence its form in context.
    ``clauses(tokens, chunks)`` finds the verbs of one sentence and which of its phrases belong to each.
    ``clause_words`` are the small words that tie phrases and clauses together.
    ``names(sentences)`` finds the proper names in the words of a report's sentences.
    ``times(words, anchor)`` finds time expressions in one sentence: (first, last, start, stop, precision, rule id);
    the anchor is an ISO day or None.
    ``tolls(words)`` finds how many people one sentence tells dead, wounded, arrested or displaced:
    (first, last, harm, least, most, whether it is a rough number, rule id).
    ``struck(words)`` finds the verbs that tell what befell people: (word, harm, whether the subject is struck).
    ``universal`` tells words in the terms of Universal Dependencies.
    ``plans`` are the words for what is planned and for what becomes of a plan.
    ``rules`` are the rules of the language's code and tables, each with its example.
    """

    code: str
    name: str
    lower: Callable[[str], str]
    upper: Callable[[str], str]
    fold: Callable[[str], str]
    characters: Callable[[str], tuple[Edit, ...]]
    repair: Callable[[str, Sequence[Block], frozenset[str], Sequence[Edit] | None], tuple[Edit, ...]]
    sentences: Callable[[str], list[Span]]
    words: Callable[[str], list[Span]]
    analyse: Callable[[Sequence[str]], list[Morph]]
    clauses: Callable[[Sequence[Token], Sequence[Chunk]], tuple[Clause, ...]]
    clause_words: ClauseWords
    names: Callable[[Sequence[Sequence[Token]]], list[NameFound]]
    times: Callable[[Sequence[Token], str | None], list[TimeFound]]
    tolls: Callable[[Sequence[Token]], list[TollFound]]
    struck: Callable[[Sequence[Token]], list[StruckFound]]
    universal: UniversalTool
    layout: LayoutCues
    naming: NamingTable
    cues: CueTable
    frames: FrameTable
    governors: GovernorTable
    asks: AskTable
    plans: PlanWords
    contexts: ContextTable
    rules: tuple[Rule, ...]


class NameFound(NamedTuple):
    """A proper name: the words ``first`` to ``last`` of a sentence.

    ``kind`` is person, place or organisation, ``name`` the name without a suffix, ``long`` what an acronym stands for.
    """

    sentence: int
    first: int
    last: int
    kind: MentionKind
    name: str
    rule: str
    long: str | None = None


TimeFound = tuple[int, int, str | None, str | None, str, str]
StruckFound = tuple[int, Harm, bool]
TollFound = tuple[int, int, Harm, int | None, int | None, bool, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What every stage needs beside the report."""

    pack: LanguagePack
    register: ActorRegister
    codebook: Codebook
