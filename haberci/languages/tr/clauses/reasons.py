"""Clauses of -DIK or -mA that tell why something is done to whom: "Bern'i silah sattığı gerekçesiyle kınadı"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.morph import ABL, ACC, DAT, NOM, NOUN, PROPN, THIRD, Case, Form, Pos
from haberci.languages.tr.clauses.outline import Outline

JUDGED: Final = (ACC, DAT)  # cases of him to whom it is done
BE: Final = "ol"
DO: Final = "et"  # with the noun before it one deed, and no object: "tehdit ettiği"
WHY: Final = (None, NOM, ABL)  # cases of a reason
NOUNS: Final = (NOUN, PROPN)


def is_judged(it: Outline, part: ClausePart, nested: int, verb: int) -> bool:
    """Whether a phrase right before a reason is who did that, and to whom the verb above therefore does something.

    The reason must have its own object: "Bern'i desteklediği gerekçesiyle" may tell why another is blamed.
    """
    if part.case not in JUDGED or part.link is not Link.PART or not is_reason(it, nested):
        return False
    if part.comma and part.case is ACC:
        return not has_own(it, ACC, nested + 1, verb)  # "Bern'i, yardım ettiği gerekçesiyle kınadı"
    first = it.chunks[part.chunk].last
    if it.tokens[nested].morph.lemma == BE or any(token.morph.form is not None for token in it.tokens[first:nested]):
        return False
    acted = has_own(it, ACC, first, nested) or (part.case is ACC and _has_bare_object(it, first, nested))
    return acted and not has_own(it, part.case, nested + 1, verb)


def is_reason(it: Outline, verb: int) -> bool:
    """Whether a verb says why something is done: "sattığı gerekçesiyle", "sattığından dolayı", "satması nedeniyle"."""
    morph, behind = it.tokens[verb].morph, it.behind(verb)
    if morph.possessive not in THIRD or morph.case not in WHY or behind not in it.words.reasons:
        return False
    return morph.form is Form.DIK or (morph.form is Form.MA and behind not in it.words.purposes)


def has_own(it: Outline, case: Case, first: int, nested: int) -> bool:
    """Whether a verb has a phrase of its own in a case, no postposition's: "Kiev'e zirveye katılması için"."""
    if it.tokens[first].lower in it.words.joints:
        first += 2  # "Kallas'a ve Costa'ya": what is joined to the phrase is no second one
    for at in range(first, nested):
        token = it.tokens[at]
        fits = token.morph.case is case or (case is ACC and token.morph.or_accusative)
        if fits and token.morph.pos not in (Pos.ADP, Pos.ADV):
            behind = it.behind(at)
            if behind not in it.words.links and it.tokens[at + 1].morph.pos is not Pos.ADP:
                return True
    return False


def _has_bare_object(it: Outline, first: int, verb: int) -> bool:
    """Whether a bare noun stands right before a verb as what is done: "uranyum zenginleştirdiği", "silah sattığı"."""
    morph = it.tokens[verb - 1].morph
    return first < verb and morph.pos in NOUNS and morph.case is NOM and it.tokens[verb].morph.lemma != DO
