"""Who is let in: sessions, roles, forms that come from the desk's own pages, limits on how much is asked."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from http.cookies import SimpleCookie
from threading import Lock
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from haberci.desk.accounts import OWNER, Account, Role, account_of
from haberci.desk.desk import Desk
from haberci.desk.labels import N_
from haberci.desk.records import records
from haberci.desk.rendering import complaint

SESSION_COOKIE, FORM_COOKIE, FORM_FIELD = "haberci_session", "haberci_form", "form_token"
MOST_BYTES = 256 * 1024  # of what a browser sends
FIRST, TOO_LARGE = N_("log in first"), N_("more than %(n)s bytes")
_OPEN = ("/static/", "/login", "/settings")
_DATA = (".json", ".csv", ".parquet")
_TABLE = 4_096  # addresses that are remembered

Handler = Callable[[Request, FormData], Response]


class Bucket:
    """Lets each address ask so often: ``rate`` a second, ``burst`` at once."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def takes(self, address: str) -> bool:
        """Whether there is one left for the address, which is then taken."""
        now = self._clock()
        with self._lock:
            left, since = self._held.pop(address, (self._burst, now))
            left = min(self._burst, left + (now - since) * self._rate)
            allowed = left >= 1
            self._held[address] = (left - 1 if allowed else left, now)
            if len(self._held) > _TABLE:
                self._held.popitem(last=False)
        return allowed


class Guard:
    """Tells the pages who asks, and turns away who may not."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._bucket = Bucket(rate=40, burst=400)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on with its account, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        headers = Headers(scope=scope)
        refused = await self._refusal(request, headers)
        if refused is not None:
            await refused(scope, receive, send)
            return
        await self._app(scope, _limited(receive), _with_form_cookie(request, send))

    async def _refusal(self, request: Request, headers: Headers) -> Response | None:
        address = request.client.host if request.client else ""
        scope_state = request.scope.setdefault("state", {})
        scope_state["form_token"] = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)
        scope_state["account"] = OWNER
        if self._desk.settings.accounts and not self._bucket.takes(address):
            return complaint(request, 429, N_("too many requests; wait a moment"))
        if headers.get("content-length", "0").isdecimal() and int(headers.get("content-length", "0")) > MOST_BYTES:
            return complaint(request, 413, TOO_LARGE, n=MOST_BYTES)
        if request.method not in ("GET", "HEAD") and not _is_own(headers):
            return complaint(request, 403, N_("a form of another site"))
        return await self._not_known(request)

    async def _not_known(self, request: Request) -> Response | None:
        """Where accounts are asked for: to the log-in, or for data a refusal, unless the session is good."""
        if not self._desk.settings.accounts:
            return None
        token = request.cookies.get(SESSION_COOKIE, "")
        account = await run_in_threadpool(self._account, token) if token else None
        request.scope["state"]["account"] = account
        path = request.url.path
        if account is not None or path.startswith(_OPEN):
            return None
        if path.startswith("/api/") or path.endswith(_DATA) or request.method not in ("GET", "HEAD"):
            return complaint(request, 401, FIRST)
        here = path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?back={quote(here, safe='')}", 303)

    def _account(self, token: str) -> Account | None:
        with records(self._desk.settings.db) as book:
            return account_of(book, token)


def who(request: Request) -> Account:
    """Who asks. Raises a refusal when nobody is logged in."""
    account: Account | None = request.scope["state"]["account"]
    if account is None:
        raise HTTPException(401, FIRST)
    return account


def needs(request: Request, role: Role) -> Account:
    """Who asks, when a role is needed. Raises a refusal when the account has it not."""
    account = who(request)
    if not account.may(role):
        raise HTTPException(403, N_("your role does not allow that"))
    return account


def posted(handler: Handler, role: Role | None) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that takes a form of the desk's own pages from somebody of a role; None: from anybody."""

    async def endpoint(request: Request) -> Response:
        if role is not None:
            needs(request, role)
        async with request.form(max_files=0, max_fields=100, max_part_size=MOST_BYTES) as form:
            token = form.get(FORM_FIELD)
            own = request.cookies.get(FORM_COOKIE, "")
            if not isinstance(token, str) or not own or not secrets.compare_digest(token.encode(), own.encode()):
                return complaint(request, 403, N_("the form is too old; load the page anew and send it again"))
            return await run_in_threadpool(handler, request, form)

    return endpoint


def text_of(form: FormData, name: str) -> str:
    """A text field of a form; empty when it is not there."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def _is_own(headers: Headers) -> bool:
    """Whether a form comes from a page of this desk, by what browsers tell."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > MOST_BYTES:
            raise HTTPException(413, TOO_LARGE % {"n": MOST_BYTES})
        return message

    return counted


def _with_form_cookie(request: Request, send: Send) -> Send:
    """Give the browser the token of its forms with the first page."""
    if request.cookies.get(FORM_COOKIE):
        return send

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith("text/html"):
                token = request.scope["state"]["form_token"]
                headers.append("Set-Cookie", cookie(request, FORM_COOKIE, token, samesite="Strict"))
        await send(message)

    return sending


def cookie(request: Request, name: str, value: str, *, samesite: str = "Lax", max_age: int | None = None) -> str:
    """A cookie that no script can read, for https alone where the page came by it."""
    jar: SimpleCookie = SimpleCookie()
    jar[name] = value
    jar[name]["path"] = "/"
    jar[name]["httponly"] = True
    jar[name]["samesite"] = samesite
    if max_age is not None:
        jar[name]["max-age"] = max_age
    if request.url.scheme == "https":
        jar[name]["secure"] = True
    return jar[name].OutputString()
