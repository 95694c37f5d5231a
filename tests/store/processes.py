"""Other processes for the tests: ``python -m tests.store.processes write|read DATABASE``."""

from __future__ import annotations

import select
import sys
from collections.abc import Iterator
from pathlib import Path

from haberci.core.report import Report
from haberci.store import RunVersion, Store
from tests.store.samples import meeting, story

MANY = 1000
VERSION = RunVersion("code 1", "rules 1", "data 1", "register 1")


def many(count: int = MANY) -> Iterator[Report]:
    """Reports that differ in their text, each with two events."""
    for n in range(count):
        text = f"Kırgızistan Bakanı, {n} numaralı elçiyi kabul etti. Bakan görüşmenin yararlı geçtiğini söyledi."
        yield story(f"n{n:05}", [meeting(text), meeting(text, words="kabul")], text=text)


def write(path: Path) -> None:
    """Write all; tells when it begins."""
    with Store.open(path, timeout_s=60) as store:
        print("begun", flush=True)
        store.write(many(), VERSION)


def read(path: Path) -> None:
    """Ask again and again until standard input ends; a report that is there must be whole, and none may go away."""
    seen, ended = 0, False
    print("begun", flush=True)
    while not ended:
        ended = _ended()  # the last look comes after the end, however slow the machine is
        with Store.open(path, mode="read", timeout_s=60) as store:
            counts = store.counts()
            events = sum(1 for _ in store.events(actor="KGZ"))
            last = store.report(f"n{counts['reports'] - 1:05}") if counts["reports"] else None
            assert counts["reports"] >= seen, (counts, seen)
            assert counts["reports"] % 200 == 0, counts
            assert counts["events"] == 2 * counts["reports"] <= events, (counts, events)
            assert last is None or len(last.report.events) == 2
            seen = counts["reports"]
    print("seen", seen)


def _ended() -> bool:
    return bool(select.select([sys.stdin], [], [], 0)[0])


if __name__ == "__main__":
    {"write": write, "read": read}[sys.argv[1]](Path(sys.argv[2]))
