"""Nominal clauses in a row, which share the genitive of the first: "Çin'in gemi gönderdiğini ve tekneyi vurduğunu"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from haberci.core.clause import Clause, SubjectFrom
from haberci.core.morph import ACC, GEN, THIRD, VERBAL_NOUNS
from haberci.languages.tr.clauses.outline import Outline

COMMA: Final = ","


def chains(it: Outline, bare: Sequence[Clause]) -> Mapping[int, Clause]:
    """For each verb of a nominal clause that goes on with a row, the clause before it in that row."""
    found: dict[int, Clause] = {}
    rows = [clause for clause in bare if clause.form in VERBAL_NOUNS and (clause.head is None or _is_open(it, clause))]
    for number, clause in enumerate(rows):
        if number == 0 or _has_owner(it, clause):
            continue
        before = next((one for one in reversed(rows[:number]) if one.form is clause.form), None)
        if before is not None and _goes_on(it, before, clause):
            found[clause.verb] = before
    return found


def goes_before(it: Outline, clause: Clause, other: Clause) -> bool:
    """Whether the genitive of the next clause in a row stands behind one: "geleceğini, Oslo'nun gittiğini söyledi".

    So does one that names no side: "köyü vurduğunu, saldırının sürdüğünü söyledi".
    """
    if clause.form not in VERBAL_NOUNS or clause.head is not None:
        return False
    if other.subject_from is SubjectFrom.OTHER:
        whole = it.tokens[other.verb].morph.case is GEN  # "ölenlerin sivil olduğunu"
        return (other.form in VERBAL_NOUNS or whole) and other.head is None and _is_open(it, clause)
    named = other.subject_from is SubjectFrom.GENITIVE and bool(other.subject)
    return named and it.chunks[other.subject[0]].first > clause.verb


def _has_owner(it: Outline, clause: Clause) -> bool:
    """Whether a genitive stands in the clause's own stretch, which may be whose deed it is."""
    return any(token.morph.case is GEN for token in it.tokens[clause.first : clause.verb])


def _goes_on(it: Outline, before: Clause, clause: Clause) -> bool:
    """Whether a clause is alike to one before it, and only a comma or "ve" parts them."""
    one, other = it.tokens[before.verb].morph, it.tokens[clause.verb].morph
    alike = one.possessive == other.possessive and one.possessive in THIRD
    undergone = one.passive == other.passive or (other.passive and _tells_one(it, before))
    alike = alike and one.case is other.case and undergone
    return alike and it.quotes[before.verb] == it.quotes[clause.verb] and _is_open(it, before)


def _is_open(it: Outline, clause: Clause) -> bool:
    """Whether a row may go on behind a clause: a comma, "ve" or "ama" stands there."""
    joint = it.behind(clause.verb)
    return joint == COMMA or joint in it.words.closing or joint in it.words.contrary


def _tells_one(it: Outline, clause: Clause) -> bool:
    """Whether a clause tells what its doer does to nobody, who then undergoes the next: "kaçtığı ve yakalandığı"."""
    return not any(token.morph.case is ACC for token in it.tokens[clause.first : clause.verb])
