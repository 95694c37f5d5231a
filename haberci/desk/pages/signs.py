"""Signs that something changed: their list, each with what speaks for and against it, and the form to judge it."""

from __future__ import annotations

from collections import Counter

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from haberci.desk.accounts import note
from haberci.desk.asked import listed, one_of
from haberci.desk.charts import FOOT, HEIGHT, WIDTH, chart_of_sign
from haberci.desk.desk import desk_of
from haberci.desk.guard import text_of, who
from haberci.desk.labels import N_
from haberci.desk.records import records
from haberci.desk.refusals import RefusedError
from haberci.desk.rendering import complaint, page, wording_of
from haberci.desk.signs import HERE, Judged, area_name, judged, sentences, subject_name
from haberci.desk.twins import Column, Twin, twin_addresses
from haberci.desk.wording import Wording
from haberci.watch.keeping import Change, JudgedMeanwhileError

SHOWN = 200
ACTIONS = ("confirm", "reject", "close")
COLUMNS = (
    *(Column(name) for name in ("id", "area", "subject")),
    Column("measures", "VARCHAR[]"),
    *(Column(name) for name in ("first_day", "last_day", "level", "action")),
    Column("observed", "INTEGER"),
    Column("expected", "DOUBLE"),
    Column("per_year", "DOUBLE"),
    *(Column(name) for name in ("reason", "ends", "sure", "rung")),
    *(Column(name, "VARCHAR[]") for name in ("evidence", "contrary", "also")),
    Column("state"),
)


def signs(request: Request) -> Response:
    """The page of all signs."""
    every, chosen = _every(request)
    found = _of(every, chosen)
    words, areas = wording_of(request), desk_of(request).areas
    return page(
        request,
        "signs.html",
        found=[(each, subject_name(each.sign, areas, words)) for each in found[:SHOWN]],
        total=len(found),
        all=len(every),
        counts=sorted(Counter(each.sign.area for each in every).items()),
        chosen=chosen,
        area_name=lambda area: area_name(area, areas, words),
        twins=twin_addresses("/signs", request.url.query),
    )


def twin(request: Request) -> Response:
    """The list as a file."""
    found = _of(*_every(request))
    return Twin("signs", COLUMNS, lambda: (each.record() for each in found)).response(request.path_params["format"])


def sign(request: Request) -> Response:
    """One sign in full, with the form to judge it."""
    desk, name, words = desk_of(request), request.path_params["sign"], wording_of(request)
    with desk.signs() as held:
        one = held.sign(name)
        if one is None:
            return complaint(request, 404, N_("no sign %(name)s"), name=name[:60])
        (found,) = judged([one], held.warnings(one.area))
        drafts = held.drafts(one.id)
    with desk.opened() as store:
        evidence, contrary = sentences(store, one.evidence), sentences(store, one.contrary)
    watched = desk.watches.current(desk.areas[one.area], None)[0] if one.area in desk.areas else None
    return page(
        request,
        "sign.html",
        each=found,
        sign=one,
        subject=subject_name(one, desk.areas, words),
        area=area_name(one.area, desk.areas, words),
        drafts=drafts[:-1],
        evidence=evidence,
        contrary=contrary,
        local=HERE,
        chart=chart_of_sign(watched, one) if watched else None,
        size=(WIDTH, HEIGHT, FOOT),
    )


def judge(request: Request, form: FormData) -> Response:
    """Take what a person makes of a sign; who did not know of another's judgement is told of it."""
    desk, name = desk_of(request), request.path_params["sign"]
    action, said, seen = one_of("action", [text_of(form, "action")], ACTIONS)[0], text_of(form, "note"), _seen(form)
    if not said:
        raise RefusedError(N_("note: say why"))
    account = who(request)
    with desk.signs() as held:
        known = held.sign(name)
    if known is None:
        return complaint(request, 404, N_("no sign %(name)s"), name=name[:60])
    try:
        with records(desk.settings.db) as book, book.change():
            book.kept.judge(known.id, action, account.name or HERE, said, seen=seen)
            note(book, account, f"{action} sign", known.id)
    except JudgedMeanwhileError as error:
        line = N_("%(who)s judged it meanwhile (%(action)s: %(note)s); load the page anew")
        return complaint(request, 409, line, again=f"/signs/{known.id}", **_told(error.last, wording_of(request)))
    return RedirectResponse(f"/signs/{known.id}", 303)


def _told(last: Change, words: Wording) -> dict[str, str]:
    """Another person's judgement, in words."""
    who = words.text(last.who) if last.who == HERE else last.who
    return {"who": who, "action": words.label("judgement", last.action), "note": last.note}


def _seen(form: FormData) -> int:
    """How many judgements the page showed."""
    given = text_of(form, "seen")
    return int(given) if given.isdecimal() and len(given) < 10 else 0


def _every(request: Request) -> tuple[list[Judged], tuple[str, ...]]:
    """All signs that are kept, and the areas that the address asks for."""
    with desk_of(request).signs() as held:
        every = judged(held.signs(), held.warnings())
    areas = sorted({*desk_of(request).areas, *(each.sign.area for each in every)})
    return every, one_of("area", listed(request.query_params, "area"), areas)


def _of(every: list[Judged], areas: tuple[str, ...]) -> list[Judged]:
    return [each for each in every if not areas or each.sign.area in areas]
