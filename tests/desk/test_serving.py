"""The command: it serves on this machine alone, and tells in one line what can't be."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from itertools import count
from pathlib import Path
from threading import Timer
from urllib.request import urlopen

import pytest

from haberci.desk.desk import Desk, Settings
from haberci.desk.pages import actors, today
from haberci.desk.serving import is_loopback, make_ready
from haberci.desk.snapshots import Snapshots
from tests.command_line import CommandLine


def test_the_command_serves_until_interrupted(database: Path) -> None:
    command = [sys.executable, "-m", "haberci", "desk", "--db", str(database), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        kill = Timer(60, server.kill)
        kill.start()
        assert server.stdout is not None and server.stderr is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        assert address is not None
        with urlopen(f"{address[0]}search.json?q=Batken") as answer:
            assert b'"border"' in answer.read()
        server.send_signal(signal.SIGINT)
        assert server.wait() == 130
        kill.cancel()
        assert "Traceback" not in server.stderr.read()


def test_no_database_is_told(haberci: CommandLine) -> None:
    answer = haberci("desk", "--db", "none.db")
    assert (answer.status, answer.err) == (2, "haberci: no database at none.db\n")


def test_other_machines_are_not_let_in_without_accounts(haberci: CommandLine, database: Path) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "example.org"):
        answer = haberci("desk", "--db", database, "--host", host)
        assert answer.status == 2 and answer.err.count("\n") == 1 and "accounts" in answer.err


def test_a_port_that_is_taken_is_told(haberci: CommandLine, database: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = haberci("desk", "--db", database, "--port", taken.getsockname()[1])
    assert answer.status == 2 and "can't be listened at" in answer.err and answer.err.count("\n") == 1


def test_what_the_first_pages_show_is_counted_before_they_are_asked_for(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(Settings(database))
    make_ready(desk)
    monkeypatch.setattr(desk, "opened", None)  # whatever asks the database now fails
    assert today.counts_of(desk)["reports"] > 0
    assert actors.lines_of(desk)


def test_what_is_slow_to_count_is_kept_while_nothing_changes(database: Path) -> None:
    now: list[float] = [0.0]
    counting = count(1)
    snapshots = Snapshots(Desk(Settings(database)).opened, clock=lambda: now[0])
    snapshots.current()
    for moment in (0.0, 61.0, 899.0):
        now[0] = moment
        assert snapshots.kept_a_while("slow", lambda: next(counting)) == 1


def test_loopback_is_told_from_the_rest() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.1", "localhost.example.org", "")))
