"""Whom "he" and "they" mean, to whom something is done: "Oslo, YPG ile anlaştı. Onlara silah veriyor"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.clause import Clause
from haberci.core.morph import GEN, Case, Form, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.events.lands import told_before
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import HOLDERS

TOLD: Final = (Form.FINITE, Form.IP, Form.ARAK)  # verbs whose doer is the sentence's own
MANY: Final = (MentionKind.GROUP, MentionKind.PEOPLE, MentionKind.BODY)


def third_person(firing: Firing, setting: Setting, case: Case) -> Filled:
    """The party told last, in the sentence before or further up in this one, that is not the doer; not in speech."""
    clause = firing.clause
    if clause.quoted or firing.nominal or clause.form not in TOLD:
        return NOBODY
    tokens = setting.parsed.tokens
    for at in range(clause.first, clause.verb):
        morph = tokens[at].morph
        pointing = morph.pos is Pos.PRON and morph.lemma in setting.nouns.third and morph.case is case
        if pointing and tokens[at + 1].morph.pos not in (Pos.ADP, Pos.NUM):  # "ona göre", "onlardan biri"
            return _meant(clause, setting, at, morph.plural)
    return NOBODY


def _meant(clause: Clause, setting: Setting, at: int, plural: bool) -> Filled:
    own = {code.principal for n in clause.subject for code in setting.parsed.mentions[n].codes}
    own = own or {code.principal for m in setting.last_subject for code in m.codes}
    kinds = MANY if plural else HOLDERS
    for mention in _before(setting, at):
        others = [c for c in mention.codes if c != UNKNOWN and c.sector != "JRN"]
        if mention.kind in kinds and mention.case is not GEN and others and own.isdisjoint(c.principal for c in others):
            return Filled((mention,), rule="party.context")
    return NOBODY


def _before(setting: Setting, at: int) -> Iterator[Mention]:
    """The phrases before a word in its sentence, then those of the sentence before, the latest first."""
    limit, number = setting.parsed.base + at, setting.parsed.number
    yield from (m for m in reversed(setting.parsed.mentions) if m.last <= limit)
    start = setting.report.sentences[max(0, number - 1)].first
    yield from takewhile(lambda m: m.first >= start, told_before(setting))
