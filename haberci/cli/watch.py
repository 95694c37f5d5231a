"""``haberci watch``: find the signs of an area, keep them, and give them out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from haberci.cli.areas import AreaFolder, AreaName
from haberci.cli.options import DEFAULT_DATABASE, Database, day_option


class Period(StrEnum):
    """What a situation report is of."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def watch(
    context: typer.Context,
    area: AreaName,
    db: Database = DEFAULT_DATABASE,
    areas: AreaFolder = None,
    since: Annotated[
        str | None, day_option("--since", "The first day to count; when not given, 400 days before the last.")
    ] = None,
    until: Annotated[
        str | None, day_option("--until", "The day to stand on; that of the newest deed when not given.")
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help="Write a situation report, one HTML page.", show_default=False),
    ] = None,
    period: Annotated[Period, typer.Option("--period", help="What the situation report is of.")] = Period.WEEK,
    feed: Annotated[
        Path | None, typer.Option("--feed", metavar="FILE", help="Write the signs as an Atom feed.", show_default=False)
    ] = None,
) -> None:
    """Count an area's deeds day by day, find signs that something changed, keep them, and print those that are new."""
    from haberci.cli.questions import days
    from haberci.cli.unheeded import refuse
    from haberci.cli.watching import Asked, run_watch
    from haberci.core.errors import InputError

    if report is None:
        refuse(context, ("period",), "only a situation report (--report) has one")
    elif feed is not None and report.resolve() == feed.resolve():
        raise InputError(f"--report, --feed: {report}: one file can't hold both")
    run_watch(Asked(area, db, areas, *days(since, until)), report, period.value, feed)
