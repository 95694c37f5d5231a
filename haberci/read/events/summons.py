"""Steps of diplomacy, as an envoy called in or a note handed over: told apart from blame in words alone."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType
from haberci.core.report import Event

STEPS: Final = ("elci-cagir", "elciyi-cagir", "bakanliga-cagir", "disisleri-cagir", "accuse.nota")  # parts of rule ids


def is_step_beside_words(a: Event, b: Event) -> bool:
    """Whether one of two accusations is such a step, and the other is not."""
    return a.type is EventType.ACCUSE and _is_step(a) is not _is_step(b)


def _is_step(event: Event) -> bool:
    return any(part in event.rule for part in STEPS)
