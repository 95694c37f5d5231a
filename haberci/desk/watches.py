"""What the watch finds of each area over the deeds as they are: series, what is usual, ladders, signs."""

from __future__ import annotations

import multiprocessing
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

from haberci.core.errors import InputError
from haberci.desk.beside import stand_back
from haberci.desk.snapshots import Snapshots, State
from haberci.store.store import Store
from haberci.watch.areas import Area
from haberci.watch.stored import watch
from haberci.watch.watching import Watched

_FEW = 20_000  # deeds up to which an area is watched in this very process, as a new one takes longer to start
_KEPT = 40
REST = 10.0  # how many times as long as it took to watch is waited before what is known is watched anew


class Question(NamedTuple):
    """Which area, up to which day (None: that of the newest deed)."""

    area: Area
    until: date | None


class Watches:
    """Watches the areas of one database; may be used by many threads."""

    def __init__(self, db: Path, deeds: Snapshots) -> None:
        self._db = db
        self._deeds = deeds
        self._lock = threading.Lock()
        self._turn = threading.Lock()  # one area at a time: each takes a core and some hundred megabytes
        self._rests_until = 0.0
        self._held: dict[Question, tuple[State, Watched | None]] = {}
        self._under_way: set[Question] = set()

    def current(self, area: Area, until: date | None) -> tuple[Watched | None, bool]:
        """What was found last, and whether that is of the deeds as they are; begins to watch anew when it is not.

        None: it is not known yet, or there is no deed with a day.
        """
        asked, snapshot = Question(area, until), self._deeds.current()
        held = self._held.get(asked)
        if held is not None and held[0] == snapshot.state:
            return held[1], True
        if len(snapshot.columns) <= _FEW:
            return self._watch(asked, snapshot.state, apart=False), True
        if held is not None and time.monotonic() < self._rests_until:
            return held[1], False
        with self._lock:
            if asked not in self._under_way:
                self._under_way.add(asked)
                threading.Thread(target=self._watch, args=(asked, snapshot.state, True), daemon=True).start()
        return (held[1] if held else None), False

    def _watch(self, asked: Question, state: State, apart: bool) -> Watched | None:
        try:
            found = self._apart(asked) if apart else watched(self._db, asked)
            with self._lock:
                self._held.pop(asked, None)
                self._held[asked] = state, found
                while len(self._held) > _KEPT:
                    del self._held[next(iter(self._held))]
        finally:
            with self._lock:
                self._under_way.discard(asked)
        return found

    def _apart(self, asked: Question) -> Watched | None:
        """Watched in another process, so that pages are not kept waiting meanwhile."""
        with self._turn:
            started = time.monotonic()
            found = _elsewhere(self._db, asked)
            self._rests_until = time.monotonic() + REST * (time.monotonic() - started)
            return found


def watched(db: Path, asked: Question) -> Watched | None:
    """An area watched up to a day; None when no deed of these days has a day."""
    until = asked.until.isoformat() if asked.until else None
    with Store.open(db, mode="read") as store:
        try:
            return watch(asked.area, store, None, until)
        except InputError:
            return None


def _elsewhere(db: Path, asked: Question) -> Watched | None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, initializer=stand_back) as pool:
        try:
            return pool.submit(watched, db, asked).result()
        except RuntimeError:
            if threading.main_thread().is_alive():
                raise
            return None  # the desk was stopped meanwhile: no process can be started, and no page waits
