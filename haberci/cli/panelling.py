"""``haberci panel``: counts for statistics."""

from __future__ import annotations

import csv
import sys
from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, Corrected, Database, day_option
from haberci.panel_units import Period, Unit


def panel(
    db: Database = DEFAULT_DATABASE,
    unit: Annotated[Unit, typer.Option(help="Count by state, or by directed pair of states.")] = Unit.STATE,
    by: Annotated[Period, typer.Option("--by", help="How long a row's time is.")] = Period.MONTH,
    since: Annotated[str | None, day_option("--since", "From this day on (2023-01-22).")] = None,
    until: Annotated[str | None, day_option("--until", "Up to and with this day.")] = None,
    type: Annotated[
        list[str] | None,
        typer.Option(metavar="TYPE", help="Only deeds of this type; may be given again.", show_default=False),
    ] = None,
    state: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only this state; may be given again.", show_default=False),
    ] = None,
    corrected: Corrected = False,
) -> None:
    """Print deeds counted by state or dyad and by day, week or month, as CSV with ISO, COW and Gleditsch-Ward codes.

    Where no report of a period was read, counts are empty: nothing is known, and zero would say that there was nothing.
    """
    from haberci.cli.questions import days, event_type, principal
    from haberci.corrected import opened
    from haberci.panel import panel as rows
    from haberci.panel import panel_columns

    first, last = days(since, until)
    types = [name for one in type or () if (name := event_type(one))]
    states = [code for one in state or () if (code := principal("--state", one))]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    with opened(db, corrected=corrected) as store:
        counted = rows(store, unit, by, first, last, types, states)
        writer.writerow(panel_columns(unit))
        writer.writerows(counted)
