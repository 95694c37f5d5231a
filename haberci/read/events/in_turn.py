"""Two to whom one verb does it in turn: "önce Roma'ya, ardından Bern'e gitti", "dün Oslo'yu, bugün Bern'i vurdu"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, DAT
from haberci.core.report import Event, Part
from haberci.read.events.admission import with_sector
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed
from haberci.read.rows import group_of

IN_TURN: Final = frozenset({EventType.CONSULT, EventType.ASSAULT})
DONE_TO: Final = (DAT, ACC)
COMMA: Final = ","
SEVERALLY: Final = "ayrı"


def done_in_turn(event: Event, firing: Firing, parsed: Parsed) -> list[Event]:
    """One more event for each before the comma behind which a word tells when the next one's turn is."""
    if event.type not in IN_TURN or firing.nominal or not event.recipients or len(firing.clause.parts) < 2:
        return []
    known = {code.principal for code in (*event.actors, *event.recipients)}
    last = next((p for p in firing.clause.parts if _is_told(p, event, parsed)), None)
    if last is None:
        return []
    more = [p for p in firing.clause.parts if p.case is last.case and p.own and _comes_before(p, last, parsed)]
    events = [_to(event, part, firing, parsed) for part in reversed(more)]
    return [each for each in events if each.recipients and known.isdisjoint(c.principal for c in each.recipients)]


def _is_told(part: ClausePart, event: Event, parsed: Parsed) -> bool:
    """Whether a phrase is the one to whom the verb does it."""
    codes = {code.principal for code in parsed.mentions[part.chunk].codes}
    plain = part.own and part.link is Link.PART and part.case in DONE_TO
    return plain and bool(codes) and codes <= {code.principal for code in event.recipients}


def _comes_before(part: ClausePart, last: ClausePart, parsed: Parsed) -> bool:
    """Whether a phrase ends at a comma, behind which a word tells that it is another's turn."""
    start, stop = parsed.mentions[part.chunk].last - parsed.base, parsed.mentions[last.chunk].first - parsed.base
    between = parsed.tokens[start:stop]
    if part.link is not Link.PART or len(between) < 2 or between[0].text != COMMA:
        return False
    turns = parsed.pack.governors.turns
    words = (token.lower.replace("’", "'").partition("'")[0] for token in between[1:])
    return any(word in turns for word in words)


def _to(event: Event, part: ClausePart, firing: Firing, parsed: Parsed) -> Event:
    """The same done to another; on which day and where is not told of it."""
    row = group_of(parsed, part, firing.clause)
    told = tuple(Part("recipient", code, m.text, m.at) for m in row for code in with_sector(event.type, m.codes))
    codes = tuple(dict.fromkeys(part.code for part in told))
    parts = (*(p for p in event.parts if p.name != "recipient"), *told)
    return replace(event, recipients=codes, parts=parts, when=None, where=None)


def met_severally(event: Event, firing: Firing, parsed: Parsed) -> list[Event]:
    """The meetings of one with each of several "ayrı ayrı"; else the event alone."""
    words = [t.lower for t in parsed.tokens[firing.clause.first : firing.anchor]]
    doubled = any(one == other == SEVERALLY for one, other in pairwise(words))
    if not doubled or event.type is not EventType.CONSULT or event.recipients or len(event.actors) < 3:
        return [event]
    first, *others = event.actors
    return [_meeting(event, (first, other)) for other in others]


def _meeting(event: Event, actors: tuple[ActorCode, ...]) -> Event:
    """The part of a meeting that these had."""
    mode = None if event.mode == "multilateral" else event.mode
    return replace(event, actors=actors, mode=mode, parts=tuple(part for part in event.parts if part.code in actors))
