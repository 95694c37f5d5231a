"""Finds the common words that have one restoration wherever they stand, by restoring each as the damages leave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from haberci.languages.tr.casing import upper
from haberci.languages.tr.letters.known import ASCII, LATIN1, SAME, pack_known, without
from haberci.languages.tr.letters.model import LetterModel, WordForm
from haberci.languages.tr.letters.scan import Scanner
from haberci.languages.tr.letters.tokens import Gap
from haberci.languages.tr.letters.words import SURE, Restorer

MOST_SMALL, MOST_CAPITAL = 100_000, 20_000  # words; rarer ones are looked up among all forms

Table = Mapping[str, Sequence[WordForm]]


def known_part(model: LetterModel, table: Table) -> bytes:
    """The lists, as one part of a model file; ``model`` has the same table, and no lists yet."""
    words = [*_small(table), *_capital(table)]
    latin1, ascii_ = (set(_restored(words, Scanner(Restorer(model, lost, {})), lost)) for lost in (LATIN1, ASCII))
    both, only_latin1 = latin1 & ascii_, latin1 - ascii_
    return pack_known([word for word in words if word in both], [word for word in words if word in only_latin1])


def _small(table: Table) -> list[str]:
    """The commonest words that are written small."""
    counted = [(-form.small - form.initial, form.word) for forms in table.values() for form in forms]
    return [word for count, word in sorted(counted)[:MOST_SMALL] if count < 0]


def _capital(table: Table) -> list[str]:
    """The commonest words that are written with a capital, so often that no name of a register comes before them."""
    counted = [
        (-form.capital, form.word)
        for forms in table.values()
        for form in forms
        if form.capital >= SURE and len(form.word) > 1
    ]
    return [upper(word[:1]) + word[1:] for _, word in sorted(counted)[:MOST_CAPITAL]]


def _restored(words: Sequence[str], scanner: Scanner, lost: frozenset[str]) -> Iterator[str]:
    """The words that are restored from what the damage leaves of them, behind a space and at a start alike."""
    for word in words:
        damaged = without(word, lost)
        found = [scanner.first(damaged, gap) for gap in (Gap.WITHIN, Gap.START)]
        if all(one == SAME if damaged == word else one == (word, "letters.lexicon") for one in found):
            yield word
