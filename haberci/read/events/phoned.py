"""To whom something is said in a call that the same sentence tells: "Zarif'i arayarak ... istedi"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Link
from haberci.core.codebook import EventType
from haberci.core.morph import Case, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Filled, Setting

ADDRESSED: Final = (Case.DAT, Case.ABL)
ON_THE_PHONE: Final = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE, EventType.THREATEN})


def phoned(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> Filled | None:
    """To whom it is said in a call of the same sentence: "Zarif'i arayarak ... istedi", "Aliyev'i arayarak kutladı".

    In a call one may ask for what others should do: it is said to the one called all the same.
    """
    own = {code.principal for code in actor.all_codes()}  # "Aliyev'i arayarak ülkesine destek verdi"
    told = firing.frame.type in ON_THE_PHONE and own.issuperset(c.principal for c in recipient.all_codes())
    if (firing.frame.type is not EventType.REQUEST and not told) or _is_called_on(firing, setting, recipient):
        return None
    before = [c.verb for c in setting.parsed.clauses if c.form is Form.ARAK and c.parent == firing.clause.verb]
    spans = [setting.parsed.tokens[verb].span for verb in before]
    for event in setting.lately(0):
        called = event.type is EventType.CONSULT and any(event.trigger_at.span.overlaps(span) for span in spans)
        others = tuple(c for c in (*event.actors, *event.recipients) if c not in actor.all_codes())
        if called and others and set(event.actors) & set(actor.all_codes()):
            return Filled(codes=others, rule="party.dealt")
    return None


def _is_called_on(firing: Firing, setting: Setting, recipient: Filled) -> bool:
    """Whether the verb's own words say on whom one calls: "Zarif'i arayarak Riyad'a çağrıda bulundu"."""
    told = firing.clause.parts if firing.frame.type is EventType.REQUEST else ()
    asked = {p.chunk for p in told if p.case in ADDRESSED and p.own and p.link is Link.PART and not p.through}
    return any(setting.parsed.mentions[number] in recipient.mentions for number in asked)
