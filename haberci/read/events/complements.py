"""Parties of the clause below: whose deed is asked for, wished or told there."""

from __future__ import annotations

from haberci.core.clause import SubjectFrom
from haberci.core.codebook import EventType
from haberci.read.events.bystanders import NESTED
from haberci.read.events.matching import STATES, Firing
from haberci.read.events.setting import NOBODY, Filled, Setting


def complement(firing: Firing, setting: Setting) -> Filled:
    """Whose deed the nominal clause below tells: "Rusya'nın çekilmesini istedi"."""
    for clause in reversed(setting.parsed.clauses):
        below = clause.verb == firing.anchor - 1 if firing.nominal else clause.parent == firing.clause.verb
        nested = below and clause.form in NESTED
        nested = nested and not setting.parsed.tokens[clause.verb].morph.passive
        nested = nested and not (firing.frame.type is EventType.REQUEST and _is_state(setting, clause.verb))
        if nested and clause.subject and clause.subject_from is SubjectFrom.GENITIVE:
            return Filled(tuple(setting.parsed.mentions[n] for n in clause.subject))
    return NOBODY


def _is_state(setting: Setting, verb: int) -> bool:
    """Whether what is asked for is no deed: "dikkatli olması gerektiğini", but not "destek olması gerektiğini"."""
    tokens = setting.parsed.tokens
    return tokens[verb].morph.lemma in STATES and tokens[max(0, verb - 1)].morph.lemma not in setting.nouns.deeds
