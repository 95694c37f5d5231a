"""Clauses behind a mark that bring in somebody without a code, and so share no subject with the clause before."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause
from haberci.core.morph import ABL, DAT, LOC, NOM, NOUN
from haberci.languages.tr.clauses.outline import Outline

OBLIQUE: Final = (DAT, ABL, LOC)


def brings_another(it: Outline, clause: Clause) -> bool:
    """Whether it is somebody else who acts, or to whom it is done, in a clause behind another."""
    return _is_set_against(it, clause) or _is_done_to_other(it, clause)


def _is_done_to_other(it: Outline, clause: Clause) -> bool:
    """Whether what a passive is done to stands alone behind a comma: "Rama yaralandı, saldırgan gözaltına alındı"."""
    at = clause.first + 1  # behind the mark that the clause before ends in
    passive = it.tokens[clause.verb].morph.passive and clause.verb - at > 1
    if not passive or at in it.starts or it.tokens[clause.first].text != ",":
        return False
    noun, behind = it.tokens[at].morph, it.tokens[at + 1].morph
    bare = noun.pos is NOUN and noun.case is NOM and noun.possessive is None and noun.form is None
    return bare and behind.case in OBLIQUE


def _is_set_against(it: Outline, clause: Clause) -> bool:
    """Whether someone without a code comes in by "ise": "Oslo kınadı, sözcüler ise nota verdi"."""
    heads = range(clause.first, min(clause.first + 2, clause.verb))  # a mark may open the clause
    pairs = ((it.tokens[n].morph.case, it.tokens[n + 1].text) for n in heads if n not in it.starts)
    return any(case in (None, NOM) and mark == "ise" for case, mark in pairs)
