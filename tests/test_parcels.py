"""What travels between processes comes out as it went in."""

from __future__ import annotations

from dataclasses import dataclass

from haberci import read
from haberci.core.errors import InputError
from haberci.parcels import packed, unpacked


@dataclass(frozen=True)
class One:
    """A value of one field."""

    field: str


@dataclass(frozen=True)
class Nothing:
    """A value of none."""


def test_a_report_comes_out_as_it_went_in() -> None:
    report = read("Kazan (AA) - Bakan Leyla Ersan, 3 Mart'ta Tiran'a gitti. \"Geldik\" dedi.", lang="tr")
    found = unpacked(packed([report]))[0]
    assert found == report
    assert [type(part) for part in (found.tokens[0], found.sentences[0].at)] == [
        type(part) for part in (report.tokens[0], report.sentences[0].at)
    ]


def test_small_values_errors_and_functions_travel_too() -> None:
    assert unpacked(packed((One("a"), Nothing(), len, None))) == (One("a"), Nothing(), len, None)
    assert str(unpacked(packed(InputError("no text")))) == "no text"
