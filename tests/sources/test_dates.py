"""Which dates are ISO 8601."""

from __future__ import annotations

import pytest

from haberci.sources.dates import date_flag

GOOD = """2023 2023-01 2023-01-22 20230122 2023-W04-1 2023-022 2023-01-22T10:00Z 2023-01-22T10:00:00.5+03:00
2022-12/2023-01 2023-01-22/2023-01-25 2023-01-22/25 2023-01-22/P1D P2W/2023-02-01 2023-01-22T10:00/12:30""".split()
BAD = [
    "22.01.2023",
    "dün",
    "2023-02-30",
    "2023-13",
    "2023/01/22",
    "10:00",
    "2023-01-22/",
    "/",
    "a/b",
    "1/2/3",
    "0000",
    "P",
    "P/P",
]


@pytest.mark.parametrize("text", [*GOOD, None, "", "  "])
def test_dates_times_and_intervals(text: str | None) -> None:
    assert date_flag(text) is None


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_date(text: str) -> None:
    assert date_flag(text) in ("no ISO 8601 date", "no ISO 8601 interval")


def test_an_interval_that_ends_before_it_begins() -> None:
    assert date_flag("2023-02/2023-01") == "the interval ends before it begins"
