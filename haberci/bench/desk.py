"""How fast the desk answers: twenty people at it, each asking for a page a second, over a million synthetic events.

``python -m haberci.bench.desk [--events N] [--requests N] [--db FILE] [--page PAGE] [--writing] [--alone]`` serves a
database, asks it N times, each time for other words and filters, and prints how long it took by page. Where other work
is on the machine, ``--alone`` says more: one request at a time, in this very process, by its processor time.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from haberci.bench.addresses import ADDRESSES, Asker
from haberci.bench.wire import make_wire
from haberci.bench.writing import writing
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.desk.serving import make_ready, warm

EVENTS = 1_000_000
REQUESTS = 1_000
CLIENTS, EVERY_S = 20, 1.0
TIMEOUT_S = 120.0
LIMITS_MS = {"/search": (300, 900)}  # of the median and of the 95th of a hundred
_LIMIT_MS = (100, 300)
_SERVED = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass
class Took:
    """Seconds that requests took, by kind of page, and the answers that were not 200."""

    seconds: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: Counter[str] = field(default_factory=Counter)

    def note(self, kind: str, seconds: float, status: int) -> None:
        """Count one request."""
        self.seconds[kind].append(seconds)
        if status != httpx.codes.OK:
            self.refused[f"{kind} {status}"] += 1


@contextmanager
def served(db: Path) -> Iterator[str]:
    """The desk of a database in a process of its own, as its address."""
    command = [sys.executable, "-m", "haberci", "desk", "--db", str(db), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            told = _SERVED.search(server.stdout.readline() if server.stdout else "")
            if told is None:
                raise SystemExit("the desk did not start")
            yield told[0]
        finally:
            server.send_signal(signal.SIGINT)


async def ask(address: str, kinds: Sequence[str], requests: int) -> Took:
    """Ask so many times, by all clients together; each asks for kinds of pages in turn, a page a second."""
    took = Took()
    async with httpx.AsyncClient(base_url=address, timeout=TIMEOUT_S, trust_env=False) as client:
        asker = Asker(client)
        await asker.look_around()
        begin = time.perf_counter()
        numbers = [range(n, requests, CLIENTS) for n in range(CLIENTS)]
        await asyncio.gather(*(_one(asker, took, kinds, own, begin) for own in numbers))
    return took


async def _one(asker: Asker, took: Took, kinds: Sequence[str], numbers: Sequence[int], begin: float) -> None:
    for number in numbers:
        due = begin + number / CLIENTS * EVERY_S
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        kind = kinds[number % len(kinds)]
        started = time.perf_counter()
        status = await asker.ask(kind, number)
        took.note(kind, time.perf_counter() - started, status)


async def ask_alone(db: Path, kinds: Sequence[str], requests: int) -> Took:
    """Ask so many times, one request after the other, of a desk in this process; seconds of its processor time."""
    app = application(Settings(db))
    warm()
    make_ready(app.state.desk)
    took = Took()
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost", timeout=None) as client:
        asker = Asker(client)
        await asker.look_around()
        for number in range(requests):
            kind = kinds[number % len(kinds)]
            started = time.process_time()
            status = await asker.ask(kind, number)
            took.note(kind, time.process_time() - started, status)
    return took


def table(took: Mapping[str, Sequence[float]]) -> Table:
    """What it took, by kind of page, in milliseconds; what is over its limit is marked."""
    made = Table(box=None, pad_edge=False, header_style="")
    made.add_column("page")
    for name in ("requests", "median ms", "95th", "longest", ""):
        made.add_column(name, justify="right")
    for kind, seconds in took.items():
        ordered = sorted(1000 * s for s in seconds)
        told = [ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)], ordered[-1]]
        over = any(ms > limit for ms, limit in zip(told, LIMITS_MS.get(kind, _LIMIT_MS), strict=False))
        made.add_row(kind, str(len(ordered)), *(f"{ms:.0f}" for ms in told), "over" if over else "")
    return made


def _measured(console: Console, db: Path, asked: argparse.Namespace) -> Took:
    kinds = asked.page or list(ADDRESSES)
    with writing(db, asked.writing):
        if asked.alone:
            console.print(f"{db.stat().st_size / 1e9:.1f} GB; one request at a time, processor time")
            return asyncio.run(ask_alone(db, kinds, asked.requests))
        console.print(f"{db.stat().st_size / 1e9:.1f} GB; {CLIENTS} clients, each asks every {EVERY_S:g} s")
        with served(db) as address:
            return asyncio.run(ask(address, kinds, asked.requests))


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="How fast the desk answers")
    options.add_argument("--events", type=int, default=EVENTS, help="how many events a new database gets")
    options.add_argument("--requests", type=int, default=REQUESTS, help="how many requests are made")
    options.add_argument("--db", type=Path, help="the database; made when it is not there")
    options.add_argument("--page", action="append", choices=ADDRESSES, help="only these pages")
    options.add_argument("--writing", action="store_true", help="a report is stored every second meanwhile")
    options.add_argument("--alone", action="store_true", help="one request at a time, by processor time")
    asked = options.parse_args()
    console = Console(width=100, highlight=False)
    with tempfile.TemporaryDirectory() as folder:
        db = asked.db or Path(folder, "wire.db")
        if not db.exists():
            make_wire(db, asked.events)
        took = _measured(console, db, asked)
        every = [one for seconds in took.seconds.values() for one in seconds]
        console.print(table({**took.seconds, "all": every}))
        for told, count in took.refused.items():
            console.print(f"{told}: {count} times")
        used = resource.getrusage(resource.RUSAGE_SELF if asked.alone else resource.RUSAGE_CHILDREN)
        console.print(f"{used.ru_utime + used.ru_stime:.0f} s of processor time, {used.ru_maxrss / 1e6:.1f} GB at most")


if __name__ == "__main__":
    main()
