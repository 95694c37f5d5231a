"""Who only brings others together, and is no side himself."""

from __future__ import annotations

from collections.abc import Sequence

from haberci.core.morph import GEN, Case
from haberci.core.naming import Group, NamingTable
from haberci.core.report import Token


def mediates(tokens: Sequence[Token], last: int, case: Case, naming: NamingTable) -> bool:
    """Whether the words behind a phrase that ends before ``last`` say so: "Norveç'in arabuluculuğunda"."""
    if case is not GEN:
        return False
    behind = [token.lower for token in tokens[last : last + 2]]
    return not naming.words[Group.MEDIATING].isdisjoint((" ".join(behind), *behind[:1]))
