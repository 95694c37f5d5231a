"""One report: its text with the claims marked at their words, as repaired or as given with the repairs shown."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from haberci.core.codebook import load_codebook
from haberci.core.span import Evidence, Span
from haberci.desk.addresses import report_key, report_name
from haberci.desk.desk import desk_of
from haberci.desk.marks import WINDOW, page_of
from haberci.desk.pages.correcting import corrections_of
from haberci.desk.refusals import NO_REPORT
from haberci.desk.rendering import complaint, page
from haberci.rules import shipped_rules
from haberci.store.rows import StoredReport

_DIGITS = 9


def report(request: Request) -> Response:
    """The page."""
    name = request.path_params["name"]
    key = report_key(name)
    with desk_of(request).opened() as store:
        stored = store.report(key.id, key.source or "") if key else store.report(name)
        number = store.number_of(stored.key) if stored else None
    if stored is None or number is None or (key is not None and stored.key.id != key.id):
        return complaint(request, 404, NO_REPORT, name=name[:200])
    raw = request.query_params.get("view") == "raw"
    chosen = request.query_params.get("event", "")
    shown = page_of(stored.report, raw=raw, start=_start(request, stored, chosen, raw))
    types = load_codebook().types
    corrected, further = corrections_of(request, stored, number)
    return page(
        request,
        "report.html",
        stored=stored,
        report=stored.report,
        name=report_name(stored.key),
        raw=raw,
        shown=shown,
        claims=_claims(stored, shown.span, raw),
        quads={f"E{n}": int(types[event.type].quad) for n, event in enumerate(stored.report.events, 1)},
        chosen=chosen,
        rules=shipped_rules(),
        corrected=corrected,
        further=further,
    )


def _start(request: Request, stored: StoredReport, chosen: str, raw: bool) -> int:
    """Where the window begins: where it is asked for, else so that the event asked for stands in it."""
    asked = request.query_params.get("from", "")
    if asked.isdecimal() and len(asked) <= _DIGITS:
        return int(asked)
    if chosen in stored.event_ids:
        at = stored.report.events[stored.event_ids.index(chosen)].trigger_at
        place = at.start if raw else at.text_start
        return 0 if place < WINDOW // 2 else place - WINDOW // 4
    return 0


def _claims(stored: StoredReport, window: Span, raw: bool) -> dict[str, list[tuple[str, Any, str]]]:
    """The claims that stand in the window, each with its tag and id."""
    report = stored.report

    def in_window(at: Evidence) -> bool:
        return (at.raw if raw else at.span).overlaps(window)

    events = zip(report.events, stored.event_ids, strict=True)
    said = zip(report.statements, stored.statement_ids, strict=True)
    roles = zip(report.roles, stored.role_ids, strict=True)
    return {
        "events": [(f"E{n}", e, id) for n, (e, id) in enumerate(events, 1) if in_window(e.trigger_at)],
        "statements": [(f"S{n}", s, id) for n, (s, id) in enumerate(said, 1) if in_window(s.cue_at)],
        "roles": [(f"R{n}", r, id) for n, (r, id) in enumerate(roles, 1) if in_window(r.at)],
        "times": [(f"T{n}", t, "") for n, t in enumerate(report.times, 1) if in_window(t.at)],
    }
