"""Storing reports while others are at work with the database: what ``haberci follow`` does to those who look at it."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing.synchronize import Event
from pathlib import Path

EVERY_S = 1.0
_DAY = "2024-12-31"
_TEXT = (
    "MOSKOVA (AA) - Rusya Devlet Başkanı Vladimir Putin, Kırgızistan Cumhurbaşkanı Sadır Caparov ile {n}. kez görüştü. "
    "Putin, Kırgızistan'ı 9 Mayıs'ta ziyaret edecek."
)


@contextmanager
def writing(db: Path, wanted: bool = True) -> Iterator[None]:
    """Read and store a report every second, in a process of its own, as long as it is open; nothing unless wanted."""
    context = multiprocessing.get_context("spawn")
    begun, done = context.Event(), context.Event()
    process = context.Process(target=_write, args=(db, begun, done))
    if not wanted:
        yield
        return
    process.start()
    try:
        begun.wait()
        yield
    finally:
        done.set()
        process.join()


def _write(db: Path, begun: Event, done: Event) -> None:
    # Imported here: it takes a second, and most who measure do not write.
    import haberci
    from haberci.cli.keeper import Keeper

    with Keeper(db) as keeper:
        for n in count(1):
            report = haberci.read(_TEXT.format(n=n), id=f"{time.time():.6f}", source="ajans 1", lang="tr", date=_DAY)
            keeper.keep([report])
            begun.set()
            if done.wait(EVERY_S):
                return
