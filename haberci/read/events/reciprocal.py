"""What two do to each other, and what one refuses to do with another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from haberci.core.clause import Clause
from haberci.core.codebook import EventType
from haberci.core.morph import Form
from haberci.read.events.fillers import with_whom
from haberci.read.events.filling import fill
from haberci.read.events.matching import Firing
from haberci.read.events.parties import sides
from haberci.read.events.setting import DROPPED, Setting

BOTH: Final = 2  # sides at least
ONE_SIDED: Final = frozenset({"needs-recipient", "needs-both", "foreign"})  # what a deed done together cannot ask


def refused(firing: Firing, setting: Setting) -> Firing:
    """The firing of a deed done together as a refusal, which one side does to the other: "Rahman'la görüşmedi"."""
    frame = firing.frame
    if "mutual" not in frame.flags or not with_whom(firing, setting).all_codes():
        return firing
    one_sided = replace(frame, actor=(("subj",),), recipient=(("with",),), flags=frame.flags - {"mutual", "group"})
    return firing._replace(frame=one_sided)


def each_other(firing: Firing, setting: Setting) -> Firing:
    """The firing of what several do to each other as a deed done together: "birbirinin sınırlarını tanıdı"."""
    told = not firing.nominal and _tells_each_other(firing.clause, setting)
    if "mutual" in firing.frame.flags or not (told or firing.frame.type is EventType.AGREE) or firing.nominal:
        return firing
    actor = fill(firing.frame.actor, firing, setting)
    if len({code.principal for code in actor.all_codes()}) < BOTH:
        return firing
    if not told and (actor.rule == DROPPED or sides(firing, setting)[1].all_codes()):
        return firing  # what several promise is promised to each other where nobody else is told
    flags = firing.frame.flags - ONE_SIDED | {"mutual", "group"}
    return firing._replace(frame=replace(firing.frame, recipient=(), flags=flags))


def _tells_each_other(clause: Clause, setting: Setting) -> bool:
    """Whether a word tells that they do it to each other, over what they do it for: "birbirlerini kışkırtmakla"."""
    parsed, first = setting.parsed, clause.first
    while first > 0 and parsed.tokens[first - 1].morph.form is Form.MAK:
        nested = parsed.clause_of(first - 1)
        first = first - 1 if nested is None else nested.first
    words = [token.morph.lemma for token in parsed.tokens[first : clause.verb]]
    pairs = (f"{one}_{other}" for one, other in pairwise(parsed.small[first : clause.verb]))
    return not setting.nouns.mutual.isdisjoint((*words, *pairs))
