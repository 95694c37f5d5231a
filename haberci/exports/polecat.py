"""Deeds in the 40 columns of POLECAT, so that tools made for it read them (Halterman et al. 2023).

A cell without a value is empty, as are those of databases that haberci does not link to (Wikipedia, GeoNames). Several
values of a cell stand by ``; ``. What POLECAT has no column for, the conflicts of witnesses, stands in a table beside.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from haberci.core.actors import ActorCode
from haberci.core.codebook import Quad
from haberci.core.report import MentionKind
from haberci.core.states import load_states
from haberci.deed_record import HARMS
from haberci.store.deed_rows import DeedRow
from haberci.store.rows import EventRow, StoredReport
from haberci.store.store import Store

COLUMNS = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|"
    "Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|"
    "Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|"
    "Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")
TOLLS = ("Event ID", "Reports", "Sources", *HARMS, "What", "Told", "By", "In")
QUADS = {
    Quad.VERBAL_COOPERATION: "VERBAL COOPERATION",
    Quad.MATERIAL_COOPERATION: "MATERIAL COOPERATION",
    Quad.VERBAL_CONFLICT: "VERBAL CONFLICT",
    Quad.MATERIAL_CONFLICT: "MATERIAL CONFLICT",
}
_TOWN, _PROVINCE = ("spot", "town"), ("province", "region")


def export_polecat(store: Store, folder: Path, version: str) -> dict[str, int]:
    """Write ``events.tsv``, a row a deed that happened, and ``witnesses.tsv`` with its numbers and conflicts."""
    rows, told = 0, 0
    with _tsv(folder / "events.tsv") as one, _tsv(folder / "witnesses.tsv") as other:
        events, witnesses = (csv.writer(file, delimiter="\t", lineterminator="\n") for file in (one, other))
        events.writerow(COLUMNS)
        witnesses.writerow(TOLLS)
        for deed in store.deeds():
            events.writerow(_row(store, deed, version))
            lines = list(_witnesses(deed))
            witnesses.writerows(lines)
            rows, told = rows + 1, told + len(lines)
    return {"events": rows, "witnesses": told}


def _tsv(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", newline="")


def _witnesses(deed: DeedRow) -> Iterator[list[Any]]:
    tolls = {toll.harm: str(toll) for toll in deed.tolls}
    head = [deed.id, deed.reports, deed.sources, *(tolls.get(harm, "") for harm in HARMS)]
    if not deed.conflicts:
        yield [*head, "", "", "", ""]
    for conflict in deed.conflicts:
        for version in conflict.told:
            yield [*head, conflict.what, version.value, version.by, "; ".join(version.reports)]


def _row(store: Store, deed: DeedRow, version: str) -> list[Any]:
    event = _first(store, deed)
    stored = store.report(event.report, event.source or "")
    return [
        deed.id,
        deed.day or "",
        deed.type.value,
        deed.mode or "",
        deed.intensity,
        QUADS[deed.quad],
        _joined(context.name for context in event.contexts),
        *_side(event, deed.actors, "actor"),
        *_side(event, deed.recipients, "recipient"),
        *_place(deed, event),
        event.source or "",
        (stored.report.date if stored else None) or "",
        *(_names(stored, kind) for kind in (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)),
        (stored.report.lang if stored else None) or "",
        version,
    ]


def _first(store: Store, deed: DeedRow) -> EventRow:
    """The witness whose words stand for the deed: that of the earliest report, by its key where two are."""
    found = [event for id in deed.events if (event := store.event(id)) is not None]
    return min(found, key=lambda event: (event.date or "", str(event.key), event.id))


def _side(event: EventRow, codes: tuple[ActorCode, ...], part: str) -> list[Any]:
    """Name, country, COW number, first sector, sectors, title, name as written, and the id that is not known."""
    states = load_states()
    principals = list(dict.fromkeys(code.principal for code in codes))
    known = [states[principal] for principal in principals if principal in states]
    sectors = list(dict.fromkeys(code.sector for code in codes if code.sector))
    words = [one.text for one in event.parts if one.name == part and one.text]
    return [
        _joined(states[p].name if p in states else p for p in principals),
        _joined(state.iso3 or state.code for state in known),
        _joined(str(state.cow) for state in known if state.cow is not None),
        sectors[0] if sectors else "",
        _joined(sectors),
        "",
        _joined(words),
        "",
    ]


def _place(deed: DeedRow, event: EventRow) -> list[Any]:
    precision = deed.precision or ""
    place = deed.place or ""
    return [
        place,
        place if precision in _TOWN else "",
        "",
        place if precision in _PROVINCE else "",
        deed.state or "",
        "" if deed.lat is None else deed.lat,
        "" if deed.lon is None else deed.lon,
        "",
        event.where.text if event.where else "",
        precision,
    ]


def _names(stored: StoredReport | None, kind: MentionKind) -> str:
    names = stored.report.names if stored else ()
    return _joined(name.name for name in names if name.kind is kind)


def _joined(values: Iterable[str]) -> str:
    """Each value once, without what would break a row."""
    return "; ".join(dict.fromkeys(" ".join(value.split()) for value in values))
