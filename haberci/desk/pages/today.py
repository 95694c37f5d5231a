"""Today: what is new since the last visit, what waits for a judgement, where the area goes, what is planned ahead."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from haberci.commitments import UNSETTLED, Commitment, Status
from haberci.core.codebook import Modality
from haberci.desk.areas import newest_day
from haberci.desk.asked import EventQuery
from haberci.desk.deeds import deed_lines, with_an_event
from haberci.desk.desk import Desk, desk_of
from haberci.desk.guard import cookie
from haberci.desk.headings import StoryHeading, report_headings, story_headings
from haberci.desk.pages import area
from haberci.desk.pages.events import selected
from haberci.desk.rendering import page, wording_of
from haberci.desk.signs import area_name, judged
from haberci.desk.visits import COOKIE, Visit, visit_of
from haberci.store.store import Counts
from haberci.watch.areas import Area
from haberci.watch.situation import Trend, trends

REPORTS, DEEDS, PLANS, SIGNS, TRENDS, STORIES = 8, 12, 8, 6, 8, 6
STORY_DAYS, TREND_DAYS = 7, 7
_HAPPENED = EventQuery(modalities=(Modality.HAPPENED.value,), limit=DEEDS)
_YEAR_S = 365 * 24 * 3600


def today(request: Request) -> Response:
    """The page."""
    desk = desk_of(request)
    until = newest_day(desk.deeds.current().columns)
    own = desk.areas.get(request.cookies.get(area.COOKIE, "")) or area.first_of(desk.areas)
    with desk.opened() as store:
        visit, is_back = visit_of(request, store.state()[2])
        since = store.read_since(visit.before) if is_back else None
        newest, failing = report_headings(store, store.newest_reports(REPORTS)), store.failing()
    with desk.signs() as held:
        signs = [each for each in judged(held.signs(), held.warnings()) if not each.state]
    plans, words = desk.plans.current(), wording_of(request)
    answer = page(
        request,
        "today.html",
        counts=counts_of(desk),
        until=until,
        ended=datetime.fromtimestamp(visit.ended, UTC).isoformat(),
        since=since,
        deeds=_deeds(desk, visit, is_back),
        newest=newest,
        failing=[(one.address, one.fault, _moment(one.next_at)) for one in failing],
        signs=[(each, area_name(each.sign.area, desk.areas, words)) for each in signs[:SIGNS]],
        waiting=len(signs),
        area=own,
        trends=_trends(desk, own),
        stories=stories_of(desk, until),
        ahead=_ahead(plans.found, until),
        overdue=sum(plan.status is Status.OVERDUE for plan in plans.found),
        plans=plans,
    )
    answer.headers.append("Set-Cookie", cookie(request, COOKIE, visit.cookie, max_age=_YEAR_S))
    return answer


def _deeds(desk: Desk, visit: Visit, is_back: bool) -> list[Any]:
    """What reports tell that came in since the last visit; else the latest that happened (plans have their place)."""
    with desk.opened() as store:
        found = list(with_an_event(store, store.deeds_since(visit.before, DEEDS))) if is_back else []
        return found or deed_lines(store, selected(desk, _HAPPENED).page()[0])


def _trends(desk: Desk, own: Area) -> list[Trend] | None:
    """Where the states and dyads of an area go; None: not counted yet."""
    watched, _ = desk.watches.current(own, None)
    return [trend for trend in trends(watched, TREND_DAYS) if trend.key.subject.states][:TRENDS] if watched else None


def stories_of(desk: Desk, until: date) -> list[StoryHeading]:
    """The stories of the last days that most sources tell."""

    def find() -> list[StoryHeading]:
        with desk.opened() as store:
            found = store.stories((until - timedelta(days=STORY_DAYS - 1)).isoformat(), until.isoformat())
            top = sorted(found, key=lambda story: (-story.sources, -len(story.reports), story.id))
            return story_headings(store, top[:STORIES])

    found: list[StoryHeading] = desk.snapshots.kept_a_while(("stories", until), find)
    return found


def _ahead(found: tuple[Commitment, ...], until: date) -> list[Commitment]:
    """The plans whose time is not over, the next first; those without a day last."""
    ahead = [plan for plan in found if plan.status in UNSETTLED and plan.status is not Status.OVERDUE]
    later = [plan for plan in ahead if (plan.until or plan.since or "9") >= until.isoformat()]
    return sorted(later, key=lambda plan: (plan.since or "9", plan.event.id))[:PLANS]


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def counts_of(desk: Desk) -> Counts:
    """How much the database holds."""

    def count() -> Counts:
        with desk.opened() as store:
            return store.counts()

    found: Counts = desk.snapshots.kept_a_while("counts", count)
    return found
