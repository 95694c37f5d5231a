"""The copy of the database with the corrections of people put in, made when it is asked for."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from haberci.corrected import write_corrected
from haberci.desk.corrections import corrections_state
from haberci.desk.records import records
from haberci.desk.snapshots import State
from haberci.languages.packs import search_fold
from haberci.store.browsing import BrowsingStore


class CorrectedCopy:
    """One database as people corrected it. May be used by many threads."""

    def __init__(self, db: Path, source: Callable[[], AbstractContextManager[BrowsingStore]]) -> None:
        self._db = db
        self._source = source
        self._lock = threading.Lock()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._made: tuple[State, Path] | None = None

    def state(self) -> State:
        """What changes whenever the database or a correction does."""
        with self._source() as store, records(self._db) as book:
            return (*store.state(), *corrections_state(book))

    @contextmanager
    def opened(self) -> Iterator[BrowsingStore]:
        """The copy as the database is now, open to be read; made first when it is another by now."""
        with BrowsingStore.open(self._current(), mode="read", fold=search_fold) as store:
            yield store

    def _current(self) -> Path:
        with self._lock:
            state = self.state()
            if self._made is None or self._made[0] != state:
                self._folder = self._folder or tempfile.TemporaryDirectory(prefix="haberci-desk-")
                path = Path(self._folder.name, f"{'-'.join(map(str, state))}.db")
                write_corrected(self._db, path)
                if self._made is not None:
                    self._made[1].unlink(missing_ok=True)  # who reads it still, goes on reading it
                self._made = state, path
            return self._made[1]
