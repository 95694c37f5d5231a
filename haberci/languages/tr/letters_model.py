"""The counts by which letters are restored: how they are kept in a file, and how they are looked up.

The file holds, each part deflated: word forms by folded key, each with how often it stands small, capital within a
sentence, and at a start; the exceptions of harmony behind an apostrophe; acronyms; the weights of neighbours for
keys of several spellings; and the weights of letters. It is made by ``python -m haberci.languages.tr.learn_letters``.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from haberci.core.lexicon import data_file
from haberci.languages.tr.letters_tokens import Written

MAGIC = b"HBL3"
HEAD = 3  # letters of a key by which the rows are found


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
    """Word forms by folded key, kept as one sorted text and parsed by the first letters of the key, when asked for."""

    __slots__ = ("_chunks", "_places", "_sorted", "_text", "forms")

    def __init__(self, index: str, text: bytes) -> None:
        rows = [row.split(" ") for row in index.split("\n")]
        starts = [int(start) for _, start in rows] + [len(text)]
        self._places = {head: (starts[i], starts[i + 1]) for i, (head, _) in enumerate(rows)}
        self._text = text
        self._chunks: dict[str, dict[str, str]] = {}
        self._sorted: dict[str, list[str]] = {}
        # The spellings of a key, the commonest first; empty when it was never seen. Texts ask for the same again.
        self.forms: Callable[[str], list[WordForm]] = lru_cache(maxsize=65536)(self._forms)

    def only(self, key: str) -> str | None:
        """The spelling of a key that has just one; None when it has none or several."""
        packed = self._chunk(key[:HEAD]).get(key)
        return None if packed is None or " " in packed else packed.partition(",")[0] or key

    def _forms(self, key: str) -> list[WordForm]:
        packed = self._chunk(key[:HEAD]).get(key)
        return [] if packed is None else _unpack(key, packed)

    def nearest(self, key: str) -> tuple[int, list[WordForm]]:
        """The forms that share the longest beginning with the key, and how long that is."""
        chunk = self._chunk(key[:HEAD])
        keys = self._sorted.get(key[:HEAD])
        if keys is None:
            keys = self._sorted[key[:HEAD]] = sorted(chunk)
        at = bisect_left(keys, key)
        around = keys[max(0, at - 4) : at + 4]
        shared = {near: _shared(near, key) for near in around}
        longest = max(shared.values(), default=0)
        return longest, [form for near in around if shared[near] == longest for form in _unpack(near, chunk[near])]

    def _chunk(self, head: str) -> dict[str, str]:
        found = self._chunks.get(head)
        if found is None:
            start, stop = self._places.get(head, (0, 0))
            cells = self._text[start:stop].decode().replace("\n", "\t").split("\t")
            found = self._chunks[head] = dict(zip(cells[:-1:2], cells[1::2], strict=True))
        return found


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common from their beginning."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def pack_words(table: Mapping[str, list[WordForm]]) -> list[bytes]:
    """The two parts of a word table: where the first letters of keys begin, and the sorted rows."""
    starts: dict[str, int] = {}
    rows: list[bytes] = []
    size = 0
    for key in sorted(table, key=lambda k: (k[:HEAD], k)):
        starts.setdefault(key[:HEAD], size)
        rows.append(f"{key}\t{' '.join(_pack(key, form) for form in table[key])}\n".encode())
        size += len(rows[-1])
    return ["\n".join(f"{head} {start}" for head, start in starts.items()).encode(), b"".join(rows)]


def _pack(key: str, form: WordForm) -> str:
    counts = ",".join(str(n or "") for n in (form.small, form.capital, form.initial)).rstrip(",")
    return f"{'' if form.word == key else form.word},{counts}"


def _unpack(key: str, packed: str) -> list[WordForm]:
    found = []
    for cell in packed.split(" "):
        word, *counts = cell.split(",")
        small, capital, initial = (int(n or 0) for n in (*counts, "", "", "")[:3])
        found.append(WordForm(word or key, small, capital, initial))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class LetterModel:
    """The tables of one file."""

    words: WordTable
    suffixes: Mapping[str, str]
    acronyms: Mapping[str, str]
    context: bytes
    ngrams: bytes

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


def model_of(data: bytes) -> LetterModel:
    """The tables in the bytes of a model file."""
    parts = read_parts(data)
    words = WordTable(parts[0].decode(), parts[1])
    return LetterModel(words, _table(parts[2], parts[3]), _table(parts[4], parts[5]), parts[6], parts[7])


def _table(keys: bytes, values: bytes) -> dict[str, str]:
    return dict(zip(keys.decode().split("\n"), values.decode().split("\n"), strict=True))


@cache
def shipped_model() -> LetterModel:
    """The model that comes with the package; loaded once, when the first damaged text asks for it."""
    return model_of(data_file("tr/letters.bin").read_bytes())
