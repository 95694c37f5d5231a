"""Offices learned from what was read: who held which office of whom, when seen, and what speaks against it.

Nothing learned is used in reading; a user exports it and passes it with ``--register``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from haberci.core.actor_tables import ActorTables
from haberci.core.actors import NameKind
from haberci.core.name_matching import Likeness, compare_people
from haberci.core.name_resolution import NameMatcher, matcher
from haberci.core.naming import Group, NamingTable
from haberci.core.register import load_register
from haberci.core.term_tables import load_offices
from haberci.core.terms import Office, Terms
from haberci.reading import shipped_context
from haberci.store.lookup import AsOf
from haberci.store.rows import RoleRow
from haberci.store.store import Store


@dataclass(frozen=True, slots=True)
class Learned:
    """One person's office as reports tell it. ``office`` is as written, ``known`` the register's office if it is one.

    ``first`` and ``last`` are the days of the first and last report that tell it, None when no day is known;
    ``former``: they tell a former office. ``conflicts`` say who else is told to hold it, and whom the register has.
    """

    person: str
    office: str
    known: Office | None
    of: str
    former: bool
    first: str | None
    last: str | None
    told: tuple[RoleRow, ...]
    conflicts: tuple[str, ...] = ()

    @property
    def reports(self) -> int:
        """How many reports tell it."""
        return len({(role.source, role.report) for role in self.told})


class Offices:
    """Which office of the register a title as written names, by a language's table."""

    def __init__(self, naming: NamingTable, lower: Callable[[str], str], folder: Path | None) -> None:
        self._naming, self._lower = naming, lower
        self._offices = load_offices(ActorTables.of(folder))
        self._known = matcher(folder)
        self._other_times = naming.words[Group.OTHER_TIME]

    def of(self, written: str) -> Office | None:
        """``Dışişleri Bakanı`` is the foreign minister; None for a title that the register has no office for."""
        given = [word for word in written.split() if self._lower(word) not in self._other_times]
        for n in range(len(given)):
            office = self._named([word for word in map(self._lower, given[n:]) if word != "ve"])
            if office is not None and (n == 0 or self._known.means(" ".join(given[:n]))):
                return office  # behind the name of a state or body, and no other words
        return None

    def _named(self, words: Sequence[str]) -> Office | None:
        for n in range(len(words)):
            for form in self._naming.forms.get(tuple(words[n:]), ()):
                office = self._naming.offices.get(" ".join([*words[:n], form.title.word]))
                if office in self._offices:
                    return self._offices[office]
        return None

    def is_former(self, role: RoleRow) -> bool:
        """Whether the words tell an office of another time: ``eski Dışişleri Bakanı``."""
        return any(self._lower(word) in self._other_times for word in (*role.words.split(), role.before))


class Asked(NamedTuple):
    """Which offices are asked for: a person's, a principal's, of reports of some days; None asks for all."""

    person: str | None = None
    of: str | None = None
    since: str | None = None
    until: str | None = None

    def wants(self, role: RoleRow) -> bool:
        """Whether a role is asked for; one of an unknown day is none of any days."""
        day = role.date
        after = self.since is None or (day is not None and day >= self.since)
        before = self.until is None or (day is not None and day <= self.until)
        return after and before and self.of in (None, role.of)


def learned_from(store: Store, asked: Asked, folder: Path | None = None, as_of: AsOf = None) -> list[Learned]:
    """What the reports in a store tell of offices; the language of titles is the one that is coded."""
    pack = shipped_context("tr").pack
    told = [role for role in store.roles(as_of) if asked.wants(role)]
    found = learned(told, Offices(pack.naming, pack.lower, folder), folder)
    names, person = matcher(folder), asked.person
    return [one for one in found if person is None or names.compare(person, one.person) is not Likeness.DIFFERENT]


def learned(rows: Iterable[RoleRow], offices: Offices, folder: Path | None = None) -> list[Learned]:
    """What reports tell of offices, one for each person, office and principal, with what speaks against it."""
    known = matcher(folder)
    groups: dict[tuple[str, str, bool], list[tuple[str, list[RoleRow]]]] = defaultdict(list)
    for row in rows:
        office = offices.of(row.office)
        key = (row.of, office.name if office else row.office, offices.is_former(row))
        _add(groups[key], row, known)
    found = [
        _one(person, told, offices.of(told[0].office), key) for key, people in groups.items() for person, told in people
    ]
    found = _against_each_other(sorted(found, key=lambda x: (x.of, x.office, x.former, x.first or "", x.person)))
    terms = load_register(folder=folder).terms
    return [replace(x, conflicts=(*x.conflicts, *_against_register(x, terms))) for x in found]


def _add(people: list[tuple[str, list[RoleRow]]], row: RoleRow, known: NameMatcher) -> None:
    """Put a role with the person whom it names; the register's name stands for all its spellings."""
    meant = [name.full for name in known.resolve(row.person) if name.kind is NameKind.PERSON]
    person = meant[0] if len(meant) == 1 else row.person
    for n, (held, told) in enumerate(people):
        if held == person or compare_people(held, person) is not Likeness.DIFFERENT:
            told.append(row)
            if len(person.split()) > len(held.split()):
                people[n] = (person, told)
            return
    people.append((person, [row]))


def _one(person: str, told: list[RoleRow], known: Office | None, key: tuple[str, str, bool]) -> Learned:
    days = sorted(role.date for role in told if role.date)
    first, last = (days[0], days[-1]) if days else (None, None)
    return Learned(person, told[0].office, known, key[0], key[2], first, last, tuple(told))


def _against_each_other(found: Sequence[Learned]) -> list[Learned]:
    """Two holders at overlapping days of an office that has one."""
    clashes: dict[int, list[str]] = defaultdict(list)
    single = [(n, x) for n, x in enumerate(found) if x.known is not None and x.known.is_single and not x.former]
    for (n, one), (m, other) in combinations(single, 2):
        if (one.of, one.known) == (other.of, other.known) and _overlap(one, other):
            clashes[n].append(f"reports: {other.person} {other.first} to {other.last}")
            clashes[m].append(f"reports: {one.person} {one.first} to {one.last}")
    return [replace(x, conflicts=tuple(clashes[n])) for n, x in enumerate(found)]


def _overlap(one: Learned, other: Learned) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _against_register(one: Learned, terms: Terms) -> list[str]:
    """Another holder by the register on the first or last day that the person was seen in the office."""
    if one.known is None or one.former or not one.known.is_single:
        return []
    days = sorted({day for day in (one.first, one.last) if day})
    held = {day: terms.holder(one.of, one.known.name, day) for day in days}
    return [f"register: {person} on {day}" for day, person in held.items() if person and person != one.person]
