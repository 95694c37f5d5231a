"""Clauses: the verbs of a sentence, and the phrases that are their parts.

A *chunk* is a noun phrase of the sentence that may stand for an actor, with the case of its last word. A language's
clause finder is handed the words and the chunks of one sentence and says which chunk belongs to which verb.
All numbers are positions in the lists of words and chunks that the finder was handed.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from haberci.core.morph import Case, Form


class Chunk(NamedTuple):
    """A phrase ``words[first:last]`` and its case; ``place``, ``person`` and ``land`` tell what it names."""

    first: int
    last: int
    case: Case
    place: bool = False
    person: bool = False
    land: str = ""


class Link(StrEnum):
    """How a phrase is tied to the word that follows it."""

    PART = "part"  # a part of the clause by its case
    MODIFIER = "modifier"  # the first half of a compound: Suriye görüşmeleri
    AGAINST = "against"  # Rusya'ya karşı, Gazze'ye yönelik
    ABOUT = "about"  # Rusya hakkında, İran konusunda
    WITH = "with"  # Rusya ile, Rusya'yla birlikte
    AGENT = "agent"  # polis tarafından, polisçe
    BETWEEN = "between"  # Türkiye ve Rusya arasında
    FOR = "for"  # Türkiye için, Türkiye adına
    SOURCE = "source"  # Bakanlığa göre


class ClausePart(NamedTuple):
    """A chunk as part of a clause.

    ``through`` are the nested verbs that stand between it and the clause's verb; ``reaches`` says that the chunk
    belongs to the clause's verb all the same, not to one of them; ``of_noun`` that it goes with a noun of the clause
    ("Costa ile görüşmesi bekleniyor").
    """

    chunk: int
    case: Case
    link: Link
    comma: bool
    through: tuple[int, ...] = ()
    reaches: bool = False
    of_noun: bool = False

    @property
    def own(self) -> bool:
        """Whether the chunk is a part of the clause's own verb."""
        return (self.reaches or not self.through) and not self.of_noun


class SubjectFrom(StrEnum):
    """How the subject of a clause was found."""

    SPOKEN = "spoken"  # a nominative before the verb
    GENITIVE = "genitive"  # the genitive of a nominal clause
    HEAD = "head"  # the noun that a relative clause modifies
    SHARED = "shared"  # that of the clause it hangs on, or of the clause before
    OTHER = "other"  # a noun that is no actor
    NONE = "none"


class Clause(NamedTuple):
    """One verb with its parts.

    ``verb`` is the word that carries the inflection; words ``first`` to ``verb`` are the clause's own stretch.
    ``parts`` are its phrases, nearest first; ``subject`` the chunks of its subject. ``parent`` is the verb on which it
    hangs (None for a main clause), ``head`` the first word after a participle that the clause modifies.
    ``quoted`` says that it stands inside quotation marks.
    """

    verb: int
    first: int
    form: Form
    parts: tuple[ClausePart, ...]
    subject: tuple[int, ...]
    subject_from: SubjectFrom
    parent: int | None
    head: int | None
    quoted: bool


# A clause, and a part, of all that they hold; two are made for every verb, and to ask the class takes far longer.
as_clause: Callable[[tuple[Any, ...]], Clause] = partial(tuple.__new__, Clause)
as_part: Callable[[tuple[Any, ...]], ClausePart] = partial(tuple.__new__, ClausePart)


def with_subject(clause: Clause, subject: tuple[int, ...], subject_from: SubjectFrom) -> Clause:
    """The clause with its subject, and how that was found."""
    verb, first, form, parts, _, _, parent, head, quoted = clause
    return as_clause((verb, first, form, parts, subject, subject_from, parent, head, quoted))
