"""Who says that a deed took place: the speaker of the statement around it, or the report itself."""

from __future__ import annotations

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType
from haberci.core.report import Statement
from haberci.core.rule import Rule
from haberci.core.span import Span

RULES = (
    Rule(
        "source.wire", "a deed that stands in no statement is told by the report itself", "İki ülke anlaşmayı imzaladı."
    ),
    Rule(
        "source.speaker",
        "a deed told inside a statement is told by its speaker",
        "Erivan, Bakü'nün köyleri bombaladığını bildirdi.",
    ),
    Rule(
        "source.speech-act",
        "a speech act that is the speaker's own is narrated by the report",
        "Kallas, yaptırımları desteklediğini belirtti.",
    ),
)
SPEECH_ACTS = frozenset(
    {
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)


def attribution(
    event_type: EventType, actors: tuple[ActorCode, ...], trigger: Span, statement: Statement | None
) -> tuple[ActorCode | None, str]:
    """Who tells the deed (None: the report), and the rule that says so; ``statement`` is the innermost around it."""
    if statement is None or statement.cue_at.span.overlaps(trigger):
        return None, "source.wire"
    own = any(a.principal == statement.speaker.principal for a in actors)
    if own and event_type in SPEECH_ACTS and statement.force != "recall":
        return None, "source.speech-act"
    return statement.speaker, "source.speaker"
