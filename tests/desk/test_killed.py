"""A server that is killed while it writes: what it answered is kept, and nothing is there by half."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from random import Random

import httpx
import pytest

from haberci.languages.packs import search_fold
from haberci.store.store import Store
from tests.desk.conftest import Filled
from tests.desk.reports import PLAIN

# The desk in a process of its own that ends at once, as by a kill, when it is about to note what was done.
KILLED_BETWEEN = """
import os, signal, sys
from pathlib import Path
from starlette.testclient import TestClient
from haberci.desk import accounts
from haberci.desk.app import application
from haberci.desk.desk import Settings

accounts._note = lambda *told: os.kill(os.getpid(), signal.SIGKILL)
with TestClient(application(Settings(Path(sys.argv[1])))) as desk:
    desk.get("/signs")
    form = {"form_token": desk.cookies["haberci_form"], "verdict": "none", "seen": "0"}
    desk.post(f"/events/{sys.argv[2]}/correct", data=form)
"""


@pytest.fixture
def path(filled: Filled, tmp_path: Path) -> Path:
    return filled(tmp_path / "news.db", PLAIN[:3])


def event_of(path: Path) -> str:
    with Store.open(path, mode="read") as store:
        return next(store.events("KGZ")).id


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(sql).fetchall()


def check_whole(path: Path) -> None:
    """Nothing is damaged, each correction is noted, and nothing is noted that was not done."""
    assert rows(path, "PRAGMA integrity_check") == [("ok",)] and not rows(path, "PRAGMA foreign_key_check")
    done = "SELECT count(*), (SELECT count(*) FROM audit WHERE action = 'correct') FROM correction"
    ((corrections, noted),) = rows(path, done)
    assert corrections == noted
    with Store.open(path, fold=search_fold) as store:
        assert store.counts()["reports"] == 3


def test_a_kill_between_two_changes_that_belong_together_leaves_neither(path: Path) -> None:
    command = [sys.executable, "-c", KILLED_BETWEEN, str(path), event_of(path)]
    assert subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode == -signal.SIGKILL
    assert rows(path, "SELECT count(*) FROM correction") == [(0,)]
    check_whole(path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_a_kill_at_any_moment_loses_nothing_that_was_answered(path: Path, seed: int) -> None:
    event, answered = event_of(path), 0
    command = [sys.executable, "-m", "haberci", "desk", "--db", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert address is not None
        with httpx.Client(base_url=address[0], trust_env=False, timeout=60) as desk:
            desk.get("/signs")
            form = {"form_token": desk.cookies["haberci_form"], "verdict": "none"}
            threading.Timer(Random(seed).uniform(0.2, 1.5), server.kill).start()
            began = time.monotonic()
            try:
                while time.monotonic() - began < 60:
                    answer = desk.post(f"/events/{event}/correct", data={**form, "seen": str(answered)})
                    assert answer.status_code == 303, answer.text
                    answered += 1
            except httpx.TransportError:
                pass
    assert server.returncode == -signal.SIGKILL
    ((kept,),) = rows(path, "SELECT count(*) FROM correction")
    assert answered <= kept <= answered + 1
    check_whole(path)
