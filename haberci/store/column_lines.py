"""Counting and finding in columns, and in lines of their own that hang on rows, several on one: parties, witnesses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from haberci.store.column_growth import Mask, Numbers

_FEW = 8  # values up to which each is compared by itself
_SHARE = 0.2  # of the rows, up to which their lines are looked up, where else all lines are gone through


def any_of(column: Numbers, values: Any) -> Mask:
    """Which cells are any of some values, none of which is negative in a column of many."""
    wanted = np.asarray(values, dtype=np.int64)
    if len(wanted) <= _FEW:
        mask: Mask = np.zeros(len(column), dtype=bool)
        for value in wanted.tolist():
            mask |= column == value
        return mask
    known = np.zeros(int(wanted.max(initial=0)) + 1, dtype=bool)
    known[wanted[wanted >= 0]] = True
    return marked(column, known)


def marked(column: Numbers, known: Mask) -> Mask:
    """Which cells are numbers that a mask marks; those beyond its end are not, nor is -1."""
    return np.append(known, False).take(np.minimum(column, len(known)))


@dataclass(frozen=True)
class Lines:
    """Values that hang on rows: ``row`` has the rows, sorted, ``value`` what hangs there; there are ``rows`` rows."""

    row: Numbers
    value: Numbers
    rows: int

    @cached_property
    def _begin(self) -> Numbers:
        """Where the lines of each row begin, and behind the last where they end."""
        return np.concatenate([[0], np.cumsum(np.bincount(self.row, minlength=self.rows))]).astype(np.int32)

    @cached_property
    def _all(self) -> Numbers:
        return np.bincount(self.value)

    def counted(self, rows: Numbers | None, width: int) -> Numbers:
        """How many lines of some rows (each once; None: all) have each value below ``width``."""
        found: Numbers = np.zeros(width, dtype=np.int64)
        if rows is None or len(rows) > self.rows * (1 - _SHARE):
            found[: len(self._all)] = self._all
            if rows is not None and len(rows) < self.rows:
                found -= self._of_few(np.flatnonzero(~self._mask(rows)), width)
            return found
        return self._of_many(rows, width) if len(rows) > self.rows * _SHARE else self._of_few(rows, width)

    def having(self, values: Any) -> Mask:
        """Which rows have a line of any of some values."""
        return self._where(lambda value: any_of(value, values))

    def marked(self, known: Mask) -> Mask:
        """Which rows have a line of a number that a mask marks."""
        return self._where(lambda value: marked(value, known))

    @cached_property
    def _split(self) -> tuple[Numbers, Lines] | None:
        """The first value of each row, and the lines that are left; None where a row has none.

        A column with a cell for each row is gone through in half the time that lines take.
        """
        begin = self._begin
        if not self.rows or (begin[1:] == begin[:-1]).any():
            return None
        is_left: Mask = np.ones(len(self.row), dtype=bool)
        is_left[begin[:-1]] = False
        return self.value[begin[:-1]], Lines(self.row[is_left], self.value[is_left], self.rows)

    def _where(self, holds: Callable[[Numbers], Mask]) -> Mask:
        """The rows of the lines whose value holds."""
        if self._split is None:
            return self._mask(self.row.compress(holds(self.value)))
        first, further = self._split
        return holds(first) | further._where(holds)

    def _of_many(self, rows: Numbers, width: int) -> Numbers:
        if self._split is None:
            return np.bincount(self.value.compress(self._mask(rows).take(self.row)), minlength=width)
        first, further = self._split
        return np.bincount(first.take(rows), minlength=width) + further._of_many(rows, width)

    def _mask(self, rows: Numbers) -> Mask:
        mask: Mask = np.zeros(self.rows, dtype=bool)
        mask[rows] = True
        return mask

    def _of_few(self, rows: Numbers, width: int) -> Numbers:
        begin = self._begin[rows]
        many = self._begin[rows + 1] - begin
        ahead = np.cumsum(many) - many  # lines of the rows before
        at = np.repeat(begin - ahead, many) + np.arange(int(many.sum()))
        return np.bincount(self.value[at], minlength=width)
