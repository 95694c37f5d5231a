"""Deeds, or the events that tell them: facets with counts, a chart by month, and the table, each with its twins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from haberci.cli.listing import CSV_COLUMNS, csv_record
from haberci.desk.asked import EventQuery, event_query
from haberci.desk.corrections import told
from haberci.desk.deeds import DEED_COLUMNS, deed_lines, deed_records
from haberci.desk.desk import Desk, desk_of
from haberci.desk.faceting import Facets, Selection
from haberci.desk.pages.correcting import corrections_of
from haberci.desk.refusals import NO_EVENT
from haberci.desk.rendering import complaint, page
from haberci.desk.twins import Column, Twin, twin_addresses
from haberci.replay import near_rules
from haberci.rules import shipped_rules
from haberci.store.column_growth import Mask

_BATCH = 500
_TYPES = {
    "quad": "INTEGER",
    "intensity": "DOUBLE",
    "lat": "DOUBLE",
    "lon": "DOUBLE",
    "start": "BIGINT",
    "stop": "BIGINT",
    "text_start": "BIGINT",
    "text_stop": "BIGINT",
}
_TOLD = ("report", "source", "trigger", "sentence", "place", "date")
COLUMNS = tuple(Column(name, _TYPES.get(name, "VARCHAR"), name in _TOLD) for name in CSV_COLUMNS)


def asked_of(request: Request) -> EventQuery:
    """What the address of a request asks for. Raises InputError."""
    return event_query(request.query_params, desk_of(request).areas)


def selected(desk: Desk, asked: EventQuery) -> Selection:
    """The deeds or events that a query leaves; kept while the database stays the same."""
    snapshots = desk.counted(asked.by, asked.corrected)
    columns = snapshots.current().columns

    def select() -> Selection:
        found = _texts(desk, asked) if asked.words else None
        return Selection(columns, asked, found, desk.areas)

    return snapshots.kept(("selection", id(columns), asked), select)  # type: ignore[no-any-return]


def _texts(desk: Desk, asked: EventQuery) -> Mask:
    """Marks the texts that have all the words; kept, as they are asked for with one filter after the other."""

    def find() -> Mask:
        with desk.opened_as(asked.corrected) as store:
            return store.texts_of_words(asked.words)

    return desk.counted(asked.by, asked.corrected).kept(("texts", asked.words), find)


def facets_of(desk: Desk, selection: Selection) -> Facets:
    """The facets of a selection; the same for all its pages."""
    asked = selection.asked
    key = ("facets", id(selection.columns), asked.address())
    return desk.counted(asked.by, asked.corrected).kept(key, selection.facets)  # type: ignore[no-any-return]


def events(request: Request) -> Response:
    """The page."""
    desk, asked = desk_of(request), asked_of(request)
    selection = selected(desk, asked)
    numbers, following = selection.page()
    with desk.opened_as(asked.corrected) as store:
        rows = deed_lines(store, numbers) if asked.by == "deed" else store.numbered(numbers)
    return page(
        request,
        "events.html",
        asked=asked,
        rows=rows,
        total=len(selection),
        known=len(selection.columns),
        facets=facets_of(desk, selection),
        following=asked.address(after=following) if following else None,
        twins=twin_addresses("/events", asked.address().removeprefix("?")),
        series=f"/events/series.json{asked.address()}",
        plain=EventQuery(by=asked.by, corrected=asked.corrected).address(),
        area_names={area: desk.areas[area].name for area in asked.areas},
    )


def twin(request: Request) -> Response:
    """The whole list as a file."""
    desk, asked = desk_of(request), asked_of(request)
    selection = selected(desk, asked)
    numbers = selection.columns.number[selection.sorted_rows()]

    def rows() -> Iterator[dict[str, Any]]:
        for at in range(0, len(numbers), _BATCH):
            with desk.opened_as(asked.corrected) as store:
                part = numbers[at : at + _BATCH]
                yield from deed_records(store, part) if asked.by == "deed" else map(csv_record, store.numbered(part))

    columns = DEED_COLUMNS if asked.by == "deed" else COLUMNS
    return Twin(f"{asked.by}s", columns, rows).response(request.path_params["format"])


def series(request: Request) -> Response:
    """How many events a month, by class: what the chart draws."""
    months = selected(desk_of(request), asked_of(request)).months()
    columns = [Column("month"), *(Column(f"quad_{n}", "INTEGER") for n in range(1, 5))]
    rows = [{"month": month, **{f"quad_{n}": count for n, count in enumerate(counts, 1)}} for month, counts in months]
    return Twin("series", columns, lambda: rows).response("json")


def why(request: Request) -> Response:
    """Why one event was coded: the rules, the words, what filled each part."""
    with desk_of(request).opened() as store:
        row = store.event(request.path_params["event"])
        stored = None if row is None else store.report(row.report, row.source or "")
        number = None if stored is None else store.number_of(stored.key)
    if row is None or stored is None or number is None:
        return complaint(request, 404, NO_EVENT, name=request.path_params["event"][:60])
    corrected = corrections_of(request, stored, number)[0].get(row.id)
    shown = {"corrected": corrected, "now": corrected.becomes or told(row) if corrected else told(row)}
    return page(request, "why.html", row=row, report=stored.report, rules=shipped_rules(), **shown)


def near(request: Request) -> Response:
    """Which rules nearly told an event: found by reading its sentence again."""
    with desk_of(request).opened() as store:
        row = store.event(request.path_params["event"])
        stored = None if row is None else store.report(row.report, row.source or "")
    if row is None or stored is None:
        return complaint(request, 404, NO_EVENT, name=request.path_params["event"][:60])
    return page(request, "near.html", near=near_rules(stored, row.id), rules=shipped_rules())
