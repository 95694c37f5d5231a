"""What a row of the register rests on, so that it can be checked: ``geonames:1220164``, or a page's address."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from haberci.core.actor_tables import SHIPPED, ActorTables
from haberci.core.lexicon import Row

COLUMNS: Final = ("key", "what", "licence")
PAGES: Final = ("https://", "http://")


@cache
def witness_keys(tables: ActorTables = SHIPPED) -> Mapping[str, str]:
    """The sources that a witness may name, and what the item behind the colon is in each."""
    return {row.needs("key"): row.needs("what") for row in tables.rows("witnesses.tsv", COLUMNS)}


def witnesses(row: Row, tables: ActorTables = SHIPPED) -> tuple[str, ...]:
    """The witnesses of a row, parted by spaces; raises LexiconError when it has none or names no known source."""
    found = tuple(row.needs("witness").split())
    for witness in found:
        key, _, item = witness.partition(":")
        if not witness.startswith(PAGES):
            row.known("witness", key, witness_keys(tables))
        if not item:
            raise row.error(f"the witness {witness} names no item")
    return found
