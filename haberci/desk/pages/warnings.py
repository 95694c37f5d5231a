"""Warnings: signs that people judged, each with all that was done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from haberci.desk.asked import listed, one_of
from haberci.desk.desk import desk_of
from haberci.desk.rendering import page, wording_of
from haberci.desk.signs import HERE, area_name, subject_name
from haberci.desk.twins import Column, Twin, twin_addresses
from haberci.watch.keeping import STATES, Warning

SHOWN = 200
_PLAIN = "id area state merged_into subject reason recorded_at who action".split()
COLUMNS = (*(Column(name) for name in _PLAIN), Column("note", is_told=True))


def warnings(request: Request) -> Response:
    """The page."""
    every, chosen = _every(request)
    found = _of(every, chosen)
    words, areas = wording_of(request), desk_of(request).areas
    return page(
        request,
        "warnings.html",
        found=[(each, subject_name(each.sign, areas, words)) for each in found[:SHOWN]],
        total=len(found),
        all=len(every),
        counts=Counter(each.state for each in every),
        states=tuple(STATES.values()),
        chosen=chosen,
        area_name=lambda area: area_name(area, areas, words),
        local=HERE,
        twins=twin_addresses("/warnings", request.url.query),
    )


def twin(request: Request) -> Response:
    """What was done with the warnings as a file, one row a judgement."""
    found = _of(*_every(request))
    return Twin("warnings", COLUMNS, lambda: _rows(found)).response(request.path_params["format"])


def _rows(found: list[Warning]) -> Iterator[dict[str, Any]]:
    for each in found:
        head = {name: getattr(each, name) for name in ("id", "area", "state", "merged_into")}
        for change in each.changes:
            yield {**head, "subject": each.sign.subject, "reason": each.sign.reason, **change._asdict()}


def _every(request: Request) -> tuple[list[Warning], tuple[str, ...]]:
    """All warnings, the newest first, and the states that the address asks for."""
    chosen = one_of("state", listed(request.query_params, "state"), tuple(STATES.values()))
    with desk_of(request).signs() as held:
        return held.warnings()[::-1], chosen


def _of(every: list[Warning], states: tuple[str, ...]) -> list[Warning]:
    return [each for each in every if not states or each.state in states]
