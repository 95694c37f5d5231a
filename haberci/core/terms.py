"""Terms of office: who held which office of whom, from when until when, and what each row rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple


class Office(NamedTuple):
    """An office: the sector that its holder acts for, whether it has one holder at a time, English and Russian name."""

    name: str
    sector: str
    is_single: bool
    en: str
    ru: str


class Term(NamedTuple):
    """One person's time in one office.

    ``start`` and ``stop`` are the witnessed ISO days, empty where no source tells the day. ``first`` and ``last`` are
    the days between which the person is taken to hold the office: an empty day is bounded by the terms before and
    behind in the same office, and a term that has no end lasts as far as its witnesses see.
    """

    person: str
    office: Office
    of: str
    start: str
    stop: str
    witnesses: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """All terms: by principal and office, and by person, each in order of time."""

    by_office: Mapping[tuple[str, str], tuple[Term, ...]] = field(default_factory=lambda: MappingProxyType({}))
    by_person: Mapping[str, tuple[Term, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def holder(self, of: str, office: str, day: str) -> str | None:
        """Who held an office on an ISO day; on a day of handing over the one who takes over; None when not known."""
        held = [term for term in self.by_office.get((of, office), ()) if term.first <= day <= term.last]
        return held[-1].person if held and held[-1].office.is_single else None

    def held(self, person: str, day: str) -> tuple[Term, ...]:
        """The terms in which a person is on an ISO day, the latest last."""
        return tuple(term for term in self.by_person.get(person, ()) if term.first <= day <= term.last)

    def has_left(self, person: str, day: str) -> bool:
        """Whether a person held office and has left every one that is known, the days witnessed."""
        terms = self.by_person.get(person, ())
        return bool(terms) and all(term.stop and term.stop < day for term in terms)
