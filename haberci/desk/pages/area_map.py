"""What the map of an area draws: states with their change, dyads, places; each with the address of its deeds."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from haberci.core.codebook import Modality
from haberci.desk.areas import AreaView, Change, Place, map_numbers
from haberci.desk.asked import EventQuery
from haberci.desk.desk import desk_of
from haberci.desk.pages.area import no_area, view_of
from haberci.desk.rendering import wording_of
from haberci.desk.twins import json_bytes
from haberci.desk.wording import Wording
from haberci.watch.series import Subject


def drawn(request: Request) -> Response:
    """The map's data, as JSON."""
    found = desk_of(request).areas.get(request.path_params["area"])
    if found is None:
        return no_area(request, request.path_params["area"])
    view, _ = view_of(request, found)
    words = wording_of(request)
    told = {
        "states": [_state(view, code, change, words) for code, change in view.states],
        "dyads": [_dyad(view, one, other, change, words) for one, other, change in view.dyads if change.events],
        "places": [_place(view, found.id, place) for place in view.places],
    }
    return Response(json_bytes(told), media_type="application/json", headers={"Cache-Control": "no-store"})


def _address(view: AreaView, **asked: Any) -> str:
    happened = (Modality.HAPPENED.value,)
    return f"/events{EventQuery(modalities=happened, since=view.since, until=view.until, **asked).address()}"


def _state(view: AreaView, code: str, change: Change, words: Wording) -> dict[str, Any]:
    return {
        "id": map_numbers().get(code),
        "code": code,
        "name": words.principal(code),
        "address": _address(view, actors=(code,)),
        "events": change.events,
        "conflict": change.conflict,
        "change": change.change,
    }


def _dyad(view: AreaView, one: str, other: str, change: Change, words: Wording) -> dict[str, Any]:
    dyad = Subject.dyad(one, other)
    return {
        "one": map_numbers().get(one),
        "other": map_numbers().get(other),
        "name": words.dyad(str(dyad)),
        "address": _address(view, dyads=(str(dyad),)),
        "events": change.events,
        "conflict": change.conflict,
    }


def _place(view: AreaView, area: str, place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "address": _address(view, areas=(area,), places=(place.name,)),
        "lat": round(place.lat, 3),
        "lon": round(place.lon, 3),
        "events": place.events,
        "conflict": place.conflict,
    }
