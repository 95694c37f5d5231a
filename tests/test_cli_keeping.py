"""Searching a database and looking after it, from the words typed to what is printed."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Stored

ROWS = [
    {
        "id": "1",
        "source": "ajans",
        "title": "Sınırda görüşme",
        "text": "BATKEN - Kırgızistan Cumhurbaşkanı Caparov, Tacikistan Cumhurbaşkanı Rahman'ı kabul etti.",
        "lang": "tr",
        "date": "2023-03-01",
    },
    {
        "id": "2",
        "source": "gazete",
        "title": "Baraj",
        "text": "Kırgızistan'ın sınır bölgesinde yapılacak barajın temeli atıldı.",
        "lang": "tr",
        "date": "2023-04-01",
    },
    {"id": "3", "source": "gazete", "text": "Посол прибыл в Бишкек.", "lang": "ru", "date": "2023-04-02"},
]


@pytest.fixture(autouse=True)
def three_reports(stored: Stored) -> Path:
    return stored(*ROWS)


FOUND = {
    "kirgizistan sinir": ["gazete/2"],
    "KIRGIZİSTAN": ["ajans/1", "gazete/2"],
    "kırgızistan source:ajans": ["ajans/1"],
    "title:sinirda": ["ajans/1"],
    '"sınır bölgesinde"': ["gazete/2"],
    '"bölgesinde sınır"': [],
    "baraj lang:tr": ["gazete/2"],
    "id:3": ["gazete/3"],
    "бишкек": ["gazete/3"],
    "yokbu": [],
}


@pytest.mark.parametrize("words, keys", FOUND.items())
def test_search_is_folded_and_by_field(haberci: CommandLine, words: str, keys: list[str]) -> None:
    rows = [json.loads(line) for line in haberci("search", words, "--format", "jsonl").out.splitlines()]
    assert sorted(f"{row['source']}/{row['id']}" for row in rows) == keys


def test_search_shows_the_place_and_is_bounded(haberci: CommandLine) -> None:
    (row,) = [json.loads(line) for line in haberci("search", "baraj", "--format", "jsonl").out.splitlines()]
    assert [row["snippet"][start:stop] for start, stop in row["marks"]] == ["barajın"]
    assert "barajın temeli" in haberci("search", "baraj").out
    assert haberci("search", "baraj", "--until", "2023-03-31").out == "no reports\n"
    assert "gazete/2" in haberci("search", "baraj", "--since", "2023-04-01", "--limit", "1").out
    assert haberci("search", "--as-of", "2001-01-01", "baraj").out == "no reports\n"
    answer = haberci("search", "rubrik:baraj")
    assert (answer.status, "no field rubrik" in answer.err) == (2, True)


def test_info_counts_what_is_there_and_what_is_unread(haberci: CommandLine) -> None:
    out = haberci("info").out
    assert "3 reports" in out
    assert "1 of the reports are stored but unread: no language pack reads them (ru 1)" in out
    rows = [json.loads(line) for line in haberci("info", "--format", "jsonl").out.splitlines()]
    assert sum(row["unread"] for row in rows) == 1
    assert {(row["source"], row["month"]) for row in rows} == {("ajans", "2023-03"), ("gazete", "2023-04")}


def test_a_backup_is_whole_and_writes_over_nothing(haberci: CommandLine, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert haberci("backup", copy).out == f"{copy}: 3 reports\n"
    assert haberci("deeds", "--db", copy, "--format", "csv").out == haberci("deeds", "--format", "csv").out
    assert haberci("backup", copy).status == 2
    assert sorted(path.name for path in tmp_path.glob("copy.db*")) == ["copy.db"]


def test_what_is_removed_leaves_nothing_but_judgements(haberci: CommandLine) -> None:
    with sqlite3.connect("haberci.db") as other:
        (report,) = other.execute("SELECT report_id FROM report WHERE id = '2'").fetchone()
        note = "INSERT INTO note (report, revision, body, recorded_at) VALUES (?, 1, 'bak', '2023')"
        other.execute(note, (report,))
    other.close()
    assert haberci("remove", "ajans/1").out == "haberci.db: 1 report removed\n"
    assert haberci("remove", "--source", "gazete").out == "haberci.db: 2 reports removed\n"
    with sqlite3.connect("haberci.db") as other:
        for table in ("reading", "revision", "text", "event", "event_party", "deed", "deed_event", "copy", "state_day"):
            assert other.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
        assert other.execute("SELECT r.id FROM note n JOIN report r ON r.report_id = n.report").fetchall() == [("2",)]
        assert other.execute("SELECT count(*) FROM report").fetchone() == (1,)
        assert other.execute("SELECT count(*) FROM text_search WHERE text_search MATCH 'kirgizistan'").fetchone() == (
            0,
        )
    other.close()


def test_what_was_removed_can_be_read_again(haberci: CommandLine, three_reports: Path) -> None:
    before = haberci("deeds", "--format", "csv").out
    assert haberci("remove", "1").status == 0
    assert haberci("remove", "1").status == 2
    assert "1 new" in haberci("read", three_reports).out
    assert haberci("deeds", "--format", "csv").out == before


def test_a_source_is_graded_and_owned(haberci: CommandLine) -> None:
    assert [line.split() for line in haberci("trust").out.splitlines()[1:]] == [["ajans", "1"], ["gazete", "2"]]
    row = haberci("trust", "gazete", "--grade", "B", "--owner", "KGZ GOV").out.splitlines()[-1].split()
    assert row == ["gazete", "2", "B", "KGZ", "GOV"]
    assert haberci("trust", "gazete", "--grade", "Z").status == 2
    assert haberci("trust", "yok", "--grade", "A").status == 2
    assert haberci("trust", "--grade", "A").status == 2


def test_stories_are_listed(haberci: CommandLine) -> None:
    assert haberci("stories").out == "no stories\n"
    rows = [json.loads(line) for line in haberci("stories", "--least", "1", "--format", "jsonl").out.splitlines()]
    assert [row["title"] for row in rows] == ["Посол прибыл в Бишкек.", "Baraj", "Sınırda görüşme"]
    out = haberci("stories", "--least", "1", "--since", "2023-04-01", "--until", "2023-04-01", "--limit", "1").out
    assert "Baraj" in out
    assert "Sınırda" not in out


def test_a_panel_is_csv(haberci: CommandLine) -> None:
    asked = ("--unit", "state", "--by", "month", "--since", "2023-03-01", "--until", "2023-05-31", "--state", "KGZ")
    rows = list(csv.DictReader(io.StringIO(haberci("panel", *asked, "--type", "CONSULT").out)))
    assert [(row["period"], row["deeds"]) for row in rows] == [
        ("2023-03-01", "1"),
        ("2023-04-01", "0"),
        ("2023-05-01", ""),
    ]
    unread = ("--by", "day", "--since", "2023-04-01", "--until", "2023-04-02", "--state", "KGZ")
    rows = list(csv.DictReader(io.StringIO(haberci("panel", *unread).out)))
    assert [(row["reports"], row["deeds"]) for row in rows] == [("1", "0"), ("0", "")], "the Russian report is not read"
    assert haberci("panel", "--state", "XXX").status == 2


def test_an_export_and_its_import(haberci: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert "3 reports" in haberci("export", out, "--texts", "--format", "jsonl").out
    assert haberci("import", tmp_path, "--db", "back.db").status == 2
    assert not (tmp_path / "back.db").exists()
    assert haberci("import", out, "--db", "back.db").out == "back.db: 3 reports put in, 0 were there\n"
    assert haberci("deeds", "--db", "back.db", "--format", "csv").out == haberci("deeds", "--format", "csv").out
    assert haberci("export", out).status == 2
    assert haberci("export", tmp_path / "p", "--format", "polecat").status == 0
    assert haberci("export", tmp_path / "i", "--format", "ical").status == 0
    assert haberci("export", tmp_path / "t", "--format", "ical", "--texts").status == 2


def test_how_alike_copies_are_is_told_without_the_letters_that_were_lost(haberci: CommandLine, stored: Stored) -> None:
    text = f"{ROWS[0]['text']} Görüşmede iki ülkenin ilişkileri ele alındı, başkentteki temaslar yarın sürecek."
    lost = text.translate(str.maketrans("şğıİçöü", "sgiIcou"))
    stored({"id": "whole", "source": "x", "text": text}, {"id": "lost", "source": "y", "text": lost})
    assert "copies: y/lost (100%)" in haberci("show", "whole").out
