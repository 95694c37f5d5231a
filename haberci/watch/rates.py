"""From a score to a rate: how often a year a quiet series has an alarm at that score or a higher one.

A score of one method means different things at one event a month and at ten a day, so the table ``watch/rates.tsv``
holds, by the mean and the dispersion of a series, the scores that quiet simulated series reach so many times a year
(``haberci.watch.calibration`` makes it). Rates are what thresholds, budgets and explanations speak in.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from haberci.core.errors import LexiconError
from haberci.core.lexicon import Row, read_rows
from haberci.watch.expectation import Expectation
from haberci.watch.windows import DAYS_A_YEAR, Array

RATES = (12.0, 4.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05)
COLUMNS = ("method", "base", "dispersion", *(f"{rate:g}" for rate in RATES))
RAREST = 1e-9  # a year; the line is drawn on beyond the table, but not without end


class Table(NamedTuple):
    """The scores of one method: by base (logarithm), dispersion and rate."""

    base: Array
    dispersion: Array
    scores: Array


@cache
def load_rates() -> dict[str, Table]:
    """The tables by method; raises LexiconError when a row is wrong or one is missing."""
    found: dict[str, dict[tuple[float, float], list[float]]] = {}
    for row in read_rows("watch/rates.tsv", COLUMNS):
        place = (_number(row, "base"), _number(row, "dispersion"))
        found.setdefault(row.needs("method"), {})[place] = [_number(row, f"{rate:g}") for rate in RATES]
    return {method: _table(method, cells) for method, cells in found.items()}


def _number(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError as error:
        raise row.error(f"{column} is no number: {row[column] or '(empty)'}") from error


def _table(method: str, cells: dict[tuple[float, float], list[float]]) -> Table:
    bases, spreads = sorted({base for base, _ in cells}), sorted({spread for _, spread in cells})
    if len(cells) != len(bases) * len(spreads):
        raise LexiconError(f"rates.tsv: {method} has no row for some base and dispersion")
    scores = np.array([[cells[base, spread] for spread in spreads] for base in bases])
    return Table(np.log(np.array(bases)), np.array(spreads), scores)


def per_year(method: str, score: Array, expected: Expectation) -> Array:
    """How many alarms a year a quiet series of that mean and dispersion has at each day's score or higher."""
    table = load_rates()[method]
    rate = np.empty(score.shape)
    for row in range(score.shape[0]):  # series by series: eight scores for each day of all of them fill no cache
        rate[row] = rate_of(table, score[row], expected.level[row], expected.dispersion[row])
    return rate


def rate_of(table: Table, score: Array, base: Array, dispersion: Array) -> Array:
    """The rate of scores by the table: linear in the logarithms of base and rate, and drawn on at both ends."""
    scores = _scores_at(table, base, dispersion)
    rates = np.log(np.array(RATES))
    place = np.clip((score[..., None] >= scores).sum(axis=-1), 1, len(RATES) - 1)
    low = np.take_along_axis(scores, place[..., None] - 1, axis=-1)[..., 0]
    high = np.take_along_axis(scores, place[..., None], axis=-1)[..., 0]
    slope = (rates[place] - rates[place - 1]) / np.maximum(high - low, 1e-3)
    logarithm = rates[place - 1] + slope * (score - low)
    rate: Array = np.exp(np.clip(logarithm, np.log(RAREST), np.log(DAYS_A_YEAR)))
    return rate


def _scores_at(table: Table, base: Array, dispersion: Array) -> Array:
    """The scores of all rates at each base and dispersion, between the table's rows by weights."""
    row, row_part = _between(table.base, np.log(base))
    column, column_part = _between(table.dispersion, dispersion)
    upper = table.scores[row, column] * (1 - column_part) + table.scores[row, column + 1] * column_part
    lower = table.scores[row + 1, column] * (1 - column_part) + table.scores[row + 1, column + 1] * column_part
    return upper * (1 - row_part) + lower * row_part


def _between(grid: Array, value: Array) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int64]], Array]:
    place = np.clip(np.searchsorted(grid, value, side="right") - 1, 0, len(grid) - 2)
    part = np.clip((value - grid[place]) / (grid[place + 1] - grid[place]), 0.0, 1.0)
    return place, part[..., None]
