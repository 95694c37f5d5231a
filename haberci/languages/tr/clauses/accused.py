"""Who is accused of what a Turkish -mAklA tells: "Bakü'yü ateşkesi ihlal etmekle suçladı"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom
from haberci.core.morph import ABL, ACC, INS, Form
from haberci.languages.tr.clauses.nesting import governs, is_left_undone
from haberci.languages.tr.clauses.nominatives import Found
from haberci.languages.tr.clauses.outline import Outline

ACCUSING: Final = frozenset({"suçla", "itham"})  # who does so did not do it himself


def accused(it: Outline, clause: Clause) -> Found | None:
    """Of -mAklA the accusative before it, who is accused of the deed: "Bakü'yü ateşkesi ihlal etmekle suçladı".

    So it is of -mAktAn, where the verb above blames for it: "Bakü'yü köprüyü bombalamaktan sorumlu tuttu". Nobody known
    where that is no party: "medyayı yalan söylemekle suçladı".
    """
    morph = it.tokens[clause.verb].morph
    away = morph.form is Form.MAK and morph.case is ABL and clause.parent not in (None, clause.verb + 1)
    above = clause.parent if clause.parent is not None else clause.verb
    if morph.case is not INS and not (away and governs(it, it.words.blaming, clause.verb, above)):
        return None
    told = [p for p in clause.parts if p.case is ACC and p.link is Link.PART]
    told = [p for p in told if not any(_is_beside(it, p, verb) for verb in p.through)]
    if told:
        return (told[-1].chunk,), SubjectFrom.GENITIVE
    return ((), SubjectFrom.OTHER) if it.tokens[above].morph.lemma in ACCUSING else None


def _is_beside(it: Outline, part: ClausePart, verb: int) -> bool:
    """Whether a phrase is of what goes on meanwhile, closed by a comma, or of what was left undone before.

    "Bern Oslo'yu kınarken, Riga Kiev'i saldırmakla suçladı", "Meclis'i dinlemeden taviz vermekle suçladı".
    """
    undone = is_left_undone(it, it.chunks[part.chunk].last, verb)
    return undone or (it.tokens[verb].morph.form is Form.KEN and it.behind(verb) == ",")
