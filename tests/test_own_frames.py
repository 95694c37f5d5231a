"""A user's own frames: a folder of tables laid over the shipped ones."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

import haberci
from haberci.core.errors import LexiconError
from haberci.core.overlay import Overlay
from haberci.version import run_version
from tests.command_line import CommandLine

HEAD = "id\tpattern\ttype\tmode\tactor\trecipient\tflags\texample\n"
PLANTS = "aid.fidan\tfidan* dik!\tAID\t\tsubj\tdat\tforeign\tTürkiye, Moldova'ya fidan dikti.\n"
TOLD = "Polonya, Moldova'ya fidan dikti."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "plants.tsv").write_text(HEAD + PLANTS, encoding="utf-8")
    return folder


def test_an_own_frame_fires_and_no_other_reading_knows_it(own: Path) -> None:
    (event,) = haberci.read(TOLD, lang="tr", frames=own).events
    assert (event.type, str(event.actors[0]), str(event.recipients[0])) == ("AID", "POL GOV", "MDA GOV")
    assert event.rule == "event.aid.fidan"
    assert haberci.read(TOLD, lang="tr").events == ()


def test_an_own_frame_replaces_the_shipped_one_of_its_id(own: Path) -> None:
    row = "support.kutla\tkutla!\tSUPPORT\t\tobj\tsubj\t\tErdoğan, Mirziyoyev'i kutladı.\n"
    (own / "praise.tsv").write_text(HEAD + row, encoding="utf-8")
    text = "Polonya, Moldova'yı kutladı."
    (ours,), (theirs,) = haberci.read(text, lang="tr").events, haberci.read(text, lang="tr", frames=str(own)).events
    assert (ours.rule, str(ours.actors[0])) == ("event.support.kutla", "POL GOV")
    assert (theirs.rule, str(theirs.actors[0])) == ("event.support.kutla", "MDA GOV")


def test_several_workers_read_with_own_frames(own: Path) -> None:
    records = [{"id": str(n), "text": TOLD, "lang": "tr"} for n in range(50)]
    found = [[e.rule for e in report.events] for report in haberci.read_many(records, workers=2, frames=own)]
    assert found == [["event.aid.fidan"]] * 50


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("AID", "AIDS", "plants.tsv:2: unknown type AIDS; did you mean AID?"),
        ("dat\t", "dative\t", "plants.tsv:2: unknown filler dative"),
        (PLANTS, PLANTS + PLANTS, "plants.tsv:3: id aid.fidan stands twice"),
    ],
)
def test_a_table_that_is_not_sound_is_told_in_one_line(
    haberci: CommandLine, own: Path, before: str, after: str, told: str
) -> None:
    table = own / "plants.tsv"
    table.write_text(table.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    report = own.parent / "report.txt"
    report.write_text(TOLD, encoding="utf-8")
    answer = haberci("read", report, "--no-store", "--frames", own)
    assert (answer.status, answer.err, answer.out) == (2, f"haberci: {told}\n", "")


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="none: no such file or folder"):
        haberci.read(TOLD, lang="tr", frames=tmp_path / "none")
    (tmp_path / "bare").mkdir()
    with pytest.raises(LexiconError, match="bare: the folder holds no table"):
        haberci.read(TOLD, lang="tr", frames=tmp_path / "bare")


def test_the_version_of_the_claims_tells_the_folder(haberci: CommandLine, own: Path, tmp_path: Path) -> None:
    record = tmp_path / "a.jsonl"
    record.write_text(json.dumps({"id": "a", "text": TOLD, "lang": "tr"}), encoding="utf-8")
    assert "1 new" in haberci("read", record).out
    assert "1 read anew" in haberci("read", record, "--frames", own).out
    assert "1 as before" in haberci("read", record, "--frames", own).out
    with sqlite3.connect("haberci.db") as db:
        (rules,) = db.execute("SELECT rules FROM run ORDER BY run_id DESC LIMIT 1").fetchone()
    assert rules == run_version(Overlay(frames=own)).rules
    assert rules.endswith("(aid.fidan)")


def test_another_folder_is_another_version(own: Path) -> None:
    before = run_version(Overlay(frames=own)).rules
    assert before.startswith(run_version().rules + "+")
    table = own / "plants.tsv"
    table.write_text(table.read_text(encoding="utf-8").replace("foreign", ""), encoding="utf-8")
    run_version.cache_clear()
    assert run_version(Overlay(frames=own)).rules != before
