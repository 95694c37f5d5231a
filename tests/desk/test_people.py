"""Accounts: who is let in, what each role may, what is kept of what was done."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from haberci.core.errors import InputError
from haberci.desk import accounts as module
from haberci.desk.accounts import Role, account_of, close_account, log_in, set_account
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.desk.guard import Bucket
from haberci.desk.pages import people
from haberci.desk.records import Records, records
from tests.command_line import CommandLine
from tests.desk.conftest import fill
from tests.desk.reports import PLAIN

PASSWORD = "a long enough one"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("people") / "news.db"
    fill(path, PLAIN[2:3])
    with records(path) as book:
        for role in Role:
            set_account(book, role.value, role, PASSWORD)
    return path


@pytest.fixture
def desk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(people, "_TRIES", Bucket(1, 1000))
    with TestClient(application(Settings(path, accounts=True)), headers={"accept-language": "en"}) as opened:
        opened.get("/login")
        yield opened


def send(desk: TestClient, address: str, **fields: str) -> int:
    form = {"form_token": desk.cookies["haberci_form"], **fields}
    return desk.post(address, data=form, follow_redirects=False).status_code


def enter(desk: TestClient, role: str) -> None:
    assert send(desk, "/login", name=role, password=PASSWORD) == 303


def test_nothing_is_shown_before_the_log_in(desk: TestClient) -> None:
    for address in ("/", "/events", "/reports/wire/border", "/accounts", "/corrections"):
        answer = desk.get(address, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/login")
    for address in ("/events.json", "/events.csv", "/corrections/gold.json", "/events/series.json"):
        assert desk.get(address, follow_redirects=False).status_code == 401
    assert desk.head("/events", follow_redirects=False).status_code == 303
    assert send(desk, "/events/ffff/correct", verdict="right") == 401
    page = desk.get("/login").text
    assert 'name="password"' in page and 'href="/signs"' not in page
    assert desk.get("/static/desk.css").status_code == 200


def test_one_goes_where_one_was_going(desk: TestClient) -> None:
    form = {"form_token": desk.cookies["haberci_form"], "name": "reader", "password": PASSWORD}
    for back, leads in (("/events?type=AID", "/events?type=AID"), ("//evil.example", "/")):
        answer = desk.post("/login", data={**form, "back": back}, follow_redirects=False)
        assert answer.headers["location"] == leads
        assert "HttpOnly" in answer.headers["set-cookie"] and "SameSite=Lax" in answer.headers["set-cookie"]
    assert desk.get("/events").status_code == 200
    assert send(desk, "/logout") == 303
    assert desk.get("/events", follow_redirects=False).status_code == 303


def test_a_wrong_password_is_told_as_a_wrong_name_is(desk: TestClient) -> None:
    for name in ("reader", "nobody"):
        form = {"form_token": desk.cookies["haberci_form"], "name": name, "password": "wrong"}
        answer = desk.post("/login", data=form)
        assert answer.status_code == 401 and "do not fit" in answer.text


def test_tries_are_limited(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "_TRIES", Bucket(0, 3))
    answers = [send(desk, "/login", name="reader", password="wrong") for _ in range(4)]
    assert answers == [401, 401, 401, 429]


def test_each_role_may_what_it_may(desk: TestClient) -> None:
    for role, corrects, administers in (("reader", 403, 403), ("analyst", 303, 403), ("admin", 303, 200)):
        enter(desk, role)
        (row, *_) = desk.get("/events.json?by=event").json()
        why = desk.get(f"/events/{row['id']}/why").text
        assert ("verdict" in why) is (corrects == 303)
        seen = str(len(desk.get("/corrections.json").json()))
        assert send(desk, f"/events/{row['id']}/correct", verdict="right", seen=seen) == corrects
        assert desk.get("/accounts").status_code == administers
        if administers == 403:
            assert send(desk, "/accounts", name="mallory", role="admin", password=PASSWORD) == 403
    assert {row["by"] for row in desk.get("/corrections.json").json()} == {"analyst", "admin"}
    assert "correct" in desk.get("/accounts").text


def test_an_admin_makes_and_closes_accounts(desk: TestClient) -> None:
    enter(desk, "admin")
    assert send(desk, "/accounts", name="new one", role="reader", password=PASSWORD) == 400
    assert send(desk, "/accounts", name="new", role="reader", password="short") == 400
    assert send(desk, "/accounts", name="new", role="reader", password=PASSWORD) == 303
    with TestClient(desk.app) as other:
        other.get("/login")
        enter(other, "new")
        assert other.get("/events").status_code == 200
        assert send(desk, "/accounts", name="new", role="closed") == 303
        assert other.get("/events", follow_redirects=False).status_code == 303
        assert send(other, "/login", name="new", password=PASSWORD) == 401
    assert send(desk, "/accounts", name="admin", role="reader") == 303
    assert desk.get("/accounts").status_code == 200


def test_a_session_ends(path: Path) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    book = Records(path, lambda: now)
    token = log_in(book, "reader", PASSWORD)
    assert token is not None and account_of(book, token) is not None
    now += timedelta(hours=11)
    assert account_of(book, token) is not None
    now += timedelta(hours=13)
    assert account_of(book, token) is None and account_of(book, "made up") is None
    book.close()


def test_passwords_are_kept_as_argon2(path: Path) -> None:
    with records(path) as book:
        (held,) = book.rows("SELECT password FROM account WHERE name = 'reader'")
        assert held[0].startswith("$argon2id$") and PASSWORD not in held[0]
        assert b"a long enough" not in path.read_bytes()
        with pytest.raises(InputError, match="no account"):
            close_account(book, "nobody")
        assert module.SHORTEST >= 12


def test_the_command_makes_accounts(haberci: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "own.db"
    fill(path, PLAIN[:1])
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD + "\n"))
    assert haberci("account", "ayşe", "--role", "admin", "--db", path).out == "ayşe: admin\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))
    answer = haberci("account", "ali", "--db", path)
    assert answer.status == 2 and "12 to" in answer.err
    assert haberci("account", "ayşe", "--role", "closed", "--db", path).status == 0
    assert haberci("account", "ali", "--role", "closed", "--db", path).status == 2
    assert haberci("account", "ali", "--db", "none.db").err == "haberci: no database at none.db\n"
