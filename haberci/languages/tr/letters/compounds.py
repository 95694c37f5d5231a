"""Words that were never counted and are two counted ones: ``Karabayır``, ``bölücübaşı``."""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import Final

from haberci.languages.tr.letters.model import LetterModel, WordForm
from haberci.languages.tr.letters.ngram import Ambiguous

_SHORTEST, _SHORTEST_NAMED = 4, 3  # letters of either part, and of a name's
_BOTH: Final = 7  # letters of both
_SEEN: Final = 5  # so often must either be counted
_SHORT_SEEN: Final = 30  # and so often where it is as short as can be


def compound(model: LetterModel, word: Ambiguous, named: bool) -> str | None:
    """The likeliest spelling of a word, or of what may be a name, as two counted ones; None when it is none."""
    found = list(_halves(model, word, _SHORTEST_NAMED if named else _SHORTEST))
    return max(found)[1] if found else None


def _halves(model: LetterModel, word: Ambiguous, shortest: int) -> Iterator[tuple[float, str]]:
    size = len(word.folded)
    for cut in range(shortest, size - shortest + 1 if size >= _BOTH else 0):
        tails = _parts(model, word, cut, size)
        for head in _parts(model, word, 0, cut) if tails else ():
            for tail in tails:
                yield log(head.total) + log(tail.total), head.word + tail.word


def _parts(model: LetterModel, word: Ambiguous, start: int, stop: int) -> list[WordForm]:
    """The counted forms that a part of the word may be."""
    least = _SHORT_SEEN if stop - start == _SHORTEST_NAMED else _SEEN
    forms = model.forms(word.folded[start:stop])
    return [form for form in forms if form.total >= least and word.allows(start, form.word)]
