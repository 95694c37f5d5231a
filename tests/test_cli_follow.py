"""``haberci follow``: new items as they come, from where the last time ended, failures left alone for longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from haberci.cli.follow import seconds_of
from haberci.core.errors import InputError
from haberci.following import Follower, Turn
from haberci.sources.options import SourceOptions
from haberci.store.followed import FollowedSources
from haberci.store.store import Store
from tests.command_line import CommandLine
from tests.sources.samples import FIRST, SECOND, rss, write
from tests.sources.server import Answer, Site, site

ROOT = Path(__file__).resolve().parents[1]
HOUR = 3600.0


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as served:
        yield served


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def feed(*texts: str, etag: str = '"1"') -> Answer:
    return Answer(rss(list(texts)).encode(), etag=etag)


def turns(path: Path, clock: Clock, *addresses: str, every_s: float = 300) -> list[Turn]:
    """What asking the sources gives, each stored and settled."""
    with FollowedSources(path) as states:
        follower = Follower(addresses, states, every_s, SourceOptions(private=True), clock)
        made = list(follower.turn())
        for turn in made:
            follower.settled(turn)
        return made


def ids(turn: Turn) -> list[str] | None:
    return None if turn.reports is None else [report.id for report in turn.reports]


def test_it_reads_what_is_new_and_goes_on_where_it_was(haberci: CommandLine, web: Site, tmp_path: Path) -> None:
    web.answers["/rss"] = feed(FIRST)
    asked = ("follow", web.url("/rss"), "--every", "1s", "--once", "--private", "--lang", "xx", "--db", "a.db")
    answer = haberci(*asked)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines()[-1] == "1 report, 0 events, 0 statements, 0 roles; stored in a.db: 1 new"
    time.sleep(1.1)
    again = haberci(*asked)
    assert (again.status, again.out, again.err) == (0, "", "")
    assert web.asked[-1][1]["If-None-Match"] == '"1"'
    time.sleep(1.1)
    web.answers["/rss"] = feed(FIRST, SECOND, etag='"2"')
    later = haberci(*asked)
    assert [line.split()[0] for line in later.out.splitlines()[:-1]] == ["haber-2"]
    with Store.open(tmp_path / "a.db", mode="read") as store:
        assert store.counts()["reports"] == 2


def test_before_its_time_a_source_is_not_asked_again_even_by_a_new_process(tmp_path: Path, web: Site) -> None:
    web.answers["/rss"] = feed(FIRST)
    clock = Clock()
    assert [ids(turn) for turn in turns(tmp_path / "a.db", clock, web.url("/rss"))] == [["haber-1"]]
    clock.now += 299
    assert turns(tmp_path / "a.db", clock, web.url("/rss")) == []
    clock.now += 2
    assert [ids(turn) for turn in turns(tmp_path / "a.db", clock, web.url("/rss"))] == [None]
    assert len(web.asked) == 2


def test_a_source_that_fails_is_asked_less_and_less_often_and_the_others_go_on(tmp_path: Path, web: Site) -> None:
    web.answers = {"/bad": Answer(status=500), "/good": feed(FIRST)}
    clock, pauses = Clock(), []
    for n in range(12):
        made = turns(tmp_path / "a.db", clock, web.url("/bad"), web.url("/good"))
        failed = next(turn for turn in made if turn.state.failures)
        assert failed.state.failures == n + 1
        assert str(failed.errors[0]) == f"{web.url('/bad')}: 500 Internal Server Error"
        pauses.append(failed.state.next_at - clock.now)
        clock.now = failed.state.next_at
    assert pauses == [min(300 * 2.0 ** (n + 1), 6 * HOUR) for n in range(12)]
    assert sum(path == "/good" for path, _ in web.asked) == 12
    web.answers["/bad"] = feed(SECOND)
    (turn,) = [turn for turn in turns(tmp_path / "a.db", clock, web.url("/bad")) if turn.reports]
    assert (turn.was_failing, turn.state.failures, turn.state.fault) == (True, 0, None)


def test_a_host_that_asks_to_be_left_alone_is(tmp_path: Path, web: Site) -> None:
    web.answers["/rss"] = Answer(status=503, headers=(("Retry-After", "7200"),))
    clock = Clock()
    (turn,) = turns(tmp_path / "a.db", clock, web.url("/rss"))
    assert turn.state.next_at - clock.now == 7200


def test_what_was_not_stored_is_asked_for_again(tmp_path: Path, web: Site) -> None:
    web.answers["/rss"] = feed(FIRST)
    for _ in range(2):  # a process that ends between reading and storing
        with FollowedSources(tmp_path / "a.db") as states:
            follower = Follower([web.url("/rss")], states, 300, SourceOptions(private=True))
            assert [ids(turn) for turn in follower.turn()] == [["haber-1"]]


def test_one_request_a_host_at_a_time(tmp_path: Path, web: Site) -> None:
    web.answers = {f"/{n}": feed(FIRST)._replace(pause_s=0.1) for n in range(4)}
    began = time.monotonic()
    assert len(turns(tmp_path / "a.db", Clock(), *(web.url(f"/{n}") for n in range(4)))) == 4
    assert time.monotonic() - began >= 0.4
    assert [path for path, _ in web.asked] == ["/0", "/1", "/2", "/3"]


def test_a_failing_source_is_told_with_the_time_of_the_next_try(haberci: CommandLine, web: Site) -> None:
    answer = haberci("follow", web.url("/none"), "--once", "--private", "--every", "1h")
    assert answer.status == 2
    assert answer.err.startswith("haberci: failing, next asked at 20")
    assert answer.err.endswith(f": {web.url('/none')}: 404 Not Found\n")
    again = haberci("follow", web.url("/none"), "--once", "--private", "--every", "1h")
    assert (again.status, again.err) == (0, answer.err), "it is not asked before its time, and still told"
    refused = haberci("follow", web.url("/other"), "--once")
    assert "it lies in a private network (127.0.0.1), which only --private reads" in refused.err


def test_a_file_is_followed_as_a_feed_is(tmp_path: Path) -> None:
    path, clock = write(tmp_path / "in" / "a.jsonl", f'{{"id": "1", "text": "{FIRST}"}}\n'), Clock()
    assert [ids(turn) for turn in turns(tmp_path / "a.db", clock, str(path.parent))] == [["1"]]
    clock.now += 301
    assert [ids(turn) for turn in turns(tmp_path / "a.db", clock, str(path.parent))] == [None]
    clock.now += 301
    write(path.parent / "b.txt", SECOND)
    assert [ids(turn) for turn in turns(tmp_path / "a.db", clock, str(path.parent))] == [["1", "b"]]
    clock.now += 301
    (turn,) = turns(tmp_path / "a.db", clock, str(tmp_path / "none"))
    assert str(turn.errors[0]) == f"{tmp_path / 'none'}: no such file or folder"


@pytest.mark.parametrize(("time", "seconds"), [("30s", 30), ("5m", 300), ("2h", 7200), ("1d", 86400)])
def test_times(time: str, seconds: int) -> None:
    assert seconds_of(time) == seconds


@pytest.mark.parametrize("time", ["5", "0m", "m", "-5m", "5 weeks", ""])
def test_what_is_no_time(time: str) -> None:
    with pytest.raises(InputError, match="is no time, as 30s, 5m, 2h, 1d"):
        seconds_of(time)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_stopped_and_says_how_to_go_on(tmp_path: Path, web: Site, how: signal.Signals) -> None:
    web.answers["/rss"] = feed(FIRST)
    command = [sys.executable, "-m", "haberci", "follow", web.url("/rss"), "--private", "--lang", "xx", "--every", "1s"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while len(web.asked) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(how)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert told == "haberci: stopped; stored in haberci.db: 1 new; the same command goes on from here\n"


def test_an_address_of_another_kind_is_refused_at_once(haberci: CommandLine, tmp_path: Path) -> None:
    told = "haberci: ftp://haber.example/a: of addresses only http:// and https:// are read\n"
    for command in ("follow", "read", "sources"):
        answer = haberci(command, "ftp://haber.example/a")
        assert (answer.status, answer.err) == (2, told)
    assert not Path("haberci.db").exists()
