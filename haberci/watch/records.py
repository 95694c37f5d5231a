"""What the watch is fed with: one plain record a deed, from the store, from another event data set, or from a test."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from haberci.core.codebook import EventType


class Deed(NamedTuple):
    """Something that parties did: once, however many reports tell it.

    ``day`` is when it became known, as a proleptic ordinal (``date.toordinal``); ``sources`` and ``targets`` are the
    principals of doers and recipients (states, organisations); ``witnesses`` counts the reports that tell it,
    ``deaths`` the dead they tell of. ``happened`` is False for what is planned, wanted or denied. ``place`` is a name
    of the register, ``state`` the state that it lies in, ``regions`` are the sub-areas that hold it (``KGZ/Batken``).
    ``official`` is False where all doers are told to be other than a government or its forces (protesters, a party).
    ``ids`` are what the evidence is found by.
    """

    day: int
    type: EventType
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    ids: tuple[str, ...] = ()
    mode: str | None = None
    witnesses: int = 1
    deaths: int = 0
    happened: bool = True
    place: str | None = None
    state: str | None = None
    regions: tuple[str, ...] = ()
    official: bool = True

    @property
    def parties(self) -> frozenset[str]:
        """All principals on either side."""
        return frozenset(self.sources) | frozenset(self.targets)


def by_day(deeds: Iterable[Deed]) -> list[Deed]:
    """Deeds in the order of their days, and within a day by what they are, so that input order does not matter."""
    return sorted(deeds, key=lambda deed: (deed.day, deed.type, deed.sources, deed.targets, deed.ids))


def ordinal(day: str) -> int:
    """An ISO 8601 day as a number; raises ValueError when it is none."""
    return date.fromisoformat(day[:10]).toordinal()


def iso(day: int) -> str:
    """A day's number as ISO 8601."""
    return date.fromordinal(day).isoformat()
