"""Two who are asked for two things by one verb: "Oslo'yu ateşkese, Bern'i de esirleri bırakmaya çağırdı"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, DAT
from haberci.core.report import Event, Part
from haberci.read.events.admission import with_sector
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed
from haberci.read.rows import group_of

ASKING: Final = frozenset({EventType.REQUEST, EventType.AGREE})
ASKED: Final = ("outer-obj",)  # the filler of who is asked
COMMA: Final = ","


def asked_apart(event: Event, firing: Firing, parsed: Parsed) -> list[Event]:
    """One more event to each who stands behind a comma that closes what another is asked for."""
    if event.type not in ASKING or ASKED not in firing.frame.recipient or firing.nominal:
        return []
    more = [part for part in firing.clause.parts if _is_asked_next(part, parsed)]
    events = [_to(event, part, firing, parsed) for part in reversed(more)]
    told = set(event.recipients)
    return [each for each in events if each.recipients and told.isdisjoint(each.recipients)]


def _is_asked_next(part: ClausePart, parsed: Parsed) -> bool:
    """Whether an accusative stands behind the comma behind a dative or an infinitive in it."""
    mention = parsed.mentions[part.chunk]
    at = mention.first - parsed.base
    if part.case is not ACC or part.link is not Link.PART or not mention.codes or at < 2:
        return False
    return parsed.tokens[at - 1].text == COMMA and parsed.tokens[at - 2].morph.case is DAT


def _to(event: Event, part: ClausePart, firing: Firing, parsed: Parsed) -> Event:
    """The same asked of another."""
    row = group_of(parsed, part, firing.clause)
    codes = with_sector(event.type, tuple(code for mention in row for code in mention.codes))
    codes = tuple(code for code in codes if code not in event.actors)
    told = (Part("recipient", code, m.text, m.at) for m in row for code in m.codes if code in codes)
    parts = (*(p for p in event.parts if p.name != "recipient"), *told)
    return replace(event, recipients=codes, parts=parts)
