"""``haberci account``: who may use the desk from elsewhere."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, Database


class AccountRole(StrEnum):
    """What an account may do; ``closed``: nothing any more."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"
    CLOSED = "closed"


def account(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The account's name.", show_default=False)],
    role: Annotated[
        AccountRole, typer.Option("--role", help="reader; analyst corrects and judges, too; admin makes accounts, too.")
    ] = AccountRole.ANALYST,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Make an account of the desk, or change its role and password; the password is asked for, or read from a pipe."""
    from pathlib import Path

    from haberci.core.errors import StoreError
    from haberci.desk.accounts import Role, close_account, set_account
    from haberci.desk.records import records

    if not Path(db).exists():
        raise StoreError(f"no database at {db}")
    with records(db) as book:
        if role is AccountRole.CLOSED:
            close_account(book, name)
        else:
            set_account(book, name, Role(role.value), _password())
    typer.echo(f"{name}: {role.value}")


def _password() -> str:
    """The password: asked for twice at a terminal, else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    given: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    return given
