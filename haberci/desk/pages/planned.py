"""Commitments: what is planned, due, done, put off and overdue."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from haberci.cli.planned_listing import COLUMNS as NAMES
from haberci.cli.planned_listing import commitment_record
from haberci.commitments import Commitment, Status
from haberci.desk.asked import actor, listed, one_of
from haberci.desk.desk import desk_of
from haberci.desk.rendering import page
from haberci.desk.twins import Column, Twin, twin_addresses

SHOWN = 200
_PLAIN = "id type mode actors recipients reported_by planned_since planned_until status".split()
COLUMNS = tuple(Column(name, is_told=name not in _PLAIN) for name in NAMES)


def planned(request: Request) -> Response:
    """The page."""
    plans = desk_of(request).plans.current()
    statuses, code = asked_plans(request)
    of_actor = [plan for plan in plans.found if _has(plan, code)]
    found = [plan for plan in of_actor if plan.status in statuses] if statuses else of_actor
    return page(
        request,
        "planned.html",
        plans=plans,
        found=sorted(found, key=_order)[:SHOWN],
        total=len(found),
        counts=Counter(plan.status.value for plan in of_actor),
        all=len(of_actor),
        statuses=[status.value for status in Status],
        chosen=statuses,
        code=code,
        twins=twin_addresses("/planned", request.url.query),
    )


def twin(request: Request) -> Response:
    """The whole list as a file; worked out first when it is not known yet."""
    statuses, code = asked_plans(request)
    found = chosen_plans(desk_of(request).plans.current(wait=True).found, statuses, code)
    return Twin("planned", COLUMNS, lambda: map(commitment_record, found)).response(request.path_params["format"])


def asked_plans(request: Request) -> tuple[tuple[str, ...], str]:
    """Which statuses, and of which actor, an address asks for."""
    statuses = one_of("status", listed(request.query_params, "status"), [status.value for status in Status])
    text = request.query_params.get("actor", "").strip()
    return statuses, actor(text) if text else ""


def chosen_plans(found: tuple[Commitment, ...], statuses: tuple[str, ...], code: str) -> list[Commitment]:
    """The plans of these statuses, all if none is named, of one actor."""
    return sorted((p for p in found if _has(p, code) and (not statuses or p.status in statuses)), key=_order)


def _has(plan: Commitment, code: str) -> bool:
    codes = [str(c) for c in (*plan.event.actors, *plan.event.recipients)]
    return not code or any(held == code or held.partition(" ")[0] == code for held in codes)


def _order(plan: Commitment) -> tuple[Any, ...]:
    """The newest first; of one day, by report."""
    day = plan.since or plan.event.date or ""
    return tuple(-ord(c) for c in day.ljust(10, "0")), plan.event.source or "", plan.event.report, plan.event.id
