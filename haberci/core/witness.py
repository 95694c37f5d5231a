"""What a row of the register rests on, so that it can be checked: ``geonames:1220164``, or a page's address."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from haberci.core.lexicon import Row, read_rows

COLUMNS = ("key", "what", "licence")
PAGES = ("https://", "http://")


@cache
def witness_keys() -> Mapping[str, str]:
    """The sources that a witness may name, and what the item behind the colon is in each."""
    return {row.needs("key"): row.needs("what") for row in read_rows("actors/witnesses.tsv", COLUMNS)}


def witnesses(row: Row) -> tuple[str, ...]:
    """The witnesses of a row, parted by spaces; raises LexiconError when it has none or names no known source."""
    found = tuple(row.needs("witness").split())
    for witness in found:
        key, _, item = witness.partition(":")
        if not witness.startswith(PAGES):
            row.known("witness", key, witness_keys())
        if not item:
            raise row.error(f"the witness {witness} names no item")
    return found
