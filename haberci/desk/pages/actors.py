"""Actors: the list of those that act, and all that is known of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from haberci.core.actor_sheet import Sheet, near_names, sheets
from haberci.core.actors import UNKNOWN_PRINCIPAL
from haberci.desk.actors import ActorLine, Counterpart, actor_lines, counterparts, network
from haberci.desk.addresses import actor_address
from haberci.desk.asked import EventQuery, words
from haberci.desk.deeds import deed_lines
from haberci.desk.desk import Desk, desk_of
from haberci.desk.labels import N_
from haberci.desk.pages.events import selected
from haberci.desk.rendering import complaint, page, wording_of
from haberci.desk.twins import FORMATS, Column, Twin, twin_addresses
from haberci.desk.wording import principal_names
from haberci.languages.packs import search_fold
from haberci.store.browsing import Quote
from haberci.store.rows import RoleRow

SHOWN, QUOTES, ROLES, EVENTS = 300, 8, 40, 10
MOST_TOLD = 1_000  # tellings of a person's offices, the newest, that are looked through
_NUMBERS = "deeds as_actor as_recipient cooperation conflict statements".split()
COUNTERPART_COLUMNS = (
    *(Column(name) for name in ("actor", "code", "name")),
    *(Column(name, "INTEGER") for name in ("deeds", "cooperation", "conflict")),
    Column("last"),
)
COLUMNS = (Column("code"), Column("name"), *(Column(name, "INTEGER") for name in _NUMBERS), Column("last"))


def lines_of(desk: Desk) -> list[ActorLine]:
    """All actors of the database; the same as long as it is."""
    columns = desk.deeds.current().columns

    def said() -> Mapping[str, int]:
        with desk.opened() as store:
            return store.statement_counts()

    def count() -> list[ActorLine]:
        return actor_lines(columns, desk.snapshots.kept_a_while("statements", said))

    return desk.deeds.kept(("actors", id(columns)), count)  # type: ignore[no-any-return]


def chosen_lines(request: Request) -> list[ActorLine]:
    """The actors whose code or name has the words asked for."""
    asked = search_fold(words(request.query_params))
    say = wording_of(request)
    lines = lines_of(desk_of(request))
    return [x for x in lines if asked in search_fold(f"{x.code} {say.full_name(x.code)}")] if asked else lines


def actors(request: Request) -> Response:
    """The page."""
    found = chosen_lines(request)
    asked = words(request.query_params)
    people = [sheet for sheet in sheets(asked) if sheet.kind.value == "person"] if asked else []
    twins = twin_addresses("/actors", request.url.query)
    most = max((line.deeds for line in found if line.code != UNKNOWN_PRINCIPAL), default=1) or 1
    shown = {"lines": found[:SHOWN], "total": len(found), "asked": asked, "people": people[:20]}
    return page(request, "actors.html", **shown, most=most, twins=twins)


def twin(request: Request) -> Response:
    """The whole list as a file."""
    found, say = chosen_lines(request), wording_of(request)
    return Twin("actors", COLUMNS, lambda: (record(line, say.full_name(line.code)) for line in found)).response(
        request.path_params["format"]
    )


def record(line: ActorLine, name: str) -> dict[str, Any]:
    """One actor, for a program."""
    return {"code": line.code, "name": name, "last": line.last} | {key: getattr(line, key) for key in _NUMBERS}


def actor(request: Request) -> Response:
    """The page of a principal, or of a person; with the ending of a format, whom a principal dealt with."""
    asked = request.path_params["name"]
    code, _, format = asked.rpartition(".")
    if format in FORMATS:
        return _counterparts_twin(request, code, format)
    line = next((line for line in lines_of(desk_of(request)) if line.code == asked), None)
    if line is not None or asked in principal_names("en"):
        return _principal(request, asked, line or ActorLine(asked, 0, 0, 0, 0, 0, None))
    found = sheets(asked)
    if not found:
        near = near_names(asked)
        told = N_("no actor %(name)s; did you mean %(near)s?") if near else N_("no actor %(name)s")
        return complaint(request, 404, told, name=asked[:200], near=", ".join(near))
    people = [sheet for sheet in found if sheet.kind.value == "person"]
    if not people:
        return RedirectResponse(actor_address(found[0].code.principal), 303)
    return _person(request, people)


def _counterparts(desk: Desk, code: str) -> list[Counterpart]:
    columns = desk.deeds.current().columns
    key = ("counterparts", id(columns), code)
    return desk.deeds.kept(key, lambda: counterparts(columns, code))  # type: ignore[no-any-return]


def _counterparts_twin(request: Request, code: str, format: str) -> Response:
    desk, say = desk_of(request), wording_of(request)
    if code not in principal_names("en") and all(line.code != code for line in lines_of(desk)):
        return complaint(request, 404, N_("no actor %(name)s"), name=code[:200])

    def rows() -> Iterator[dict[str, Any]]:
        for other in _counterparts(desk, code):
            told = {column.name: getattr(other, column.name) for column in COUNTERPART_COLUMNS[3:]}
            yield {"actor": code, "code": other.code, "name": say.full_name(other.code), **told}

    return Twin("counterparts", COUNTERPART_COLUMNS, rows).response(format)


def _principal(request: Request, code: str, line: ActorLine) -> Response:
    desk, say = desk_of(request), wording_of(request)
    others = _counterparts(desk, code)
    asked = EventQuery(actors=(code,), limit=EVENTS)
    with desk.opened() as store:
        quotes, roles = _each_once(store.quotes(code, 4 * QUOTES)), _once(store.roles_of(code, ROLES))
        lines = deed_lines(store, selected(desk, asked).page()[0])
    return page(
        request,
        "actor.html",
        code=code,
        line=line,
        name=say.full_name(code),
        sheet=_sheet(code),
        others=others[:40],
        knots=network(others),
        quotes=quotes,
        roles=roles,
        lines=lines,
        asked=asked,
        series=f"/events/series.json{asked.address()}",
        twins=twin_addresses(actor_address(code)),
    )


def _once(roles: list[RoleRow]) -> list[RoleRow]:
    """Each person and office once, as told last."""
    return list({(role.person, role.office): role for role in reversed(roles)}.values())[::-1]


def _each_once(quotes: list[Quote]) -> list[Quote]:
    """The first quotes; what several wires give in the same words stands once."""
    found: dict[str, Quote] = {}
    for quote in quotes:
        found.setdefault(quote.words, quote)
    return list(found.values())[:QUOTES]


class OfficeTold(NamedTuple):
    """An office of one person: as told last, the first and last day of the reports that tell it, and how many do."""

    role: RoleRow
    first: str | None
    last: str | None
    reports: int


def offices_told(roles: Iterable[RoleRow]) -> list[OfficeTold]:
    """Each office of a person once, as told last; the roles are given with those read last first."""
    told: dict[tuple[str, str], list[RoleRow]] = {}
    for role in roles:
        told.setdefault((role.of, role.office), []).append(role)
    return [_office_told(held) for held in told.values()]


def _office_told(roles: list[RoleRow]) -> OfficeTold:
    days = [role.date for role in roles if role.date]
    return OfficeTold(roles[0], min(days, default=None), max(days, default=None), len(roles))


@lru_cache(512)
def _sheet(code: str) -> Sheet | None:
    """What the register knows of a principal."""
    called = principal_names("tr").get(code)
    return next((sheet for sheet in sheets(called.name) if sheet.code.principal == code), None) if called else None


def _person(request: Request, people: list[Sheet]) -> Response:
    sheet = people[0]
    names = {sheet.name, *(spelling for held in sheet.spellings.values() for spelling in held)}
    with desk_of(request).opened() as store:
        offices = offices_told(store.roles_of_people(names, MOST_TOLD))
        said = store.quotes(sheet.code.principal, 400)
    last = search_fold(sheet.name).split()[-1:]
    own = [quote for quote in said if last and last[0] in search_fold(quote.speaker_text).split()]
    return page(request, "person.html", sheet=sheet, others=people[1:], offices=offices, quotes=_each_once(own))
