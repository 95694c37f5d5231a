"""Clauses of -DIK that say when or why, whose subject is bare: "Rusya köprüyü vurduğunda", "Rusya saldırdığı için"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, ClausePart, Link
from haberci.core.morph import ABL, CONDITION, DIK, LOC, NOM, NOUN, THIRD, Form
from haberci.languages.tr.clauses.outline import Outline

TELLING: Final = frozenset({Form.DIK, Form.ACAK})


def is_occasion(it: Outline, verb: int) -> bool:
    """Whether a verb of -DIK or -AcAK says when, why or on which condition something is."""
    morph = it.tokens[verb].morph
    if morph.form not in TELLING or morph.possessive not in THIRD:
        return False
    return morph.case is LOC or (morph.case in (None, NOM) and it.behind(verb) in it.words.occasions)


def is_behind_it(it: Outline, verb: int) -> bool:
    """Whether a verb of -DIK says after what something is: "bombaladıktan sonra"."""
    morph = it.tokens[verb].morph
    return morph.form is DIK and morph.case is ABL and morph.possessive is None


def is_condition(it: Outline, verb: int) -> bool:
    """Whether a verb says on which condition something is: "Bern çekilirse"."""
    morph = it.tokens[verb].morph
    return morph.conditional or morph.tense is CONDITION


def is_bare_object(it: Outline, part: ClausePart, verb: int) -> bool:
    """Whether a phrase right before its verb is but a plain noun of what is done: "asker gönderirse"."""
    first, last = it.chunks[part.chunk].first, it.chunks[part.chunk].last
    morph = it.tokens[first].morph
    plain = morph.pos is NOUN and morph.possessive is None and not morph.plural
    return last == verb and last - first == 1 and plain and it.tokens[first].text[0].islower()


def whose_occasion(it: Outline, clause: Clause) -> int | None:
    """The bare phrase that is the subject of such a clause: the nearest of its own stretch that no comma closes.

    Of "-DIktAn sonra" it is where the clause around has another one behind it, which it would share else.
    """
    told = is_occasion(it, clause.verb) or (is_behind_it(it, clause.verb) and _goes_on_otherwise(it, clause.verb))
    if not told or it.tokens[clause.verb].morph.passive:
        return None
    bare = (p for p in clause.parts if p.case is NOM and p.link is Link.PART and not p.comma)
    bare = (p for p in bare if (p.own or _begins(it, p)) and not is_bare_object(it, p, clause.verb))
    return next((p.chunk for p in bare if not it.chunks[p.chunk].place), None)


def _begins(it: Outline, part: ClausePart) -> bool:
    """Whether only what is begun stands between a subject and its verb: "Rusya köprüyü vurmaya başladığında"."""
    begun = all(it.tokens[verb].morph.form is Form.MAK for verb in part.through)
    return begun and not any(is_bare_object(it, part, verb) for verb in part.through)


def _goes_on_otherwise(it: Outline, verb: int) -> bool:
    """Whether a bare phrase that is no place stands behind a verb, before the next one."""
    behind = next((at for at in range(verb + 1, len(it.tokens)) if it.tokens[at].morph.form is not None), verb)
    return any(verb < chunk.first < behind and chunk.case is NOM and not chunk.place for chunk in it.chunks)
