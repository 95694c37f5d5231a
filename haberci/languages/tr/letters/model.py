"""The counts by which letters are restored: how they are kept in a file, and how they are looked up.

The file holds, each part deflated: word forms by folded key, each with how often it stands small, capital within a
sentence, and at a start; the exceptions of harmony behind an apostrophe; acronyms; the weights of neighbours for
keys of several spellings; the weights of letters; and the words that ``letters_known`` looks up. It is made by
``python -m haberci.languages.tr.learning.letters``.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from haberci.core.lexicon import data_file
from haberci.languages.tr.letters.tokens import Written

MAGIC: Final = b"HBL4"
_BLOCK_ROWS: Final = 32  # few, so that a row is found at once
_BLOCK_END: Final = b"\f"
_AROUND: Final = 4  # keys before and after a place that may share the longest beginning


class WordForm(NamedTuple):
    """One spelling of a key, and how often it was seen small, capital within a sentence, and elsewhere."""

    word: str
    small: int
    capital: int
    initial: int

    @property
    def total(self) -> int:
        """All its counts."""
        return self.small + self.capital + self.initial

    def weight(self, written: Written) -> float:
        """How often it is expected where a word is written so."""
        if written is Written.SMALL:
            return self.small + 0.3 * self.initial + 0.002 * self.capital + 0.01
        if written is Written.CAPITAL:
            return self.capital + 0.02 * self.small + 0.3 * self.initial + 0.01
        return self.total + 0.01


class WordTable:
    """Word forms by folded key: sorted rows in blocks, in which a row is searched when it is asked for."""

    __slots__ = ("_blocks", "_firsts", "forms")

    def __init__(self, firsts: str, text: bytes) -> None:
        self._firsts = firsts.split("\n")  # the first key of each block
        self._blocks = text.split(_BLOCK_END)
        # The spellings of a key, the commonest first; empty when it was never seen. Texts ask for the same again.
        self.forms: Callable[[str], list[WordForm]] = lru_cache(maxsize=65536)(self._forms)

    def only(self, key: str) -> str | None:
        """The spelling of a key that has just one; None when it has none or several."""
        packed = self._row(key)
        return None if packed is None or " " in packed else packed.partition(",")[0] or key

    def _forms(self, key: str) -> list[WordForm]:
        packed = self._row(key)
        return [] if packed is None else _unpack(key, packed)

    def _row(self, key: str) -> str | None:
        """What is kept behind a key."""
        block = self._blocks[bisect_right(self._firsts, key) - 1]
        begun = f"\n{key}\t".encode("utf-8", "replace")
        at = block.find(begun)
        return None if at < 0 else block[at + len(begun) : block.index(b"\n", at + 1)].decode()

    def nearest(self, key: str) -> tuple[int, list[WordForm]]:
        """The forms that share the longest beginning with the key, and how long that is."""
        number = bisect_right(self._firsts, key) - 1
        text = b"".join(self._blocks[max(0, number - 1) : number + 2]).decode()
        rows = [row for row in text.split("\n") if row]  # sorted as their keys are
        at = bisect_left(rows, key)
        longest = max([shared_letters(row, key) for row in rows[max(0, at - 1) : at + 1]], default=0)
        begun = key[:longest]
        around = [row.partition("\t")[0] for row in rows[max(0, at - _AROUND) : at + _AROUND] if row.startswith(begun)]
        return longest, [form for near in around for form in self._forms(near)]


def shared_letters(one: str, other: str) -> int:
    """How many letters two words have in common from their beginning."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def pack_words(table: Mapping[str, Sequence[WordForm]]) -> list[bytes]:
    """The two parts of a word table: the first key of each block, and the blocks of sorted rows."""
    keys = sorted(table)
    blocks = [keys[at : at + _BLOCK_ROWS] for at in range(0, len(keys), _BLOCK_ROWS)]
    rows = ["".join(f"\n{key}\t{' '.join(_pack(key, form) for form in table[key])}" for key in keys) for keys in blocks]
    return ["\n".join(block[0] for block in blocks).encode(), _BLOCK_END.join(f"{row}\n".encode() for row in rows)]


def _pack(key: str, form: WordForm) -> str:
    counts = ",".join(str(n or "") for n in (form.small, form.capital, form.initial)).rstrip(",")
    return f"{'' if form.word == key else form.word},{counts}"


def _unpack(key: str, packed: str) -> list[WordForm]:
    found = []
    for cell in packed.split(" "):
        word, small, capital, initial = (*cell.split(","), "", "", "")[:4]
        found.append(WordForm(word or key, int(small or 0), int(capital or 0), int(initial or 0)))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class LetterModel:
    """The tables of one file."""

    words: WordTable
    suffixes: Mapping[str, str]
    acronyms: Mapping[str, str]
    context: bytes
    ngrams: bytes
    known: str = ""

    def forms(self, key: str) -> list[WordForm]:
        """The spellings of a folded key, the commonest first; empty when it was never seen."""
        return self.words.forms(key)


def pack_table(rows: Mapping[str, str]) -> list[bytes]:
    """A table as two parts of a file: its keys in order, and its values."""
    keys = sorted(rows)
    return ["\n".join(keys).encode(), "\n".join(rows[k] for k in keys).encode()]


def write_parts(parts: list[bytes]) -> bytes:
    """The bytes of a model file."""
    packed = [zlib.compress(part, 9) for part in parts]
    return MAGIC + struct.pack("<B", len(packed)) + b"".join(struct.pack("<I", len(p)) + p for p in packed)


def read_parts(data: bytes) -> list[bytes]:
    """The parts of a model file; raises ValueError when it is none."""
    if data[:4] != MAGIC:
        raise ValueError("no letters model of this version")
    parts, at = [], 5
    for _ in range(data[4]):
        (size,) = struct.unpack_from("<I", data, at)
        parts.append(zlib.decompress(data[at + 4 : at + 4 + size]))
        at += 4 + size
    return parts


def model_of(parts: Sequence[bytes]) -> LetterModel:
    """The tables in the parts of a model file."""
    words = WordTable(parts[0].decode(), parts[1])
    return LetterModel(
        words, _table(parts[2], parts[3]), _table(parts[4], parts[5]), parts[6], parts[7], parts[8].decode()
    )


def _table(keys: bytes, values: bytes) -> dict[str, str]:
    return dict(zip(keys.decode().split("\n"), values.decode().split("\n"), strict=True))


@cache
def shipped_model() -> LetterModel:
    """The model that comes with the package; loaded once, when the first damaged text asks for it."""
    return model_of(read_parts(data_file("tr/letters.bin").read_bytes()))
