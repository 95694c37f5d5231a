"""Which verbs within a Turkish clause a genitive before them passes over, to be the subject of the verb behind."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, ClausePart
from haberci.core.morph import ABL, ACC, DAT, FINITE, GEN, NOM, NOUN, PUNCT, Form
from haberci.languages.tr.clauses.genitive_owners import opens_members
from haberci.languages.tr.clauses.outline import Outline
from haberci.languages.tr.clauses.two_genitives import owns_nothing

OPEN: Final = (Form.AN, Form.ARAK, Form.IP, FINITE)  # a finite one here is a condition
ASKED: Final = (ABL, ACC, DAT)
ASIDE: Final = (Form.MADAN, Form.KEN, Form.INCA, Form.DIKCA)  # converbs that only tell how or when


def lets_through(it: Outline, clause: Clause, part: ClausePart, verb: int) -> bool:
    """Whether a genitive before a nested verb may be the subject of the clause around."""
    form = it.tokens[verb].morph.form
    if form in OPEN:
        return True
    if form is Form.MAK and it.behind(verb) not in it.words.purposes:
        return True
    if _is_a_noun(it, verb) or _is_outside(clause, part, verb) or _tells_members(it, part, verb):
        return True
    behind = it.chunks[part.chunk].last
    alone = owns_nothing(it, behind, verb) and all(t.morph.pos is not PUNCT for t in it.tokens[behind:verb])
    return alone and not _acts(it, verb, clause.verb) and _tells_aside(it, verb)


def _acts(it: Outline, start: int, verb: int) -> bool:
    """Whether another genitive stands between, which owns nothing and so is the subject: "rağmen saldırıların"."""
    genitives = (at for at in range(start + 1, verb) if it.tokens[at].morph.case is GEN)
    return any(it.tokens[at].morph.pos is NOUN and it.tokens[at + 1].morph.possessive is None for at in genitives)


def _is_outside(clause: Clause, part: ClausePart, verb: int) -> bool:
    """Whether what stands behind it is a part of the outer verb already: "Oslo'nun Bern'den çekilmesini istediği"."""
    return any(p.reaches and p.chunk > part.chunk and verb in p.through and p.case in ASKED for p in clause.parts)


def _tells_members(it: Outline, part: ClausePart, verb: int) -> bool:
    """Whether a nested verb tells who is among those whom a genitive before it lays hands on."""
    return it.tokens[verb].morph.form is Form.DIK and opens_members(it, part)


def _is_a_noun(it: Outline, verb: int) -> bool:
    """Whether a verb form stands for a noun, or modifies one: "uzlaşma", "füze denemesi", "uzanacak hat"."""
    morph = it.tokens[verb].morph
    after = it.tokens[verb + 1].morph
    if morph.form is Form.ACAK:
        return morph.possessive is None  # like -An: "Çin'in Andican'a uzanacak hat için kredi vermesi"
    if morph.form is Form.IS:
        return morph.case is NOM and after.form is not None  # "top atışı yaptığını"
    if morph.form is not Form.MA:
        return False
    if morph.case is NOM:
        return morph.possessive is None or after.lemma in it.words.light  # "füze denemesi yaptığını"
    return morph.case is ABL  # "uçağın düşürülmesinden dolayı"


def _tells_aside(it: Outline, verb: int) -> bool:
    """Whether a clause within only tells what for, how, when or in spite of what: "Minsk'in vakit yitirmeden dönmesi".

    A genitive that owns something of it stays there: "Minsk'in silahlarını almak için gitmesi".
    """
    morph = it.tokens[verb].morph
    if morph.form is Form.DIK:
        return morph.case is ABL and morph.possessive is None  # "imzaladıktan sonra"
    if morph.form is Form.MA:
        return morph.case is DAT and it.behind(verb) in it.words.despite
    return morph.form is Form.MAK or morph.form in ASIDE
