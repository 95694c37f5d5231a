"""Today: what came in, what could not be read, what is planned next."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from haberci.commitments import UNSETTLED
from haberci.desk.asked import EventQuery
from haberci.desk.desk import Desk, desk_of
from haberci.desk.pages.events import facets_of, selected
from haberci.desk.rendering import page
from haberci.store.store import Counts

REPORTS, EVENTS, PLANS = 12, 12, 8


def today(request: Request) -> Response:
    """The page."""
    desk = desk_of(request)
    selection = selected(desk, EventQuery(limit=EVENTS))
    plans = desk.plans.current()
    counts = desk.snapshots.kept_a_while("counts", lambda: _counts(desk))
    with desk.opened() as store:
        rows = store.numbered(selection.page()[0])
        newest = store.newest_reports(REPORTS)
    ahead = [plan for plan in plans.found if plan.status in UNSETTLED]
    return page(
        request,
        "today.html",
        counts=counts,
        rows=rows,
        newest=newest,
        facets=facets_of(desk, selection),
        ahead=sorted(ahead, key=lambda plan: plan.since or plan.event.date or "", reverse=True)[:PLANS],
        plans=plans,
        series="/events/series.json",
    )


def _counts(desk: Desk) -> Counts:
    with desk.opened() as store:
        return store.counts()
