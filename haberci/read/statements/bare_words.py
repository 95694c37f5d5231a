"""A speaker's own words that stand before a reporting verb without marks: "gideceğiz dedi"."""

from __future__ import annotations

from typing import Final

from haberci.core.speech import Construction
from haberci.read.statements.hits import Hit
from haberci.read.statements.view import View, ends_clause

_STOPS: Final = frozenset(".?!")  # marks that end a sentence in bare words


def stands_bare(view: View, hit: Hit, left: int) -> bool:
    """Whether a clause in the speaker's own words stands unmarked before the verb, with a full stop or without."""
    before = hit.first - 1
    if before > left and view.is_a(Construction.TIE, before):
        before -= 1  # "... var mı? diye sordu"
    if before > left and view.tokens[before].text in _STOPS:
        before -= 1
    if before <= left:
        return False
    spoken = hit.cue.construction is Construction.WORDS and hit.first < hit.anchor and hit.finite
    return ends_clause(view.tokens[before]) or spoken  # "... lazım şeklinde konuştu"
