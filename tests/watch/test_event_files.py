"""Deeds and crises from tables: what is taken, and what is wrong in one told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.codebook import EventType
from haberci.core.errors import InputError
from haberci.watch.event_files import crises_of_file, deeds_of_file
from haberci.watch.records import iso

HEADER = "day,type,sources,targets,modality,deaths\n"

BAD = [
    ("day,type,sources\n", ":1: no column targets"),
    (HEADER + "2021-04-31,ACCUSE,KGZ,TJK,,\n", ":2: no day: 2021-04-31"),
    (HEADER + ",ACCUSE,KGZ,TJK,,\n", ":2: no day: (empty)"),
    (HEADER + "2021-04,ACCUSE,KGZ,TJK,,\n", ":2: no day: 2021-04"),
    (HEADER + "2021-04-28,ACUSE,KGZ,TJK,,\n", ":2: no event type ACUSE"),
    (HEADER + "2021-04-28,ASSAULT,KGZ,TJK,hapened,\n", ":2: no modality hapened"),
    (HEADER + "2021-04-28,ASSAULT,KGZ,TJK,,many\n", ":2: no number of deaths: many"),
    (HEADER + "2021-04-28,ASSAULT,KGZ,TJK,,3,4\n", ":2: more cells than columns"),
    (HEADER + '2021-04-28,ASSAULT,"' + "K" * 200_000 + '",TJK,,\n', ":2: a cell of more than 100,000 characters"),
]


def written(folder: Path, text: str) -> Path:
    path = folder / "deeds.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "message"), BAD, ids=[message for _, message in BAD])
def test_a_wrong_table_is_told_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        deeds_of_file(written(tmp_path, text))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(("cell", "deaths"), [("", 0), ("3", 3), ("3-", 3), ("15-20", 15), ("-20", 20)])
def test_the_least_that_a_number_of_dead_says(tmp_path: Path, cell: str, deaths: int) -> None:
    told = deeds_of_file(written(tmp_path, f"{HEADER}2021-04-28,ASSAULT,TJK GOV,KGZ CVL,,{cell}\n"))
    assert [(deed.deaths, deed.sources, deed.targets) for deed in told] == [(deaths, ("TJK",), ("KGZ",))]


def test_sentences_of_several_lines_stay_in_their_cell(tmp_path: Path) -> None:
    header = "day,type,sources,targets,sentence\n"
    rows = header + '2021-04-28,ACCUSE,KGZ,TJK,"One line,\n another"\n2021-04-29,ACCUSE,TJK,KGZ,x\n'
    assert [iso(deed.day) for deed in deeds_of_file(written(tmp_path, rows))] == ["2021-04-28", "2021-04-29"]


def test_what_haberci_prints_without_a_day_is_passed_over(tmp_path: Path) -> None:
    rows = "date,type,actors,recipients,rule\n,ACCUSE,KGZ GOV,TJK GOV,r1\n2021-04-28,ASSAULT,TJK; KGZ,,r2\n"
    told = deeds_of_file(written(tmp_path, rows))
    assert [(deed.type, deed.sources) for deed in told] == [(EventType.ASSAULT, ("KGZ", "TJK"))]


def test_crises_by_tabs(tmp_path: Path) -> None:
    crises = crises_of_file(written(tmp_path, "day\tsubjects\tname\n2021-04-28\tTJK-KGZ KGZ\tclash\n"))
    assert [(iso(c.day), [str(s) for s in c.subjects], c.name) for c in crises] == [
        ("2021-04-28", ["KGZ–TJK", "KGZ"], "clash")
    ]
