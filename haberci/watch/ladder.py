"""The ladder of a dispute: accuse, threaten, mobilise, assault, and down again; a state per dyad with its evidence.

A dyad climbs to the rung of the worst deed between its sides on the day it is told. It comes down one rung when
fourteen days pass without a deed of its rung or a higher one, or seven days after the last such deed when the sides
have since agreed on a truce, a withdrawal or a concession.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from haberci.core.codebook import EventType
from haberci.watch.records import Deed
from haberci.watch.series import Subject, subjects_of

QUIET_DAYS = 14
QUIET_DAYS_AFTER_TRUCE = 7


class Rung(IntEnum):
    """How far a dispute has gone."""

    CALM = 0
    ACCUSE = 1
    THREATEN = 2
    MOBILISE = 3
    ASSAULT = 4


_RUNGS = {
    EventType.ACCUSE: Rung.ACCUSE,
    EventType.REJECT: Rung.ACCUSE,
    EventType.THREATEN: Rung.THREATEN,
    EventType.SANCTION: Rung.THREATEN,
    EventType.MOBILIZE: Rung.MOBILISE,
    EventType.ASSAULT: Rung.ASSAULT,
}
_DOWN = frozenset({EventType.CONCEDE, EventType.RETREAT})


def rung_of(kind: EventType) -> Rung:
    """The rung that a deed of a type stands on; CALM for what is no part of a dispute."""
    return _RUNGS.get(kind, Rung.CALM)


class Step(NamedTuple):
    """A step up or down: the day, the rung reached, and the deeds that made it (none where time did)."""

    day: int
    rung: Rung
    deeds: tuple[Deed, ...]


@dataclass(slots=True)
class Ladder:
    """One dyad: where it stands, since when, and all its steps."""

    subject: Subject
    rung: Rung = Rung.CALM
    last: int = 0  # the last day with a deed of this rung or a higher one
    truce: bool = False
    steps: tuple[Step, ...] = ()

    @property
    def since(self) -> int | None:
        """The day on which it came to where it stands; None: it never left the ground."""
        return self.steps[-1].day if self.steps else None

    def tell(self, deed: Deed) -> None:
        """Take in one deed; deeds come in the order of their days."""
        self.rest(deed.day)
        if deed.type in _DOWN and deed.happened:
            self.truce = self.rung > Rung.CALM
            return
        rung = rung_of(deed.type) if deed.happened else Rung.CALM
        if rung > self.rung:
            self._step(deed.day, rung, (deed,))
        if rung and rung >= self.rung:
            self.last, self.truce = deed.day, False

    def rest(self, day: int) -> None:
        """Come down by the time that went by until a day."""
        wait = QUIET_DAYS_AFTER_TRUCE if self.truce else QUIET_DAYS
        while self.rung > Rung.CALM and day - self.last >= wait:
            self.last += wait
            self._step(self.last, Rung(self.rung - 1), ())
            self.truce = self.truce and self.rung > Rung.CALM

    def _step(self, day: int, rung: Rung, deeds: tuple[Deed, ...]) -> None:
        self.rung, self.last = rung, day
        self.steps = (*self.steps, Step(day, rung, deeds))


def ladders(deeds: Iterable[Deed], subjects: Iterable[Subject], day: int) -> dict[Subject, Ladder]:
    """The ladder of each dyad at the end of a day, from deeds in the order of their days."""
    found = {subject: Ladder(subject) for subject in subjects if len(subject.states) == 2}
    for deed in deeds:
        if deed.day <= day:
            for subject in subjects_of(deed):
                if subject in found:
                    found[subject].tell(deed)
    for ladder in found.values():
        ladder.rest(day)
    return found
