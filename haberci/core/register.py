"""The register of actors that ships with haberci: ``data/actors/*.tsv``, read and checked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode, ActorRegister, Name, NameKind, register_of
from haberci.core.lexicon import Row, read_rows
from haberci.core.places import place_names
from haberci.core.states import HOME, load_states, state_names
from haberci.core.term_tables import read_terms

ORGANISATIONS = ("code", "sector", "name", "variants", "en", "ru")
GROUPS = ("code", "kind", "name", "variants")
BODIES = ("code", "name", "variants")
PEOPLE = ("code", "name", "variants", "short", "en", "ru", "basis")
BASES = ("named in Turkish news", "general record", "held an office")  # the last: terms.tsv tells which
TERMS = tuple(
    f"actors/terms_{part}.tsv"
    for part in ("turkey", "caucasus", "asia", "middle_east", "europe", "world", "organisations")
)


@cache
def load_register() -> ActorRegister:
    """The shipped register; raises LexiconError naming file and line when a row is wrong."""
    states = load_states()
    known = {state.code: state.name for state in states.values()}
    names = list(state_names(HOME))
    for row in read_rows("actors/organisations.tsv", ORGANISATIONS):
        names += _several(row, NameKind.ORGANISATION, _code(row, f"{row['code']} {row['sector']}"))
    for row in read_rows("actors/groups.tsv", GROUPS):
        names += _several(row, NameKind.GROUP, _code(row, row["code"]))
    for row in read_rows("actors/bodies.tsv", BODIES):
        names += _several(row, NameKind.BODY, _state_code(row, known))
    people: dict[str, int] = {}
    for row in read_rows("actors/people.tsv", PEOPLE):
        if people.setdefault(row["name"], row.line) != row.line:
            raise row.error(f"{row['name']} stands in line {people[row['name']]}, too")
        names += _person(row)
    names += place_names(HOME)
    terms = read_terms(TERMS, people, {name.code.principal for name in names})
    return register_of(names, (s.code for s in states.values() if "armed" in s.flags), known, terms)


def _code(row: Row, text: str) -> ActorCode:
    try:
        code = ActorCode.parse(text)
    except ValueError as error:
        raise row.error(str(error)) from error
    if not code.sector or not (code.principal.isalnum() or code.principal == UNKNOWN_PRINCIPAL):
        raise row.error(f"no actor code: {text!r}")
    return code


def _state_code(row: Row, known: dict[str, str]) -> ActorCode:
    code = _code(row, row["code"])
    if code.principal not in known:
        raise row.error(f"no state {code.principal}")
    return code


def _several(row: Row, kind: NameKind, code: ActorCode) -> Iterator[Name]:
    full = row.needs("name")
    for spelling in (full, *row.many("variants")):
        yield Name(spelling, full, kind, code)


def _person(row: Row) -> Iterator[Name]:
    row.one_of("basis", BASES)
    full, code = row.needs("name"), _code(row, row["code"])
    for spelling in (full, *row.many("variants")):
        yield Name(spelling, full, NameKind.PERSON, code)
    for spelling in row.many("short"):
        yield Name(spelling, full, NameKind.PERSON, code, is_short=True)
