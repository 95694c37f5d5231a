"""Where the dyads of an area stand on the ladder of a dispute, each step with the sentence behind it."""

from __future__ import annotations

from typing import NamedTuple

from haberci.store.browsing import BrowsingStore
from haberci.store.rows import EventRow
from haberci.watch.ladder import Ladder, Step
from haberci.watch.records import iso
from haberci.watch.series import Subject
from haberci.watch.watching import Watched

_STEPS, _CALM = 4, 4


class Stage(NamedTuple):
    """One step of a ladder: the day, the rung that was reached, the deed that led to it, and an event that tells it."""

    day: str
    rung: str
    deed: str
    event: EventRow


class Standing(NamedTuple):
    """A dyad: its rung now and by number, since when, and the last steps that deeds led to, the newest first."""

    subject: Subject
    rung: str
    height: int
    since: str
    steps: tuple[Stage, ...]


def standings(store: BrowsingStore, watched: Watched, since: int) -> list[Standing]:
    """The dyads that stand on a rung, the highest first, and some of those that came down since a day (an ordinal)."""
    climbed = [one for one in watched.ladders.values() if one.steps and (one.rung or one.steps[-1].day >= since)]
    climbed.sort(key=lambda one: (-one.rung, -one.steps[-1].day, one.subject))
    stands = sum(one.rung > 0 for one in climbed)
    return [_standing(store, ladder) for ladder in climbed[: stands + _CALM]]


def _standing(store: BrowsingStore, ladder: Ladder) -> Standing:
    climbed = [step for step in ladder.steps if step.deeds][: -_STEPS - 1 : -1]
    steps = tuple(stage for step in climbed if (stage := _stage(store, step)) is not None)
    return Standing(ladder.subject, ladder.rung.name, int(ladder.rung), iso(ladder.steps[-1].day), steps)


def _stage(store: BrowsingStore, step: Step) -> Stage | None:
    """A step with its deed; None when that is told no longer by now."""
    deed = store.deed(step.deeds[0].ids[0])
    event = store.event(deed.events[0]) if deed else None
    return Stage(iso(step.day), step.rung.name, deed.id, event) if deed and event else None
