"""The letters of a word that no list knows: decided one by one, from left to right, by what stands around each.

A letter that may be two (s or ş, i or ı …) is judged by a logistic model over the letters around it: those to the left
as already restored, those to the right without marks, and the last vowel, which the next one mostly follows.
The weights are learned by ``learn_letters`` from word forms; features are hashed into a table of signed bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

MARKED = {"s": "ş", "g": "ğ", "i": "ı", "c": "ç", "o": "ö", "u": "ü"}
SIZE_BITS = 20
_MASK = (1 << SIZE_BITS) - 1
_WINDOWS = (
    (1, 0), (2, 0), (3, 0), (4, 0), (0, 1), (0, 2), (0, 3), (0, 5), (1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3),
    (3, 2), (2, 3), (3, 3), (4, 2), (2, 4), (4, 4), (5, 1), (6, 2),
)  # fmt: skip


def features(folded: str, left: str, at: int) -> list[int]:
    """The places in the table of what speaks at ``folded[at]``, when ``left`` is what is restored before it."""
    letter = folded[at]
    before, after = "^^^^^^" + left, folded[at + 1 :] + "$$$$$"
    end = len(before)
    found = [f"{letter}{before[end - back :]}_{after[:ahead]}" for back, ahead in _WINDOWS]
    vowel = next((c for c in reversed(left) if c in "aeıioöuü"), "-")
    found += [f"{letter}V{vowel}", f"{letter}V{vowel}{after[0]}", f"{letter}V{vowel}{after[:2]}", f"{letter}W{left}"]
    return [crc32(f.encode()) & _MASK for f in found]


def restore(weights: bytes, word: str, folded: str, known: str, may: Callable[[str, str], bool]) -> str:
    """The likeliest spelling, in small letters, of a word in small letters.

    ``known`` is its beginning where that is certain; ``may(letter, marked)`` says what may change.
    """
    left = known
    for at in range(len(known), len(word)):
        letter = word[at]
        marked = MARKED.get(letter)
        if marked is not None and may(letter, marked):
            score = sum(weights[place] - 128 for place in features(folded, left, at))
            letter = marked if score > 0 else letter
        left += letter
    return left
