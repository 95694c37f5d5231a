"""An area: its map, its dyads and states, and its events over time."""

from __future__ import annotations

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from haberci.core.errors import InputError
from haberci.core.memberships import members
from haberci.desk.addresses import actor_address
from haberci.desk.areas import SPANS, AreaView, areas, map_numbers
from haberci.desk.asked import day
from haberci.desk.desk import desk_of
from haberci.desk.rendering import complaint, page, wording_of
from haberci.desk.twins import FORMATS, Column, Twin, json_bytes, twin_addresses

FIRST = "CSTO"
_NUMBERS = "cooperation conflict cooperation_before conflict_before".split()
COLUMNS = (Column("area"), Column("one"), Column("other"), *(Column(name, "INTEGER") for name in _NUMBERS))


def first(request: Request) -> Response:
    """The area that is looked at when none is named."""
    return RedirectResponse(f"/area/{FIRST}", 303)


def area(request: Request) -> Response:
    """The page."""
    name = request.path_params["area"]
    if name not in areas():
        return complaint(request, 404, f"no area {name[:60]}; there are {', '.join(areas())}")
    view, days = _view(request, name)
    query = f"?{request.url.query}" if request.url.query else ""
    return page(
        request,
        "area.html",
        area=name,
        areas=areas(),
        view=view,
        days=days,
        spans=SPANS,
        states=view.states,
        dyads=view.dyads,
        map=f"/area/{name}/map.json{query}",
        twins=twin_addresses(f"/area/{name}", request.url.query),
        series=f"/events/series.json?area={name}",
    )


def twin(request: Request) -> Response:
    """The dyads as a file."""
    name, _, format = request.path_params["area"].rpartition(".")
    if name not in areas() or format not in FORMATS:
        return complaint(request, 404, f"no area {request.path_params['area'][:60]}")
    view, _ = _view(request, name)

    def rows() -> list[dict[str, Any]]:
        return [
            {"area": name, "one": a, "other": b} | {key: getattr(change, key) for key in _NUMBERS}
            for a, b, change in view.dyads
        ]

    return Twin(f"area-{name}", COLUMNS, rows).response(format)


def drawn(request: Request) -> Response:
    """What the map draws: states with their change, dyads, places."""
    name = request.path_params["area"]
    if name not in areas():
        return complaint(request, 404, f"no area {name[:60]}")
    view, _ = _view(request, name)
    say = wording_of(request)
    told = {
        "states": [
            {
                "id": map_numbers().get(code),
                "code": code,
                "name": say.principal(code),
                "address": actor_address(code),
                "events": change.events,
                "conflict": change.conflict,
                "change": change.change,
            }
            for code, change in view.states
        ],
        "dyads": [
            {"one": map_numbers().get(a), "other": map_numbers().get(b), "events": c.events, "conflict": c.conflict}
            for a, b, c in view.dyads
            if c.events
        ],
        "places": [
            {"name": p.name, "lat": round(p.lat, 3), "lon": round(p.lon, 3), "events": p.events, "conflict": p.conflict}
            for p in view.places
        ],
    }
    return Response(json_bytes(told), media_type="application/json", headers={"Cache-Control": "no-store"})


def _view(request: Request, name: str) -> tuple[AreaView, int]:
    """The area over the days asked for; they end with the newest event's when no day is named."""
    desk = desk_of(request)
    columns = desk.snapshots.current().columns
    text = request.query_params.get("days", str(SPANS[1]))
    if text not in map(str, SPANS):
        raise InputError(f"days: one of {', '.join(map(str, SPANS))}")
    newest = date.fromordinal(int(columns.day[-1])) if len(columns) and columns.day[-1] > 0 else date.today()
    until = day(request.query_params, "until") or newest
    key = ("area", name, until, text)
    view = desk.snapshots.kept(key, lambda: AreaView(columns, members(name), until, int(text)))
    return view, int(text)
