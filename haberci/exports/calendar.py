"""Planned events as a calendar (iCalendar, RFC 5545): what is to take place when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar
from icalendar import Event as Entry

from haberci import __version__
from haberci.commitments import Commitment, Status, commitments
from haberci.core.actors import ActorCode
from haberci.core.counted import counted
from haberci.store.store import Store

STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "CANCELLED", Status.DONE: "CONFIRMED"}  # else TENTATIVE


def export_calendar(store: Store, folder: Path) -> dict[str, int]:
    """Write ``planned.ics``: an entry a planned deed whose days are told."""
    calendar = Calendar()
    calendar.add("prodid", f"-//haberci//{__version__}//EN")
    calendar.add("version", "2.0")
    found = commitments(store, store.events())
    planned = {store.deed_of(one.event.id) or one.event.id: one for one in found if one.since and one.until}
    for id in sorted(planned, key=lambda id: (planned[id].since or "", id)):
        calendar.add_component(_entry(id, planned[id], _witnesses(store, id)))
    (folder / "planned.ics").write_bytes(calendar.to_ical())
    return {"planned": len(planned)}


def _entry(id: str, planned: Commitment, witnesses: str) -> Entry:
    event = planned.event
    entry = Entry()
    entry.add("uid", f"{id}@haberci")
    entry.add("dtstamp", _stamp(planned.day))
    entry.add("dtstart", date.fromisoformat(planned.since or ""))
    entry.add("dtend", date.fromisoformat(planned.until or "") + timedelta(days=1))  # the day after the last
    entry.add("summary", f"{event.type.value}: {_side(event.actors)}" + _whom(event.recipients))
    entry.add("description", f"{event.sentence}\n{event.key}{witnesses}")
    entry.add("categories", [event.type.value, *(event.mode,) * bool(event.mode)])
    entry.add("status", STATUS.get(planned.status, "TENTATIVE"))
    if planned.place:
        entry.add("location", planned.place)
    return entry


def _witnesses(store: Store, id: str) -> str:
    deed = store.deed(id)
    if deed is None or deed.reports < 2:
        return ""
    disputed = "".join(f"; not agreed: {conflict.what}" for conflict in deed.conflicts)
    return f"\n{counted(deed.reports, 'report')}, {counted(deed.sources, 'independent source')}{disputed}"


def _stamp(day: str) -> datetime:
    """When the entry was made: the report's day, so that the same store gives the same file."""
    try:
        return datetime.fromisoformat(day).replace(tzinfo=UTC)
    except ValueError:  # the report gives no date, or none that is one
        return datetime(1970, 1, 1, tzinfo=UTC)


def _side(codes: Iterable[ActorCode]) -> str:
    return ", ".join(map(str, codes)) or "---"


def _whom(codes: tuple[ActorCode, ...]) -> str:
    return f" → {_side(codes)}" if codes else ""
