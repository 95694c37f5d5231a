"""What reads as a threat and is none, for the report itself tells it of others: "greve gidebilir"."""

from __future__ import annotations

from haberci.core.codebook import EventType
from haberci.core.morph import THIRD, Form, Tense
from haberci.read.events.matching import Firing
from haberci.read.parse import Parsed


def threatens_nobody(firing: Firing, parsed: Parsed) -> bool:
    """Whether only what others did not shrink from, or may do, is told: "Rama suçlamaktan çekinmedi"."""
    clause, morph = firing.clause, parsed.tokens[firing.anchor].morph
    if firing.frame.type is not EventType.THREATEN or clause.form is not Form.FINITE or clause.quoted:
        return False
    done = "negative-only" in firing.frame.flags and morph.tense is Tense.PAST
    return morph.person in THIRD and (morph.able or done)
