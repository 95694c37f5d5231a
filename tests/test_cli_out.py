"""``haberci read --out``: claims as tables, without a store."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pytest

from tests.command_line import CommandLine


@pytest.mark.parametrize("format", ["parquet", "csv", "jsonl"])
def test_claims_are_written_without_a_store(haberci: CommandLine, example: Path, tmp_path: Path, format: str) -> None:
    out = tmp_path / "out"
    answer = haberci("read", example, "--out", format, out)
    assert answer.status == 0
    assert f"written to {out}: 1 report, 6 events, " in answer.out
    assert not Path("haberci.db").exists()
    told = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    path = out / f"events.{format}"
    if format == "parquet":
        types = [row[0] for row in duckdb.execute("SELECT type FROM read_parquet(?)", [str(path)]).fetchall()]
    elif format == "csv":
        types = [row["type"] for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]
    else:
        types = [json.loads(line)["type"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(types) == told["rows"]["events"] > 0
    assert "CONSULT" in types


def test_nothing_is_written_over(haberci: CommandLine, example: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    answer = haberci("read", example, "--out", "csv", tmp_path)
    assert (answer.status, "not an empty folder" in answer.err) == (2, True)
    assert haberci("read", example, "--out", "xls", tmp_path / "new").status == 2
