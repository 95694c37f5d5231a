"""The words of a damaged text, as the restoring of letters sees them: runs of letters, and how each is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple


class Written(IntEnum):
    """How a word is written, and where: its capitals tell whether it may be a name."""

    SMALL = 0
    CAPITAL = 1  # within a sentence: a name, or a word of a title
    INITIAL = 2  # at the start of a sentence or quotation: any word
    CAPITALS = 3
    SUFFIX = 4  # behind an apostrophe or a run of capitals
    LOUD = 5  # in capitals, as all that stands around it


class LetterWord(NamedTuple):
    """A run of letters ``text[start:stop]``."""

    start: int
    stop: int
    text: str
    written: Written


class Gap(IntEnum):
    """What stands between two words, or before the first."""

    WITHIN = 0  # a space, a comma, nothing: the sentence goes on
    START = 1  # a sentence or quotation begins
    SUFFIX = 2  # an apostrophe: a suffix follows
    NONE = 3  # nothing


class Part:
    """A stretch of a text, from ``start`` on; it is cut into words once, when asked for."""

    __slots__ = ("_pieces", "_words", "start", "text")

    def __init__(self, text: str, start: int = 0) -> None:
        self.text, self.start = text, start
        self._words: list[LetterWord] | None = None
        self._pieces: list[str] | None = None

    @property
    def pieces(self) -> list[str]:
        """Gaps and words in turn, a gap first and last. Addresses and tags are in the gaps, without their letters."""
        if self._pieces is None:
            self._pieces = _CUT.split(_without_addresses(self.text))
        return self._pieces

    @property
    def is_loud(self) -> bool:
        """Whether the stretch is written in capitals."""
        if not self.text[:_GLANCED].isupper():
            return False
        words = self.pieces[1::2]
        return sum(map(str.isupper, words)) >= _LOUD * len(words) > 1

    @property
    def words(self) -> list[LetterWord]:
        """All runs of letters, in order (offsets within the stretch)."""
        if self._words is None:
            self._words = list(letter_words(self.text))
        return self._words


_GLANCED: Final = 8  # characters
_LOUD: Final = 0.9  # of the words of a stretch in capitals are in capitals


def _letters(capital: bool) -> str:
    ranges = (range(0x41, 0x250), range(0x1E00, 0x1F00))
    return "".join(chr(n) for r in ranges for n in r if (chr(n).isupper() if capital else chr(n).islower()))


_CAPITALS, _SMALLS = _letters(True), _letters(False)
# "ettiNazir" is two words, "TBMMnin" an acronym and its suffix.
_WORD: Final = re.compile(f"[{_CAPITALS}]{{2,}}|[{_CAPITALS}][{_SMALLS}]*|[{_SMALLS}]+")
_CUT: Final = re.compile(f"({_WORD.pattern})")
_CAPITAL_SET: Final = frozenset(_CAPITALS)
_DOMAIN: Final = re.compile("://|www\\.|\\.(?:com|org|net|gov|edu|info|tr)\\b")
_ADDRESSED: Final = ("@", "#", "://", "www.", ".com", ".org", ".net", ".gov", ".edu", ".info", ".tr")
_ADDRESS: Final = re.compile(
    "https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w.-]*\\w|[@#]\\w+|[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|org|net|gov|edu|info)(?:\\.\\w\\w)?\\b(?:/\\S*)?"
)
APOSTROPHES: Final = "'’‘´`ʼ′"
_SENTENCE_START: Final = re.compile("[.!?:;…\"“”„«»‘*•|/\n]|(?:^|[\\s(])['’`]|(?:^|\\s)[-–—]\\s")


def _without_addresses(text: str) -> str:
    """The text with web and mail addresses, names of accounts and tags blotted out, letter by letter."""
    if any(sign in text for sign in _ADDRESSED) and ("@" in text or "#" in text or _DOMAIN.search(text)):
        return _ADDRESS.sub(lambda match: "0" * len(match.group()), text)
    return text


@lru_cache(maxsize=65536)
def gap_of(gap: str) -> Gap:
    """What the characters between two words say of the one that follows."""
    if not gap:
        return Gap.NONE
    if gap[-1] in APOSTROPHES and (len(gap) == 1 or gap[-2].isalnum() or gap[-2] in ")%"):
        return Gap.SUFFIX
    starts = gap == "\n" or (len(gap) > 1 and _SENTENCE_START.search(gap) is not None)
    return Gap.START if starts else Gap.WITHIN


def is_capital(letter: str) -> bool:
    """Whether a letter is a capital one."""
    return letter in _CAPITAL_SET


def letter_words(text: str) -> Iterator[LetterWord]:
    """All runs of letters of the text, in order."""
    before, was_capitals = 0, False
    for match in _WORD.finditer(text):
        word, start, stop = match.group(), match.start(), match.end()
        if word[0] in _CAPITAL_SET:
            capitals = len(word) > 1 and word[1] in _CAPITAL_SET
            if capitals and is_suffix(text, start) and before == start - 1:
                written = Written.SUFFIX
            elif capitals:
                written = Written.CAPITALS
            elif start == 0 or before == 0 or (start - before > 1 and _SENTENCE_START.search(text, before, start)):
                written = Written.INITIAL
            else:
                written = Written.CAPITAL
        else:
            capitals = False
            glued = was_capitals and start == before
            written = Written.SUFFIX if glued or is_suffix(text, start) else Written.SMALL
        yield LetterWord(start, stop, word, written)
        before, was_capitals = stop, capitals


def is_suffix(text: str, start: int) -> bool:
    """Whether letters from ``start`` on stand right behind a word and its apostrophe: ``NATO'nun``, ``5'i``."""
    return start > 1 and text[start - 1] in APOSTROPHES and (text[start - 2].isalnum() or text[start - 2] in ")%")
