"""A read of 5,000 reports that is killed at twenty moments, while another process asks all the time."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.store.test_processes import check_whole

ROOT = Path(__file__).parent.parent
HABERCI = [sys.executable, "-m", "haberci"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
REPORTS, KILLS = 5000, 20
ONE = ("--workers", "1", "--resume")
PAUSE_S = 0.5  # between two questions, so that asking leaves the reading a processor
STATES = ("Kazakistan", "Macaristan", "Özbekistan", "Gürcistan", "Azerbaycan", "Ermenistan", "Belarus", "Polonya")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Reports that differ, of a few months, each deed told by some."""
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for n in range(REPORTS):
            one, other = STATES[n % 8], STATES[(n + 1 + n // 8 % 7) % 8]
            day = f"2023-{1 + n // 3 % 6:02}-{1 + n // 5 % 28:02}"
            text = f"{one} Cumhurbaşkanı, {other} Dışişleri Bakanı'nı kabul etti. {n} kişilik heyet {n * 7} gün kaldı."
            row = {"id": str(n), "source": f"ajans{n % 4}", "text": text, "lang": "tr", "date": day}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def read(many: Path, db: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [*HABERCI, "read", str(many), "--db", str(db), "--format", "jsonl", *more]
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)


class Asking(threading.Thread):
    """Asks of the database in processes of their own, until told to stop; ``failed`` is what was wrong."""

    def __init__(self, db: Path) -> None:
        super().__init__()
        self.db = db
        self.stopped = threading.Event()
        self.asked = 0
        self.failed: list[str] = []

    def run(self) -> None:
        while not self.stopped.is_set():
            for words in (["events", "--actor", "KAZ", "--limit", "50"], ["deeds", "--limit", "50"], ["info"]):
                done = subprocess.run(
                    [*HABERCI, *words, "--db", str(self.db)],
                    env=ENVIRONMENT,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                self.asked += 1
                self.stopped.wait(PAUSE_S)
                if done.returncode != 0 and self.db.exists() and "no actor" not in done.stderr:
                    self.failed.append(done.stderr)


@pytest.mark.endurance
def test_every_report_is_there_once_however_often_the_read_is_killed(many: Path, tmp_path: Path) -> None:
    db, dice = tmp_path / "news.db", random.Random(7)
    whole = read(many, tmp_path / "whole.db")
    assert whole.wait() == 0
    begin = read(many, db, *ONE)
    while not (db.exists() and _reports(db)):
        assert begin.poll() is None
        time.sleep(0.1)
    asking = Asking(db)
    asking.start()
    moments = set()
    for wanted in sorted(dice.sample(range(REPORTS - 300), KILLS)):
        process = begin if begin.poll() is None else read(many, db, *ONE)
        while _reports(db) < wanted:
            assert process.poll() is None
            time.sleep(0.02)
        time.sleep(dice.uniform(0.0, 1.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        moments.add(check_whole(db))
    assert read(many, db, *ONE).wait() == 0
    asking.stopped.set()
    asking.join()
    assert asking.failed == []
    assert asking.asked > KILLS
    assert len(moments) > 3, "the kills came at too few moments"
    assert check_whole(db) == REPORTS
    assert _deeds(db) == _deeds(tmp_path / "whole.db")


def _reports(db: Path) -> int:
    try:
        with sqlite3.connect(f"{db.as_uri()}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM reading").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def _deeds(db: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(db) as connection:
        return connection.execute("SELECT id, claims, reports, sources, tolls FROM deed ORDER BY id").fetchall()
