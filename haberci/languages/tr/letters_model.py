"""The counts by which letters are restored: how they are kept in a file, and how they are looked up.

The file holds, each part deflated: word forms by folded key, each with how often it stands small, capital within a
sentence, and at a start; the exceptions of harmony behind an apostrophe; acronyms; the weights of neighbours for
keys of several spellings; and the weights of letters. It is made by ``python -m haberci.languages.tr.learn_letters``.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from typing import NamedTuple

from haberci.core.lexicon import data_file
from haberci.languages.tr.letters_tokens import Written

MAGIC = b"HBL1"
CONTEXT_BITS = 20
CONTEXT_MASK = (1 << CONTEXT_BITS) - 1
CONTEXT_SCALE = 16.0  # one unit of a weight is 1/16 nat


class WordForm(NamedTuple):
    """One spelling of a key: in small letters, and how often it was seen small, capital mid-sentence, and at a start."""

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


@dataclass(frozen=True, slots=True)
class LetterModel:
    """The tables of one file."""

    words: Mapping[str, str]
    suffixes: Mapping[str, str]
    acronyms: Mapping[str, str]
    context: bytes
    ngrams: bytes

    def forms(self, key: str) -> list[WordForm]:
        """The spellings of a folded key; empty when it was never seen."""
        packed = self.words.get(key)
        return [] if packed is None else unpack_forms(packed)


def unpack_forms(packed: str) -> list[WordForm]:
    """``word small capital initial`` in fours."""
    cells = packed.split(" ")
    return [
        WordForm(cells[i], int(cells[i + 1]), int(cells[i + 2]), int(cells[i + 3])) for i in range(0, len(cells), 4)
    ]


def context_features(key: str, before: str, after: str, written: Written) -> list[str]:
    """What speaks for one spelling of an ambiguous word: its neighbours (folded), their endings, its capital."""
    return [
        f"{key}<{before}",
        f"{key}>{after}",
        f"{key}<-{before[-3:]}",
        f"{key}>-{after[-3:]}",
        f"{key}>-{after[-2:]}",
        f"{key}<>{before[-2:]}|{after[-2:]}",
        f"{key}<v{next((c for c in reversed(before) if c in 'aeiou'), '')}",
        f"{key}={int(written)}",
    ]


def context_place(feature: str, word: str) -> int:
    """Where the weight of a feature for a spelling stands."""
    return zlib.crc32(f"{feature}#{word}".encode()) & CONTEXT_MASK


def context_score(model: LetterModel, form: WordForm, features: list[str], written: Written) -> float:
    """How well a spelling fits its place, in nats."""
    weights, word = model.context, form.word
    total = sum(weights[context_place(f, word)] - 128 for f in features)
    return log(form.weight(written)) + total / CONTEXT_SCALE


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
    tables = [_table(parts[i], parts[i + 1]) for i in (0, 2, 4)]
    return LetterModel(tables[0], tables[1], tables[2], parts[6], parts[7])


def _table(keys: bytes, values: bytes) -> dict[str, str]:
    return dict(zip(keys.decode().split("\n"), values.decode().split("\n"), strict=True))


@cache
def shipped_model() -> LetterModel:
    """The model that comes with the package; loaded once, when the first damaged text asks for it."""
    return model_of(data_file("tr/letters.bin").read_bytes())
