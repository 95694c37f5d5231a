"""People told by nothing but what they do: "karşı çıkanları eleştirdi", "yolsuzluk yapanlara tepki gösterdi"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, DAT, NOM, THIRD, Case, Form, Morph
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

CASES: Final = {"obj": ACC, "dat": DAT}  # fillers of those who are blamed, warned or threatened
BLAMING: Final = frozenset({EventType.ACCUSE, EventType.THREATEN, EventType.REQUEST})


def headless(firing: Firing, setting: Setting) -> Filled:
    """Whoever does what a participle in the plural tells, who is blamed, warned or threatened; of no known side."""
    tokens = setting.parsed.tokens
    if firing.frame.type not in BLAMING or firing.nominal or tokens[firing.anchor].morph.passive:
        return NOBODY
    cases = [case for name, case in CASES.items() if (name,) in firing.frame.recipient]
    words = range(setting.parsed.behind_finite(firing.anchor), min(firing.words))
    clauses = (setting.parsed.clause_of(at) for at in words)
    told = (c for c in clauses if c is not None and c.quoted == firing.clause.quoted)
    whole = (c for c in told if c.form is Form.AN and c.verb and tokens[c.verb - 1].text.isalpha())
    morphs = (tokens[c.verb].morph for c in whole)  # "Bahçeli, olanlara" tells of no people
    acting = any(m.plural and not m.passive and _is_in(m, cases) for m in morphs)
    return Filled(codes=(UNKNOWN,), rule="party.unnamed") if acting else NOBODY


def _is_in(morph: Morph, cases: list[Case]) -> bool:
    """Whether a participle is in one of the cases; "çıkanları" reads as owned, and is an object all the same."""
    return morph.case in cases or (ACC in cases and morph.case is NOM and morph.possessive in THIRD)
