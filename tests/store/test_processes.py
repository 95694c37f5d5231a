"""Beside a writer and after one that was killed: every report stands once and whole."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from haberci.core.report import Report
from haberci.store import RunVersion, Store
from tests.store.processes import MANY, VERSION, many
from tests.store.samples import story

ROOT = Path(__file__).parents[2]


def start(what: str, path: Path) -> subprocess.Popen[str]:
    """A process of ``processes.py`` that has begun."""
    command = [sys.executable, "-m", "tests.store.processes", what, str(path)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "begun\n"
    return process


def check_whole(path: Path) -> int:
    """Check that the file is sound and that every report in it stands once, with all its claims; how many there are."""
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        sums = "count(*), count(DISTINCT report), count(DISTINCT text), sum(events), sum(statements), sum(roles)"
        readings, reports, texts, *claims = connection.execute(f"SELECT {sums} FROM reading").fetchone()
        found = [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("event", "statement", "role")]
        grouped = connection.execute("SELECT count(*), count(deed) FROM deed_event").fetchone()
        deeds = connection.execute("SELECT coalesce(sum(claims), 0) FROM deed").fetchone()[0]
        copies = connection.execute("SELECT count(*) FROM copy").fetchone()[0]
        searched = connection.execute("SELECT count(*) FROM text_search_docsize").fetchone()[0]
    finally:
        connection.close()
    assert readings == reports
    assert texts == searched
    assert found == [number or 0 for number in claims]
    assert (*grouped, deeds, copies) == (found[0], found[0], found[0], reports)
    return int(reports)


def test_a_reader_sees_whole_batches_while_one_writes(store: Store, path: Path, old: RunVersion) -> None:
    with Store.open(path, mode="read") as reader:
        seen: list[int] = []

        def watched() -> Iterator[Report]:
            for n, report in enumerate(many(600)):
                if n % 100 == 0:
                    seen.append(reader.counts()["reports"])
                yield report

        store.write(watched(), old)
        assert seen == [0, 0, 200, 200, 400, 400]
        assert reader.counts()["reports"] == 600


def test_a_query_goes_on_while_another_process_writes(store: Store, path: Path, old: RunVersion) -> None:
    store.write(many(300), old)
    with Store.open(path, mode="read") as reader:
        events = reader.events()
        first = next(events)
        store.write(many(600), old)
        store.write([story("n00001")], RunVersion("code 2", "", "", ""))
        assert 1 + sum(1 for _ in events) == 600, "what held when the query began"
        assert first.report == "n00000"
        assert sum(1 for _ in reader.events()) == 1199


def test_two_writers_take_turns(path: Path, old: RunVersion, new: RunVersion) -> None:
    with Store.open(path) as one, Store.open(path) as other:

        def between() -> Iterator[Report]:
            for n, report in enumerate(many(400)):
                if n == 300:
                    other.write(many(100), new)
                yield report

        assert one.write(between(), old).new == 400
        assert one.counts()["runs"] == 3
        for run, version in ((1, old), (2, new), (3, old)):
            stored = one.report("n00350" if run == 3 else "n00001", as_of=run)
            assert stored is not None and (stored.run.number, stored.run.version) == (run, version)


def test_many_may_make_the_database_at_once(tmp_path: Path) -> None:
    def make(n: int) -> int:
        with Store.open(tmp_path / f"made{n % 4}.db", timeout_s=30) as store:
            return store.write([story(f"n{n}")], VERSION).new

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(make, range(32))) == 32
    assert [check_whole(tmp_path / f"made{n}.db") for n in range(4)] == [8] * 4


@pytest.mark.slow
def test_a_killed_write_is_completed_by_the_next(tmp_path: Path) -> None:
    begun = time.monotonic()
    whole = start("write", tmp_path / "whole.db")
    assert whole.wait() == 0
    took = time.monotonic() - begun
    assert check_whole(tmp_path / "whole.db") == MANY
    moments = random.Random(2023)
    left = set()
    for n in range(6):
        path = tmp_path / f"killed{n}.db"
        killed = start("write", path)
        time.sleep(moments.uniform(0, took))
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        kept = check_whole(path)
        assert kept % 200 == 0
        left.add(kept)
        with Store.open(path) as store:
            done = store.write(many(), VERSION)
            assert (done.new, done.unchanged) == (MANY - kept, kept)
            assert [row.report for row in store.events(limit=3)] == ["n00000", "n00000", "n00001"]
        assert check_whole(path) == MANY
    assert len(left) > 2, f"the kills came at too few moments: {left}"


@pytest.mark.slow
def test_a_reader_never_fails_while_writers_are_killed(path: Path) -> None:
    Store.open(path).close()
    reader = start("read", path)
    moments = random.Random(22)
    try:
        for _ in range(5):
            killed = start("write", path)
            time.sleep(moments.uniform(0, 0.4))
            killed.send_signal(signal.SIGKILL)
            killed.wait()
            assert reader.poll() is None
        assert start("write", path).wait() == 0
    finally:
        out, _ = reader.communicate("")
    assert reader.returncode == 0
    assert out == f"seen {MANY}\n"
    assert check_whole(path) == MANY
