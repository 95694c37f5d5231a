"""Columns of numbers that grow: rows go out and others come in at their places, and what hangs on rows moves along."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

Numbers: TypeAlias = Any  # an array of numbers
Mask: TypeAlias = Any  # an array of truth values
Coded = Iterable[Iterable[Any]]
_CHUNK = 50_000  # rows of a query that are held at once


def read_columns(rows: sqlite3.Cursor, dtypes: Mapping[str, str], code: Callable[..., Coded]) -> dict[str, Numbers]:
    """The rows of a query as columns. ``code`` is given some rows of the query as columns, and gives those of
    ``dtypes``."""
    rows.row_factory = None
    parts: dict[str, list[Numbers]] = {name: [np.empty(0, dtype=dtype)] for name, dtype in dtypes.items()}
    while chunk := rows.fetchmany(_CHUNK):
        for (name, dtype), cells in zip(dtypes.items(), code(*zip(*chunk, strict=True)), strict=True):
            parts[name].append(np.fromiter(cells, dtype))
    return {name: np.concatenate(held) for name, held in parts.items()}


def numbers_of(text: str | None) -> Numbers:
    """The numbers that ``group_concat`` joined: a million are read so in a tenth of the time that rows of them take."""
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, dtype=np.int64)


def first_of_each(row: Numbers, *values: Numbers) -> Mask:
    """Of lines that are sorted by all their columns, which are not as the line before."""
    mask: Mask = np.ones(len(row), dtype=bool)
    mask[1:] = False
    for column in (row, *values):
        mask[1:] |= column[1:] != column[:-1]
    return mask


@dataclass(frozen=True)
class Growth:
    """How rows move. ``kept`` says which stay (None: all); the fresh ones go before those kept rows that ``at`` has."""

    kept: Mask | None
    at: Numbers

    def column(self, held: Numbers, fresh: Numbers) -> Numbers:
        """A column with its fresh cells, which are in the order of ``at``."""
        stay = held if self.kept is None else held[self.kept]
        return np.insert(stay, self.at, fresh) if len(self.at) else stay

    @cached_property
    def fresh_rows(self) -> Numbers:
        """Where the fresh rows stand in the end."""
        return self.at + np.arange(len(self.at))

    @cached_property
    def _among_kept(self) -> Numbers:
        return None if self.kept is None else np.cumsum(self.kept) - 1

    def hung(self, held: Sequence[Numbers], fresh: Sequence[Numbers]) -> list[Numbers]:
        """Lines that hang on rows, as columns of which the first has the rows; sorted by all columns.

        The rows of ``fresh`` are places in ``fresh_rows``.
        """
        row, *values = held
        if self.kept is not None:
            own = self.kept[row]
            row, values = self._among_kept[row[own]], [column[own] for column in values]
        row = (row + np.searchsorted(self.at, row, side="right")).astype(held[0].dtype)
        lines = [self.fresh_rows[fresh[0]], *fresh[1:]]
        order = np.lexsort(lines[::-1])
        lines = [column[order] for column in lines]
        places = np.searchsorted(row, lines[0])  # no held line hangs on a fresh row
        return [np.insert(own, places, new) for own, new in zip((row, *values), lines, strict=True)]
