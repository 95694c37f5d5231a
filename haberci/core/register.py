"""The register of actors that ships with haberci: ``data/actors/*.tsv``, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from haberci.core.actor_tables import ActorTables
from haberci.core.actors import ActorCode, ActorRegister, Name, NameKind, register_of
from haberci.core.bodies import actor_code, body_names
from haberci.core.lexicon import Row
from haberci.core.memberships import load_memberships
from haberci.core.places import place_names
from haberci.core.states import HOME, LANGUAGES, load_states, state_names
from haberci.core.successions import load_successions
from haberci.core.term_tables import read_terms

PEOPLE: Final = ("code", "name", "variants", "short", "en", "ru", "basis")
PAGE: Final = "named by a page"
# held an office: the tables of terms tell which, with witnesses; general record: no page is cited
BASES: Final = ("named in Turkish news", "general record", "held an office", PAGE)
PAGES: Final = ("name", "address", "says")
TERMS: Final = tuple(
    f"actors/terms_{part}.tsv"
    for part in ("turkey", "caucasus", "asia", "middle_east", "europe", "world", "organisations")
)


def load_register(lang: str = HOME, folder: Path | None = None) -> ActorRegister:
    """The shipped register with its names in a language (tr, en or ru), with a user's folder of tables laid over it.

    Raises LexiconError naming file and line when a row is wrong, or when the folder is none of such tables.
    """
    return _load(lang, ActorTables.of(folder))


@cache
def _load(lang: str, tables: ActorTables) -> ActorRegister:
    states = load_states(tables)
    if tables.folder is not None:  # what a language alone does not need is checked all the same
        load_memberships(tables)
        for other in LANGUAGES:
            list(state_names(other, tables))
    names = [*state_names(lang, tables), *body_names(lang, tables)]
    people = _people(tables)
    for row, code in people.values():
        names += _person(row, code, lang)
    names += place_names(lang, tables)
    principals = {*states, *(name.code.principal for name in names)}
    terms = read_terms(TERMS, people, principals, tables) if lang == HOME else _load(HOME, tables).terms
    known = {state.code: state.name for state in states.values()}
    armed = (s.code for s in states.values() if "armed" in s.flags)
    return register_of(names, armed, known, terms, load_successions(tables))


@cache
def _people(tables: ActorTables) -> Mapping[str, tuple[Row, ActorCode]]:
    """The rows of people by name, read and checked once for all languages."""
    found: dict[str, tuple[Row, ActorCode]] = {}
    pages = {row.needs("name"): row for row in tables.rows("people_witnesses.tsv", PAGES)}
    for row in tables.rows("people.tsv", PEOPLE):
        if row.needs("name") in found:
            raise row.error(f"{row['name']} stands in line {found[row['name']][0].line}, too")
        row.known("basis", row["basis"], BASES)
        if row["basis"] == PAGE and row["name"] not in pages:
            raise row.error(f"no row of people_witnesses.tsv tells the page that names {row['name']}")
        found[row["name"]] = row, actor_code(row, row["code"])
    for name, page in pages.items():
        page.needs("address"), page.needs("says"), page.known("name", name, found)
    return MappingProxyType(found)


def _person(row: Row, code: ActorCode, lang: str) -> Iterator[Name]:
    full = row["name"]
    for spelling in (full, *row.many("variants")) if lang == HOME else row.many(lang):
        yield Name(spelling, full, NameKind.PERSON, code)
    for spelling in row.many("short") if lang == HOME else ():
        yield Name(spelling, full, NameKind.PERSON, code, is_short=True)
