"""One function over many values, in order, by one process or several."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

from haberci.collector import collect_seldom
from haberci.core.errors import HaberciError
from haberci.core.recent import keep_less
from haberci.parcels import packed, unpacked

T = TypeVar("T")
U = TypeVar("U")
FEWEST = 40  # values that are worth a pool
CHUNK = 10  # of many, so that at the end no worker waits long for the other
_AHEAD = 10  # chunks a worker: what it goes on with while the reports of a batch are stored


def in_order(
    function: Callable[[T], U], values: Iterable[T], workers: int, load: Callable[[], object] | None = None
) -> Iterator[U]:
    """The function's answers in the order of the values; no more than a few chunks a worker are held at once.

    Few values are not worth a pool. Before one is made, ``load`` is called: what it loads (tables,
    models) stands in memory once, shared by all workers. Raises HaberciError when a worker dies.
    """
    values = iter(values)
    first = list(islice(values, FEWEST)) if workers > 1 else []
    if workers > 1 and len(first) == FEWEST:
        if load is not None:
            load()
        yield from _by_pool(function, first, values, workers)
        return
    yield from map(function, first)
    yield from map(function, values)


def _by_pool(function: Callable[[T], U], first: list[T], rest: Iterator[T], workers: int) -> Iterator[U]:
    # The first value is answered here, for what it loads is shared by all workers.
    yield function(first[0])
    pool = ProcessPoolExecutor(workers, initializer=_begin_worker)
    waiting: deque[Future[bytes]] = deque()
    gc.freeze()  # or the collector would write to what is shared, and so double it
    try:
        for chunk in _chunks(first[1:], rest):
            waiting.append(pool.submit(_each, packed((function, chunk))))
            gc.unfreeze()  # the first chunk has started all workers
            if len(waiting) >= _AHEAD * workers:
                yield from unpacked(waiting.popleft().result())
        while waiting:
            yield from unpacked(waiting.popleft().result())
    except BrokenProcessPool as error:
        raise HaberciError("a reading process was ended from outside (out of memory?)") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(first: list[T], rest: Iterator[T]) -> Iterator[list[T]]:
    for start in range(0, len(first), CHUNK):
        yield first[start : start + CHUNK]
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _each(parcel: bytes) -> bytes:
    """The answers to a chunk of values, packed as the function and the values came."""
    function, chunk = unpacked(parcel)
    return packed([function(value) for value in chunk])


def _begin_worker() -> None:
    """Ctrl-C reaches all processes of a terminal; only the parent may answer it, or each worker prints a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    keep_less()
    collect_seldom()


def _end_with_parent() -> None:
    """A parent that is killed can't end its workers, which would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
