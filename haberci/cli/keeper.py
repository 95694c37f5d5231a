"""What keeps reports while they are read: the store, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from haberci.core.overlay import NOTHING_OWN, Overlay
from haberci.core.report import Report
from haberci.languages.packs import search_fold
from haberci.store.store import Store
from haberci.version import run_version


class Keeper:
    """Writes batches of reports to a database, opened with the first one; without a path it keeps nothing."""

    def __init__(self, path: Path | None, overlay: Overlay = NOTHING_OWN) -> None:
        self._path = path
        self._overlay = overlay
        self._store: Store | None = None
        self._counts: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._store is not None:
            self._store.close()

    def keep(self, reports: Sequence[Report]) -> None:
        """Write a batch, all of it or nothing. Raises StoreError and its kin."""
        if self._path is None or not reports:
            return
        if self._store is None:
            self._store = Store.open(self._path, mode="write", fold=search_fold)
        done = self._store.write(reports, run_version(self._overlay))
        self._counts.update(new=done.new, superseded=done.superseded, unchanged=done.unchanged)

    def told(self) -> str:
        """What became of all reports, for a person."""
        if self._path is None:
            return "not stored"
        words = {"new": "new", "superseded": "read anew", "unchanged": "as before"}
        parts = [f"{self._counts[key]} {word}" for key, word in words.items() if self._counts[key]]
        return f"stored in {self._path}: {', '.join(parts)}"
