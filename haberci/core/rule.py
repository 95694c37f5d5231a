"""A rule and its witness: what every claim of haberci can be traced to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that makes claims.

    ``id`` is stored with each claim (``event.consult.kabul-et``), ``says`` tells in one line what the rule holds, and
    ``example`` is a sentence on which it fires.
    """

    id: str
    says: str
    example: str


def rule_table(*groups: Iterable[Rule]) -> Mapping[str, Rule]:
    """All rules by id. Raises ValueError when an id stands twice."""
    table: dict[str, Rule] = {}
    for group in groups:
        for rule in group:
            if rule.id in table:
                raise ValueError(f"rule {rule.id} stands twice")
            table[rule.id] = rule
    return MappingProxyType(table)
