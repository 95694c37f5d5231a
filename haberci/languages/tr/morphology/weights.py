"""The learned costs of words and their neighbours (``tr/context.tsv``, made by ``learn_morphology``).

A cost is known by the tag of a reading and by what stands beside it; a cost that was not learned is 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from haberci.core.errors import LexiconError
from haberci.core.lexicon import read_rows

Costs = dict[str, float]
NOTHING: Final[Mapping[str, float]] = MappingProxyType({})


class OwnWeights(NamedTuple):
    """Costs of a tag, of a word with a tag, of a lemma with a part of speech and form (``NOUN|``)."""

    tags: Costs
    words: dict[str, Costs]
    lemmas: dict[str, Costs]


class ContextWeights(NamedTuple):
    """Costs of a tag beside others: each field by what stands beside it, then by the tag."""

    before: dict[str, Costs]
    after: dict[str, Costs]
    roughly_after: dict[str, Costs]
    between: dict[str, Costs]  # by both neighbours roughly, ``NOU:Nom|VER:``
    verb: dict[str, Costs]  # by the verb behind, then by case and possessive
    voice: dict[str, Costs]
    capital: Costs  # of a word with a capital behind another


@lru_cache(maxsize=1)
def _weights() -> tuple[OwnWeights, ContextWeights]:
    own, context = OwnWeights({}, {}, {}), ContextWeights({}, {}, {}, {}, {}, {}, {})
    single = {"t": own.tags, "k": context.capital}
    by_first = {"w": own.words, "l": own.lemmas, "p": context.before}
    by_last = {"n": context.after, "r": context.roughly_after, "v": context.verb, "o": context.voice}
    for row in read_rows("tr/context.tsv", ("feature", "cost")):
        try:
            cost = float(row["cost"])
        except ValueError:
            raise LexiconError(f"{row.file}:{row.line}: {row['cost']} is no number") from None
        kind, _, name = row.needs("feature").partition("|")
        first, _, last = name.partition("|")
        if kind in single:
            single[kind][name] = cost
        elif kind in by_first:
            by_first[kind].setdefault(first, {})[last] = cost
        elif kind in by_last:
            by_last[kind].setdefault(last, {})[first] = cost
        elif kind == "c":
            tag, _, after = last.partition("|")
            context.between.setdefault(f"{first}|{after}", {})[tag] = cost
        else:
            raise LexiconError(f"{row.file}:{row.line}: unknown kind of feature {kind}")
    return own, context


def own_weights() -> OwnWeights:
    """The costs of a reading by itself."""
    return _weights()[0]


def context_weights() -> ContextWeights:
    """The costs of a reading in its place."""
    return _weights()[1]
