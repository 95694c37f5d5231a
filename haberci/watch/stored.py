"""Deeds of the store as the watch takes them, and the watch over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from haberci.core.actors import OFFICIAL
from haberci.core.codebook import Modality
from haberci.core.errors import InputError
from haberci.store.rows import EventRow
from haberci.store.store import Store
from haberci.watch.areas import Area
from haberci.watch.ladder import rung_of
from haberci.watch.records import Deed, ordinal
from haberci.watch.watching import Watched, watch_deeds

DAYS_BACK = 400


def watch(area: Area, store: Store, since: str | None = None, until: str | None = None) -> Watched:
    """Watch an area over the deeds of a database, each day by what was known on it.

    ``until`` is the day to stand on (ISO 8601; that of the newest deed when None), ``since`` the first day to count
    (DAYS_BACK before it when None). Raises InputError when the database holds no deeds of these days.
    """
    deeds, reports = list(stored_deeds(store, since, until)), stored_reports(store)
    if not deeds:
        days = "of these days" if since or until else "with a day"
        raise InputError(f"the database holds no deeds {days} to watch")
    return watch_deeds(area, deeds, *days_watched(deeds, reports, since, until), reports)


def days_watched(
    deeds: Sequence[Deed], reports: Mapping[int, int], since: str | None, until: str | None
) -> tuple[int, int]:
    """The days to watch: none before the first deed or report, and, when no day is asked for, none behind the last
    report, for what is told to have happened then has a wrong day."""
    told = [deed.day for deed in deeds if deed.happened] or [deed.day for deed in deeds]
    newest = max(reports, default=max(told))
    last = ordinal(until) if until else max(min(told), min(max(told), newest))
    if since is None:
        return max(min(told), last - DAYS_BACK), last
    return max(ordinal(since), min((*told, *reports))), last


def stored_reports(store: Store) -> dict[int, int]:
    """How many reports were read of each day that is known."""
    return {ordinal(day): count for day, count in store.reports_a_day().items() if len(day) == len("2021-04-28")}


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
            state=row.state,
            official=any(code.sector in ("", *OFFICIAL) for code in row.actors) or not row.actors,
        )


def gravest(events: Iterable[EventRow], most: int) -> tuple[EventRow, ...]:
    """At most so many events by their days: those on the highest rungs of the ladder, and of one rung the newest."""
    by_rung = sorted(events, key=lambda event: (rung_of(event.type), event.date or ""))
    return tuple(sorted(by_rung[-most:], key=lambda event: event.date or ""))
