"""Logging in and out, and for admins the accounts and what was done in them."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from haberci.desk.accounts import Role, accounts, close_account, log_in, log_out, set_account, trail
from haberci.desk.desk import desk_of
from haberci.desk.guard import SESSION_COOKIE, Bucket, cookie, needs, text_of
from haberci.desk.labels import N_
from haberci.desk.pages.settings import own_path
from haberci.desk.records import records
from haberci.desk.refusals import RefusedError
from haberci.desk.rendering import page

TRAIL = 200
WRONG = N_("Name and password do not fit.")
TOO_OFTEN = N_("Too many tries; wait some minutes.")
OWN_ROLE = N_("You can not take your own role away.")
_TRIES = Bucket(rate=1 / 30, burst=8)  # log-ins of one address, and of one name


def login(request: Request) -> Response:
    """The page on which one logs in."""
    return page(request, "login.html", back=own_path(request.query_params.get("back", "/")), line="")


def log_in_form(request: Request, form: FormData) -> Response:
    """Log in, and go where one was going."""
    name, back = text_of(form, "name"), own_path(text_of(form, "back") or "/")
    password = form.get("password")
    address = request.client.host if request.client else ""
    if not (_TRIES.takes(f"address {address}") and _TRIES.takes(f"name {name}")):
        return page(request, "login.html", 429, back=back, line=TOO_OFTEN)
    with records(desk_of(request).settings.db) as book:
        token = log_in(book, name, password if isinstance(password, str) else "")
    if token is None:
        return page(request, "login.html", 401, back=back, line=WRONG)
    answer = RedirectResponse(back, 303)
    answer.headers.append("Set-Cookie", cookie(request, SESSION_COOKIE, token))
    return answer


def log_out_form(request: Request, form: FormData) -> Response:
    """End the session."""
    with records(desk_of(request).settings.db) as book:
        log_out(book, request.cookies.get(SESSION_COOKIE, ""))
    answer = RedirectResponse("/login", 303)
    answer.headers.append("Set-Cookie", cookie(request, SESSION_COOKIE, "", max_age=0))
    return answer


def listing(request: Request) -> Response:
    """The page of accounts, with the audit trail."""
    me = needs(request, Role.ADMIN)
    with records(desk_of(request).settings.db) as book:
        found, done = accounts(book), trail(book, TRAIL)
    line = OWN_ROLE if request.query_params.get("refused") == "own" else ""
    return page(request, "accounts.html", accounts=found, trail=done, me=me, roles=list(Role), line=line)


def change(request: Request, form: FormData) -> Response:
    """Make, change or close an account. An admin can't take the own role away, so that one is always left."""
    me = needs(request, Role.ADMIN)
    name, role, password = text_of(form, "name"), text_of(form, "role"), form.get("password")
    if role not in (*Role, "closed"):
        raise RefusedError(N_("role: no %(value)s"), value=role[:60])
    if name == me.name and role != Role.ADMIN:
        return RedirectResponse("/accounts?refused=own", 303)
    with records(desk_of(request).settings.db) as book:
        if role == "closed":
            close_account(book, name, by=me)
        else:
            given = password if isinstance(password, str) and password else None
            set_account(book, name, Role(role), given, by=me)
    return RedirectResponse("/accounts", 303)
