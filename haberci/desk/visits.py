"""What a reader saw last: a cookie holds it, so that looking at a page writes nothing into the database."""

from __future__ import annotations

import re
import time
from typing import NamedTuple

from starlette.requests import Request

from haberci.desk.guard import who

COOKIE = "haberci_visit"
PAUSE_S = 3600  # without a look for so long, the next one is another visit
_HELD = re.compile(r"(\d{1,10})\.(\d{1,18})\.(\d{1,18})\.(\d{1,11})\.(\d{1,11})", re.ASCII)


class Visit(NamedTuple):
    """Whose it is (an account's number, 0 at this machine), the last reading seen before this visit and in it, when
    the visit before ended, and when the page was looked at last (seconds since 1970)."""

    account: int
    before: int
    seen: int
    ended: int
    looked: int

    @property
    def cookie(self) -> str:
        """The visit as its cookie holds it."""
        return ".".join(map(str, self))


def visit_of(request: Request, newest: int, now: float | None = None) -> tuple[Visit, bool]:
    """This visit, with the newest reading seen in it, and whether there was one before."""
    moment, account = int(time.time() if now is None else now), who(request).number or 0
    found = _HELD.fullmatch(request.cookies.get(COOKIE, ""))
    held = Visit(*map(int, found.groups())) if found else None
    if held is None or held.account != account:
        return Visit(account, 0, newest, 0, moment), False
    if moment - held.looked > PAUSE_S:
        return Visit(account, held.seen, newest, held.looked, moment), True
    return held._replace(seen=newest, looked=moment), held.ended > 0
