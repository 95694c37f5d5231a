"""The words of a damaged text, as the restoring of letters sees them: runs of letters, and how each is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple


class Written(IntEnum):
    """How a word is written, and where: its capitals tell whether it may be a name."""

    SMALL = 0
    CAPITAL = 1  # within a sentence: a name, or a word of a title
    INITIAL = 2  # at the start of a sentence or quotation: any word
    CAPITALS = 3
    SUFFIX = 4  # behind an apostrophe or a run of capitals


class LetterWord(NamedTuple):
    """A run of letters ``text[start:stop]``."""

    start: int
    stop: int
    text: str
    written: Written


class Part:
    """A stretch of a text, from ``start`` on; its words (offsets within the stretch) are found once, when asked for."""

    __slots__ = ("_words", "start", "text")

    def __init__(self, text: str, start: int = 0) -> None:
        self.text, self.start = text, start
        self._words: list[LetterWord] | None = None

    @property
    def words(self) -> list[LetterWord]:
        """All runs of letters, in order."""
        if self._words is None:
            self._words = list(letter_words(self.text))
        return self._words


def _letters(capital: bool) -> str:
    ranges = (range(0x41, 0x250), range(0x1E00, 0x1F00))
    return "".join(chr(n) for r in ranges for n in r if (chr(n).isupper() if capital else chr(n).islower()))


_CAPITALS, _SMALLS = _letters(True), _letters(False)
# "ettiNazir" is two words, "TBMMnin" an acronym and its suffix.
_WORD = re.compile(f"[{_CAPITALS}]{{2,}}|[{_CAPITALS}][{_SMALLS}]*|[{_SMALLS}]+")
_CAPITAL_SET = frozenset(_CAPITALS)
APOSTROPHES = "'’‘´`ʼ′"
_SENTENCE_START = re.compile("[.!?:;…\"“”„«»‘*•|/\n]|(?:^|[\\s(])['’`]|(?:^|\\s)[-–—]\\s")


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
