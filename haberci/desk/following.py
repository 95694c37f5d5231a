"""Following plans, in this process or in one of its own: all reports are gone through once, then those that came."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from haberci.commitments import Commitment, Following
from haberci.core.errors import HaberciError, StoreError
from haberci.desk.beside import stand_back
from haberci.store.browsing import BrowsingStore
from haberci.store.rows import EventRow


class Here:
    """Follows the planned events of some numbers, from one time to the next. Raises StoreError and its kin."""

    def __init__(self, db: Path) -> None:
        self._db = db
        self._begin()

    def _begin(self) -> None:
        self._following = Following()
        self._rows: dict[int, EventRow] = {}
        self._last, self._read = 0, (0, 0)

    def __call__(self, numbers: Sequence[int]) -> tuple[Commitment, ...]:
        """What became of them, as the database tells now."""
        with BrowsingStore.open(self._db, mode="read") as store:
            if store.readings_up_to(self._last) != self._read:  # reports were taken out
                self._begin()
            changed = store.changed_reports(self._last) if self._rows else []
            self._last = store.last_reading()
            self._read = store.readings_up_to(self._last)
            self._rows = {n: row for n in numbers if (row := self._rows.get(n) or _row(store, n)) is not None}
            self._following.update(store, self._rows.values(), changed)
            return tuple(self._following.commitments(store.newest_day() or ""))


def _row(store: BrowsingStore, number: int) -> EventRow | None:
    return next(iter(store.numbered([number])), None)


class Elsewhere:
    """The same in another process, so that pages are not kept waiting meanwhile; it ends with this one."""

    def __init__(self, db: Path) -> None:
        self._db = db
        self._process: BaseProcess | None = None
        self._asked: Connection | None = None

    def __call__(self, numbers: Sequence[int]) -> tuple[Commitment, ...]:
        """What became of them. Raises StoreError where the process could not use the database, or is gone."""
        try:
            asked = self._connected()
            asked.send(list(numbers))
            answer: tuple[Commitment, ...] | str = asked.recv()
        except (EOFError, OSError) as error:
            self._process = None
            raise StoreError(f"{self._db}: what follows the plans ended ({type(error).__name__})") from error
        if isinstance(answer, str):
            raise StoreError(answer)
        return answer

    def _connected(self) -> Connection:
        if self._process is None or self._asked is None:
            context = multiprocessing.get_context("spawn")
            self._asked, theirs = context.Pipe()
            self._process = context.Process(target=_follow, args=(self._db, theirs), daemon=True)
            self._process.start()
            theirs.close()
        return self._asked


def _follow(db: Path, asked: Connection) -> None:
    """Answer as long as somebody asks."""
    stand_back()
    here = Here(db)
    while True:
        try:
            numbers = asked.recv()
        except EOFError:
            return
        try:
            answer: tuple[Commitment, ...] | str = here(numbers)
        except HaberciError as error:
            answer = str(error)
        asked.send(answer)
