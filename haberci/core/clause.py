"""Clauses: the verbs of a sentence, and the words that belong to each."""

from __future__ import annotations

from dataclasses import dataclass

from haberci.core.morph import Form


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb and its words. All numbers are token numbers of the report (``first`` and ``last`` half open).

    ``verb`` is the token that carries the inflection. ``first`` to ``verb`` are the words that may be its parts;
    words of clauses nested inside belong to those (``inner``). ``parent`` is the verb token of the clause that this one
    hangs on: for a relative clause the clause of its head noun, for a complement the governing verb.
    ``head`` is the noun that a relative clause modifies.
    """

    verb: int
    first: int
    last: int
    form: Form
    parent: int | None = None
    head: int | None = None
    quoted: bool = False
    inner: tuple[int, ...] = ()
