"""One call told twice in a sentence, by the words that are said and by the verb above; one protest by what is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from haberci.core.codebook import EventType
from haberci.core.morph import Form
from haberci.core.report import Event
from haberci.read.events.below import ASKED_FORMS
from haberci.read.events.matching import Firing
from haberci.read.events.moods import BY_MOOD
from haberci.read.parse import Parsed

DESCRIBED: Final = 3  # words from a participle to its noun: "hedef aldığı hava saldırısında"
BESIDE: Final = "beside"  # flag of frames that tell what people do when they protest


def is_said_twice(firing: Firing, event: Event, over: Iterable[Event], parsed: Parsed) -> bool:
    """Whether the verb above tells the same call: '"Durun" çağrısı yaptı', "çağrıda bulunarak durmasını istedi"."""
    if event.type is not EventType.REQUEST or not (firing.frame in BY_MOOD or _calls_only(firing, parsed)):
        return False
    return any(_is_same(event, other) for other in over)


def _calls_only(firing: Firing, parsed: Parsed) -> bool:
    """Whether a call stands without what is called for, which the verb above tells."""
    if firing.nominal or firing.clause.form not in (Form.ARAK, Form.IP):
        return False
    return not any(c.parent == firing.clause.verb and c.form in ASKED_FORMS for c in parsed.clauses)


def _is_same(event: Event, other: Event) -> bool:
    """Whether another request is made by the same ones to some of the same."""
    if other.type is not event.type or set(other.actors) != set(event.actors):
        return False
    return bool({c.principal for c in event.recipients} & {c.principal for c in other.recipients})


def is_done_beside(firing: Firing, event: Event, found: Iterable[tuple[Firing, Event]]) -> bool:
    """Whether a protest is told again by what the same people do at it: "toplanan öğrenciler slogan attı"."""
    if event.type is not EventType.PROTEST:
        return False
    others = ((o, e) for o, e in found if o is not firing and e.type is event.type)
    return any(_tells_fuller(firing, event, o, e) for o, e in others if set(e.actors) == set(event.actors))


def _tells_fuller(firing: Firing, event: Event, other: Firing, fuller: Event) -> bool:
    """Whether another telling of a protest is the one to keep: it says against whom, or what is done at all."""
    loose, firm = BESIDE in firing.frame.flags, BESIDE not in other.frame.flags
    if not loose and firm:
        return False
    if set(event.recipients) != set(fuller.recipients):
        return not event.recipients
    return loose and (firm or other.anchor < firing.anchor)


def leads_to(inner: Firing, firing: Firing) -> bool:
    """Whether a relative clause describes the noun by which a firing tells its deed: "hedef aldığı saldırıda öldü"."""
    first = inner.clause.verb + 1
    return not set(range(first, first + DESCRIBED)).isdisjoint({*firing.words} - {firing.anchor})
