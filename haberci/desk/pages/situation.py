"""The situation report of an area: a page to be read or printed, of a day, a week or a month."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from haberci.commitments import UNSETTLED, Commitment
from haberci.desk.areas import principals_of
from haberci.desk.asked import last_day, one_of
from haberci.desk.charts import FOOT, HEIGHT, WIDTH, Chart, chart_of
from haberci.desk.desk import Desk, desk_of
from haberci.desk.pages.area import no_area
from haberci.desk.rendering import page
from haberci.desk.signs import Judged, judged, sentences
from haberci.store.rows import EventRow
from haberci.watch.areas import Area
from haberci.watch.records import iso
from haberci.watch.situation import PERIODS, Trend, trends
from haberci.watch.stored import gravest
from haberci.watch.watching import Watched

CHART_DAYS, QUOTES, PLANS = 90, 3, 12


class Told(NamedTuple):
    """A sign of the period, with sentences behind it, and how many deeds speak against it."""

    each: Judged
    sentences: tuple[EventRow, ...]
    contrary: int


class Line(NamedTuple):
    """A state or dyad: where it goes, and its chart."""

    trend: Trend
    chart: Chart


def report(request: Request) -> Response:
    """The page."""
    desk, name = desk_of(request), request.path_params["area"]
    area = desk.areas.get(name)
    if area is None:
        return no_area(request, name)
    period = one_of("period", [request.query_params.get("period") or "week"], tuple(PERIODS))[0]
    watched, is_new = desk.watches.current(area, last_day(request.query_params))
    shown = {"area": area, "period": period, "periods": tuple(PERIODS), "is_new": is_new, "watched": watched}
    until = request.query_params.get("until", "")
    if watched is None:
        return page(request, "situation.html", **shown, until=until)
    begins = date.fromordinal(watched.last - PERIODS[period] + 1)
    return page(
        request,
        "situation.html",
        **shown,
        until=until,
        begins=begins,
        ends=date.fromordinal(watched.last),
        signs=_signs(desk, watched, begins),
        lines=[Line(trend, chart_of(watched, trend.key, CHART_DAYS)) for trend in trends(watched, PERIODS[period])],
        ahead=_ahead(desk, area, watched),
        size=(WIDTH, HEIGHT, FOOT),
    )


def _signs(desk: Desk, watched: Watched, begins: date) -> list[Told]:
    """The signs that were on in the period, with what people made of them, the newest first."""
    with desk.signs() as held:
        signs = [sign for sign in watched.signs if sign.last_day >= begins.isoformat()]
        found = judged(signs, held.warnings(watched.area.id))
    with desk.opened() as store:
        return [
            Told(each, gravest(sentences(store, each.sign.evidence), QUOTES), len(each.sign.contrary)) for each in found
        ]


def _ahead(desk: Desk, area: Area, watched: Watched) -> list[Commitment] | None:
    """What parties of the area plan for a day after the last, the next first; None: not known yet."""
    own, last, plans = principals_of(area), iso(watched.last), desk.plans.current()
    if not plans.is_known:
        return None
    found = [
        plan
        for plan in plans.found
        if plan.status in UNSETTLED
        and (plan.since or "") > last
        and own & {code.principal for code in (*plan.event.actors, *plan.event.recipients)}
    ]
    return sorted(found, key=lambda plan: (plan.since or "", plan.event.id))[:PLANS]
