"""Where the dyads of an area stand on the ladder of a dispute, each step with the sentence behind it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from haberci.store.browsing import BrowsingStore
from haberci.store.rows import EventRow
from haberci.watch.ladder import Ladder
from haberci.watch.series import Subject
from haberci.watch.watching import Watched

_STEPS, _CALM = 4, 4


class Stage(NamedTuple):
    """One step of a ladder: the day, the rung that was reached, and the deed that led to it (None: time did)."""

    day: str
    rung: str
    deed: str | None
    event: EventRow | None


class Standing(NamedTuple):
    """A dyad: its rung now and by number, since when, and its last steps, the newest first."""

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
    steps = tuple(
        Stage(_iso(step.day), step.rung.name, *_behind(store, step.deeds[0].ids if step.deeds else ()))
        for step in ladder.steps[: -_STEPS - 1 : -1]
    )
    return Standing(ladder.subject, ladder.rung.name, int(ladder.rung), steps[0].day, steps)


def _behind(store: BrowsingStore, ids: tuple[str, ...]) -> tuple[str | None, EventRow | None]:
    """The id of a step's deed, and one event that tells it."""
    deed = store.deed(ids[0]) if ids else None
    return (deed.id, store.event(deed.events[0])) if deed else (None, None)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
