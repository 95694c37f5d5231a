"""Deeds as the pages show them: each with one of its sentences, and with all its witnesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from haberci.desk.twins import Column
from haberci.exports.tables import DEEDS, deed_rows
from haberci.store.browsing import BrowsingStore
from haberci.store.deed_rows import DeedRow
from haberci.store.rows import EventRow

_TOLD = ("place", "conflicts")
DEED_COLUMNS = tuple(Column(name, type, name in _TOLD) for name, type in DEEDS.columns.items())


class DeedLine(NamedTuple):
    """A deed in a list, with the first of the events that tell it."""

    deed: DeedRow
    event: EventRow


def deed_lines(store: BrowsingStore, numbers: Iterable[int]) -> list[DeedLine]:
    """The deeds of some numbers, each with one event."""
    return list(with_an_event(store, store.numbered_deeds(numbers)))


def with_an_event(store: BrowsingStore, deeds: Iterable[DeedRow]) -> Iterator[DeedLine]:
    """Deeds, each with one event; those are left out that are told no longer by now."""
    for deed in deeds:
        event = next(filter(None, map(store.event, deed.events[:1])), None)
        if event is not None:
            yield DeedLine(deed, event)


def deed_records(store: BrowsingStore, numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
    """Deeds as the rows of a twin."""
    return deed_rows(store.numbered_deeds(numbers))


def witnesses(store: BrowsingStore, deed: DeedRow) -> list[EventRow]:
    """The events that tell a deed, by the day of their report."""
    found = filter(None, map(store.event, deed.events))
    return sorted(found, key=lambda row: (row.date or "", row.source or "", row.report, row.start))
