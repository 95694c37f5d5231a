"""``haberci backtest``: a history replayed day by day, method by method."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from haberci.cli.areas import AreaFolder, AreaName
from haberci.cli.options import DEFAULT_DATABASE, Database


def backtest(
    context: typer.Context,
    area: AreaName,
    crises: Annotated[
        Path, typer.Option("--crises", metavar="FILE", help="A table of what was to be seen: day, subjects, name.")
    ],
    events: Annotated[
        Path | None,
        typer.Option(
            "--events",
            metavar="FILE",
            help="A table of deeds: day, type, sources, targets; without it, the deeds of the database.",
            show_default=False,
        ),
    ] = None,
    db: Database = DEFAULT_DATABASE,
    areas: AreaFolder = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Write a page with charts.", show_default=False)
    ] = None,
) -> None:
    """Replay a history with only what was known each day, and print what each method saw, how late, at what price."""
    from haberci.cli.backtesting import run_backtest
    from haberci.cli.unheeded import refuse

    if events is not None:
        refuse(context, ("db",), "the deeds are those of --events")
    run_backtest(area, crises, events, db, areas, report)
