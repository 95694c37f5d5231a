"""Spellings that a neighbour settles: ``yasama dönemi``, not ``yaşama``. The table is ``tr/letters_pairs.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from haberci.core.lexicon import read_rows
from haberci.languages.tr.casing import fold


@dataclass(frozen=True, slots=True)
class LetterPair:
    """A spelling, whole words that stand before it, and beginnings of words that stand after it (folded)."""

    word: str
    before: frozenset[str]
    after: tuple[str, ...]

    def fits(self, before: str, after: str) -> bool:
        """Whether one of the two neighbours (folded) is of this pair."""
        return before in self.before or (bool(self.after) and after.startswith(self.after))


@cache
def letter_pairs() -> Mapping[str, tuple[LetterPair, ...]]:
    """The pairs by folded spelling; raises LexiconError when a row has neither neighbour."""
    found: dict[str, tuple[LetterPair, ...]] = {}
    for row in read_rows("tr/letters_pairs.tsv", ("word", "before", "after", "example")):
        before, after = map(fold, row.many("before")), map(fold, row.many("after"))
        pair = LetterPair(row.needs("word"), frozenset(before), tuple(after))
        if not (pair.before or pair.after):
            raise row.error(f"{pair.word} has no neighbour")
        if fold(pair.word) not in fold(row.needs("example")).split():
            raise row.error(f"the example does not hold {pair.word}")
        found[fold(pair.word)] = (*found.get(fold(pair.word), ()), pair)
    return found
