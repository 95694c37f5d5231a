"""Places of a clause that say where a deed is told or judged, and not where it is done."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart
from haberci.core.morph import Case, Pos
from haberci.core.naming import Group
from haberci.core.report import Mention
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Setting

CLOSE: Final = 3  # words between a relative clause and its noun


def is_scene(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether a place before whose deed a noun tells is that of the clause: "Bonn'da İsrail'in saldırıları kınandı".

    So is one behind the noun where the clause only minds it: "İsrail'in saldırıları Bonn'da protesto edildi".
    """
    place = setting.parsed.mentions[part.chunk]
    if not firing.nominal or part.case is not Case.LOC or _describes_next(setting, place):
        return False
    if place.first > setting.parsed.base + firing.anchor:
        return _is_minded(firing, setting, place)
    behind = (setting.parsed.mentions[p.chunk] for p in firing.clause.parts if p.case is Case.GEN)
    return any(place.last <= owner.first < setting.parsed.base + firing.anchor for owner in behind)


def is_of_speech(setting: Setting, part: ClausePart) -> bool:
    """Whether a place is where it is told, not where it is done: "Kiev'de yaptığı, Kiev'den yapılan açıklamada"."""
    for verb in part.through if part.case in (Case.LOC, Case.ABL) else ():
        clause = setting.parsed.clause_of(verb)
        if clause is not None and clause.head is not None:
            behind = setting.parsed.tokens[clause.head : clause.head + CLOSE]
            return any(token.morph.case is Case.LOC for token in behind)
    return False


def _is_minded(firing: Firing, setting: Setting, place: Mention) -> bool:
    """Whether a place is where people mind, or talk over, what was done elsewhere."""
    words = setting.parsed.pack.naming.words[Group.MINDING]
    behind = setting.parsed.tokens[place.last - setting.parsed.base : firing.clause.verb + 1]
    return any(t.morph.lemma in words or t.lower in setting.nouns.discussing for t in behind)


def _describes_next(setting: Setting, place: Mention) -> bool:
    """Whether a place stands in -daki, and goes with the noun behind it."""
    return setting.parsed.tokens[place.last - setting.parsed.base - 1].morph.pos is Pos.ADJ
