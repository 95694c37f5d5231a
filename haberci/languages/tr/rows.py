"""Rows of text in memory, sorted by their first cell, each found when it is asked for.

A table of a hundred thousand rows takes a tenth of the room that objects would, and no time to make. A row is looked
for among those that begin with the same letters. They are held in UTF-8, in which Turkish takes half the room.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

HEAD: Final = 3  # letters of a row's first cell by which it is found
_SEARCHED: Final = 2048  # bytes that are gone through sooner than halved


class SortedRows:
    """Rows whose cells stand between tabs; those of one beginning (``HEAD``) together, an empty line between two."""

    __slots__ = ("_chunks",)

    def __init__(self, text: bytes) -> None:
        chunks = (chunk for chunk in text.split(b"\n\n") if chunk)
        self._chunks = {chunk.partition(b"\t")[0].decode()[:HEAD]: b"\n" + chunk for chunk in chunks}

    def find(self, first: str) -> str | None:
        """What stands behind the first cell of a row; None when no row begins so."""
        rows = self._chunks.get(first[:HEAD], b"")
        cell = f"\n{first}\t".encode(errors="surrogatepass")  # a broken text may hold half a pair
        size, low, high = len(cell), 0, len(rows)
        while high - low > _SEARCHED and (middle := rows.rfind(b"\n", low, (low + high) // 2)) > low:
            if rows[middle : middle + size] <= cell:
                low = middle
            else:
                high = middle
        at = rows.find(cell, low, high)
        if at < 0:
            return None
        at += size
        stop = rows.find(b"\n", at)
        return rows[at : stop if stop >= 0 else len(rows)].decode()

    def firsts(self) -> Iterator[str]:
        """The first cells of all rows."""
        return (row.partition(b"\t")[0].decode() for rows in self._chunks.values() for row in rows[1:].split(b"\n"))
