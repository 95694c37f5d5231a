"""The same data for programs: pages of JSON that follow each other without gap or repeat; events and reports by id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from haberci.cli.listing import row_record
from haberci.cli.planned_listing import commitment_record
from haberci.core.errors import InputError
from haberci.deed_record import deed_record
from haberci.desk.addresses import report_key, report_name
from haberci.desk.asked import COUNTED, cursor, limit, listed, one_of, words
from haberci.desk.corrections import corrections
from haberci.desk.desk import desk_of
from haberci.desk.guard import who
from haberci.desk.openapi import document
from haberci.desk.pages import actors as actors_page
from haberci.desk.pages import correcting, planned, search
from haberci.desk.pages.events import asked_of, selected
from haberci.desk.records import records
from haberci.desk.rendering import json_complaint, page, wording_of
from haberci.desk.signs import Judged, judged
from haberci.desk.twins import json_bytes
from haberci.record import record
from haberci.store.browsing import BrowsingStore
from haberci.watch.keeping import STATES, Warning

ROOT = "/api/v1"
_LONGEST = 400


def answer(value: Any) -> Response:
    """A value as JSON."""
    return Response(json_bytes(value), media_type="application/json", headers={"Cache-Control": "no-store"})


def about(request: Request) -> Response:
    """The page that tells of the API."""
    return page(request, "api.html", api=document())


def described(request: Request) -> Response:
    """The description of the API for programs: OpenAPI 3.1."""
    return answer(document())


def events(request: Request) -> Response:
    """A page of events."""

    def told(store: BrowsingStore, numbers: Any) -> list[dict[str, Any]]:
        return [{**row_record(row), "report_address": report_name(row.key)} for row in store.numbered(numbers)]

    return _selected(request, "event", told)


def deeds(request: Request) -> Response:
    """A page of deeds."""
    return _selected(request, "deed", lambda store, numbers: list(map(deed_record, store.numbered_deeds(numbers))))


def deed(request: Request) -> Response:
    """One deed by its id, or by that of an event that tells it."""
    with desk_of(request).opened() as store:
        found = store.deed(request.path_params["deed"])
    return json_complaint(404, "no such deed") if found is None else answer(deed_record(found))


def _selected(request: Request, by: str, told: Callable[[BrowsingStore, Any], list[dict[str, Any]]]) -> Response:
    """A page of deeds or events; the path tells which, whatever the address asks for."""
    desk, asked = desk_of(request), asked_of(request).without(by=by, after=cursor(request.query_params))
    selection = selected(desk, asked)
    numbers, following = selection.page()
    with desk.opened_as(asked.corrected) as store:
        items = told(store, numbers)
    link = f"{ROOT}/{by}s{asked.without(by=COUNTED[0]).address(after=following)}" if following else None
    return answer({"total": len(selection), "items": items, "next": link})


def event(request: Request) -> Response:
    """One event by its id."""
    with desk_of(request).opened() as store:
        row = store.event(request.path_params["event"])
    if row is None:
        return json_complaint(404, "no such event")
    return answer({**row_record(row), "report_address": report_name(row.key)})


def report(request: Request) -> Response:
    """One report with all that was found in it, by the last part of its page's address."""
    name = request.path_params["name"]
    key = report_key(name)
    with desk_of(request).opened() as store:
        stored = store.report(key.id, key.source or "") if key else None
    if stored is None or key is None or stored.key.id != key.id:
        return json_complaint(404, "no such report")
    ids = {"event_ids": stored.event_ids, "statement_ids": stored.statement_ids, "role_ids": stored.role_ids}
    return answer({**record(stored.report), "raw": stored.report.raw, "revision": stored.revision, **ids})


def found(request: Request) -> Response:
    """Reports that have words, the best match first; ``after`` is how many came before."""
    asked, size = words(request.query_params), limit(request.query_params)
    text = request.query_params.get("after", "0")
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise InputError("after: a number of reports")
    with desk_of(request).opened() as store:
        lines = store.found_reports(asked, size + 1, int(text))
    items = [{**search.record(line, asked), "report_address": report_name(line.key)} for line in lines[:size]]
    return answer({"items": items, "next": _next(request, "search", int(text) + size) if len(lines) > size else None})


