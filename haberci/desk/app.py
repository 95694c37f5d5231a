"""The desk as an ASGI application: which address leads to which page."""

from __future__ import annotations

import logging
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from haberci.core.errors import HaberciError, InputError
from haberci.desk import api
from haberci.desk.accounts import Role
from haberci.desk.desk import Desk, Settings
from haberci.desk.guard import Guard, posted
from haberci.desk.headers import StrictHeaders
from haberci.desk.labels import N_
from haberci.desk.pages import (
    actors,
    area,
    area_map,
    correcting,
    deeds,
    events,
    people,
    planned,
    report,
    search,
    settings,
    signs,
    situation,
    today,
    warnings,
)
from haberci.desk.refusals import RefusedError
from haberci.desk.rendering import complaint
from haberci.desk.twins import FORMATS

_log = logging.getLogger("haberci.desk")
_FOR_GOOD = "public, max-age=31536000, immutable"


def application(chosen: Settings) -> Starlette:
    """The desk of one database."""
    desk = Desk(chosen)
    app = Starlette(
        routes=routes(),
        middleware=[
            Middleware(StrictHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(chosen.hosts)),
            Middleware(GZipMiddleware, minimum_size=600, compresslevel=5),
            Middleware(Guard, desk=desk),
        ],
        exception_handlers={HaberciError: _told, HTTPException: _refused, Exception: _failed},
    )
    app.state.desk = desk
    return app


def routes() -> list[BaseRoute]:
    """All addresses."""
    return [
        *(_twin(name, page) for name, page in TWINS.items()),
        Route("/", today.today),
        Route("/area", area.first),
        Route("/area/{area}/map.json", area_map.drawn),
        Route("/area/{area}/series.{format}", area.series_twin),
        Route("/area/{area}/report", situation.report),
        Route("/area/{area:str}", _area),
        Route("/events", events.events),
        Route("/events/series.json", events.series),
        Route("/events/{event}/why", events.why),
        Route("/events/{event}/near", events.near),
        Route("/deeds/{deed}", deeds.deed),
        Route("/reports/{name:path}", report.report),
        Route("/actors", actors.actors),
        Route("/actors/{name}", actors.actor),
        Route("/planned", planned.planned),
        Route("/signs", signs.signs),
        Route("/signs/{sign}", signs.sign),
        Route("/warnings", warnings.warnings),
        Route("/search", search.search),
        Route("/settings", settings.choose),
        Route("/corrections", correcting.listing),
        Route("/corrections/gold.json", correcting.gold),
        *_forms(),
        Route("/login", people.login),
        Route("/accounts", people.listing),
        *_api(),
        Mount("/static", Assets(packages=[("haberci.desk", "static")])),
    ]


def _api() -> list[BaseRoute]:
    """The addresses for programs."""
    return [
        Route("/api", api.about),
        Route("/api/openapi.json", api.described),
        Route("/api/v1/events", api.events),
        Route("/api/v1/events/{event}", api.event),
        Route("/api/v1/deeds", api.deeds),
        Route("/api/v1/deeds/{deed}", api.deed),
        Route("/api/v1/reports/{name:path}", api.report),
        Route("/api/v1/search", api.found),
        Route("/api/v1/actors", api.actors),
        Route("/api/v1/planned", api.plans),
        Route("/api/v1/corrections", api.corrected),
        Route("/api/v1/signs", api.signs),
        Route("/api/v1/signs/{sign}", api.sign),
        Route("/api/v1/warnings", api.warnings),
    ]


def _area(request: Request) -> Response:
    """An area's page, or the twin of its table."""
    return area.twin(request) if "." in request.path_params["area"] else area.area(request)


def _forms() -> list[BaseRoute]:
    """The addresses that forms are sent to, each with the role that it takes."""
    forms = [
        ("/events/{event}/correct", correcting.correct_event, Role.ANALYST),
        ("/corrections/{number:int}/withdraw", correcting.take_back, Role.ANALYST),
        ("/missing/{name:path}", correcting.add_event, Role.ANALYST),
        ("/signs/{sign}/judge", signs.judge, Role.ANALYST),
        ("/login", people.log_in_form, None),
        ("/logout", people.log_out_form, None),
        ("/accounts", people.change, Role.ADMIN),
    ]
    return [Route(path, posted(handler, role), methods=["POST"]) for path, handler, role in forms]


TWINS: dict[str, Callable[[Request], Response]] = {
    "events": events.twin,
    "actors": actors.twin,
    "planned": planned.twin,
    "signs": signs.twin,
    "warnings": warnings.twin,
    "search": search.twin,
    "corrections": correcting.twin,
}


def _twin(name: str, page: Callable[[Request], Response]) -> Route:
    def twin(request: Request) -> Response:
        format = request.path_params["format"]
        if format in FORMATS:
            return page(request)
        return complaint(request, 404, N_("no %(name)s as %(format)s"), name=name, format=format[:20])

    return Route(f"/{name}.{{format}}", twin)


class Assets(StaticFiles):
    """The desk's own files, which browsers keep for good: their addresses change with them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, with the header that lets it be kept."""
        answer = await super().get_response(path, scope)
        if answer.status_code == 200:
            answer.headers["Cache-Control"] = _FOR_GOOD
        return answer


def _told(request: Request, error: Exception) -> Response:
    """What haberci raises on purpose: a question that can mean nothing, or a database that can't be used now."""
    if isinstance(error, RefusedError):
        return complaint(request, 400, error.line, None, **error.values)
    return complaint(request, 400 if isinstance(error, InputError) else 503, str(error))


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return complaint(request, 404, N_("no page %(name)s"), name=request.url.path[:200])
    return complaint(request, error.status_code, error.detail)


def _failed(request: Request, error: Exception) -> Response:
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return complaint(request, 500, N_("a fault of haberci; the server's log tells more"))
