"""What several tests need: the command line in this process, and the example reports."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from haberci.__main__ import main
from tests.command_line import Answer, CommandLine

ROOT = Path(__file__).parent.parent


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


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example report."""
    return ROOT / "examples" / "tiflis.txt"


def pytest_configure() -> None:
    """A shell has what it begins in the background ignore Ctrl-C, and that would hold for what the tests begin, too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
