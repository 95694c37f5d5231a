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
from haberci.desk.areas import HAPPENED
from haberci.desk.beside import stand_back
from haberci.desk.snapshots import Snapshot, Snapshots, State
from haberci.store.event_columns import EventColumns
from haberci.store.store import Store
from haberci.watch.areas import Area
from haberci.watch.stored import DAYS_BACK, watch
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
            return self._watch(asked, snapshot, apart=False), True
        if held is not None and time.monotonic() < self._rests_until:
            return held[1], False
        with self._lock:
            if asked not in self._under_way:
                self._under_way.add(asked)
                threading.Thread(target=self._watch, args=(asked, snapshot, True), daemon=True).start()
        return (held[1] if held else None), False

    def _watch(self, asked: Question, snapshot: Snapshot, apart: bool) -> Watched | None:
        try:
            since = first_watched(snapshot.columns, asked.until)
            found = self._apart(asked, since) if apart else watched(self._db, asked, since)
            with self._lock:
                self._held.pop(asked, None)
                self._held[asked] = snapshot.state, found
                while len(self._held) > _KEPT:
                    del self._held[next(iter(self._held))]
        finally:
            with self._lock:
                self._under_way.discard(asked)
        return found

    def _apart(self, asked: Question, since: date | None) -> Watched | None:
        """Watched in another process, so that pages are not kept waiting meanwhile."""
        with self._turn:
            started = time.monotonic()
            found = _elsewhere(self._db, asked, since)
            self._rests_until = time.monotonic() + REST * (time.monotonic() - started)
            return found


def first_watched(columns: EventColumns, until: date | None) -> date | None:
    """The day that the watch begins with when it is not told one; None when no deed happened up to the day asked for.

    So that only the deeds of these days are read of the database, where there are many of years before.
    """
    days = columns.day[(columns.modality == HAPPENED) & (columns.day > 0)]
    if until is not None:
        days = days[days <= until.toordinal()]
    if not len(days):
        return None
    last = int(days[-1]) if until is None else until.toordinal()
    return date.fromordinal(max(int(days[0]), last - DAYS_BACK))


def watched(db: Path, asked: Question, since: date | None) -> Watched | None:
    """An area watched from a day (None: as the watch chooses) up to one; None when no deed of these days has a day."""
    first, last = (day.isoformat() if day else None for day in (since, asked.until))
    with Store.open(db, mode="read") as store:
        try:
            return watch(asked.area, store, first, last)
        except InputError:
            return None


def _elsewhere(db: Path, asked: Question, since: date | None) -> Watched | None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, initializer=stand_back) as pool:
        try:
            return pool.submit(watched, db, asked, since).result()
        except RuntimeError:
            if threading.main_thread().is_alive():
                raise
            return None  # the desk was stopped meanwhile: no process can be started, and no page waits
