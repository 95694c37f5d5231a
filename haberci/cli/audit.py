"""``haberci audit``: how many of the events are right, by a person's judgement on a sample."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, Database


def audit(
    context: typer.Context,
    db: Database = DEFAULT_DATABASE,
    sample: Annotated[int, typer.Option(min=1, metavar="N", help="How many events to draw.")] = 200,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="What they are drawn by.")] = 1,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write them to a table to be filled in.", show_default=False)
    ] = None,
    read: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read the filled table back.", show_default=False)
    ] = None,
) -> None:
    """Draw events by chance, let a person judge each, and print precision with its interval, by type and of all."""
    from haberci.cli.auditing import lay_out, print_report, take_keys, take_table
    from haberci.cli.unheeded import refuse
    from haberci.core.errors import InputError
    from haberci.store.store import Store

    if read is not None:
        refuse(context, ("sample", "seed"), "the table that --read reads says how it was drawn")
    if out is not None and read is not None:
        raise InputError("--out, --read: only one of them can be asked for")
    with Store.open(db, mode="read") as store:  # there must be one: judging makes no database
        if out is not None:
            lay_out(store, sample, seed, out)
    if out is None:
        with Store.open(db) as store:
            print_report(store, take_keys(store, sample, seed) if read is None else take_table(store, read))
