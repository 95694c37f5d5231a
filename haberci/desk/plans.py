"""Plans and what became of them, followed beside the requests: at first all later reports are read again for it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from haberci.commitments import Commitment
from haberci.core.codebook import Modality
from haberci.core.errors import HaberciError
from haberci.desk.following import Elsewhere, Here
from haberci.desk.snapshots import Snapshot, Snapshots
from haberci.store.event_columns import MODALITIES, EventColumns

_log = logging.getLogger("haberci.desk")
MOST = 2_000  # of the planned events, the newest that are followed
REST = 10.0  # how many times as long as it took to follow them is waited before that is done again
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

    def __init__(self, db: Path, snapshots: Snapshots, clock: Callable[[], float] = time.monotonic) -> None:
        self._snapshots = snapshots
        self._clock = clock
        self._lock = threading.Lock()
        self._held = FollowedPlans()
        self._state: object = None
        self._rests_until = 0.0
        self._here, self._elsewhere = Here(db), Elsewhere(db)

    def current(self, *, wait: bool = False) -> FollowedPlans:
        """The plans as last worked out; begins to bring them up to date when the database has changed."""
        snapshot = self._snapshots.current()
        if self._state != snapshot.state:
            if wait or _many_planned(snapshot.columns) <= _FEW:
                self._follow(snapshot)
            elif not self._lock.locked() and self._clock() >= self._rests_until:
                threading.Thread(target=self._follow_beside, args=(snapshot,), daemon=True).start()
        return self._held

    def _follow_beside(self, snapshot: Snapshot) -> None:
        try:
            self._follow(snapshot)
        except HaberciError as error:  # what is held stays, and the next request tries again
            _log.info("plans are not followed: %s", error)

    def _follow(self, snapshot: Snapshot) -> None:
        with self._lock:
            if self._state == snapshot.state:
                return
            started = self._clock()
            many = _many_planned(snapshot.columns)
            follow = self._here if many <= _FEW else self._elsewhere
            found = follow(_newest_planned(snapshot.columns))
            self._held = FollowedPlans(found, max(0, many - MOST), is_known=True)
            self._state = snapshot.state
            self._rests_until = self._clock() + REST * (self._clock() - started)


def _many_planned(columns: EventColumns) -> int:
    return int(np.count_nonzero(columns.modality == _PLANNED))


def _newest_planned(columns: EventColumns) -> list[int]:
    """The numbers of the planned events that are followed, by day."""
    found: list[int] = columns.number[np.flatnonzero(columns.modality == _PLANNED)[-MOST:]].tolist()
    return found
