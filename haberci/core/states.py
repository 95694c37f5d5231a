"""The states and territories of the register: their codes in the lists of the field, and their names by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from haberci.core.actor_tables import SHIPPED, ActorTables
from haberci.core.actors import ActorCode, Name, NameKind
from haberci.core.lexicon import Row
from haberci.core.witness import witnesses

STATES: Final = ("code", "iso3", "cow", "gw", "name", "variants", "people", "capital", "seats", "flags", "witness")
STATE_NAMES: Final = ("code", "lang", "name", "variants", "adjective", "people", "capital", "seats")
FLAGS: Final = frozenset({"armed", "word", "observer", "defacto", "territory", "former"})
HOME: Final = "tr"  # the language that states.tsv is written in
LANGUAGES: Final = ("en", "ru")


@dataclass(frozen=True, slots=True)
class State:
    """One state or territory. ``cow`` and ``gw`` are its numbers in the lists of the Correlates of War project and of
    Gleditsch and Ward, None where it is in neither.

    Its flags: ``armed``, the opposition in its war bears arms; ``word``, its name is an ordinary word, too;
    ``observer``, ``defacto``, ``territory`` and ``former`` are no members of the United Nations, all others are.
    """

    code: str
    name: str
    iso3: str | None
    cow: int | None
    gw: int | None
    flags: frozenset[str]

    @property
    def is_member(self) -> bool:
        """Whether it is a member of the United Nations."""
        return self.flags.isdisjoint({"observer", "defacto", "territory", "former"})


@cache
def load_states(tables: ActorTables = SHIPPED) -> Mapping[str, State]:
    """All states and territories by code; raises LexiconError naming file and line when a row is wrong."""
    found: dict[str, State] = {}
    for row in tables.rows("states.tsv", STATES):
        state = _state(row, tables)
        if state.code in found:
            raise row.error(f"{state.code} stands twice")
        found[state.code] = state
    return MappingProxyType(found)


def state_names(lang: str, tables: ActorTables = SHIPPED) -> Iterator[Name]:
    """The names of all states, their peoples, capitals and seats in a language: tr, en or ru."""
    if lang == HOME:
        for row in tables.rows("states.tsv", STATES):
            yield from _names(row, load_states(tables)[row["code"]].flags, ("people",))
    else:
        for row in tables.rows("state_names.tsv", STATE_NAMES):
            if row.one_of("lang", LANGUAGES) == lang:
                row.known("state", row["code"], load_states(tables))
                yield from _names(row, frozenset(), ("adjective", "people"))


def _state(row: Row, tables: ActorTables = SHIPPED) -> State:
    code, name = row.needs("code"), row.needs("name")
    if not code.isalpha() or not code.isupper() or not 3 <= len(code) <= 4:
        raise row.error(f"no code of a state: {code}")
    flags = frozenset(row["flags"].split())
    for flag in flags:
        row.known("flag", flag, FLAGS)
    if row["iso3"] and (len(row["iso3"]) != 3 or not row["iso3"].isalpha()):
        raise row.error(f"no ISO 3166-1 alpha-3 code: {row['iso3']}")
    witnesses(row, tables)
    return State(code, name, row["iso3"] or None, _number(row, "cow"), _number(row, "gw"), flags)


def _number(row: Row, column: str) -> int | None:
    if row[column] and not row[column].isdecimal():
        raise row.error(f"{column} is no number: {row[column]}")
    return int(row[column]) if row[column] else None


def _names(row: Row, flags: frozenset[str], peoples: tuple[str, ...]) -> Iterator[Name]:
    full, code = row.needs("name"), ActorCode(row["code"], "GOV")
    for spelling in (full, *row.many("variants")):
        yield Name(spelling, full, NameKind.STATE, code, "word" in flags and spelling == full)
    for column in peoples:
        for spelling in row.many(column):
            yield Name(spelling, full, NameKind.PEOPLE, code)
    for spelling in row.many("capital"):
        yield Name(spelling, spelling, NameKind.SEAT, code)
    for spelling in row.many("seats"):
        yield Name(spelling, spelling, NameKind.BODY, code)
