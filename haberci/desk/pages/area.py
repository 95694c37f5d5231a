"""An area of the watch: its map, where its dyads stand, its series with what was usual and the alarms, its signs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from haberci.desk.areas import SPANS, AreaView, newest_day
from haberci.desk.asked import last_day
from haberci.desk.charts import FOOT, HEIGHT, WIDTH, charts, subjects_told
from haberci.desk.desk import desk_of
from haberci.desk.guard import cookie
from haberci.desk.labels import N_
from haberci.desk.ladders import standings
from haberci.desk.refusals import RefusedError
from haberci.desk.rendering import complaint, page, wording_of
from haberci.desk.signs import judged, subject_in_words
from haberci.desk.twins import FORMATS, Column, Twin, twin_addresses
from haberci.watch.areas import Area
from haberci.watch.records import iso
from haberci.watch.series import Subject
from haberci.watch.signs import subject_of
from haberci.watch.watching import Watched

FIRST = "csto"
COOKIE, _YEAR_S = "haberci_area", 365 * 24 * 3600  # which area was looked at last
SIGNS, DYADS = 6, 12
_NUMBERS = "cooperation conflict cooperation_before conflict_before".split()
DYAD_COLUMNS = (Column("area"), Column("one"), Column("other"), *(Column(name, "INTEGER") for name in _NUMBERS))
SERIES_COLUMNS = (
    Column("area"),
    Column("subject"),
    Column("measure"),
    Column("day"),
    Column("count", "INTEGER"),
    Column("expected", "DOUBLE"),
    Column("exposure", "DOUBLE"),
)


def first(request: Request) -> Response:
    """The area that is looked at when none is named."""
    return RedirectResponse(f"/area/{first_of(desk_of(request).areas).id}", 303)


def first_of(areas: Mapping[str, Area]) -> Area:
    """The area that is shown when none is chosen."""
    return areas[FIRST] if FIRST in areas else areas[min(areas)]


def area(request: Request) -> Response:
    """The page."""
    desk, name = desk_of(request), request.path_params["area"]
    found = desk.areas.get(name)
    if found is None:
        return no_area(request, name)
    view, days = view_of(request, found)
    with desk.signs() as held:
        on = held.signs(found.id, view.since.isoformat(), view.until.isoformat())
        signs = judged(on, held.warnings(found.id))
    answer = page(
        request,
        "area.html",
        area=found,
        areas=[desk.areas[key] for key in sorted(desk.areas)],
        view=view,
        days=days,
        spans=SPANS,
        until=request.query_params.get("until", ""),
        **_watched(request, found, view, days),
        signs=signs[:SIGNS],
        map=f"/area/{name}/map.json?{request.url.query}",
        twins=twin_addresses(f"/area/{name}", request.url.query),
        shown_dyads=DYADS,
    )
    answer.headers.append("Set-Cookie", cookie(request, COOKIE, name, max_age=_YEAR_S))
    return answer


def _watched(request: Request, found: Area, view: AreaView, days: int) -> dict[str, Any]:
    """What the watch finds of an area, as its page shows it."""
    desk, words = desk_of(request), wording_of(request)
    watched, is_new = desk.watches.current(found, last_day(request.query_params))
    subject = _subject(request, watched)
    with desk.opened() as store:
        stages = standings(store, watched, view.since.toordinal()) if watched else []
    return {
        "watched": watched,
        "is_new": is_new,
        "standings": stages,
        "subject": subject,
        "subjects": [(one, subject_in_words(str(one), found, words)) for one in _choices(watched, days)],
        "subject_name": subject_in_words(str(subject), found, words),
        "charts": list(charts(watched, subject, days)) if watched else [],
        "size": (WIDTH, HEIGHT, FOOT),
    }


def twin(request: Request) -> Response:
    """The dyads as a file."""
    name, _, format = request.path_params["area"].rpartition(".")
    found = desk_of(request).areas.get(name)
    if found is None or format not in FORMATS:
        return no_area(request, request.path_params["area"])
    view, _ = view_of(request, found)

    def rows() -> list[dict[str, Any]]:
        return [
            {"area": name, "one": a, "other": b} | {key: getattr(change, key) for key in _NUMBERS}
            for a, b, change in view.dyads
        ]

    return Twin(f"area-{name}", DYAD_COLUMNS, rows).response(format)


def series_twin(request: Request) -> Response:
    """The series of one subject as a file, with what was expected of each day."""
    name, format = request.path_params["area"], request.path_params["format"]
    found = desk_of(request).areas.get(name)
    if found is None or format not in FORMATS:
        return no_area(request, name)
    watched, _ = desk_of(request).watches.current(found, last_day(request.query_params))
    subject = _subject(request, watched)

    def rows() -> Iterator[dict[str, Any]]:
        for row, key in enumerate(watched.series.keys if watched else ()):
            if watched and key.subject == subject:
                head = {"area": name, "subject": str(subject), "measure": key.measure}
                yield from ({**head, **cells} for cells in _days(watched, row))

    return Twin(f"series-{name}", SERIES_COLUMNS, rows).response(format)


def _days(watched: Watched, row: int) -> Iterator[dict[str, Any]]:
    counts, exposure = watched.series.counts[row].tolist(), watched.series.exposure[row].tolist()
    for n, expected in enumerate(watched.expected[row].tolist()):
        told = {"count": counts[n], "expected": round(expected, 4), "exposure": round(exposure[n], 4)}
        yield {"day": iso(watched.first + n), **told}


def no_area(request: Request, name: str) -> Response:
    """An organisation's code leads to the area of its members, any other name nowhere."""
    areas = desk_of(request).areas
    of_members = [area.id for area in areas.values() if area.members_of == name]
    if of_members:
        return RedirectResponse(f"/area/{of_members[0]}", 303)
    line = N_("no area %(name)s; there are %(known)s")
    return complaint(request, 404, line, name=name[:60], known=", ".join(sorted(areas)))


def view_of(request: Request, found: Area) -> tuple[AreaView, int]:
    """The area over the days asked for; they end with the newest deed's when no day is named."""
    desk = desk_of(request)
    columns = desk.deeds.current().columns
    text = request.query_params.get("days", str(SPANS[1]))
    if text not in map(str, SPANS):
        raise RefusedError(N_("days: one of %(known)s"), known=", ".join(map(str, SPANS)))
    until = last_day(request.query_params) or newest_day(columns)
    key = ("area", found.id, until, text)
    view = desk.deeds.kept(key, lambda: AreaView(columns, found, until, int(text)))
    return view, int(text)


def _subject(request: Request, watched: Watched | None) -> Subject:
    """The subject whose series are asked for; the area as a whole when none is."""
    text = request.query_params.get("of", "")
    subject = subject_of(text) if text else Subject()
    if watched and all(key.subject != subject for key in watched.series.keys):
        raise RefusedError(N_("of: no series of %(value)s in this area"), value=text[:60])
    return subject


def _choices(watched: Watched | None, days: int) -> list[Subject]:
    return subjects_told(watched, days) if watched else []
