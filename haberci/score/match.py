"""Which of our events, statements and roles are those of the gold (codebook, section 6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from haberci.score.coded import CodedEvent, CodedStatement, principal


class Level(StrEnum):
    """How much of an event must agree, beside its sentence."""

    DETECTION = "detection"  # the type
    PARTIES = "parties"  # the principals, sides apart from who did it to whom
    DYAD = "dyad"  # the principals of each side
    FULL = "full"  # type and dyad


AGREES: Mapping[Level, Callable[[CodedEvent, CodedEvent], bool]] = {
    Level.DETECTION: lambda ours, gold: ours.type == gold.type,
    Level.PARTIES: lambda ours, gold: ours.parties == gold.parties,
    Level.DYAD: lambda ours, gold: ours.dyad == gold.dyad,
    Level.FULL: lambda ours, gold: ours.type == gold.type and ours.dyad == gold.dyad,
}


@dataclass(frozen=True, slots=True)
class Matching:
    """Our events against the gold's: the pairs that match, ours that are wrong, the gold's that are missed.

    ``neutral`` are ours that fit only a debatable event, which counts on neither side.
    """

    pairs: tuple[tuple[CodedEvent, CodedEvent], ...]
    wrong: tuple[CodedEvent, ...]
    missed: tuple[CodedEvent, ...]
    neutral: tuple[CodedEvent, ...]


def match_events(level: Level, ours: Sequence[CodedEvent], gold: Sequence[CodedEvent]) -> Matching:
    """Match in our order. A gold event is taken once, first where all agrees; a second claim on it is wrong."""
    agrees, whole = AGREES[level], AGREES[Level.FULL]
    free = [i for i, event in enumerate(gold) if not event.debatable]
    pairs: list[tuple[CodedEvent, CodedEvent]] = []
    wrong: list[CodedEvent] = []
    neutral: list[CodedEvent] = []
    for event in ours:
        fits = [i for i, g in enumerate(gold) if event.sentence in (g.sentence, *g.also) and agrees(event, g)]
        open_fits = [i for i in fits if i in free]
        if open_fits:
            taken = next((i for i in open_fits if whole(event, gold[i])), open_fits[0])
            free.remove(taken)
            pairs.append((event, gold[taken]))
        elif any(gold[i].debatable for i in fits):
            neutral.append(event)
        else:
            wrong.append(event)
    return Matching(tuple(pairs), tuple(wrong), tuple(gold[i] for i in free), tuple(neutral))


def kinds_by_place(statements: Sequence[CodedStatement]) -> dict[tuple[int, str], str]:
    """The kind of speech at each (sentence, speaker's principal); the later statement holds where two share a place."""
    return {(number, principal(s.speaker)): s.kind for s in statements for number in s.sentences}
