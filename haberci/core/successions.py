"""Armed groups that came to rule a state: from a day on they are its government (codebook, section 4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from haberci.core.actor_tables import SHIPPED, ActorTables
from haberci.core.actors import ActorCode, ActorRegister, Name, NameIndex, NameKind, Succession, name_index, split_name
from haberci.core.bodies import actor_code, group_names
from haberci.core.witness import witnesses

SUCCESSIONS: Final = ("group", "since", "code", "witness")
DAY: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@cache
def load_successions(tables: ActorTables = SHIPPED) -> tuple[Succession, ...]:
    """All groups that came to rule; raises LexiconError naming file and line when a row is wrong."""
    found = []
    for row in tables.rows("successions.tsv", SUCCESSIONS):
        row.known("group", row.needs("group"), group_names(tables))
        if not DAY.fullmatch(row["since"]):
            raise row.error(f"since is no day: {row['since']}")
        witnesses(row, tables)
        found.append(Succession(row["group"], row["since"], actor_code(row, row["code"])))
    return tuple(found)


def names_on(register: ActorRegister, lower: Callable[[str], str], day: str | None) -> NameIndex:
    """The register's names under a language's small letters as they are on an ISO day, None where it is untold."""
    risen = tuple(s for s in register.successions if day is not None and s.since <= day)
    return _risen(register, lower, risen) if risen else name_index(register, lower)


@cache
def _risen(register: ActorRegister, lower: Callable[[str], str], risen: tuple[Succession, ...]) -> NameIndex:
    codes = {succession.group: succession.code for succession in risen}
    root: dict[str, object] = dict(name_index(register, lower).root)
    for entry in register.entries:
        if entry.kind is NameKind.GROUP and entry.full in codes:
            _replace(root, split_name(lower(entry.spelling)), codes)
    return NameIndex(root)


def _replace(root: dict[str, object], words: list[str], codes: dict[str, ActorCode]) -> None:
    """Give the groups under a row of words their new codes, in copies of the nodes on the way to them."""
    node = root
    for word in words:
        below = node.get(word)
        node[word] = below = dict(below) if isinstance(below, dict) else {}
        node = below
    held = node.get("", ())
    if isinstance(held, tuple):
        node[""] = tuple(_now(name, codes) for name in held)


def _now(name: Name, codes: dict[str, ActorCode]) -> Name:
    return name._replace(code=codes[name.full]) if name.kind is NameKind.GROUP and name.full in codes else name
