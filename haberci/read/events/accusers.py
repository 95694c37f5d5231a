"""Whom an attack struck that a state's organ tells of without saying it: its own people."""

from __future__ import annotations

from haberci.core.actors import ActorCode
from haberci.core.clause import Link
from haberci.core.codebook import EventType
from haberci.core.morph import Form
from haberci.core.report import MentionKind
from haberci.read.events.bystanders import STATE_ORGANS
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, SPEAKER, Filled, Setting


def accuser(firing: Firing, setting: Setting) -> Filled:
    """The state whose organ tells of another's attack without saying on whom: its own."""
    statement, clause = setting.statement, firing.clause
    if statement is None or statement.speaker.sector not in STATE_ORGANS:
        return NOBODY
    if clause.form is Form.DIK and clause.head is not None and max(firing.words) <= clause.verb:
        return NOBODY  # what was struck stands behind: "bombaladığı köylerden gelenler"
    agents = tuple(part.chunk for part in firing.clause.parts if part.link is Link.AGENT and not part.through)
    doers = {c.principal for n in agents or firing.clause.subject for c in setting.parsed.mentions[n].codes}
    if not doers or statement.speaker.principal in doers or _is_of_others(setting, doers, statement.speaker.principal):
        return NOBODY
    if _is_trial(firing, setting, doers):
        return NOBODY
    return Filled(codes=(ActorCode(statement.speaker.principal, "CVL"),), rule=SPEAKER)


def _is_trial(firing: Firing, setting: Setting, doers: set[str]) -> bool:
    """Whether a missile is only tried, by those of whom no attack was told: "balistik füze", "denize fırlattığını"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    if not any(token.morph.lemma in setting.nouns.trials for token in words):
        return False
    attacks = (e for e in setting.told_before if e.type is EventType.ASSAULT)
    return not any(code.principal in doers for event in attacks for code in event.actors)


def _is_of_others(setting: Setting, doers: set[str], speaking: str) -> bool:
    """Whether the sentence tells people or a place of a third state: "Paris, Rusya'nın Kiev'de köprüyü vurduğunu"."""
    lands = (m for m in setting.parsed.mentions if m.kind in (MentionKind.PEOPLE, MentionKind.PLACE))
    told = {code.principal for mention in lands for code in mention.codes if code.principal in setting.states}
    return bool(told - doers - {speaking})
