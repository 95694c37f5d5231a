"""Words that were never counted and are two counted ones: ``Karabayır``, ``bölücübaşı``."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from haberci.languages.tr.letters_model import LetterModel
from haberci.languages.tr.letters_ngram import Ambiguous

_HEAD, _TAIL = 3, 4  # letters of a first and a second part, at least
_SEEN = 20  # so often must either be counted


def compound(model: LetterModel, word: Ambiguous) -> str | None:
    """The likeliest spelling of a word as two counted ones; None when it is none."""
    found = list(_halves(model, word))
    return max(found)[1] if found else None


def _halves(model: LetterModel, word: Ambiguous) -> Iterator[tuple[float, str]]:
    for cut in range(_HEAD, len(word.folded) - _TAIL + 1):
        tails = [f for f in model.forms(word.folded[cut:]) if f.total >= _SEEN and word.allows(cut, f.word)]
        heads = (
            [f for f in model.forms(word.folded[:cut]) if f.total >= _SEEN and word.allows(0, f.word)] if tails else []
        )
        for head in heads:
            for tail in tails:
                yield log(head.total) + log(tail.total), head.word + tail.word
