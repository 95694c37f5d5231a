"""Lines that hang on rows: whatever share of the rows is counted, the numbers are those of counting line by line."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from haberci.store.column_growth import Mask
from haberci.store.column_lines import Lines, any_of, marked

ROWS = 50
HUNG = st.lists(st.tuples(st.integers(0, ROWS - 1), st.integers(0, 9)), max_size=200).map(sorted)


def lines_of(hung: list[tuple[int, int]]) -> Lines:
    row, value = np.array(hung, dtype=np.int32).reshape(-1, 2).T
    return Lines(row, value, ROWS)


@given(HUNG, st.sets(st.integers(0, ROWS - 1)))
def test_lines_of_some_rows_are_counted_by_value(hung: list[tuple[int, int]], rows: set[int]) -> None:
    lines = Lines(
        np.array([row for row, _ in hung], dtype=np.int32), np.array([v for _, v in hung], dtype=np.int32), ROWS
    )
    expected = [sum(1 for row, value in hung if row in rows and value == n) for n in range(12)]
    assert lines.counted(np.array(sorted(rows), dtype=np.int64), 12).tolist() == expected


@given(HUNG)
def test_lines_of_all_rows_are_counted_by_value(hung: list[tuple[int, int]]) -> None:
    lines = Lines(
        np.array([row for row, _ in hung], dtype=np.int32), np.array([v for _, v in hung], dtype=np.int32), ROWS
    )
    assert lines.counted(None, 10).tolist() == [sum(value == n for _, value in hung) for n in range(10)]


@given(HUNG, st.sets(st.integers(0, 9)))
def test_rows_have_a_line_of_any_of_some_values(hung: list[tuple[int, int]], values: set[int]) -> None:
    lines = Lines(
        np.array([row for row, _ in hung], dtype=np.int32), np.array([v for _, v in hung], dtype=np.int32), ROWS
    )
    assert np.flatnonzero(lines.having(sorted(values))).tolist() == sorted(
        {row for row, value in hung if value in values}
    )


@pytest.mark.parametrize("values", [[], [2], [-1], [*range(3, 30)], [-1, *range(0, 40, 4)]], ids=str)
def test_cells_are_any_of_some_values_or_not(values: list[int]) -> None:
    column = np.array([0, 1, 2, 3, 29, 30, 44], dtype=np.int32)
    assert any_of(column, values).tolist() == [cell in values for cell in column.tolist()]


@pytest.mark.parametrize("numbers", [[], [2], [0, 29, 30], [*range(50)]], ids=str)
def test_cells_are_marked_by_their_number_or_not(numbers: list[int]) -> None:
    column = np.array([-1, 0, 1, 2, 3, 29, 30, 44], dtype=np.int32)
    assert marked(column, mask_of(numbers)).tolist() == [cell in numbers for cell in column.tolist()]


def mask_of(numbers: list[int]) -> Mask:
    marks = np.zeros(max(numbers, default=0) + 1, dtype=bool)
    marks[numbers] = True
    return marks
