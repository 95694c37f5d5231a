"""The store as people corrected it: a copy with their corrections put in, to be asked like any other."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from haberci.desk.corrections import applied, corrections
from haberci.desk.records import records
from haberci.languages.packs import search_fold
from haberci.store.correcting import put_in
from haberci.store.database import open_to_write, translated
from haberci.store.store import Store

TIMEOUT_S = 10.0


def write_corrected(db: Path, copy: Path) -> int:
    """Write a copy of a database with the corrections that hold; how many of them changed anything.

    Raises StoreError and its kin.
    """
    with Store.open(db, mode="read") as store:
        store.backup(copy)
    with records(copy) as book:  # which brings the copy of a database of an earlier schema up to date
        found = applied(corrections(book))
    with translated(copy, TIMEOUT_S), closing(open_to_write(copy, TIMEOUT_S)) as connection:
        return put_in(connection, found, search_fold)


@contextmanager
def opened(db: Path, *, corrected: bool, fold: Callable[[str], str] | None = None) -> Iterator[Store]:
    """A database to be read, as the machine coded it or as people corrected it; ``fold`` as for ``Store.open``."""
    if not corrected:
        with Store.open(db, mode="read", fold=fold) as store:
            yield store
        return
    with tempfile.TemporaryDirectory(prefix="haberci-") as folder:
        copy = Path(folder, "corrected.db")
        write_corrected(db, copy)
        with Store.open(copy, mode="read", fold=fold) as store:
            yield store
