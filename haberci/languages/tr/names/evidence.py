"""What the rest of a report tells of a word that may be a name, and which names the register of actors knows in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from haberci.core.actors import Found, NameIndex, name_index
from haberci.core.recent import Recent
from haberci.core.register import load_register
from haberci.languages.tr.casing import lower
from haberci.languages.tr.names.lexicon import FOREIGN_GIVEN, GIVEN
from haberci.languages.tr.names.words import ENDINGS, WordReader, WordType, capitals, parted
from haberci.languages.tr.naming import load_naming

FLAGS: Final = (
    "mid",
    "title",
    "given",
    "behind",
    "apo",
    "loc",
    "dat",
    "li",
    "place",
    "body",
    "before",
    "polite",
    "all",
)
_BIT: Final = {flag: 1 << place for place, flag in enumerate(FLAGS)}
MOST: Final = 3  # more of the same word tell no more
LONGEST_ENDING: Final = 8
MOST_HELD: Final = 16_384  # spellings that are kept, and as many of those before them
Readings = tuple[tuple[str, str], ...]


class Evidence:
    """Where each capitalised word of one report stands, gathered over all its sentences."""

    def __init__(self, sentences: Sequence[Sequence[str]], placed: Recent[str, Placed]) -> None:
        """``placed`` is what ``placing`` gives."""
        self._any: dict[str, int] = {}
        self._twice: dict[str, int] = {}
        self._count: dict[str, int] = {}
        self._own: list[dict[int, tuple[str, int]]] = []
        for words in sentences:
            own = {at: _standing(words, at, placed) for at in capitals(words)}
            for stem, flags in own.values():
                held = self._any.get(stem, 0)
                self._twice[stem] = self._twice.get(stem, 0) | (held & flags)
                self._any[stem] = held | flags
                self._count[stem] = self._count.get(stem, 0) + 1
            self._own.append(own)

    def capitals(self, sentence: int) -> Collection[int]:
        """The places of a sentence's words with a capital, in order."""
        return self._own[sentence].keys()

    def elsewhere(self, sentence: int, at: int) -> tuple[int, int] | None:
        """The flags of the same word elsewhere in the report, and how often it stands there; None for small words."""
        found = self._own[sentence].get(at)
        if found is None:
            return None
        stem, own = found
        return (self._any[stem] & ~own) | self._twice[stem], min(self._count[stem] - 1, MOST)


class Placed(NamedTuple):
    """A word as evidence: in small letters, and the flags that it gives to itself, to the one behind, and before it."""

    stem: str
    own: int
    behind: int
    before: int
    is_bare: bool


def placing(reader: WordReader) -> Recent[str, Placed]:
    """Each word as evidence, found once a spelling."""
    return Recent(lambda word: _placed(word, reader.read(word)), MOST_HELD)


def _placed(word: str, told: WordType) -> Placed:
    stem, suffix, capital, cues = told.small, told.suffix, told.capital, told.cues
    own = _BIT["all"] if capital and word.isupper() else 0
    if suffix is not None:
        own |= _BIT["apo"] | _BIT.get(ENDINGS.get(suffix, ""), 0)
    behind = _BIT["mid"] | (_BIT["title"] if "before-person" in cues else 0)
    if capital and suffix is None:
        lists = told.known.lists
        behind |= _BIT["given"] if GIVEN in lists or FOREIGN_GIVEN in lists else _BIT["behind"]
    before = _BIT["before"] if capital else 0
    for cue in ("place", "body", "polite"):
        before |= _BIT[cue] if f"after-{cue}" in cues else 0
    return tuple.__new__(Placed, (stem, own, behind, before, suffix is None))


def _standing(words: Sequence[str], at: int, placed: Recent[str, Placed]) -> tuple[str, int]:
    """A capitalised word in small letters, and the flags of where it stands."""
    stem, flags, _, _, is_bare = placed[words[at]]
    if at:
        flags |= placed[words[at - 1]].behind
    if is_bare and at + 1 < len(words):
        flags |= placed[words[at + 1]].before
    return stem, flags


@lru_cache(maxsize=4096)
def evidence_features(flags: int, count: int) -> tuple[str, ...]:
    """What is told of a word by its like elsewhere in the report."""
    found = ["D" + flag for flag, bit in _BIT.items() if flags & bit]
    found.append(f"Dn{count}")
    if not flags & _BIT["mid"]:
        found.append("Dnomid")
    if flags & (_BIT["title"] | _BIT["given"] | _BIT["polite"]):
        found.append("Dper" + "L" * bool(flags & (_BIT["loc"] | _BIT["place"])))
    return tuple(found)


@cache
def _index() -> NameIndex:
    return name_index(load_register(), lower)


@lru_cache(maxsize=16384)
def _readings(word: str) -> Readings:
    """A word's stem and ending; of a capitalised word also those with an ending that lost its apostrophe."""
    bare, suffix = parted(word)
    small = lower(bare)
    if suffix is not None:
        return ((small, suffix),)
    if not word[0].isupper():
        return ((small, ""),)
    endings = load_naming().endings
    cuts = range(len(small) - 1, max(3, len(small) - LONGEST_ENDING - 1), -1)
    return ((small, ""), *((small[:k], small[k:]) for k in cuts if small[k:] in endings))


def registered(words: Sequence[str], among: Iterable[int]) -> dict[int, str]:
    """What the register of actors says of each word of a name that it knows and that begins at one of some places."""
    return dict(_registered(words, among))


@lru_cache(maxsize=32768)
def _may_begin(word: str) -> bool:
    """Whether a name of the register begins with a word with a capital."""
    root = _index().root
    return any(stem in root for stem, _ in _readings(word))


def _registered(words: Sequence[str], among: Iterable[int]) -> Iterator[tuple[int, str]]:
    stop = 0
    for at in [at for at in among if _may_begin(words[at])]:
        found = _index().longest(lambda k: _readings(words[k]), at, len(words)) if at >= stop else None
        if found is None or not _is_written_so(found, words[at]):
            continue
        tag = _register_tag(found)
        for k in range(found.length):
            yield at + k, f"{tag}{'B' if k == 0 else 'I'}{'1' if found.length == 1 else 'n'}"
        stop = at + found.length


def _is_written_so(found: Found, word: str) -> bool:
    """Whether an acronym of the register stands in capitals in the text, too."""
    spelling = found.names[0].spelling
    return found.length > 1 or not spelling.isupper() or word[: len(spelling)].isupper()


def _register_tag(found: Found) -> str:
    name = found.names[0]
    return f"{name.kind.value}{'w' * name.is_word}{'s' * name.is_short}{'e' * bool(found.ending)}"
