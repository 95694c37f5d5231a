"""Tables in a file or pipe are laid out without rich, and look the same."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.text import Text

from haberci.cli.console import plain_lines, plain_table

WIDTH = 60
FITTING = (
    [["", "CONSULT visit", "KGZ GOV → TJK GOV", "görüştü"]],
    [["", "REQUEST", "TUR OPP + --- → TUR GOV", "çağrıda bulundu"], ["", "AID", "CHN GOV → KGZ GOV", "gönderdi"]],
    [["kısa", "x", ""], ["", "daha uzun bir hücre", "y"]],
    [["東京", "geniş harfler", "n\u0303 birleşik"], ["a", "b", "c"]],
)
BROKEN = (
    [["", "bir satırda\niki satır", "x"]],
    [["", "sekme\tvar", "x"]],
    [["", "sığmayan " * 8, "x"]],
)


def by_rich(rows: list[list[str]]) -> str:
    """What rich prints of the rows in a file."""
    console = Console(file=io.StringIO(), width=WIDTH, highlight=False, emoji=False, markup=False)
    table = plain_table()
    for _ in rows[0]:
        table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("rows", FITTING)
def test_rows_that_fit_look_as_rich_prints_them(rows: list[list[str]]) -> None:
    assert plain_lines(rows, WIDTH) == by_rich(rows)


@pytest.mark.parametrize("rows", BROKEN)
def test_a_cell_that_must_be_broken_is_left_to_rich(rows: list[list[str]]) -> None:
    assert plain_lines(rows, WIDTH) is None


def test_rows_as_wide_as_the_page_fit() -> None:
    rows = [["a" * 20, "b" * 38]]
    assert plain_lines(rows, WIDTH) == by_rich(rows)
    assert plain_lines([["a" * 20, "b" * 39]], WIDTH) is None
