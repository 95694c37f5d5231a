"""Who laid what went off, or fired what fell: a bomb, a mine, a shell."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, Link
from haberci.core.morph import Case, Form
from haberci.core.report import MentionKind
from haberci.read.events.bystanders import CLOSE
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

ARMED: Final = (MentionKind.BODY, MentionKind.PEOPLE, MentionKind.GROUP)


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
        if (out := _out_of(setting, clause)).mentions:
            return out
    return NOBODY


def shot_from(firing: Firing, setting: Setting) -> Filled:
    """Out of whose position, tank or craft something is fired: "Ermeni mevzilerinden açılan ateş"."""
    return _out_of(setting, firing.clause)


def _out_of(setting: Setting, clause: Clause) -> Filled:
    """Whose position or craft stands in the ablative with a passive: "Rus uçaklarından atılan bombalar"."""
    if not setting.parsed.tokens[clause.verb].morph.passive:
        return NOBODY
    parts = (setting.parsed.mentions[part.chunk] for part in clause.parts if part.own)
    return Filled(tuple(m for m in parts if m.case is Case.ABL and m.kind in ARMED and m.codes)[:1])


def _says_when(setting: Setting, first: int, stop: int) -> bool:
    """Whether words behind a relative clause say at what moment or place, and not what was laid: "yaptığı sırada"."""
    return any(t.morph.case in (Case.LOC, Case.DAT) for t in setting.parsed.tokens[first:stop])
