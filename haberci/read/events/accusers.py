"""Whom an attack struck that a state's organ tells of without saying it: its own people."""

from __future__ import annotations

from itertools import chain
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Link
from haberci.core.morph import Form
from haberci.core.report import MentionKind
from haberci.read.events.bystanders import STATE_ORGANS
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, SPEAKER, Filled, Setting

ORGANS: Final = STATE_ORGANS | {"JUD", "SPY"}  # "Soruşturma Komitesi, Kiev'in bir köyü vurduğunu açıkladı"
NEAR: Final = 3  # sentences before in which the land at war is told


def accuser(firing: Firing, setting: Setting) -> Filled:
    """The state whose organ tells of another's attack without saying on whom: its own."""
    statement, clause = setting.statement, firing.clause
    if statement is None or statement.speaker.sector not in ORGANS:
        return NOBODY
    if clause.form is Form.DIK and clause.head is not None and max(firing.words) <= clause.verb:
        return NOBODY  # what was struck stands behind: "bombaladığı köylerden gelenler"
    agents = tuple(part.chunk for part in firing.clause.parts if part.link is Link.AGENT and not part.through)
    doers = {c.principal for n in agents or firing.clause.subject for c in setting.parsed.mentions[n].codes}
    if not doers or statement.speaker.principal in doers or _is_of_others(setting, doers, statement.speaker.principal):
        return NOBODY
    if _is_trial(firing, setting, doers):
        return NOBODY
    return Filled(
        codes=_struck_before(setting, doers) or _own(setting, doers, statement.speaker.principal), rule=SPEAKER
    )


def _struck_before(setting: Setting, doers: set[str]) -> tuple[ActorCode, ...]:
    """The people of those whom the report told to be struck by the same ones, or of a land at war told right before.

    "İsrail Gazze'ye saldırdı. Erdoğan, İsrail'in sivilleri öldürdüğünü söyledi."
    """
    struck = (code.principal for attack in setting.attacks_by(doers) for code in attack.recipients)
    near = (m for parsed in reversed(setting.earlier[-NEAR:]) for m in parsed.mentions if m.kind is MentionKind.PLACE)
    places = (c.principal for m in near for c in m.codes if c.principal in setting.armed)
    told = next((land for land in chain(struck, places) if land in setting.states and land not in doers), None)
    return (ActorCode(told, "CVL"),) if told is not None else ()


def _own(setting: Setting, doers: set[str], speaking: str) -> tuple[ActorCode, ...]:
    """The people of who speaks; those whom another state strikes are mostly not of the home state."""
    abroad = speaking == setting.parsed.pack.naming.home and doers.issubset(setting.states)
    return (UNKNOWN,) if abroad else (ActorCode(speaking, "CVL"),)


def _is_trial(firing: Firing, setting: Setting, doers: set[str]) -> bool:
    """Whether a missile is only tried, by those of whom no attack was told: "balistik füze", "denize fırlattığını"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    if not any(token.morph.lemma in setting.nouns.trials for token in words):
        return False
    return next(setting.attacks_by(doers), None) is None


def _is_of_others(setting: Setting, doers: set[str], speaking: str) -> bool:
    """Whether the sentence tells people or a place of a third state: "Paris, Rusya'nın Kiev'de köprüyü vurduğunu"."""
    lands = (m for m in setting.parsed.mentions if m.kind in (MentionKind.PEOPLE, MentionKind.PLACE))
    told = {code.principal for mention in lands for code in mention.codes if code.principal in setting.states}
    return bool(told - doers - {speaking})
