"""Deeds as they were at a time: the claims that held then, grouped in a database of their own that is thrown away.

A database keeps its deeds for the claims that hold now alone; those of another time are made again when asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from haberci.languages.packs import search_fold
from haberci.notices import notice_of
from haberci.store.archive import Archived, report_of
from haberci.store.store import Store


@contextmanager
def held_at(store: Store, as_of: str | None) -> Iterator[Store]:
    """A store of the reports and claims that held at a time (``--as-of``), with their deeds; the same for no time.

    What the user says of sources is as it is now, and what was removed is gone. Raises InputError when it is no time.
    """
    if as_of is None:
        yield store
        return
    with TemporaryDirectory(prefix="haberci-") as folder, Store.open(Path(folder, "then.db"), fold=search_fold) as then:
        then.restore(_held(store, as_of))
        known = {source.name for source in then.sources()}
        for source in store.sources():
            if source.name in known and (source.grade or source.owner):
                then.set_source(source.name, source.grade, source.owner)
        yield then


def _held(store: Store, as_of: str) -> Iterator[Archived]:
    for row in store.archive(as_of):
        report, version = report_of(row, row["id"])
        yield Archived(replace(report, notice=notice_of(report)), version)
