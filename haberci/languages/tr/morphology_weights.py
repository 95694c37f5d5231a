"""The learned costs of words and their neighbours (``tr/context.tsv``, made by ``learn_morphology``)."""

from __future__ import annotations

from functools import lru_cache

from haberci.core.errors import LexiconError
from haberci.core.lexicon import read_rows

_OWN = ("t|", "w|", "l|")


@lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    own: dict[str, float] = {}
    context: dict[str, float] = {}
    for row in read_rows("tr/context.tsv", ("feature", "cost")):
        name = row.needs("feature")
        try:
            (own if name.startswith(_OWN) else context)[name] = float(row["cost"])
        except ValueError:
            raise LexiconError(f"{row.file}:{row.line}: {row['cost']} is no number") from None
    return own, context


def own_weights() -> dict[str, float]:
    """Costs of a tag, of a word with a tag, of a lemma with a part of speech."""
    return _weights()[0]


def context_weights() -> dict[str, float]:
    """Costs of a tag beside others."""
    return _weights()[1]
