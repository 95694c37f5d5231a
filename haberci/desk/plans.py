"""Plans and what became of them, worked out in a process of its own: it takes long, as later reports are read again."""

from __future__ import annotations

import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from haberci.commitments import Commitment, commitments
from haberci.core.codebook import Modality
from haberci.desk.snapshots import Snapshot, Snapshots
from haberci.store.browsing import BrowsingStore
from haberci.store.event_columns import MODALITIES, EventColumns

MOST = 2_000  # of the planned events, the newest that are followed
_PLANNED = MODALITIES.index(Modality.PLANNED)
_FEW = 5  # plans that are followed in this very process, as a new one takes longer to start


@dataclass(frozen=True, slots=True)
class FollowedPlans:
    """The plans as they stood at a state of the database. ``left_out`` are older ones that are not followed."""

    found: tuple[Commitment, ...] = ()
    left_out: int = 0
    is_known: bool = False


class Plans:
    """Follows the plans of one database; may be used by many threads."""

    def __init__(self, db: Path, snapshots: Snapshots) -> None:
        self._db = db
        self._snapshots = snapshots
        self._lock = threading.Lock()
        self._held = FollowedPlans()
        self._state: object = None

    def current(self, *, wait: bool = False) -> FollowedPlans:
        """The plans as last worked out; begins to work them out anew when the database has changed."""
        snapshot = self._snapshots.current()
        if self._state != snapshot.state:
            if wait or len(_planned(snapshot.columns)) <= _FEW:
                self._follow(snapshot)
            elif not self._lock.locked():
                threading.Thread(target=self._follow, args=(snapshot,), daemon=True).start()
        return self._held

    def _follow(self, snapshot: Snapshot) -> None:
        with self._lock:
            if self._state == snapshot.state:
                return
            numbers = _planned(snapshot.columns)
            work = followed if len(numbers) <= _FEW else _elsewhere
            found = work(self._db, numbers[-MOST:])
            self._held = FollowedPlans(found, max(0, len(numbers) - MOST), is_known=True)
            self._state = snapshot.state


def followed(db: Path, numbers: list[int]) -> tuple[Commitment, ...]:
    """What became of the planned events of these numbers."""
    with BrowsingStore.open(db, mode="read") as store:
        return tuple(commitments(store, store.numbered(numbers))) if numbers else ()


def _elsewhere(db: Path, numbers: list[int]) -> tuple[Commitment, ...]:
    """The same in another process, so that pages are not kept waiting meanwhile."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(followed, db, numbers).result()


def _planned(columns: EventColumns) -> list[int]:
    """The numbers of the planned events, by day."""
    return [int(n) for n in columns.number[np.flatnonzero(columns.modality == _PLANNED)]]