def actors(request: Request) -> Response:
    """Actors by code."""
    say = wording_of(request)
    lines = sorted(actors_page.chosen_lines(request), key=lambda line: line.code)
    return _listed(
        request, "actors", lines, lambda line: line.code, lambda x: actors_page.record(x, say.full_name(x.code))
    )


def plans(request: Request) -> Response:
    """Planned events by id, with what became of them; empty as long as ``known`` is false."""
    statuses, code = planned.asked_plans(request)
    held = desk_of(request).plans.current()
    chosen = sorted(planned.chosen_plans(held.found, statuses, code), key=lambda plan: plan.event.id)
    return _listed(request, "planned", chosen, lambda plan: plan.event.id, commitment_record, known=held.is_known)


def corrected(request: Request) -> Response:
    """Corrections by people, in the order in which they were made."""
    who(request)
    with records(desk_of(request).settings.db) as book:
        held = corrections(book)
    return _listed(request, "corrections", held, lambda each: f"{each.number:012}", correcting.record)


def signs(request: Request) -> Response:
    """Signs by their first day, each with what people made of it."""
    areas = one_of("area", listed(request.query_params, "area"), tuple(desk_of(request).areas))
    with desk_of(request).signs() as held:
        every = judged(held.signs(), held.warnings())
    found = sorted((each for each in every if not areas or each.sign.area in areas), key=_place_of_sign)
    return _listed(request, "signs", found, _place_of_sign, Judged.record)


def _place_of_sign(each: Judged) -> str:
    return f"{each.sign.first_day} {each.sign.id}"


def sign(request: Request) -> Response:
    """One sign with what people made of it, and as it stood before each change."""
    with desk_of(request).signs() as held:
        found = held.sign(request.path_params["sign"])
        if found is None:
            return json_complaint(404, "no such sign")
        (each,) = judged([found], held.warnings(found.area))
        drafts = held.drafts(found.id)
    changes = [change._asdict() for change in each.changes]
    return answer({**each.record(), "changes": changes, "drafts": [draft.record() for draft in drafts]})


def warnings(request: Request) -> Response:
    """Warnings in the order in which people first judged them, each with all that was done with it."""
    states = one_of("state", listed(request.query_params, "state"), tuple(STATES.values()))
    with desk_of(request).signs() as held:
        found = [each for each in held.warnings() if not states or each.state in states]
    found.sort(key=_place_of_warning)
    return _listed(request, "warnings", found, _place_of_warning, _warning_record)


def _place_of_warning(each: Warning) -> str:
    return f"{each.changes[0].recorded_at} {each.id}"


def _warning_record(each: Warning) -> dict[str, Any]:
    changes = [change._asdict() for change in each.changes]
    told = {"id": each.id, "area": each.area, "state": each.state, "merged_into": each.merged_into}
    return {**told, "changes": changes, "sign": each.sign.record()}


def _listed(
    request: Request,
    name: str,
    rows: Sequence[Any],
    key: Callable[[Any], str],
    told: Callable[[Any], Mapping[str, Any]],
    **further: Any,
) -> Response:
    """A page of rows that are sorted by a key; the next one begins behind the last key, which may be gone by then."""
    size, after = limit(request.query_params), request.query_params.get("after")
    if after is not None and len(after) > _LONGEST:
        raise InputError("after: take it from the page before")
    first = 0 if after is None else bisect_right([key(row) for row in rows], after)
    shown = rows[first : first + size]
    link = _next(request, name, key(shown[-1])) if first + size < len(rows) else None
    return answer({"total": len(rows), "items": [told(row) for row in shown], "next": link, **further})


def _next(request: Request, name: str, after: str | int) -> str:
    held = [(k, v) for k, v in request.query_params.multi_items() if k != "after"]
    return f"{ROOT}/{name}?{urlencode([*held, ('after', after)], errors='replace')}"
