"""``haberci roles``: the offices that the reports in the store tell of, with what speaks against each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, AsOf, Database, EventsFormat, ListFormat, Register, day_option

_Person = Annotated[
    str | None,
    typer.Option("--person", metavar="NAME", help="Only this person's, in any spelling.", show_default=False),
]
_Of = Annotated[
    str | None,
    typer.Option("--of", metavar="CODE", help="Only offices of this state or body: KGZ.", show_default=False),
]
_Since = Annotated[str | None, day_option("--since", "Only reports from this day on.")]
_Until = Annotated[str | None, day_option("--until", "Only reports up to this day.")]
_Export = Annotated[
    Path | None,
    typer.Option(
        "--export",
        metavar="DIR",
        help="Instead: write what speaks against nothing as register tables into a folder, for --register.",
        show_default=False,
    ),
]


def roles(
    context: typer.Context,
    db: Database = DEFAULT_DATABASE,
    person: _Person = None,
    of: _Of = None,
    since: _Since = None,
    until: _Until = None,
    as_of: AsOf = None,
    register: Register = None,
    export: _Export = None,
    format: ListFormat = EventsFormat.TABLE,
) -> None:
    """List who held which office by the reports in the database: first and last day seen, words, conflicts."""
    from haberci.cli.questions import days, principal
    from haberci.cli.roles_listing import roles_listing
    from haberci.cli.roles_tables import write_terms
    from haberci.cli.unheeded import refuse
    from haberci.core.errors import InputError
    from haberci.learned import Asked, learned_from
    from haberci.store.store import Store

    if export is not None:
        refuse(context, ("format",), "--export writes tables of the register")
    asked = Asked(person, principal("--of", of), *days(since, until))
    with Store.open(db, mode="read") as store:
        found = learned_from(store, asked, register, as_of)
        if person and not found and not learned_from(store, Asked(person), register):
            raise InputError(f"--person: no role of {person} in {db}")
    if export is not None:
        typer.echo(write_terms(export, found, register))
    else:
        roles_listing(format, found)
