"""Accounts: names with a password and a role, the sessions in which they are used, and what was done in them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from haberci.desk.labels import N_
from haberci.desk.records import Records
from haberci.desk.refusals import RefusedError
from haberci.store.days import stamp

SHORTEST, LONGEST = 12, 1_000
_NAME = re.compile(r"[\w.@-]{1,60}")
_IDLE, _LONGEST_SESSION = timedelta(hours=12), timedelta(days=7)
_HASHER = PasswordHasher()  # the library's own choice: RFC 9106, low memory
_NOBODY = _HASHER.hash(secrets.token_hex())  # verified for names that are not there, so that both take as long


class Role(StrEnum):
    """What an account may do; each may do what the one before it may."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Account:
    """Who asks. ``number`` is None for the person at this machine, where there are no accounts."""

    number: int | None
    name: str
    role: Role
    closed: bool = False

    def may(self, role: Role) -> bool:
        """Whether it may do what a role may."""
        order = list(Role)
        return not self.closed and order.index(self.role) >= order.index(role)


OWNER = Account(None, "", Role.ADMIN)


def accounts(book: Records) -> list[Account]:
    """All accounts by name, closed ones among them."""
    return [_account(row) for row in book.rows("SELECT * FROM account WHERE password IS NOT NULL ORDER BY name")]


def set_account(book: Records, name: str, role: Role, password: str | None, *, by: Account = OWNER) -> None:
    """Make an account, or change its role and, if one is given, its password; opens a closed one. Ends its sessions.

    Raises InputError for a name or password that can't be taken.
    """
    if not _NAME.fullmatch(name):
        raise RefusedError(N_("an account's name has 1 to 60 letters, digits or any of . _ - @"))
    if password is not None and not SHORTEST <= len(password) <= LONGEST:
        raise RefusedError(N_("a password has %(n)s to %(m)s characters"), n=SHORTEST, m=LONGEST)
    hashed = None if password is None else _HASHER.hash(password)
    with book.change() as run:
        held = book.one("SELECT account_id, password FROM account WHERE name = ?", name)
        if hashed is None and (held is None or held["password"] is None):
            raise RefusedError(N_("%(name)s: a new account needs a password"), name=name)
        if held is None:
            sql = "INSERT INTO account (name, created_at, password, role) VALUES (?, ?, ?, ?)"
            run(sql, name, book.now(), hashed, role.value)
        else:
            sql = "UPDATE account SET role = ?, password = coalesce(?, password), closed_at = NULL WHERE account_id = ?"
            run(sql, role.value, hashed, held["account_id"])
            run("DELETE FROM session WHERE account = ?", held["account_id"])
        _note(book, run, by, "account", f"{name}: {role.value}")


def close_account(book: Records, name: str, *, by: Account = OWNER) -> None:
    """Close an account and end its sessions; what it did stays. Raises InputError when there is none."""
    with book.change() as run:
        held = book.one("SELECT account_id FROM account WHERE name = ?", name)
        if held is None:
            raise RefusedError(N_("no account %(name)s"), name=name[:60])
        run("UPDATE account SET closed_at = ? WHERE account_id = ?", book.now(), held["account_id"])
        run("DELETE FROM session WHERE account = ?", held["account_id"])
        _note(book, run, by, "account closed", name)


def log_in(book: Records, name: str, password: str) -> str | None:
    """A new session's token for name and password; None when they do not fit."""
    found = book.rows("SELECT * FROM account WHERE name = ? AND closed_at IS NULL", name)
    held = found[0]["password"] if found else None
    if not _fits(held or _NOBODY, password) or held is None:
        return None
    token = secrets.token_urlsafe(32)
    account = _account(found[0])
    with book.change() as run:
        oldest = stamp(book.moment() - _LONGEST_SESSION)
        run("DELETE FROM session WHERE created_at < ?", oldest)
        sql = "INSERT INTO session (token, account, created_at, used_at) VALUES (?, ?, ?, ?)"
        run(sql, _digest(token), account.number, book.now(), book.now())
        _note(book, run, account, "log in", "")
    return token


def log_out(book: Records, token: str) -> None:
    """End a session."""
    with book.change() as run:
        run("DELETE FROM session WHERE token = ?", _digest(token))


def account_of(book: Records, token: str) -> Account | None:
    """Whose session a token is; None when it is none, has ended, or its account is closed."""
    sql = """SELECT a.*, s.used_at FROM session s JOIN account a ON a.account_id = s.account
    WHERE s.token = ? AND a.closed_at IS NULL AND s.created_at >= ? AND s.used_at >= ?"""
    now = book.moment()
    found = book.rows(sql, _digest(token), stamp(now - _LONGEST_SESSION), stamp(now - _IDLE))
    if not found:
        return None
    if found[0]["used_at"] < stamp(now - timedelta(minutes=5)):
        with book.change() as run:
            run("UPDATE session SET used_at = ? WHERE token = ?", book.now(), _digest(token))
    return _account(found[0])


def note(book: Records, who: Account, action: str, subject: str) -> None:
    """Keep in the audit trail what was done."""
    with book.change() as run:
        _note(book, run, who, action, subject)


def trail(book: Records, limit: int) -> list[tuple[str, str | None, str, str]]:
    """The newest of the audit trail: when, who, what, on what."""
    sql = """SELECT t.recorded_at, a.name, t.action, t.subject FROM audit t
    LEFT JOIN account a ON a.account_id = t.account ORDER BY t.audit_id DESC LIMIT ?"""
    return [tuple(row) for row in book.rows(sql, limit)]


def _note(book: Records, run: Callable[..., int], who: Account, action: str, subject: str) -> None:
    sql = "INSERT INTO audit (recorded_at, account, action, subject) VALUES (?, ?, ?, ?)"
    run(sql, book.now(), who.number, action, subject)


def _fits(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False


def _digest(token: str) -> bytes:
    return sha256(token.encode("utf-8", "replace")).digest()


def _account(row: Any) -> Account:
    return Account(row["account_id"], row["name"], Role(row["role"]), row["closed_at"] is not None)
