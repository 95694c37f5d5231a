"""Two tellings of one deed made one event, the fuller of them with what the other adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from haberci.core.actors import FORCES, IRREGULAR, UNKNOWN, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.report import BlockKind, Event, Time
from haberci.core.span import Evidence
from haberci.read.events.visits import principals

Blocks = Mapping[Evidence, BlockKind]  # the block that each sentence stands in
STREET: Final = ("demo", "obstruct", "vandalize", "riot")  # what one crowd does in one place, the gravest last
BLASTS: Final = ("explosives", "suicide-attack")  # how one attack is told, the more exact last
AIMED: Final = "targeted"  # goes before the weapon: "kurşunlanarak öldürüldü"
KILLINGS: Final = tuple(
    (how, AIMED) for how in ("firearms", "primitive", "beat", "explosives", "drone", "aerial", "unconventional")
)


def row_of_modes(a: Event, b: Event) -> tuple[str, ...]:
    """The modes, the one that holds for both last, by which two may tell one deed: a crowd's in one sentence."""
    rows = (STREET, BLASTS, *KILLINGS) if a.at == b.at else (BLASTS,)
    return next((row for row in rows if a.mode in row and b.mode in row), ())


def _fullness(blocks: Blocks, event: Event) -> tuple[int, ...]:
    body = blocks.get(event.at) is BlockKind.PARAGRAPH
    known = len(principals(event.actors)) + len(principals(event.recipients))
    parties = 2 * known + (UNKNOWN in event.recipients)
    told = len(event.actors) + len(event.recipients)
    sides = int(UNKNOWN not in event.actors) + int(any(code.sector in IRREGULAR for code in event.recipients))
    return parties, int(event.mode == "visit"), int(body), int(event.mode is not None), told, sides


def united(blocks: Blocks, first: Event, second: Event) -> Event:
    """One event of two tellings: the fuller one, with the sentences, time, mode and parties that the other adds."""
    best, rest = (second, first) if _fullness(blocks, second) > _fullness(blocks, first) else (first, second)
    also = spans(first, second, best.at)
    told_by = None if first.reported_by is None or second.reported_by is None else best.reported_by
    settled = Modality.HAPPENED if Modality.HAPPENED in (first.modality, second.modality) else best.modality
    modality = settled if best.modality is not Modality.DENIED else best.modality
    row = row_of_modes(first, second)
    mode = max((best.mode or "", rest.mode or ""), key=row.index) if row else best.mode or rest.mode
    best = replace(best, mode=mode, when=_dated(best) or rest.when or best.when, where=best.where or rest.where)
    best = _with_parties_of(best, rest)
    return replace(best, also=also, reported_by=told_by, modality=modality)


def is_told_in_part(one: Event, other: Event) -> bool:
    """Whether of those whom one attack struck two tellings name some, and all: "39 kişi öldü", "ikisi Alman"."""
    some, more = sorted((principals(one.recipients), principals(other.recipients)), key=len)
    return bool(some) and some < more and (UNKNOWN in one.actors or UNKNOWN in other.actors)


def _with_parties_of(best: Event, rest: Event) -> Event:
    """The event with the doers, or the receivers, that only its other telling knows."""
    actors, recipients = best.actors, best.recipients
    if not principals(actors) and _are_others(rest.actors, best) and not _fights_at_home(rest, best):
        actors = rest.actors
    whole = best.type is EventType.ASSAULT and len(rest.recipients) > len(recipients) and is_told_in_part(best, rest)
    if (not principals(recipients) and _are_others(rest.recipients, best)) or whole:
        recipients = rest.recipients
    sides = [*(["actor"] if actors != best.actors else []), *(["recipient"] if recipients != best.recipients else [])]
    if not sides:
        return best
    parts = (*(p for p in best.parts if p.name not in sides), *(p for p in rest.parts if p.name in sides))
    return replace(best, actors=actors, recipients=recipients, parts=parts, why=(*best.why, "party.retold"))


def _fights_at_home(told: Event, struck: Event) -> bool:
    """Whether what is told of a land's own men names nobody whom they struck: its people they need not have struck."""
    own = not principals(told.actors).isdisjoint(principals(struck.recipients))
    own = own and all(code.sector in FORCES for code in told.actors)
    return struck.type is EventType.ASSAULT and own and not principals(told.recipients)


def _are_others(codes: tuple[ActorCode, ...], event: Event) -> bool:
    """Whether some parties are others than those of an event; whom one strikes may be of his land."""
    told = (*event.actors, *event.recipients)
    apart = event.type is EventType.ASSAULT and len(event.actors) == 1 and set(codes).isdisjoint(told)
    return bool(principals(codes)) and (apart or bool(principals(codes) - principals(told)))


def _dated(event: Event) -> Time | None:
    """The time of an event that has a value."""
    return event.when if event.when and (event.when.start or event.when.stop) else None


def spans(first: Event, second: Event, at: Evidence) -> tuple[Evidence, ...]:
    """The sentences of two tellings, without the one ``at`` which the deed stands."""
    every = {first.at, second.at, *first.also, *second.also} - {at}
    return tuple(sorted(every))
