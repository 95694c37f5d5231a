"""The API described for programs: OpenAPI 3.1, made from one table of paths and parameters."""

from __future__ import annotations

from functools import cache
from typing import Any

from haberci import __version__
from haberci.commitments import Status
from haberci.core.codebook import EventType, Modality
from haberci.desk.asked import MOST_A_PAGE, PAGE, SORTS
from haberci.watch.keeping import STATES

Json = dict[str, Any]
_TEXT: Json = {"type": "string", "maxLength": 400}
_DAY: Json = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2023-01-22"]}
_CODE: Json = {"type": "string", "maxLength": 400, "examples": ["KGZ", "KGZ GOV"]}


def _enum(values: list[str]) -> Json:
    return {"type": "string", "enum": values}


def _many(items: Json) -> Json:
    return {"type": "array", "items": items, "maxItems": 40}


_LIMIT: Json = {"type": "integer", "minimum": 1, "maximum": MOST_A_PAGE, "default": PAGE}
_PAGING = {
    "limit": (_LIMIT, "how many a page holds"),
    "after": (_TEXT, "where the page begins; take it from `next` of the page before"),
}
_EVENTS = {
    "type": (_many(_enum([t.value for t in EventType])), "types of PLOVER; several add up"),
    "mode": (_many(_TEXT), "modes of types"),
    "quad": (
        _many(_enum(["1", "2", "3", "4"])),
        "classes: verbal and material cooperation, verbal and material conflict",
    ),
    "modality": (_many(_enum([m.value for m in Modality])), "whether it happened"),
    "actor": (_many(_CODE), "actors or recipients; each narrows"),
    "dyad": (_many(_TEXT), "what is between two states, whichever acts: `KGZ-TJK`"),
    "place": (_many(_TEXT), "codes of the states in which the place lies"),
    "at": (_many(_TEXT), "places by name"),
    "source": (_many(_TEXT), "sources of reports"),
    "area": (_many(_TEXT), "areas of the watch, any party of which has a part"),
    "says": (_many(_TEXT), "who says so: a principal, or `wire`"),
    "since": (_DAY, "from this day on"),
    "until": (_DAY, "up to and with this day"),
    "q": (_TEXT, "words that the report has"),
    "corrected": (_enum(["0", "1"]), "1: with the corrections that people made"),
    "sort": (_enum(list(SORTS)), "the order"),
    "order": (_enum(["asc", "desc"]), "its direction"),
}
_SEARCH = {"q": (_TEXT, "words that the report has")}
_PLANS = {
    "status": (_many(_enum([s.value for s in Status])), "how they stand"),
    "actor": (_CODE, "a doer or recipient"),
}
_SIGNS = {"area": (_many(_TEXT), "areas by id")}
_WARNINGS = {"state": (_many(_enum(list(STATES.values()))), "what people made of them")}
_LISTS = {
    "/deeds": ("What took place, each deed once, with its witnesses counted", _EVENTS),
    "/events": ("Events, each as often as it is told", _EVENTS),
    "/search": ("Reports that have words, the best match first", _SEARCH),
    "/actors": ("Actors by code, with their deeds counted", {"q": (_TEXT, "a part of the code or name")}),
    "/planned": ("Planned events by id, with what became of them", _PLANS),
    "/signs": ("Signs that something changed, by their first day, with what people made of them", _SIGNS),
    "/warnings": ("Signs that people judged, by the first judgement, with all that was done with each", _WARNINGS),
    "/corrections": ("Corrections by people, in the order in which they were made", {}),
}
_ITEMS = {
    "/deeds/{deed}": ("One deed by its id, or by that of an event that tells it", "deed"),
    "/events/{event}": ("One event by its id, or the beginning of one", "event"),
    "/signs/{sign}": ("One sign by its id, or the beginning of one, with its earlier forms and judgements", "sign"),
    "/reports/{name}": ("One report with all that was found in it, by the last part of its page's address", "name"),
}
_ERROR: Json = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
_PAGE: Json = {
    "type": "object",
    "properties": {
        "items": {"type": "array", "items": {"type": "object"}},
        "next": {"type": ["string", "null"]},
        "total": {"type": "integer", "minimum": 0},
    },
    "required": ["items", "next"],
}


@cache
def document() -> Json:
    """The whole description."""
    paths = {path: _list(summary, parameters) for path, (summary, parameters) in _LISTS.items()}
    paths |= {path: _item(summary, name) for path, (summary, name) in _ITEMS.items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "haberci",
            "version": __version__,
            "description": "Deeds, events, reports, actors, plans, signs and warnings of one database. "
            "Offsets count code points; `start` and "
            "`stop` in the text as given, `text_start` and `text_stop` in the repaired one.",
        },
        "servers": [{"url": "/api/v1"}],
        "paths": paths,
    }


def _list(summary: str, parameters: dict[str, tuple[Json, str]]) -> Json:
    asked = [
        {"name": name, "in": "query", "required": False, "description": says, "schema": schema}
        for name, (schema, says) in {**parameters, **_PAGING}.items()
    ]
    return {"get": {"summary": summary, "parameters": asked, "responses": _responses(_PAGE, "a page of them")}}


def _item(summary: str, name: str) -> Json:
    asked = [{"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}]
    told = _responses({"type": "object", "required": ["id"]}, "all of it")
    return {"get": {"summary": summary, "parameters": asked, "responses": {**told, "404": _told(_ERROR, "not there")}}}


def _responses(schema: Json, says: str) -> Json:
    refused = {"400": "can mean nothing", "401": "log in first", "429": "too many requests", "503": "no database now"}
    return {"200": _told(schema, says), **{code: _told(_ERROR, text) for code, text in refused.items()}}


def _told(schema: Json, says: str) -> Json:
    return {"description": says, "content": {"application/json": {"schema": schema}}}
