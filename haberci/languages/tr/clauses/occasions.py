"""Clauses of -DIK that say when or why, whose subject is bare: "Rusya köprüyü vurduğunda", "Rusya saldırdığı için"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, Link
from haberci.core.morph import LOC, NOM, THIRD, Form
from haberci.languages.tr.clauses.outline import Outline

TELLING: Final = frozenset({Form.DIK, Form.ACAK})


def is_occasion(it: Outline, verb: int) -> bool:
    """Whether a verb of -DIK or -AcAK says when, why or on which condition something is."""
    morph = it.tokens[verb].morph
    if morph.form not in TELLING or morph.possessive not in THIRD:
        return False
    return morph.case is LOC or (morph.case in (None, NOM) and it.behind(verb) in it.words.occasions)


def whose_occasion(it: Outline, clause: Clause) -> int | None:
    """The bare phrase that is the subject of such a clause: the nearest of its own stretch that no comma closes."""
    if not is_occasion(it, clause.verb) or it.tokens[clause.verb].morph.passive:
        return None
    bare = (p for p in clause.parts if p.case is NOM and p.link is Link.PART and p.own and not p.comma)
    return next((p.chunk for p in bare if not it.chunks[p.chunk].place), None)
