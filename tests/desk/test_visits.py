"""What is new since the last visit: told by a cookie, for each account by itself."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from haberci.desk.accounts import OWNER, Account, Role
from haberci.desk.visits import COOKIE, PAUSE_S, Visit, visit_of


def request(held: str = "", account: Account = OWNER) -> Request:
    headers = [(b"cookie", f"{COOKIE}={held}".encode())]
    return Request({"type": "http", "headers": headers, "state": {"account": account}})


def test_a_visit_lasts_until_a_pause() -> None:
    first, is_back = visit_of(request(), newest=10, now=1_000)
    assert (first, is_back) == (Visit(0, 0, 10, 0, 1_000), False)
    again, is_back = visit_of(request(first.cookie), newest=12, now=1_000 + PAUSE_S)
    assert (again.before, again.seen, is_back) == (0, 12, False)
    later, is_back = visit_of(request(again.cookie), newest=15, now=again.looked + PAUSE_S + 1)
    assert (later.before, later.seen, later.ended, is_back) == (12, 15, again.looked, True)
    still, is_back = visit_of(request(later.cookie), newest=16, now=later.looked + 60)
    assert (still.before, still.ended, is_back) == (12, again.looked, True)


def test_another_account_has_visits_of_its_own() -> None:
    held = Visit(3, 1, 10, 5, 1_000).cookie
    assert visit_of(request(held, Account(3, "a", Role.READER)), 10, 9_000)[1]
    assert not visit_of(request(held, Account(4, "b", Role.READER)), 10, 9_000)[1]


@pytest.mark.parametrize("held", ["x", "1.2.3", "0.1.2.3.99999999999999", "٣.1.2.3.4", "-1.2.3.4.5"])
def test_a_cookie_that_means_nothing_is_none(held: str) -> None:
    given = Request(
        {"type": "http", "headers": [(b"cookie", f"{COOKIE}={held}".encode())], "state": {"account": OWNER}}
    )
    assert visit_of(given, 7, 100) == (Visit(0, 0, 7, 0, 100), False)
