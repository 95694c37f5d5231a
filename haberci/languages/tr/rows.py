"""Rows of text in memory, sorted by their first cell, each found when it is asked for.

A table of a hundred thousand rows takes a fifth of the room that objects would, and no time to make. A row is looked
for among those that begin with the same letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

HEAD: Final = 3  # letters of a row's first cell by which it is found


class SortedRows:
    """Rows whose cells stand between tabs; those of one beginning (``HEAD``) together, an empty line between two."""

    __slots__ = ("_chunks",)

    def __init__(self, text: str) -> None:
        self._chunks = {chunk[:HEAD].partition("\t")[0]: "\n" + chunk for chunk in text.split("\n\n") if chunk}

    def find(self, first: str) -> str | None:
        """What stands behind the first cell of a row; None when no row begins so."""
        rows = self._chunks.get(first[:HEAD], "")
        at = rows.find(f"\n{first}\t")
        if at < 0:
            return None
        at += len(first) + 2
        stop = rows.find("\n", at)
        return rows[at : stop if stop >= 0 else len(rows)]

    def firsts(self) -> Iterator[str]:
        """The first cells of all rows."""
        return (row.partition("\t")[0] for rows in self._chunks.values() for row in rows[1:].split("\n"))
