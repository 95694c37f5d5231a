"""Progress on a terminal, going on after a stop, and Daft."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.console import Console

from haberci.cli.progress import ReadingProgress
from haberci.core.errors import StoreError
from haberci.sources.paths import size_of
from haberci.store.store import Store
from tests.command_line import CommandLine
from tests.sources.samples import FIRST, SECOND, page, warc, write

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100"}


def lines(path: Path, count: int) -> Path:
    records = [{"id": f"{n:04}", "text": f"{FIRST} {n}", "lang": "xx"} for n in range(count)]
    return write(path, "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))


def stored(db: Path) -> int:
    try:
        with Store.open(db, mode="read") as store:
            return store.counts()["reports"]
    except StoreError:  # it is not made yet
        return 0


def on_terminal(*words: object, cwd: Path) -> str:
    """What a command shows on a terminal."""
    mine, its = pty.openpty()
    command = [sys.executable, "-m", "haberci", *map(str, words)]
    process = subprocess.Popen(command, cwd=cwd, env=ENVIRONMENT, stdin=its, stdout=its, stderr=its)
    os.close(its)
    shown = b""
    try:
        while piece := os.read(mine, 65536):
            shown += piece
    except OSError:  # the end of a terminal
        pass
    assert process.wait() == 0
    return shown.decode()


def test_progress_is_shown_on_a_terminal_and_nowhere_else(haberci: CommandLine, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", 250)
    shown = on_terminal("read", path, "--no-store", cwd=tmp_path)
    assert re.search(r"\d+ reports.* \d+/s.*100 % left", shown)
    assert "250 reports, 0 events" in shown
    elsewhere = haberci("read", path, "--no-store")
    assert (elsewhere.status, elsewhere.err) == (0, "")
    assert "/s" not in elsewhere.out


def test_bytes_count_when_their_report_is_done() -> None:
    progress = ReadingProgress(Console(file=io.StringIO()), 100)
    found = progress.watched(iter("abcd"))
    for amount in (10, 20, 30, 40):
        progress.count(amount)
        next(found)
    progress.done(2)
    assert progress._bar is not None
    assert progress._bar.tasks[0].completed == 30
    progress.done(2)
    assert progress._bar.tasks[0].percentage == 100


def test_the_size_of_paths(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", "12345")
    write(tmp_path / "in" / "b" / "c.txt", "123")
    assert size_of([tmp_path / "in", tmp_path / "in" / "a.txt"]) == 13
    assert size_of([tmp_path / "in", "-"]) is None
    assert size_of(["https://haber.example/rss"]) is None


def test_resume_passes_over_what_is_stored(haberci: CommandLine, tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", 3)
    haberci("read", "a.jsonl", "--db", "a.db")
    lines(tmp_path / "a.jsonl", 5)
    answer = haberci("read", "a.jsonl", "--db", "a.db", "--resume", "--format", "jsonl")
    assert [json.loads(line)["id"] for line in answer.out.splitlines()] == ["0003", "0004"]
    with Store.open(tmp_path / "a.db", mode="read") as store:
        assert store.counts()["reports"] == 5


def test_what_goes_to_files_is_not_resumed(haberci: CommandLine, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", 1)
    answer = haberci("read", path, "--resume", "--out", "csv", str(tmp_path / "out"))
    assert answer.status == 2
    assert answer.err.startswith("haberci: --resume")
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_a_read_that_was_stopped_says_how_to_go_on_and_does(tmp_path: Path) -> None:
    records = [{"id": f"{n:04}", "text": f"{FIRST} {SECOND} {n}", "lang": "tr"} for n in range(600)]
    path = write(tmp_path / "a.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    command = [sys.executable, "-m", "haberci", "read", str(path), "--db", "a.db", "--workers", "2"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not stored(tmp_path / "a.db") and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert re.fullmatch(
        r"haberci: stopped; stored in a\.db: \d+ new; the same command with --resume goes on from here\n", told
    )
    again = subprocess.run([*command, "--resume"], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True)
    assert again.returncode == 0
    with Store.open(tmp_path / "a.db", mode="read") as store:
        assert store.counts()["reports"] == 600


def test_without_daft_its_engine_is_told(haberci: CommandLine, tmp_path: Path) -> None:
    if importlib.util.find_spec("daft"):
        pytest.skip("Daft is installed")
    answer = haberci("read", lines(tmp_path / "a.jsonl", 1), "--engine", "daft", "--no-store")
    told = "haberci: --engine daft needs an extra: pip install 'haberci[cluster]'\n"
    assert (answer.status, answer.out, answer.err) == (2, "", told)


@pytest.mark.slow
def test_daft_gives_the_same_rows(tmp_path: Path) -> None:
    pytest.importorskip("daft", reason="the extra haberci[cluster] is not installed")
    import duckdb

    texts = [f"{FIRST} {n}" for n in range(30)]
    for name in ("a", "b"):
        held = duckdb.connect()
        held.execute("CREATE TABLE news (text VARCHAR)")
        held.executemany("INSERT INTO news VALUES (?)", [(text,) for text in texts])
        held.execute(f"COPY news TO '{tmp_path}/{name}.parquet'")
    write(tmp_path / "c.warc", warc({f"https://a.example/{n}": page(FIRST + f" {n}.") for n in range(9)}))
    write(tmp_path / "d.txt", b"\0")
    command = [
        sys.executable,
        "-m",
        "haberci",
        "read",
        ".",
        "--no-store",
        "--format",
        "jsonl",
        "--lang",
        "tr",
        "--engine",
    ]
    here, there = (
        subprocess.run([*command, engine], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        for engine in ("local", "daft")
    )
    assert len(here.stdout.splitlines()) == 69
    assert there.stdout == here.stdout
    assert there.returncode == here.returncode == 2
    assert "d.txt: the bytes are no text" in there.stderr
