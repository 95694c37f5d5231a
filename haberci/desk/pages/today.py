"""Today: what came in, what could not be read, what is planned next."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from haberci.commitments import UNSETTLED
from haberci.desk.asked import EventQuery
from haberci.desk.desk import desk_of
from haberci.desk.pages.events import facets_of, selected
from haberci.desk.rendering import page

REPORTS, EVENTS, PLANS = 12, 12, 8


def today(request: Request) -> Response:
    """The page."""
    desk = desk_of(request)
    snapshot = desk.snapshots.current()
    selection = selected(desk, EventQuery(limit=EVENTS))
    plans = desk.plans.current()
    with desk.opened() as store:
        counts = desk.snapshots.kept(("counts", snapshot.state), store.counts)
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
