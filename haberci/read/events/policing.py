"""Forces that do the work of police: "güvenlik güçleri göstericilere gaz sıktı" (codebook, section 4)."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.read.events.deed_type import Typed
from haberci.read.events.setting import Filled, Setting

POLICED: Final = frozenset({"arrest", "crowd-control"})  # modes of deeds that police do
ARMY: Final = "MIL"
POLICE: Final = "COP"


def as_police(typed: Typed, actor: Filled, actors: tuple[ActorCode, ...], setting: Setting) -> tuple[ActorCode, ...]:
    """The doers, forces told as those of security alone being police where they arrest or disperse people."""
    told = bool(actor.mentions) and all(_is_security(m.first, m.last, setting) for m in actor.mentions)
    if typed.mode not in POLICED or not told:
        return actors
    return tuple(ActorCode(c.principal, POLICE) if c.sector == ARMY else c for c in actors)


def _is_security(first: int, last: int, setting: Setting) -> bool:
    """Whether a phrase tells of forces by the word for security."""
    return any(token.morph.lemma in setting.nouns.security for token in setting.report.tokens[first:last])
