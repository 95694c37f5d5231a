"""Acronyms that a report explains: the long form with the acronym in brackets behind it, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from haberci.languages.tr.casing import upper
from haberci.languages.tr.names.words import parted

SMALL: Final = frozenset({"ve", "ile", "için"})  # words that an acronym passes over
SHORTEST, LONGEST = 2, 10  # letters of an acronym
Words = Sequence[str]


class Pair(NamedTuple):
    """An acronym, at ``at`` in a sentence, and its long form, the words ``first`` to ``last`` of it."""

    sentence: int
    acronym: str
    at: int
    first: int
    last: int
    long: str


def acronym_pairs(sentences: Sequence[Words], bodies: Sequence[Sequence[tuple[int, int]]]) -> list[Pair]:
    """The acronyms that are explained. ``bodies`` are the stretches of organisations in each sentence: where the
    letters do not tell (OECD), the one right before the brackets is the long form.
    """
    return [
        pair for number, words in enumerate(sentences) if "(" in words for pair in _pairs(number, words, bodies[number])
    ]


def _pairs(number: int, words: Words, bodies: Sequence[tuple[int, int]]) -> Iterator[Pair]:
    for at in range(1, len(words) - 2):
        if words[at] != "(":
            continue
        found = None
        if words[at + 2] == ")" and is_acronym(words[at + 1]):
            found = _behind(words, at, bodies)
            place = at + 1
        elif is_acronym(parted(words[at - 1])[0]):
            found = _before(words, at)
            place = at - 1
        if found is not None:
            acronym = parted(words[place])[0]
            yield Pair(number, acronym, place, *found, _spelled(words[found[0] : found[1]]))


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym is: in capitals alone."""
    return SHORTEST <= len(word) <= LONGEST and word.isalpha() and word.isupper()


def _behind(words: Words, bracket: int, bodies: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The long form that ends right before a bracket."""
    letters = words[bracket + 1]
    at, left = bracket - 1, len(letters)
    while at >= 0 and left and _gives(words[at], letters[left - 1]):
        left -= words[at] not in SMALL
        at -= 1
    first = at + 1
    if not left and words[first] not in SMALL:
        return (first, bracket) if bracket - first > 1 else None
    return next(((start, stop) for start, stop in bodies if stop == bracket and stop - start > 1), None)


def _before(words: Words, bracket: int) -> tuple[int, int] | None:
    """The long form in the brackets behind an acronym."""
    letters = parted(words[bracket - 1])[0]
    try:
        close = words.index(")", bracket)
    except ValueError:
        return None
    told = [word for word in words[bracket + 1 : close] if word not in SMALL]
    fits = len(told) == len(letters) and all(map(_gives, told, letters))
    return (bracket + 1, close) if fits and len(told) > 1 else None


def _gives(word: str, letter: str) -> bool:
    """Whether a word stands for a letter of an acronym, or is passed over."""
    return word in SMALL or (word[0].isupper() and upper(word[0]) == letter)


def _spelled(words: Words) -> str:
    return " ".join([*words[:-1], parted(words[-1])[0]])
