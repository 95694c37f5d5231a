"""A deed as one JSON object, and as one row of a table."""

from __future__ import annotations

from typing import Any

from haberci.store.deed_rows import Conflict, DeedRow

HARMS = ("dead", "wounded", "arrested", "displaced")
DEED_COLUMNS = (
    "id day last_day day_told type mode quad intensity modality actors recipients place state lat lon precision "
    "claims reports sources dead wounded arrested displaced conflicts events"
).split()
Json = dict[str, Any]


def deed_record(deed: DeedRow) -> Json:
    """All of a deed, ready for ``json.dumps``."""
    return {
        **_head(deed),
        "actors": [str(code) for code in deed.actors],
        "recipients": [str(code) for code in deed.recipients],
        "place": deed.place,
        "state": deed.state,
        "lat": deed.lat,
        "lon": deed.lon,
        "precision": deed.precision,
        "claims": deed.claims,
        "reports": deed.reports,
        "sources": deed.sources,
        "tolls": {toll.harm: {"least": toll.least, "most": toll.most} for toll in deed.tolls},
        "conflicts": [_conflict(conflict) for conflict in deed.conflicts],
        "events": list(deed.events),
    }


def _head(deed: DeedRow) -> Json:
    return {
        "id": deed.id,
        "day": deed.day,
        "last_day": deed.last_day,
        "day_told": deed.day_told,
        "type": deed.type.value,
        "mode": deed.mode,
        "quad": int(deed.quad),
        "intensity": deed.intensity,
        "modality": deed.modality.value,
    }


def _conflict(conflict: Conflict) -> Json:
    told = [{"value": v.value, "by": v.by, "reports": list(v.reports)} for v in conflict.told]
    return {"what": conflict.what, "told": told}


def deed_cells(deed: DeedRow) -> list[Any]:
    """The cells of ``DEED_COLUMNS``: lists by a semicolon, a toll as ``12`` or ``12-15``, a conflict in words."""
    tolls = {toll.harm: str(toll) for toll in deed.tolls}
    cells: Json = {**deed_record(deed), **{harm: tolls.get(harm) for harm in HARMS}}
    cells["day_told"] = int(deed.day_told)
    cells["conflicts"] = [conflict_words(conflict) for conflict in deed.conflicts]
    return ["; ".join(value) if isinstance(value, list) else value for value in (cells[c] for c in DEED_COLUMNS)]


def conflict_words(conflict: Conflict) -> str:
    """A conflict in one line: ``dead: 12 (wire: a/1, a/2), 15 (RUS MIL: b/7)``."""
    told = (f"{v.value} ({v.by}: {', '.join(v.reports)})" for v in conflict.told)
    return f"{conflict.what}: {', '.join(told)}"
