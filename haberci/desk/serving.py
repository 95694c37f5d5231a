"""Serving a desk: the socket, and who may be let in."""

from __future__ import annotations

import ipaddress
import socket
import threading
from pathlib import Path

from haberci.core.actor_sheet import sheets
from haberci.core.errors import InputError
from haberci.desk.accounts import accounts
from haberci.desk.app import application
from haberci.desk.areas import newest_day
from haberci.desk.asked import COUNTED, EventQuery
from haberci.desk.desk import Desk, Settings
from haberci.desk.pages import actors, events, today
from haberci.desk.records import records
from haberci.desk.rendering import environment
from haberci.desk.wording import languages, principal_names
from haberci.rules import shipped_rules
from haberci.store.browsing import BrowsingStore

_WAITING = 512  # connections that the system keeps until they are taken
_LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")


def serve(db: Path, host: str, port: int, proxy: str | None = None, areas: Path | None = None) -> None:
    """Serve until interrupted; what ``proxy`` tells of the browser is believed, ``areas`` are the user's own.

    Raises StoreError when there is no database, InputError for an address that is taken.
    """
    import uvicorn  # imported here: only a server needs it, and tests ask the application itself

    if proxy is not None:
        check_proxy(proxy)
    with BrowsingStore.open(db, mode="read"):
        pass
    with records(db) as book:  # which brings a database of an earlier schema up to date
        has_accounts = bool(accounts(book))
    if not is_loopback(host) and not has_accounts:
        raise InputError(f"--host: {host} can be reached by others, and there are no accounts (see haberci account)")
    listening = listening_socket(host, port)
    shown = f"[{host}]" if ":" in host else host
    threading.Thread(target=warm, daemon=True).start()
    names = ("*",) if has_accounts else (*_LOCAL_NAMES, shown)  # without a session, another name reaches nothing
    app = application(Settings(db, areas, names, has_accounts))
    make_ready(app.state.desk)
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        lifespan="off",
        ws="none",
        proxy_headers=proxy is not None,
        forwarded_allow_ips=proxy.strip("[]") if proxy else None,
    )
    print(f"haberci: http://{shown}:{listening.getsockname()[1]}/  (Ctrl-C ends)", flush=True)  # noqa: T201 - for a person
    uvicorn.Server(config).run(sockets=[listening])


def warm() -> None:
    """Load what the first pages would else wait for: the register, the rules, the templates."""
    shipped_rules()
    sheets("Ankara")
    for lang in languages():
        principal_names(lang)
        for name in environment(lang).list_templates():
            environment(lang).get_template(name)


def make_ready(desk: Desk) -> None:
    """Count what the first pages show: over a million events that takes a minute, which no page is to wait for."""
    desk.snapshots.current()
    until = newest_day(desk.deeds.current().columns)
    today.counts_of(desk)
    today.stories_of(desk, until)
    actors.lines_of(desk)
    for by in COUNTED:
        events.facets_of(desk, events.selected(desk, EventQuery(by=by)))


def check_proxy(proxy: str) -> None:
    """Raises InputError when it is no address or network: by a name no proxy is known, and none would be believed."""
    try:
        ipaddress.ip_network(proxy.strip("[]"), strict=False)
    except ValueError as error:
        raise InputError(f"--proxy: no address: {proxy!r} (as 127.0.0.1, ::1 or 10.0.0.0/8)") from error


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens at an address already. Raises InputError when the address can't be had."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, proto)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_WAITING)
    except (OSError, UnicodeError, OverflowError) as error:
        raise InputError(f"--host {host} --port {port}: can't be listened at ({error})") from error
    return listening
