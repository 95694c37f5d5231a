"""``haberci planned``: what is planned, and what became of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine, Stored

REPORTS = (
    ("plan", "2023-05-02", "Romanya Dışişleri Bakanı Bogdan Aurescu, 14 Mayıs'ta Kişinev'i ziyaret edecek."),
    ("off", "2023-05-10", "Aurescu, Moldova ziyaretini erteledi."),
    ("done", "2023-05-16", "Romanya Dışişleri Bakanı Aurescu, Kişinev'de Moldovalı mevkidaşıyla görüştü."),
    ("drill", "2023-05-03", "Polonya ve Litvanya, haziranda ortak tatbikat düzenleyecek."),
    ("old", "2023-04-01", "Estonya Başbakanı Kaja Kallas, 9 Nisan'da Helsinki'yi ziyaret edecek."),
)


@pytest.fixture
def news(haberci: CommandLine, stored: Stored) -> CommandLine:
    """The command line beside a database of the reports."""
    stored(*({"id": id, "date": day, "text": text, "lang": "tr"} for id, day, text in REPORTS))
    return haberci


def found(haberci: CommandLine, *words: str) -> dict[str, str]:
    """The status of the plan of each report."""
    answer = haberci("planned", *words, "--format", "jsonl")
    assert (answer.status, answer.err) == (0, "")
    return {r["report"]: r["status"] for r in map(json.loads, answer.out.splitlines())}


def test_plans_are_listed_with_what_became_of_them(news: CommandLine) -> None:
    assert found(news) == {"plan": "done", "drill": "open", "old": "overdue"}
    (record,) = map(json.loads, news("planned", "--actor", "ROU", "--format", "jsonl").out.splitlines())
    assert (record["planned_since"], record["planned_until"]) == ("2023-05-14", "2023-05-14")
    assert (record["later_report"], record["later_date"]) == ("done", "2023-05-16")
    assert record["later_sentence"] == REPORTS[2][2]


def test_plans_are_narrowed_by_status_actor_and_day(news: CommandLine) -> None:
    assert found(news, "--open") == {"drill": "open", "old": "overdue"}
    assert found(news, "--overdue") == {"old": "overdue"}
    assert found(news, "--due") == {}
    assert found(news, "--due", "--on", "2023-06-05") == {"drill": "due"}
    assert found(news, "--actor", "est gov") == {"old": "overdue"}
    assert found(news, "--since", "2023-06-01") == {"drill": "open"}
    assert found(news, "--until", "2023-04-30") == {"old": "overdue"}


def test_plans_print_as_a_table_and_as_csv(news: CommandLine) -> None:
    table = news("planned").out.splitlines()
    assert table[0].split()[:2] == ["planned", "for"]
    assert any("2023-06-01 to 2023-06-30" in line and "open" in line for line in table)
    rows = list(csv.DictReader(io.StringIO(news("planned", "--format", "csv").out)))
    assert [row["status"] for row in rows] == ["overdue", "done", "open"]
    assert news("planned", "--actor", "EST", "--since", "2023-05-01").out == "no plans\n"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--open", "--due"), "--open, --due, --overdue: only one of them can be asked for"),
        (("--on", "tomorrow"), "--on: no day: tomorrow (as 2023-01-22)"),
        (("--since", "2023-05-02", "--until", "2023-05-01"), "--until: 2023-05-01 is before --since 2023-05-02"),
        (("--db", "none.db"), "no database at none.db"),
    ],
)
def test_wrong_input_is_one_clear_line(news: CommandLine, words: tuple[str, ...], error: str) -> None:
    answer = news("planned", *words)
    assert (answer.status, answer.out, answer.err) == (2, "", f"haberci: {error}\n")


def test_the_calendar_is_stamped_with_the_day_of_the_report(news: CommandLine, tmp_path: Path) -> None:
    assert news("export", tmp_path / "out", "--format", "ical").status == 0
    lines = (tmp_path / "out" / "planned.ics").read_text(encoding="utf-8").splitlines()
    stamps = dict(
        zip(*([x.partition(":")[2] for x in lines if x.startswith(y)] for y in ("DTSTART", "DTSTAMP")), strict=True)
    )
    assert stamps["20230514"] == "20230502T000000Z"
