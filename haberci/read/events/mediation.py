"""A meeting and its mediator are one event: "Katar'ın arabuluculuğunda İsrail ile Hamas görüştü"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from haberci.core.codebook import EventType
from haberci.core.morph import Form, Pos
from haberci.core.report import Event
from haberci.read.events.deeds import Told
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed

Found = tuple[Firing, Told]
MEDIATION: Final = "third-party"
MANY: Final = "multilateral"
ACTOR: Final = "actor"
REACH: Final = 4  # words behind a participle in which the gathering stands that it describes


def mediated(found: list[Found], parsed: Parsed) -> list[Found]:
    """What fired in a sentence, each mediation that a noun tells made one with the meeting that its verb tells."""
    made: list[Found] = []
    taken: set[int] = set()
    for number, (firing, told) in enumerate(found):
        if not _is_meeting(firing, told.event):
            continue
        for other, (noun, mediation) in enumerate(found):
            if _tells_mediation(noun, mediation.event) and _is_of_meeting(noun, firing, parsed):
                taken.update((number, other))
                made.append((firing, replace(told, event=_united(told.event, mediation.event))))
                break
    rest = [each for number, each in enumerate(found) if number not in taken and not _hosts_alone(*each)]
    return [*rest, *made]


def _hosts_alone(firing: Firing, told: Told) -> bool:
    """Whether it is only told who is the host, and of none that he brings together: he may be one of those who meet."""
    return "brings" in firing.frame.flags and all(part.text for part in told.event.parts)


def _is_meeting(firing: Firing, event: Event) -> bool:
    many = len({*event.actors, *event.recipients}) > 1
    return event.type is EventType.CONSULT and event.mode != MEDIATION and many


def _is_of_meeting(noun: Firing, meeting: Firing, parsed: Parsed) -> bool:
    """Whether a mediation is that of a meeting: told beside its verb, or of the gathering in which it is held.

    "Katar'ın arabuluculuğunda Doha'da yapılan görüşmelerde".
    """
    told = noun.clause
    if told.verb == meeting.clause.verb:
        return not meeting.nominal
    if told.form is not Form.AN or told.parent != meeting.clause.verb:
        return False
    words = (token.morph for token in parsed.tokens[told.verb + 1 : told.verb + 1 + REACH])
    held = any(m.lemma in parsed.pack.governors.gatherings and m.pos is Pos.NOUN for m in words)
    return held or told.verb in meeting.words


def _tells_mediation(firing: Firing, event: Event) -> bool:
    return firing.nominal and event.type is EventType.CONSULT and event.mode == MEDIATION


def _united(meeting: Event, mediation: Event) -> Event:
    """The meeting with its mediators among its actors; a guest and a host that are brought together are both."""
    told = (replace(part, name=ACTOR) for part in meeting.parts if part.code not in mediation.actors)
    met = (*meeting.actors, *meeting.recipients)
    parts, actors = (*mediation.parts, *told), tuple(dict.fromkeys((*mediation.actors, *met)))
    if set(mediation.actors) <= set(met):
        return meeting  # the host is one of those who meet
    mode = meeting.mode if meeting.mode == MANY else MEDIATION  # the host of a summit is one of many
    return replace(meeting, actors=actors, recipients=(), parts=parts, mode=mode)
