"""Common words that have one restoration wherever they stand, by their damaged spelling: one look-up tells it.

The model keeps them as sound texts spell them, in six lists: without marks, with ç ö ü alone, with ş ğ ı İ, and the
same of those that have one restoration only where ç ö ü are left. Most words of a text are among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from typing import Final

NONE: Final[frozenset[str]] = frozenset()
LATIN1: Final = frozenset("şğı")  # what a code page without Turkish letters has no room for
ASCII: Final = frozenset("şğıçöü")
REASON: Final = "letters.lexicon"

Restored = tuple[str, str]  # a word, and the id of the rule ("" when nothing changed)
SAME: Final[Restored] = ("", "")  # a word that stays

_PLAIN: Final = {
    LATIN1: tuple(zip("şğıŞĞİ", "sgiSGI", strict=True)),
    ASCII: tuple(zip("şğıŞĞİçöüÇÖÜ", "sgiSGIcouCOU", strict=True)),
}
_LISTS: Final = 6


def without(word: str, lost: frozenset[str]) -> str:
    """Sound words as a text has them that lost its letters: LATIN1 or ASCII."""
    for letter, plain in _PLAIN[lost]:
        word = word.replace(letter, plain)
    return word


def pack_known(words: Iterable[str], only_latin1: Iterable[str]) -> bytes:
    """The lists as one part of a file."""
    lists: list[list[str]] = [[] for _ in range(_LISTS)]
    for first, group in ((0, words), (3, only_latin1)):
        for word in group:
            marked = 2 if without(word, LATIN1) != word else 1 if without(word, ASCII) != word else 0
            lists[first + marked].append(word)
    return "\n\n".join("\n".join(one) for one in lists).encode()


@lru_cache(maxsize=8)
def known_words(packed: str, lost: frozenset[str]) -> dict[str, Restored]:
    """What becomes of each word of the lists, by its damaged spelling; empty for losses that no code page makes."""
    found: dict[str, Restored] = {}
    if lost not in _PLAIN:
        return found
    lists = packed.split("\n\n")
    for number, one in enumerate(lists if lost == LATIN1 else lists[:3]):
        if number % 3 == 2 or (number % 3 == 1 and lost == ASCII):
            found.update(zip(without(one, lost).split("\n"), zip(one.split("\n"), repeat(REASON)), strict=True))
        else:
            found.update(dict.fromkeys(one.split("\n"), SAME))
    found.pop("", None)
    return found
