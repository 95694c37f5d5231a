"""``haberci explain``: why an event was coded."""

from __future__ import annotations

from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, AsOf, Database


def explain(
    event: Annotated[
        str,
        typer.Argument(
            metavar="EVENT",
            help="The event's id as show and events print it, or its first characters.",
            show_default=False,
        ),
    ],
    db: Database = DEFAULT_DATABASE,
    as_of: AsOf = None,
) -> None:
    """Say why an event was coded: rule, example, words, what filled each part, modality; and what nearly fired."""
    from haberci.cli.console import output, say
    from haberci.cli.reasons import reasons
    from haberci.core.errors import InputError
    from haberci.replay import near_rules
    from haberci.store.store import Store

    console = output()
    with Store.open(db, mode="read") as store:
        row = store.event(event, as_of=as_of)
        if row is None:
            raise InputError(f"{db}: no event {event}")
        stored = store.report(row.report, row.source or "", as_of=as_of)
    near = near_rules(stored, row.id) if stored else None
    say(console, reasons(row, stored.report if stored else None, near, styled=console.is_terminal))
