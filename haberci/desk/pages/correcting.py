"""Corrections: their forms, their list, and the gold that they make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from haberci.core.report import Report
from haberci.core.span import Span
from haberci.desk.accounts import Role, note
from haberci.desk.addresses import report_address, report_key
from haberci.desk.corrections import (
    Correction,
    OvertakenError,
    checked,
    correct,
    corrections,
    holding,
    told,
    withdraw,
)
from haberci.desk.desk import desk_of
from haberci.desk.gold import gold_of
from haberci.desk.guard import needs, text_of, who
from haberci.desk.labels import N_
from haberci.desk.records import records
from haberci.desk.refusals import NO_EVENT, NO_REPORT, RefusedError
from haberci.desk.rendering import complaint, page
from haberci.desk.twins import Column, Twin, json_bytes, twin_addresses
from haberci.store.correcting import WIRE, Told
from haberci.store.rows import StoredReport

_TOLD = "type mode actors recipients modality reported_by".split()
COLUMNS = (
    Column("number", "INTEGER"),
    Column("recorded_at"),
    Column("by"),
    Column("source", is_told=True),
    Column("report", is_told=True),
    Column("revision", "INTEGER"),
    Column("start", "BIGINT"),
    Column("stop", "BIGINT"),
    Column("event"),
    Column("verdict"),
    *(Column(f"{when}_{name}") for when in ("was", "becomes") for name in _TOLD),
    Column("remark", is_told=True),
    Column("withdrawn", "BOOLEAN"),
)


def correct_event(request: Request, form: FormData) -> Response:
    """Take a correction of an event that the machine told."""
    desk, name = desk_of(request), request.path_params["event"]
    with desk.opened() as store:
        row = store.event(name)
        stored = None if row is None else store.report(row.report, row.source or "")
        number = None if stored is None else store.number_of(stored.key)
    if row is None or stored is None or number is None:
        return complaint(request, 404, NO_EVENT, name=name[:60])
    was = told(row)
    becomes = _becomes(form, was)
    seen = text_of(form, "seen")
    account = who(request)
    at = (number, stored.revision, row.trigger_at.raw)
    remark, last = text_of(form, "remark"), int(seen) if seen.isdecimal() and len(seen) < 19 else 0
    try:
        with records(desk.settings.db) as book, book.change():
            correct(book, *at, row.id, was, becomes, account=account.number, remark=remark, seen=last)
            note(book, account, "correct", row.id)
    except OvertakenError as error:
        return complaint(request, 409, error.line, again=f"{report_address(stored.key)}?event={row.id}")
    if request.headers.get("hx-request"):
        return RedirectResponse(f"/events/{row.id}/why", 303)
    return RedirectResponse(f"{report_address(stored.key)}?event={row.id}", 303)


def add_event(request: Request, form: FormData) -> Response:
    """Take an event that the machine missed, at words of the report."""
    desk, name = desk_of(request), request.path_params["name"]
    key = report_key(name)
    with desk.opened() as store:
        stored = store.report(key.id, key.source or "") if key else None
        number = store.number_of(stored.key) if stored else None
    if stored is None or number is None:
        return complaint(request, 404, NO_REPORT, name=name[:200])
    span = _at(stored.report, text_of(form, "words"))
    account = who(request)
    with records(desk.settings.db) as book, book.change():
        becomes, remark = checked(_told(form)), text_of(form, "remark")
        given = correct(book, number, stored.revision, span, None, None, becomes, account=account.number, remark=remark)
        note(book, account, "add event", str(given))
    return RedirectResponse(report_address(stored.key), 303)


def take_back(request: Request, form: FormData) -> Response:
    """Withdraw a correction."""
    desk, number = desk_of(request), request.path_params["number"]
    with records(desk.settings.db) as book, book.change():
        withdraw(book, number)
        note(book, who(request), "withdraw correction", str(number))
    back = text_of(form, "back")
    return RedirectResponse(back if back.startswith("/reports/") else "/corrections", 303)


def listing(request: Request) -> Response:
    """The page of all corrections."""
    who(request)
    with records(desk_of(request).settings.db) as book:
        found = corrections(book)
    holds = {each.number for each in holding(found)}
    twins = twin_addresses("/corrections")
    return page(request, "corrections.html", found=found[::-1][:500], total=len(found), holds=holds, twins=twins)


def twin(request: Request) -> Response:
    """All corrections as a file."""
    with records(desk_of(request).settings.db) as book:
        found = corrections(book)
    return Twin("corrections", COLUMNS, lambda: map(record, found)).response(request.path_params["format"])


def gold(request: Request) -> Response:
    """The corrected reports as gold, in the form that ``make score`` reads."""
    needs(request, Role.READER)
    desk = desk_of(request)
    with records(desk.settings.db) as book:
        held = holding(corrections(book))
    by_report: dict[Any, list[Correction]] = {}
    for each in held:
        by_report.setdefault(each.key, []).append(each)

    def reports() -> Iterator[dict[str, Any]]:
        for key, own in by_report.items():
            with desk.opened() as store:
                stored = store.report(key.id, key.source or "")
            if stored is not None:
                yield gold_of(stored, own)

    head = {"Content-Disposition": 'attachment; filename="gold.json"'}
    return Response(json_bytes(list(reports())), headers=head, media_type="application/json")


def record(each: Correction) -> dict[str, Any]:
    """One correction, for a program."""
    sides = {"was": each.was, "becomes": each.becomes}
    cells = {f"{when}_{name}": _cell(side, name) for when, side in sides.items() for name in _TOLD}
    return {
        "number": each.number,
        "recorded_at": each.recorded_at,
        "by": each.by,
        "source": each.key.source,
        "report": each.key.id,
        "revision": each.revision,
        "start": each.span.start,
        "stop": each.span.stop,
        "event": each.claim,
        "verdict": each.verdict,
        **cells,
        "remark": each.remark,
        "withdrawn": each.withdrawn,
    }


def corrections_of(
    request: Request, stored: StoredReport, number: int
) -> tuple[dict[str, Correction], list[Correction]]:
    """The corrections that hold on a report's events, by event; and those whose event is added, or no longer told."""
    with records(desk_of(request).settings.db) as book:
        held = holding(corrections(book, number))
    known = {each.claim: each for each in held if each.claim in stored.event_ids}
    return {str(claim): each for claim, each in known.items()}, [each for each in held if each.claim not in known]


def _cell(side: Told | None, name: str) -> Any:
    value = None if side is None else getattr(side, name)
    return "; ".join(value) if isinstance(value, tuple) else value


def _becomes(form: FormData, was: Told) -> Told | None:
    """What the event is by the person's verdict."""
    verdict = text_of(form, "verdict")
    if verdict == "right":
        return was
    return None if verdict == "none" else checked(_told(form))


def _told(form: FormData) -> Told:
    def sides(name: str) -> tuple[str, ...]:
        return tuple(part for part in text_of(form, name).replace(",", ";").split(";") if part.strip())

    kind, _, mode = text_of(form, "type").partition(" ")
    says = text_of(form, "reported_by") or WIRE
    return Told(kind, mode or None, sides("actors"), sides("recipients"), text_of(form, "modality"), says)


def _at(report: Report, words: str) -> Span:
    """Where words stand in the text as given. Raises InputError when they do not."""
    start = report.text.find(words) if words else -1
    if start >= 0:
        return report.offsets.to_raw(Span(start, start + len(words)))
    start = report.raw.find(words) if words else -1
    if start < 0:
        raise RefusedError(N_("words: they do not stand so in the report; mark them in the text"))
    return Span(start, start + len(words))
