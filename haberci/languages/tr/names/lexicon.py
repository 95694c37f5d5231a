"""What is known of words as parts of names: lists of names, counts of where a word stands, classes of its neighbours.

A row tells of one word in small letters. The file ``tr/names.bin`` holds the rows, sorted and deflated, and the weights
of the recogniser; it is made by ``make model-names``.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from sys import intern
from typing import Any, Final, NamedTuple

from haberci.core.lexicon import data_file
from haberci.languages.tr.rows import HEAD, SortedRows

MAGIC: Final = b"HBN1"
GIVEN, SURNAME, FOREIGN_GIVEN, FOREIGN_SURNAME, TOWN, VILLAGE, WORLD = LISTS = "flFLctw"
STANDING: Final = 14  # what is counted of a capitalised word, one figure each


class Known(NamedTuple):
    """One word: the ``lists`` that hold it (letters of ``LISTS``), how often it stands ``small`` (a share and how many
    were seen, each in one figure), the ``standing`` of its capitalised form (empty when it was seldom seen), and the
    classes of words with the same neighbours, of the form with a capital and of the one without.
    """

    lists: str
    small: str = ""
    standing: str = ""
    capital_class: str = ""
    small_class: str = ""


UNSEEN: Final = Known("", "?0")
_CELLS: Final = len(Known._fields)
_REST: Final = ("",) * _CELLS  # empty cells at the end of a row are left out
# What is known, of all that it holds, as in ``haberci.core.span``.
_as_known: Callable[[tuple[Any, ...]], Known] = partial(tuple.__new__, Known)


class NameLexicon:
    """The rows of a lexicon."""

    __slots__ = ("_rows",)

    def __init__(self, rows: bytes) -> None:
        self._rows = SortedRows(rows)

    def known(self, word: str) -> Known:
        """What is known of a word in small letters."""
        row = self._rows.find(word)
        if row is None:
            return UNSEEN
        cells = *map(intern, row.split("\t")), *_REST  # many words share them
        return _as_known(cells[:_CELLS])


def pack_rows(rows: Mapping[str, Known]) -> bytes:
    """The rows as text: those of one beginning together, an empty line between beginnings."""
    chunks: dict[str, list[str]] = {}
    for word in sorted(rows):
        chunks.setdefault(word[:HEAD], []).append("\t".join((word, *rows[word])).rstrip("\t"))
    return "\n\n".join("\n".join(chunks[head]) for head in sorted(chunks)).encode()


def write_parts(parts: Iterable[bytes]) -> bytes:
    """The bytes of a model file."""
    packed = [zlib.compress(part, 9) for part in parts]
    return MAGIC + b"".join(len(part).to_bytes(4, "little") + part for part in packed)


def read_parts(data: bytes) -> list[bytes]:
    """The parts of a model file; raises ValueError when it is none."""
    if data[:4] != MAGIC:
        raise ValueError("no model of names of this version")
    parts, at = [], 4
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "little")
        parts.append(zlib.decompress(data[at + 4 : at + 4 + size]))
        at += 4 + size
    return parts


@cache
def shipped_parts() -> tuple[bytes, ...]:
    """The parts of the model that comes with the package: rows and weights."""
    return tuple(read_parts(data_file("tr/names.bin").read_bytes()))


@cache
def shipped_lexicon() -> NameLexicon:
    """The lexicon that comes with the package."""
    return NameLexicon(shipped_parts()[0])
