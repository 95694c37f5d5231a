"""An armed group that came to rule a state is its government from that day on."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.actor_tables import ActorTables
from haberci.core.actors import NameKind
from haberci.core.errors import LexiconError
from haberci.core.register import load_register
from haberci.core.successions import load_successions
from haberci.reading import read

SAID = "Taliban, sınırdaki saldırıyı kınadı."
HEADER = "group\tsince\tcode\twitness\n"


def first_code(date: str | None) -> str:
    return str(read(SAID, date=date).mentions[0].codes[0])


@pytest.mark.parametrize(
    ("date", "code"),
    [("2021-08-14", "AFG REB"), ("2021-08-15", "AFG GOV"), ("2024-02-01", "AFG GOV"), (None, "AFG REB")],
)
def test_a_group_is_a_government_from_the_day_it_rules(date: str | None, code: str) -> None:
    assert first_code(date) == code


def test_the_sheet_of_a_group_tells_its_code_of_a_day() -> None:
    register = load_register()
    taliban = next(n for n in register.entries if n.full == "Taliban" and n.kind is NameKind.GROUP)
    assert [str(register.code_on(taliban, day)) for day in (None, "2019-05-01", "2022-05-01")] == [
        "AFG REB",
        "AFG REB",
        "AFG GOV",
    ]


def test_other_groups_stay_what_they_are() -> None:
    report = read("Hamas, İsrail'in saldırısını kınadı.", date="2024-02-01")
    assert [str(c) for m in report.mentions for c in m.codes] == ["HAMAS REB", "ISR GOV"]


def test_a_ruling_group_is_still_the_organisation_told_before() -> None:
    report = read("Taliban, barajı açtı. Örgüt, Katar'dan yardım istedi.", date="2023-03-01")
    asked = next(e for e in report.events if e.type == "REQUEST")
    assert [str(c) for c in asked.actors] == ["AFG GOV"]


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("Talibann\t2021-08-15\tAFG GOV\tnews:3", "unknown group Talibann; did you mean Taliban"),
        ("Taliban\t15.08.2021\tAFG GOV\tnews:3", "since is no day: 15.08.2021"),
        ("Taliban\t2021-08-15\tAFG\tnews:3", "no actor code: 'AFG'"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(tmp_path: Path, row: str, error: str) -> None:
    (tmp_path / "successions.tsv").write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"successions\.tsv:2: {error}"):
        load_successions(ActorTables.of(tmp_path))
