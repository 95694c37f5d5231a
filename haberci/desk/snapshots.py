"""The newest snapshot of the events: brought up to date while others read and write the same database."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from haberci.store.browsing import BrowsingStore
from haberci.store.event_columns import EventColumns, no_events

QUICK_S = 0.25  # of processor time: an update that is known to take longer is made beside the requests
REST = 10.0  # how many times as long as a slow update took the next one waits
PAUSE_S = 0.5  # the database is not asked more often than this whether it has changed
_KEPT = 256
_WHILE_S, _LONG_S = 60, 900

Opened = Callable[[], AbstractContextManager[BrowsingStore]]
State = tuple[int, ...]
Load = Callable[[BrowsingStore, Any], EventColumns]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Columns as they were at a state of the database."""

    columns: EventColumns
    state: State


class Snapshots:
    """Gives the newest snapshot. May be used by many threads at once.

    ``load`` brings columns up to date, ``first`` are none; ``state`` tells what changes whenever the database does (by
    itself, as the store tells it), and is asked again after ``pause`` seconds, or after a rest where updates are slow.
    """

    def __init__(
        self,
        opened: Opened,
        clock: Callable[[], float] = time.monotonic,
        *,
        load: Load = BrowsingStore.columns,
        first: EventColumns | None = None,
        state: Callable[[], State] | None = None,
        pause: float | None = None,
    ) -> None:
        self._opened = opened
        self._clock = clock
        self._load = load
        self._state = state or self._state_of_store
        self._pause = pause
        self._lock = threading.Lock()
        self._held = Snapshot(no_events() if first is None else first, ())
        self._looked = -PAUSE_S
        self._took = 0.0
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._keeping = threading.Lock()
        self._slow: dict[Hashable, tuple[float, State, Any]] = {}

    def current(self) -> Snapshot:
        """The newest snapshot; while a long update is under way, the one before it."""
        pause = PAUSE_S if self._pause is None else self._pause
        rest = 0.0 if self._took < QUICK_S else REST * self._took
        if self._clock() - self._looked < max(pause, rest):
            return self._held
        state = self._state()
        self._looked = self._clock()
        if state != self._held.state:
            if self._took < QUICK_S:
                self._update()
            elif not self._lock.locked():
                threading.Thread(target=self._update, daemon=True).start()
        return self._held

    def _state_of_store(self) -> State:
        with self._opened() as store:
            return store.state()

    def _update(self) -> None:
        with self._lock:
            started = time.thread_time()  # a machine that has other work makes no update a slow one
            state = self._state()
            if state == self._held.state:
                return
            with self._opened() as store:
                columns = self._load(store, self._held.columns)
            self._held = Snapshot(columns, state)
            self._took = time.thread_time() - started
            self._looked = self._clock()

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What ``make`` gives, kept as long as the snapshot stays the same and it is asked for now and then."""
        full = (self._held.state, key)
        with self._keeping:
            if full in self._kept:
                self._kept.move_to_end(full)
                return self._kept[full]
        made = make()
        with self._keeping:
            self._kept[full] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def kept_a_while(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What ``make`` gave about a minute ago at most: what is slow to count is counted beside the requests.

        While the snapshot stays the same it is kept for a quarter of an hour. The first time it is waited for.
        """
        with self._keeping:
            held = self._slow.get(key)
        if held is None:
            return self._make_slow(key, make)
        made_at, state, value = held
        if self._clock() - made_at > (_LONG_S if state == self._held.state else _WHILE_S):
            with self._keeping:
                self._slow[key] = (self._clock(), state, value)  # one thread counts, others go on with what there was
            threading.Thread(target=self._make_slow, args=(key, make), daemon=True).start()
        return value

    def _make_slow(self, key: Hashable, make: Callable[[], Any]) -> Any:
        state = self._held.state
        value = make()
        with self._keeping:
            self._slow[key] = (self._clock(), state, value)
        return value
