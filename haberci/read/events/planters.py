"""Who laid what went off: a bomb, a mine."""

from __future__ import annotations

from haberci.core.clause import Link
from haberci.core.morph import Case, Form
from haberci.read.events.bystanders import CLOSE
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting


def planter(firing: Firing, setting: Setting) -> Filled:
    """Who laid what went off: the doer of the relative clause right before it ("DEAŞ'ın döşediği patlayıcı")."""
    first = min(firing.words)
    for clause in reversed(setting.parsed.clauses):
        if not 0 < first - clause.verb <= CLOSE or _says_when(setting, clause.verb + 1, first):
            continue
        if clause.form is Form.DIK and clause.subject:
            return Filled(tuple(setting.parsed.mentions[n] for n in clause.subject))
        agents = tuple(part.chunk for part in clause.parts if part.link is Link.AGENT and part.own)
        if clause.form is Form.AN and agents:
            return Filled(tuple(setting.parsed.mentions[n] for n in agents))  # "DEAŞ tarafından döşenen patlayıcı"
    return NOBODY


def _says_when(setting: Setting, first: int, stop: int) -> bool:
    """Whether words behind a relative clause say at what moment or place, and not what was laid: "yaptığı sırada"."""
    return any(t.morph.case in (Case.LOC, Case.DAT) for t in setting.parsed.tokens[first:stop])
