"""What keeps reports while they are read: the store, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from haberci.core.errors import InputError
from haberci.core.overlay import NOTHING_OWN, Overlay
from haberci.core.report import Report
from haberci.exports.claims import ClaimFiles
from haberci.exports.file_format import FileFormat
from haberci.languages.packs import search_fold
from haberci.store.store import Store
from haberci.version import run_version


def keeper_of(db: Path | None, out: tuple[FileFormat, Path] | None, overlay: Overlay) -> Keeper | ClaimFiles:
    """What keeps reports: files where a folder for them is given, else the database, else nothing."""
    return Keeper(db, overlay) if out is None else ClaimFiles(out[1], out[0], overlay)


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

    @property
    def is_resumable(self) -> bool:
        """Whether the same command can go on from what is kept."""
        return self._path is not None

    def missing(self, found: Iterable[Report | InputError]) -> Iterator[Report | InputError]:
        """What is found without the reports that are stored already; errors stay."""
        return (x for x in found if isinstance(x, InputError) or self.lacks(x))

    def lacks(self, report: Report) -> bool:
        """Whether a report, as its source gives it, is not stored yet with claims of this version."""
        store = self._opened()
        return store is None or not store.has(report, run_version(self._overlay))

    def keep(self, reports: Sequence[Report]) -> None:
        """Write a batch, all of it or nothing. Raises StoreError and its kin."""
        if not reports or (store := self._opened()) is None:
            return
        done = store.write(reports, run_version(self._overlay))
        self._counts.update(new=done.new, superseded=done.superseded, unchanged=done.unchanged)

    def _opened(self) -> Store | None:
        if self._store is None and self._path is not None:
            self._store = Store.open(self._path, mode="write", fold=search_fold)
        return self._store

    def told(self) -> str:
        """What became of all reports, for a person."""
        if self._path is None:
            return "not stored"
        words = {"new": "new", "superseded": "read anew", "unchanged": "as before"}
        parts = [f"{self._counts[key]} {word}" for key, word in words.items() if self._counts[key]]
        return f"stored in {self._path}: {', '.join(parts) or 'nothing'}"
