"""Whether two names can mean the same person: by name part, over spellings and scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from haberci.core.lexicon import read_rows
from haberci.core.spelling import WORDS_HELD, may_begin, plain, sound_alike, without_ending

VARIANTS: Final = ("variants", "example")
WORDS: Final = ("kind", "word", "example")
KINDS: Final = ("title", "particle")
_SPLIT: Final = re.compile(r"[\s,()\"“”]+")

WRITTEN_LONGER: Final = 4  # letters by which one spelling of a word may be longer than another


class Likeness(StrEnum):
    """What two names are to each other."""

    SAME = "same"
    PART = "part"  # one of them is a part of the other, which others may share: Caparov, Sadır Caparov
    DIFFERENT = "different"


class Parts(NamedTuple):
    """A person's name without titles and particles: its words in order, hyphens parted; an initial is one letter."""

    words: tuple[str, ...]

    def initials(self) -> tuple[str, ...]:
        """The initials among the words."""
        return tuple(plain(word) for word in self.words if is_initial(word))


@cache
def name_variants() -> Mapping[str, frozenset[int]]:
    """Names that are one name in other languages, or its short form: the rows of ``name_variants.tsv`` of each."""
    found: dict[str, set[int]] = {}
    for row in read_rows("actors/name_variants.tsv", VARIANTS):
        row.needs("example")
        for name in row.many("variants"):
            found.setdefault(plain(name), set()).add(row.line)
    return MappingProxyType({name: frozenset(rows) for name, rows in found.items()})


@cache
def name_words() -> Mapping[str, frozenset[str]]:
    """Titles before a name and particles inside it, by kind."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for row in read_rows("actors/name_words.tsv", WORDS):
        row.needs("example")
        found[row.one_of("kind", KINDS)].add(plain(row.needs("word")))
    return MappingProxyType({kind: frozenset(words) for kind, words in found.items()})


@lru_cache(WORDS_HELD)
def parts_of(name: str) -> Parts:
    """The words of a name that tell who it is; what stands before its last title is no part of it."""
    words = [without_ending(word) for word in _SPLIT.split(name) if word]
    titles, particles = name_words()["title"], name_words()["particle"]
    heads = [n for n, word in enumerate(words[:-1], 1) if plain(word) in titles]
    words = words[heads[-1] :] if heads else words
    told = [part for word in words for part in re.split(r"[-–]", word) if plain(part)]
    bare = [word for word in told if plain(word) not in particles or word[0].isupper()]
    return Parts(tuple(bare or told))


def is_initial(word: str) -> bool:
    """Whether a word is an initial: ``V.``, ``W``."""
    return len(word) < 3 and len(word.rstrip(".")) == 1


def compare_people(left: str, right: str) -> Likeness:
    """Whether two names can be one person's.

    The last part must agree, and every other part of the shorter name must stand in the longer one, in order; initials
    agree with what they begin. One part alone is no more than a part of a name.
    """
    short, long = sorted((parts_of(left), parts_of(right)), key=lambda parts: len(parts.words))
    if not short.words or not _ends_agree(short.words, long.words):
        return Likeness.DIFFERENT
    if len(short.words) == 1:
        return Likeness.SAME if len(long.words) == 1 or _is_whole(short.words[0], long.words) else Likeness.PART
    initials = short.initials(), long.initials()
    if all(initials) and initials[0] != initials[1]:
        return Likeness.DIFFERENT
    return Likeness.SAME if _stand_in(short.words, long.words) else Likeness.DIFFERENT


def same_part(left: str, right: str) -> bool:
    """Whether two parts of names can be spellings of one: by sound, as variants, or as an initial and its name."""
    if is_initial(left) or is_initial(right):
        return plain(left)[:1] == plain(right)[:1]
    variants = name_variants()
    rows = variants.get(plain(left), frozenset()) & variants.get(plain(right), frozenset())
    return bool(rows) or sound_alike(left, right)


def _ends_agree(short: Sequence[str], long: Sequence[str]) -> bool:
    if is_initial(short[-1]) or is_initial(long[-1]):
        return False
    return same_part(short[-1], long[-1]) or _is_whole(short[-1], long) or _is_whole(long[-1], short)


def _is_whole(word: str, words: Sequence[str]) -> bool:
    """Whether a word is two others written as one: Abdulfettah, Abdel Fattah."""
    return len(words) > 1 and _joined(words[-2], words[-1], word)


def _joined(first: str, second: str, word: str) -> bool:
    if abs(len(first) + len(second) - len(word)) > WRITTEN_LONGER or is_initial(first) or is_initial(second):
        return False
    return may_begin(first, word) and sound_alike(first + second, word)


def _stand_in(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of one name stand in another in order; a word may be two of the other's written as one."""
    if not short:
        return True
    for n, word in enumerate(long):
        if n and is_initial(word) and not is_initial(short[0]):
            continue  # John J. Sullivan is no Jake Sullivan
        if same_part(short[0], word):
            return _stand_in(short[1:], long[n + 1 :])
        if n + 1 < len(long) and _joined(word, long[n + 1], short[0]):
            return _stand_in(short[1:], long[n + 2 :])
        if len(short) > 1 and _joined(short[0], short[1], word):
            return _stand_in(short[2:], long[n + 1 :])
    return False
