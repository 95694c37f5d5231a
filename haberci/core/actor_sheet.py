"""All that the register knows of one actor: spellings, offices, members, what it is a member of."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from haberci.core.actor_tables import ActorTables
from haberci.core.actors import ActorCode, Name, NameKind
from haberci.core.memberships import Membership, load_memberships
from haberci.core.name_resolution import NameMatcher, matcher, phrase
from haberci.core.register import load_register
from haberci.core.states import HOME, LANGUAGES
from haberci.core.terms import Term

BY_CODE: Final = (NameKind.STATE, NameKind.PEOPLE, NameKind.SEAT)  # their full name is another in each language
NEAR, LIKE = 5, 0.7


class Sheet(NamedTuple):
    """One actor. ``terms`` are the offices that a person held, or those of a state or organisation that were held;
    ``members`` are an organisation's, ``part_of`` the organisations that a state is in. With a day, only that day's."""

    name: str
    kind: NameKind
    code: ActorCode
    spellings: Mapping[str, tuple[str, ...]]
    terms: tuple[Term, ...]
    members: tuple[Membership, ...]
    part_of: tuple[Membership, ...]


def sheets(name: str, day: str | None = None, folder: Path | None = None) -> list[Sheet]:
    """All actors that a name can mean, on an ISO day if one is given; empty when none is known."""
    found: dict[tuple[NameKind, str, str], Name] = {}
    for entry in matcher(folder).resolve(name):
        found.setdefault(_identity(entry), entry)
    return [_sheet(entry, day, folder) for entry in found.values()]


def near_names(name: str, folder: Path | None = None) -> list[str]:
    """The spellings of the register that are most like an unknown name."""
    held: NameMatcher = matcher(folder)
    near = difflib.get_close_matches(phrase(name), held.names, NEAR, LIKE)
    return [held.names[key][0][1].spelling for key in near]


def _identity(entry: Name) -> tuple[NameKind, str, str]:
    principal = entry.code.principal
    return entry.kind, principal if entry.kind in BY_CODE else entry.full, principal


@cache
def _spellings(lang: str, folder: Path | None) -> dict[tuple[NameKind, str, str], tuple[str, ...]]:
    """The spellings of every actor of the register in one language."""
    found: dict[tuple[NameKind, str, str], dict[str, None]] = {}
    for entry in load_register(lang, folder).entries:
        found.setdefault(_identity(entry), {})[entry.spelling] = None
    return {identity: tuple(spellings) for identity, spellings in found.items()}


def _sheet(entry: Name, day: str | None, folder: Path | None) -> Sheet:
    spellings = {lang: _spellings(lang, folder).get(_identity(entry), ()) for lang in (HOME, *LANGUAGES)}
    register = load_register(folder=folder)
    code, principal = entry.code, entry.code.principal
    if entry.kind in (NameKind.PERSON, NameKind.GROUP):
        terms = register.terms.by_person.get(entry.full, ())
        code = register.code_on(entry, day)
    elif entry.kind in (NameKind.STATE, NameKind.ORGANISATION):
        terms = tuple(t for (of, _), held in register.terms.by_office.items() if of == principal for t in held)
    else:
        terms = ()
    held = tuple(term for term in terms if day is None or term.first <= day <= term.last)
    known = [m for m in load_memberships(ActorTables.of(folder)) if day is None or m.holds(day)]
    members = tuple(m for m in known if entry.kind is NameKind.ORGANISATION and m.organisation == principal)
    part_of = tuple(m for m in known if entry.kind is NameKind.STATE and m.state == principal)
    name = next(iter(spellings[HOME]), entry.full) if entry.kind in BY_CODE else entry.full
    return Sheet(name, entry.kind, code, spellings, held, members, part_of)
