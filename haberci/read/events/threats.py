"""Threats: what who speaks says his own side will do to others if they do something, or do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import NOM
from haberci.core.report import Mention, MentionKind, Statement
from haberci.read.events.admission import Sides
from haberci.read.events.conditions import condition
from haberci.read.events.deed_type import SPOKEN, Typed
from haberci.read.events.matching import Firing
from haberci.read.events.modality import ON_CONDITION
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import mentions_of

# With what each deed is threatened when its own mode does not tell: PLOVER's modes of THREATEN.
THREATENED: Final[Mapping[EventType, str | None]] = MappingProxyType(
    {
        EventType.ASSAULT: "violence",
        EventType.SANCTION: "restrict",
        EventType.COERCE: "restrict",
        EventType.MOBILIZE: None,
    }
)
MODES: Final[Mapping[str, str]] = MappingProxyType(
    {"expel": "expel", "deport": "expel", "arrest": "arrest", "convict": "arrest", "withdraw": "relations"}
)
SPEAKING: Final = frozenset({"GOV", "MIL", "LEG", "SPY", "REB", "UAF", "IGO", "PTY", "OPP"})


def threat(typed: Typed, rule: str, sides: Sides, told: Statement | None) -> Typed:
    """The deed as a threat, where its doers say that they will do it to others on a condition; else as it was.

    ``rule`` is the one by which it has its modality, ``told`` the statement that it stands in.
    """
    if rule != ON_CONDITION or typed.type not in THREATENED or told is None:
        return typed
    actors, others = sides
    own = {code.principal for code in actors if code != UNKNOWN and code.sector in SPEAKING}
    if told.speaker.principal not in own or not others or any(code.principal in own for code in others):
        return typed
    mode = MODES.get(typed.mode or "", THREATENED[typed.type])
    return replace(typed, type=EventType.THREATEN, mode=mode, modality=Modality.HAPPENED)


def challenger(firing: Firing, setting: Setting) -> Filled:
    """Who would do that on which the deed hangs: "Hamas saldırırsa operasyonu sürdüreceklerini söyledi".

    Of two bare names before that verb the last is its subject: "Netanyahu, Hamas saldırırsa ...".
    """
    parsed = setting.parsed
    hangs_on = condition(firing.clause, parsed, setting.nouns)
    if hangs_on is None:
        return NOBODY
    first, last = parsed.base + hangs_on.first, parsed.base + hangs_on.verb
    own = _speakers(setting) if firing.frame.actor == SPOKEN else set(mentions_of(setting, firing.clause.subject))
    named = (m for m in reversed(parsed.mentions) if first <= m.first < last and m not in own)
    bare = next((m for m in named if m.case is NOM and m.codes and m.kind is not MentionKind.PLACE), None)
    others = tuple(m for m in mentions_of(setting, hangs_on.subject) if m not in own)
    return Filled(others or (() if bare is None else (bare,)), rule="party.condition")


def _speakers(setting: Setting) -> set[Mention]:
    """The phrases of the sentence that are of the speaker's side."""
    told = setting.statement.speaker.principal if setting.statement is not None else None
    return {m for m in setting.parsed.mentions if any(code.principal == told for code in m.codes)}
