"""Terms of office: who held which office of whom, from when until when, and what each row rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
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

    def gone_over(self, person: str, day: str, of: str, sector: str) -> Term | None:
        """The last term without a witnessed end of who had left, by an ISO day, all offices of a sector of somebody."""
        terms = self.by_person.get(person, ())
        own = [term for term in terms if (term.of, term.office.sector) == (of, sector)]
        later = reversed(terms) if _all_left(own, day) else ()
        return next((term for term in later if not term.stop and term.first <= day), None)

    def has_left(self, person: str, day: str) -> bool:
        """Whether a person held office and has left every one that is known, the days witnessed."""
        return _all_left(self.by_person.get(person, ()), day)

    def called(self, surname: str, office: str, lower: Callable[[str], str]) -> tuple[Term, ...]:
        """The terms in an office of those who bear a surname, which is given in small letters."""
        return _by_surname(self, lower).get((surname, office), ())


def _all_left(terms: Sequence[Term], day: str) -> bool:
    """Whether there are terms, and all had ended by an ISO day, as is witnessed."""
    return bool(terms) and all(term.stop and term.stop < day for term in terms)


@cache
def _by_surname(terms: Terms, lower: Callable[[str], str]) -> Mapping[tuple[str, str], tuple[Term, ...]]:
    """All terms by surname and office; made once for each pair."""
    found: dict[tuple[str, str], tuple[Term, ...]] = {}
    for held in terms.by_person.values():
        for term in held:
            key = lower(term.person.split()[-1]), term.office.name
            found[key] = (*found.get(key, ()), term)
    return MappingProxyType(found)
