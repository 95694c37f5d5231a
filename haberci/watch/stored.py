"""Deeds of the store as the watch takes them."""

from __future__ import annotations

from collections.abc import Iterator

from haberci.core.codebook import Modality
from haberci.store.store import Store
from haberci.watch.records import Deed, ordinal


def stored_deeds(store: Store, since: str | None = None, until: str | None = None) -> Iterator[Deed]:
    """The deeds in the store that have a day, of some days (ISO, inclusive); plans and denials are told apart."""
    for row in store.deeds(since=since, until=until, modality=None):
        if row.day is None or len(row.day) < 10:
            continue
        dead = row.toll("dead")
        yield Deed(
            day=ordinal(row.day),
            type=row.type,
            sources=tuple(sorted({code.principal for code in row.actors})),
            targets=tuple(sorted({code.principal for code in row.recipients})),
            ids=(row.id, *row.events),
            mode=row.mode,
            witnesses=row.sources,
            deaths=(dead.least or dead.most or 0) if dead else 0,
            happened=row.modality is Modality.HAPPENED,
            place=row.place,
        )
