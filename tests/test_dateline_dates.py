"""A report whose source gives no date is dated by the day in its dateline, from reading to deeds."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from haberci.cli.app import app

TEXT = (
    "BİŞKEK, 5 Mart 2024 (Kabar) - Kırgızistan Dışişleri Bakanı Ceenbek Kulubayev, Duşanbe'de Tacikistan "
    "Cumhurbaşkanı İmamali Rahman ile görüştü.\n"
)


def told(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result.output


def test_the_dateline_dates_report_event_and_role(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    db = str(tmp_path / "news.db")
    record = json.loads(told("read", str(tmp_path / "a.txt"), "--db", db, "--format", "jsonl"))
    assert record["date"] == "2024-03-05"
    assert record["date_flag"] is None
    event = json.loads(told("events", "--db", db, "--format", "jsonl"))
    assert event["date"] == "2024-03-05"
    assert "2024-03-05" in told("roles", "--db", db)
    assert "2024-03" in told("info", "--db", db)


def test_the_same_file_read_again_is_no_revision(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    db = str(tmp_path / "news.db")
    told("read", str(tmp_path / "a.txt"), "--db", db)
    again = told("read", str(tmp_path / "a.txt"), "--db", db)
    assert again.endswith(": 1 as before\n")


def test_a_given_date_stands_above_the_dateline(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "date": "2024-03-06", "text": TEXT}), "utf-8")
    record = json.loads(told("read", str(tmp_path / "a.jsonl"), "--db", str(tmp_path / "n.db"), "--format", "jsonl"))
    assert record["date"] == "2024-03-06"
