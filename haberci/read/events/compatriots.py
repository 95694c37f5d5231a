"""A state's own people abroad, whom it brings away: "Fransa, Nijer'deki vatandaşlarını tahliye etti"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.clause import ClausePart
from haberci.core.morph import Case
from haberci.core.report import Mention
from haberci.read.events.doers import doer
from haberci.read.events.lands import land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

PEOPLE: Final = "CVL"


def compatriots(firing: Firing, setting: Setting) -> Filled:
    """The people of the doer's state, where they are brought away from another land and are not named as another's."""
    states = {code.principal for code in doer(firing, setting).all_codes()}
    if len(states) != 1:
        return NOBODY  # who leaves with others is not told
    (state,) = states
    if (
        state == UNKNOWN_PRINCIPAL
        or land(firing, setting) in (state, None)
        or any(_is_anothers(m, state) for m in _objects(firing, setting))
    ):
        return NOBODY
    return Filled(codes=(ActorCode(state, PEOPLE),))


def _objects(firing: Firing, setting: Setting) -> list[Mention]:
    """The phrases in the accusative."""
    parts: list[ClausePart] = [part for part in firing.clause.parts if part.case is Case.ACC]
    return [setting.parsed.mentions[part.chunk] for part in parts]


def _is_anothers(mention: Mention, state: str) -> bool:
    """Whether a phrase names another land's people: it begins with a name, and is not of the state."""
    return mention.text[:1].isupper() and all(code.principal != state for code in mention.codes)
