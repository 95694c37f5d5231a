"""Parties of the clause below: whose deed is asked for, wished or told there."""

from __future__ import annotations

from haberci.core.clause import Clause, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import Case, Form
from haberci.read.events.bystanders import NESTED
from haberci.read.events.fillers import is_aside
from haberci.read.events.matching import Firing
from haberci.read.events.moods import STATES
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import mentions_of


def complement(firing: Firing, setting: Setting) -> Filled:
    """Whose deed the nominal clause below tells: "Rusya'nın çekilmesini istedi"."""
    for clause in reversed(setting.parsed.clauses):
        below = clause.verb == firing.anchor - 1 if firing.nominal else _is_below(clause, firing, setting)
        nested = below and clause.form in NESTED
        nested = nested and not setting.parsed.tokens[clause.verb].morph.passive
        nested = nested and not (firing.frame.type is EventType.REQUEST and _is_state(setting, clause.verb))
        if nested and clause.subject and clause.subject_from is SubjectFrom.GENITIVE:
            return Filled(tuple(setting.parsed.mentions[n] for n in clause.subject))
    return NOBODY


def _is_below(clause: Clause, firing: Firing, setting: Setting) -> bool:
    """Whether a clause stands right under the verb that fired, or with words between in which it is judged."""
    over = setting.parsed.clause_of(clause.parent)
    if over is not None and is_aside(setting, over.verb) and over.parent == firing.clause.verb:
        return True
    return clause.parent == firing.clause.verb


def _is_state(setting: Setting, verb: int) -> bool:
    """Whether what is asked for is no deed: "dikkatli olması gerektiğini", but not "destek olması gerektiğini"."""
    tokens = setting.parsed.tokens
    return tokens[verb].morph.lemma in STATES and tokens[max(0, verb - 1)].morph.lemma not in setting.nouns.deeds


def accused(firing: Firing, setting: Setting) -> Filled:
    """Of whom -mAklA below tells what he is blamed for: "hükümeti sivilleri aç bırakmakla suçladı"."""
    for clause in setting.parsed.clauses:
        if clause.parent == firing.clause.verb and clause.form is Form.MAK and clause.subject:
            blamed = mentions_of(setting, clause.subject)
            if clause.subject_from is SubjectFrom.GENITIVE and all(m.case is Case.ACC for m in blamed):
                return Filled(blamed)
    return NOBODY
