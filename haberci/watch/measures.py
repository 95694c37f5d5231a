"""What is counted of deeds: measures, each a set of types (``data/watch/measures.tsv``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from haberci.core.codebook import EventType
from haberci.core.lexicon import Row, read_rows
from haberci.watch.records import Deed

COLUMNS = ("measure", "types", "counts", "says")


class Measure(NamedTuple):
    """A count over deeds of some types: of the deeds, or of the deaths they tell. ``says`` is it in words."""

    name: str
    types: frozenset[EventType]
    deaths: bool
    says: str

    def of(self, deed: Deed) -> int:
        """What a deed adds to the count; only what happened counts."""
        if deed.type not in self.types or not deed.happened:
            return 0
        return deed.deaths if self.deaths else 1


@cache
def load_measures() -> Mapping[str, Measure]:
    """The measures by name; raises LexiconError when a row is wrong."""
    return MappingProxyType({row.needs("measure"): _measure(row) for row in read_rows("watch/measures.tsv", COLUMNS)})


def _measure(row: Row) -> Measure:
    types = row.many("types", " ")
    known = frozenset(EventType(row.known("type", name, [t.value for t in EventType])) for name in types)
    return Measure(row["measure"], known, row.one_of("counts", ("deeds", "deaths")) == "deaths", row.needs("says"))
