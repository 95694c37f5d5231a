"""``haberci read --out``: claims as tables, without a store."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from haberci.cli.batches import keep_all
from haberci.cli.keeper import keeper_of
from haberci.cli.options import ReadFormat
from haberci.cli.printing import printer_for
from haberci.cli.progress import progress_of
from haberci.core.overlay import NOTHING_OWN
from haberci.exports.file_format import FileFormat
from haberci.reading import Outcome
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


@pytest.mark.parametrize("out", [None, "out"])
def test_what_is_not_in_a_database_is_not_said_to_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], out: str | None
) -> None:
    def stopped() -> Iterator[Outcome]:
        raise KeyboardInterrupt
        yield

    printer = printer_for(ReadFormat.JSONL)
    files = (FileFormat.CSV, tmp_path / out) if out else None
    with (
        pytest.raises(KeyboardInterrupt),
        keeper_of(None, files, NOTHING_OWN) as keeper,
        progress_of([], printer) as progress,
    ):
        keep_all(stopped(), keeper, printer, progress)
    told = f"written to {tmp_path / out}: 0 reports, 0 events, 0 statements, 0 roles" if out else "not stored"
    assert capsys.readouterr().err == f"haberci: stopped; {told}\n"
