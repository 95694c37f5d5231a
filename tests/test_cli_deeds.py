"""``haberci deeds`` and ``haberci upgrade``, from the words typed to what is printed."""

from __future__ import annotations

import csv
import io
import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Stored

FIRST = "ASTANA - Kazakistan Cumhurbaşkanı Tokayev, Macaristan Başbakanı Orban'ı kabul etti."
SECOND = "Macaristan Başbakanı Orban, Kazakistan'ı ziyaret etti."


@pytest.fixture(autouse=True)
def two_reports(stored: Stored) -> None:
    stored(
        {"id": "1", "source": "ajans", "text": FIRST, "lang": "tr", "date": "2023-11-03"},
        {"id": "2", "source": "gazete", "text": SECOND, "lang": "tr", "date": "2023-11-03"},
    )


def test_each_deed_once(haberci: CommandLine) -> None:
    (found,) = [json.loads(line) for line in haberci("deeds", "--format", "jsonl").out.splitlines()]
    assert (found["type"], found["day"], found["reports"], found["sources"]) == ("CONSULT", "2023-11-03", 2, 2)
    assert len(found["events"]) == found["claims"] == 2


def test_a_table_and_csv(haberci: CommandLine) -> None:
    assert "CONSULT visit" in haberci("deeds").out
    (row,) = csv.DictReader(io.StringIO(haberci("deeds", "--format", "csv").out))
    assert (row["actors"], row["recipients"], row["conflicts"]) == ("HUN GOV", "KAZ GOV", "")


@pytest.mark.parametrize(
    "asked, count",
    [
        (["--actor", "KAZ"], 1),
        (["--actor", "kaz gov", "--type", "CONSULT"], 1),
        (["--actor", "KAZ MIL"], 0),
        (["--since", "2023-11-04"], 0),
        (["--until", "2023-11-03", "--limit", "1"], 1),
        (["--disputed"], 0),
        (["--all"], 1),
    ],
)
def test_asked_by(haberci: CommandLine, asked: list[str], count: int) -> None:
    assert len(haberci("deeds", *asked, "--format", "jsonl").out.splitlines()) == count


def test_an_unknown_actor_is_told(haberci: CommandLine) -> None:
    answer = haberci("deeds", "--actor", "KAX")
    assert (answer.status, answer.out) == (2, "")
    assert "no actor KAX" in answer.err


def test_upgrade_says_what_is_there(haberci: CommandLine) -> None:
    assert haberci("upgrade").out == "haberci.db: 2 reports, as this version keeps them\n"
    assert haberci("upgrade", "--db", "none.db").status == 2
    assert not Path("none.db").exists()


def test_show_names_copies_and_the_notice_that_takes_a_report_back(haberci: CommandLine, tmp_path: Path) -> None:
    rows = [
        {"id": "3", "source": "gazete", "text": FIRST, "lang": "tr", "date": "2023-11-03"},
        {"id": "4", "source": "ajans", "text": "1 numaralı haberimizi lütfen kullanmayınız.", "lang": "tr"},
    ]
    path = tmp_path / "more.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    assert haberci("read", path).status == 0
    out = haberci("show", "ajans/1").out
    assert "copies: gazete/3 (100%)" in out
    assert "corrected or withdrawn by ajans/4: its deeds do not count" in out
    assert "copies" not in haberci("show", "2").out


def test_as_of_asks_the_past(haberci: CommandLine, tmp_path: Path) -> None:
    time.sleep(0.01)
    before = datetime.now(UTC).isoformat()
    row = {"id": "2", "source": "gazete", "text": "Hava güzel olacak.", "lang": "tr", "date": "2023-11-04"}
    path = tmp_path / "again.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert haberci("read", path).status == 0

    def told(*asked: str) -> list[tuple[int, int]]:
        found = [json.loads(line) for line in haberci("deeds", *asked, "--format", "jsonl").out.splitlines()]
        return [(deed["reports"], deed["sources"]) for deed in found]

    assert told() == [(1, 1)]
    assert told("--as-of", before) == [(2, 2)]
    assert told("--as-of", "2020-01-01") == []
    assert haberci("deeds", "--as-of", "sometime").status == 2


def test_an_item_taken_back_by_its_status_no_longer_counts(haberci: CommandLine, tmp_path: Path) -> None:
    item = {"uri": "urn:ajans:9", "source": "ajans", "versioncreated": "2023-11-03T10:00:00Z", "language": "tr"}
    path = tmp_path / "item.json"
    for more, count in (({"body_text": FIRST}, 3), ({"pubstatus": "canceled"}, 2), ({"body_text": FIRST}, 2)):
        path.write_text(json.dumps({**item, **more}), encoding="utf-8")
        assert haberci("read", path).status == 0
        (deed,) = [json.loads(line) for line in haberci("deeds", "--format", "jsonl").out.splitlines()]
        assert deed["reports"] == count
    assert "withdrawn by its agency" in haberci("show", "urn:ajans:9").out
