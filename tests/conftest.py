"""What several tests need: the command line in this process, and the example reports."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import typer.main

from haberci.__main__ import main
from haberci.score.__main__ import read_gold
from haberci.score.reading import Reader
from tests.command_line import Answer, CommandLine, Stored

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def put_together_once() -> Iterator[None]:
    """Typer puts its commands together for each line that is typed; they are the same for all lines of a process."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(typer.main, "get_command", cache(typer.main.get_command))
        yield


@pytest.fixture
def haberci(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> CommandLine:
    """Runs a command line in an empty folder; what it prints comes back with its exit status."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["haberci", *map(str, words)])
        capfd.readouterr()
        status = main()
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Answer(status, out, err)

    return run


@pytest.fixture(scope="session")
def database_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """By lines of JSON: the database that ``haberci read`` makes of them, made once a session."""

    @cache
    def read(lines: str) -> Path:
        folder = tmp_path_factory.mktemp("read")
        (folder / "reports.jsonl").write_text(lines, encoding="utf-8")
        words = ["haberci", "read", str(folder / "reports.jsonl"), "--db", str(folder / "haberci.db")]
        with pytest.MonkeyPatch.context() as patched, contextlib.redirect_stdout(io.StringIO()):
            patched.setattr(sys, "argv", words)
            assert main() == 0
        return folder / "haberci.db"

    return read


@pytest.fixture
def stored(database_of: Callable[[str], Path], tmp_path: Path) -> Stored:
    """Puts reports into the test's folder: ``reports.jsonl``, whose path it gives, and ``haberci.db``."""

    def put(*records: object) -> Path:
        lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        shutil.copy(database_of(lines), tmp_path / "haberci.db")
        path = tmp_path / "reports.jsonl"
        path.write_text(lines, encoding="utf-8")
        return path

    return put


@pytest.fixture(scope="session")
def gold_reading() -> Reader:
    """Our reading of a gold report, which several tests look at."""
    return cache(read_gold)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example report."""
    return ROOT / "examples" / "tiflis.txt"


def pytest_configure() -> None:
    """A shell has what it begins in the background ignore Ctrl-C, and that would hold for what the tests begin, too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
