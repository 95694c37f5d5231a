"""The bodies of the register: international organisations, armed groups, movements, parties, and bodies of states."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from haberci.core.actor_tables import SHIPPED, ActorTables
from haberci.core.actors import UNKNOWN, UNKNOWN_PRINCIPAL, ActorCode, Name, NameKind
from haberci.core.lexicon import Row
from haberci.core.states import HOME, load_states
from haberci.core.witness import witnesses

ORGANISATIONS: Final = ("code", "sector", "kind", "name", "variants", "en", "ru", "witness")
GROUPS: Final = ("code", "kind", "name", "variants", "en", "ru", "witness")
BODIES: Final = ("code", "name", "variants", "witness")
ORGANISATION_KINDS: Final = frozenset({"organisation", "alliance", "court", "mission", "bank", "body", "ngo", "rating"})
GROUP_KINDS: Final = frozenset({"armed", "movement", "party"})


def body_names(lang: str, tables: ActorTables = SHIPPED) -> Iterator[Name]:
    """The names of organisations and groups in a language (tr, en or ru), and in Turkish those of states' bodies."""
    for row, kind, code in _bodies(tables):
        if kind is not NameKind.BODY or lang == HOME:
            full = row["name"]
            for spelling in (full, *row.many("variants")) if lang == HOME else row.many(lang):
                yield Name(spelling, full, kind, code)


@cache
def _bodies(tables: ActorTables) -> tuple[tuple[Row, NameKind, ActorCode], ...]:
    """The rows of all bodies, read and checked once for all languages."""
    organisations = tables.rows("organisations.tsv", ORGANISATIONS)
    groups, bodies = tables.rows("groups.tsv", GROUPS), tables.rows("bodies.tsv", BODIES)
    return (
        *((row, NameKind.ORGANISATION, organisation(row, tables)) for row in organisations),
        *((row, NameKind.GROUP, group(row, tables)) for row in groups),
        *((row, NameKind.BODY, body(row, tables)) for row in bodies),
    )


def organisation(row: Row, tables: ActorTables = SHIPPED) -> ActorCode:
    """The code of one international organisation; raises LexiconError when its row is wrong."""
    row.known("kind", row["kind"], ORGANISATION_KINDS)
    return _checked(row, f"{row['code']} {row['sector']}", tables)


def group(row: Row, tables: ActorTables = SHIPPED) -> ActorCode:
    """The code of one group; raises LexiconError when its row is wrong."""
    row.known("kind", row["kind"], GROUP_KINDS)
    return _checked(row, row["code"], tables)


def body(row: Row, tables: ActorTables = SHIPPED) -> ActorCode:
    """The code of one body of a state, or of one of its companies and media; raises LexiconError likewise."""
    code = _checked(row, row["code"], tables)
    if code.principal not in load_states(tables):
        raise row.error(f"no state {code.principal}")
    return code


def _checked(row: Row, code: str, tables: ActorTables) -> ActorCode:
    row.needs("name")
    witnesses(row, tables)
    return actor_code(row, code)


def actor_code(row: Row, text: str) -> ActorCode:
    """A code with its sector, or that of the unknown; raises LexiconError when it is none."""
    try:
        code = ActorCode.parse(text)
    except ValueError as error:
        raise row.error(str(error)) from error
    known = code.principal.isalnum() or code.principal == UNKNOWN_PRINCIPAL
    if code != UNKNOWN and not (code.sector and known):
        raise row.error(f"no actor code: {text!r}")
    return code


def principals(tables: ActorTables = SHIPPED) -> frozenset[str]:
    """The principals of all organisations."""
    return frozenset(code.principal for _, kind, code in _bodies(tables) if kind is NameKind.ORGANISATION)


def group_names(tables: ActorTables = SHIPPED) -> frozenset[str]:
    """The names under which groups are held."""
    return frozenset(row["name"] for row, kind, _ in _bodies(tables) if kind is NameKind.GROUP)
