from __future__ import annotations

import pytest

from haberci.store.days import first_day, last_day, last_moment

FIRST = """
2023-01-22                  2023-01-22
20230122                    2023-01-22
2023-01-22T23:30:00+06:00   2023-01-22
2023-01-22T23:30Z           2023-01-22
2023-01                     2023-01-01
2023                        2023-01-01
2022-12/2023-01             2022-12-01
2023-01-22/25               2023-01-22
2023-W04-7                  2023-01-29
2023-022                    2023-01-22
2024-366                    2024-12-31
2023-366                    -
2023-13                     -
2023-02-30                  -
0000                        -
P1D/2023-01-22              -
22.01.2023                  -
dün                         -
"""
LAST = """
2023-01-22   2023-01-22
2024-02      2024-02-29
2023         2023-12-31
2023-00      -
"""


def rows(table: str) -> list[tuple[str, str | None]]:
    cells = [line.split() for line in table.strip().splitlines()]
    return [(given, None if day == "-" else day) for given, day in cells]


@pytest.mark.parametrize(("given", "day"), [*rows(FIRST), ("", None), (" 2023-01-22 ", "2023-01-22"), (None, None)])
def test_first_day(given: str | None, day: str | None) -> None:
    assert first_day(given) == day


@pytest.mark.parametrize(("given", "day"), rows(LAST))
def test_last_day(given: str, day: str | None) -> None:
    assert last_day(given) == day


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2023-01-22", "2023-01-22T23:59:59.999999Z"),
        ("2023-01-22T10:00", "2023-01-22T10:00:00.000000Z"),
        ("2023-01-22T10:00+03:00", "2023-01-22T07:00:00.000000Z"),
        ("2023", "2023-12-31T23:59:59.999999Z"),
        ("2023-02", "2023-02-28T23:59:59.999999Z"),
        ("12", None),
        ("0001-01-01T00:00+03:00", None),
    ],
)
def test_last_moment(given: str, moment: str | None) -> None:
    assert last_moment(given) == moment
