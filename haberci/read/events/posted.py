"""Whom a frame's own words tell: an envoy, where he was sent ("Ankara Büyükelçisi'ni geri çağırdı"), or a force."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.report import Mention
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

RULING: Final = "GOV"
POSTED: Final = "party.posted"
_LONGEST: Final = 2  # words of a capital: "Tel Aviv"


def posted(firing: Firing, setting: Setting) -> Filled:
    """The state in whose capital the envoy sits of whom the frame's words tell."""
    envoy = _envoy(firing, setting)
    principal = None if envoy is None else _host(envoy, setting)
    return NOBODY if principal is None else Filled(codes=(ActorCode(principal, RULING),), rule=POSTED)


def sender(firing: Firing, setting: Setting) -> Filled:
    """Whose envoy that is: "Oslo'nun Ankara Büyükelçisi geri çağrıldı"."""
    envoy = _envoy(firing, setting)
    return Filled((envoy,)) if envoy is not None and _host(envoy, setting) is not None else NOBODY


def moved(firing: Firing, setting: Setting) -> Filled:
    """The force of which the frame's words tell, by whose it is: "Kuzey Kore askerlerinin sevk edildiği"."""
    force = _envoy(firing, setting)
    return Filled((force,)) if force is not None and force.codes and force.last - force.first > 1 else NOBODY


def _envoy(firing: Firing, setting: Setting) -> Mention | None:
    base = setting.parsed.base
    return next((m for m in setting.parsed.mentions for at in firing.words if m.first <= at + base < m.last), None)


def _host(envoy: Mention, setting: Setting) -> str | None:
    """The state of the capital that stands before an envoy's office, and is not that of the envoy's own."""
    small = setting.parsed.small[envoy.first - setting.parsed.base : envoy.last - setting.parsed.base]
    own = {code.principal for code in envoy.codes}
    for at in range(len(small) - 1):
        for many in range(_LONGEST, 0, -1):
            principal = setting.seats.get(" ".join(small[at : at + many]))
            if principal is not None and principal not in own:
                return principal
    return None
