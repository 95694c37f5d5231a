"""The bodies of the register: international organisations, armed groups, movements, parties, and bodies of states."""

from __future__ import annotations

from collections.abc import Iterator

from haberci.core.actor_tables import SHIPPED, ActorTables
from haberci.core.actors import UNKNOWN_PRINCIPAL, ActorCode, Name, NameKind
from haberci.core.lexicon import Row
from haberci.core.states import HOME, load_states
from haberci.core.witness import witnesses

ORGANISATIONS = ("code", "sector", "kind", "name", "variants", "en", "ru", "witness")
GROUPS = ("code", "kind", "name", "variants", "en", "ru", "witness")
BODIES = ("code", "name", "variants", "witness")
ORGANISATION_KINDS = frozenset({"organisation", "alliance", "court", "mission", "bank", "body", "ngo", "rating"})
GROUP_KINDS = frozenset({"armed", "movement", "party"})


def body_names(lang: str, tables: ActorTables = SHIPPED) -> Iterator[Name]:
    """The names of organisations and groups in a language (tr, en or ru), and in Turkish those of states' bodies."""
    for row in tables.rows("organisations.tsv", ORGANISATIONS):
        yield from organisation(row, lang, tables)
    for row in tables.rows("groups.tsv", GROUPS):
        yield from group(row, lang, tables)
    if lang == HOME:
        for row in tables.rows("bodies.tsv", BODIES):
            yield from body(row, lang, tables)


def organisation(row: Row, lang: str, tables: ActorTables = SHIPPED) -> Iterator[Name]:
    """The names of one international organisation."""
    row.known("kind", row["kind"], ORGANISATION_KINDS)
    witnesses(row, tables)
    return _named(row, lang, NameKind.ORGANISATION, actor_code(row, f"{row['code']} {row['sector']}"))


def group(row: Row, lang: str, tables: ActorTables = SHIPPED) -> Iterator[Name]:
    """The names of one group."""
    row.known("kind", row["kind"], GROUP_KINDS)
    witnesses(row, tables)
    return _named(row, lang, NameKind.GROUP, actor_code(row, row["code"]))


def body(row: Row, lang: str, tables: ActorTables = SHIPPED) -> Iterator[Name]:
    """The names of one body of a state, or of one of its companies and media."""
    code = actor_code(row, row["code"])
    if code.principal not in load_states(tables):
        raise row.error(f"no state {code.principal}")
    witnesses(row, tables)
    return _named(row, lang, NameKind.BODY, code)


def actor_code(row: Row, text: str) -> ActorCode:
    """A code with its sector; raises LexiconError when it is none."""
    try:
        code = ActorCode.parse(text)
    except ValueError as error:
        raise row.error(str(error)) from error
    if not code.sector or not (code.principal.isalnum() or code.principal == UNKNOWN_PRINCIPAL):
        raise row.error(f"no actor code: {text!r}")
    return code


def principals(tables: ActorTables = SHIPPED) -> frozenset[str]:
    """The principals of all organisations."""
    return frozenset(row["code"] for row in tables.rows("organisations.tsv", ORGANISATIONS))


def _named(row: Row, lang: str, kind: NameKind, code: ActorCode) -> Iterator[Name]:
    full = row.needs("name")
    for spelling in (full, *row.many("variants")) if lang == HOME else row.many(lang):
        yield Name(spelling, full, kind, code)
