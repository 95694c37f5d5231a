"""``haberci audit`` and what nearly fired in ``haberci explain``."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from haberci.audit import wilson
from haberci.core.frames import FLAGS
from haberci.read.events.near_misses import conditions
from tests.command_line import CommandLine, Stored

TEXTS = (
    "Mısır, Sudan'ı kınadı.",
    "Kazakistan Cumhurbaşkanı Tokayev, Macaristan Başbakanı Orban'ı kabul etti.",
    "Ukrayna ordusunun köye düzenlediği saldırıda üç kişi yaralandı.",
    "Kırgızistan Savunma Bakanlığı, KGAÖ ülkelerinin sonbaharda ortak tatbikat yapacağını duyurdu.",
)


@pytest.fixture
def news(haberci: CommandLine, stored: Stored) -> CommandLine:
    """The command line beside a database of the texts."""
    stored(*({"id": str(n), "text": text, "lang": "tr"} for n, text in enumerate(TEXTS)))
    return haberci


def fill(path: Path, *verdicts: str) -> None:
    """Write verdicts before the first rows of a table."""
    head, columns, *rows = path.read_text(encoding="utf-8").splitlines()
    rows = [verdict + row for verdict, row in zip(verdicts, rows, strict=False)] + rows[len(verdicts) :]
    path.write_text("\n".join([head, columns, *rows]) + "\n", encoding="utf-8")


def test_a_filled_table_gives_the_precision(news: CommandLine) -> None:
    assert news("audit", "--sample", 3, "--seed", 7, "--out", "a.tsv").status == 0
    fill(Path("a.tsv"), "right", "wrong party", "skip")
    answer = news("audit", "--read", "a.tsv")
    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0].startswith("haberci ") and "rules" in lines[0]
    assert lines[1].startswith("sample of 3 out of 4 events, seed 7;")
    assert lines[-2].split() == ["all", "1", "2", "0.500", "0.095", "to", "0.905"]
    assert lines[-1] == "right 1, wrong type 0, wrong party 1, no event 0, skip 1"


def test_a_seed_draws_the_same_events_and_a_larger_sample_holds_the_smaller(news: CommandLine) -> None:
    for name, size in (("a", 2), ("b", 2), ("c", 4)):
        news("audit", "--sample", size, "--out", f"{name}.tsv")
    a, b, c = (Path(f"{name}.tsv").read_text(encoding="utf-8").splitlines()[2:] for name in "abc")
    assert a == b == c[:2]
    assert len(set(c)) == 4


def test_keys_judge_at_a_terminal_and_are_kept(news: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: Iterator[str] = iter("rxnq")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(typer, "getchar", lambda: next(pressed))
    out = news("audit", "--sample", 4).out
    assert "1 of 4" in out and "3 of 4" in out and "4 of 4" not in out
    assert "right 1, wrong type 0, wrong party 0, no event 1, skip 0" in out
    assert out.splitlines()[-1] == "2 of the sample are not judged yet"
    pressed = iter("sr")
    assert "1 of 4" not in news("audit", "--sample", 4).out
    assert "right 2, wrong type 0, wrong party 0, no event 1, skip 1" in news("audit", "--sample", 4).out


def test_judging_takes_no_row_away(news: CommandLine) -> None:
    def rows() -> list[str]:
        with sqlite3.connect("haberci.db") as store:
            return [line for line in store.iterdump() if line.startswith("INSERT") and "judgement" not in line]

    before = rows()
    news("audit", "--out", "a.tsv")
    fill(Path("a.tsv"), "right", "no event")
    assert news("audit", "--read", "a.tsv").status == 0
    assert rows() == before


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--out", "a.tsv", "--read", "a.tsv"), "--out, --read: only one of them can be asked for"),
        (("--read", "none.tsv"), "none.tsv: no such file or folder"),
        (("--read", "reports.jsonl"), "reports.jsonl:1: no table of an audit (# sample N seed N)"),
        (("--out", "reports.jsonl"), "reports.jsonl: is there already; judgements in it would be lost"),
        (("--db", "none.db"), "no database at none.db"),
    ],
)
def test_wrong_input_is_one_clear_line(news: CommandLine, words: tuple[str, ...], error: str) -> None:
    answer = news("audit", *words)
    assert (answer.status, answer.out, answer.err) == (2, "", f"haberci: {error}\n")
    assert not Path("none.db").exists()


def test_a_wrong_verdict_keeps_none(news: CommandLine) -> None:
    news("audit", "--out", "a.tsv")
    assert news("audit", "--read", "a.tsv").err == "haberci: a.tsv: no verdict is filled in\n"
    fill(Path("a.tsv"), "right", "rite")
    error = "haberci: a.tsv:4: no verdict: rite (right, wrong type, wrong party, no event, skip)\n"
    assert news("audit", "--read", "a.tsv").err == error
    with sqlite3.connect("haberci.db") as store:
        assert not store.execute("SELECT 1 FROM sqlite_master WHERE name = 'judgement'").fetchall()


def test_the_interval_is_wilsons() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)


def explained(news: CommandLine, kind: str) -> str:
    (event,) = map(json.loads, news("events", "--type", kind, "--format", "jsonl").out.splitlines())
    return news("explain", event["id"]).out.partition("Nearly\n")[2]


def test_explain_names_what_nearly_fired_and_why_it_did_not(news: CommandLine) -> None:
    near = explained(news, "ASSAULT")
    assert "event.assault.saldiri-soz" in near
    assert conditions()["weak"] in near or conditions()["needs-both"] in near
    assert "event.mobilize.tatbikat" in explained(news, "COOPERATE")
    assert explained(news, "ACCUSE").strip() == "no other rule fits these words"


def test_another_version_does_not_say_what_nearly_fired(news: CommandLine) -> None:
    with sqlite3.connect("haberci.db") as store:
        store.execute("UPDATE run SET rules = 'older'")
    assert explained(news, "ACCUSE").startswith("another version of haberci coded this event")


def test_conditions_are_flags_of_frames() -> None:
    assert conditions().keys() < FLAGS
