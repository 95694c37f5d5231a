"""``haberci info``, ``haberci backup`` and ``haberci remove``: looking after a database."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, Database, ReadFormat
from haberci.core.counted import counted


def info(
    db: Database = DEFAULT_DATABASE,
    format: Annotated[
        ReadFormat, typer.Option("--format", help="For a person, or one JSON object a line.")
    ] = ReadFormat.TABLE,
) -> None:
    """Say how much the database holds: reports and events by source, language, month and version; what is unread."""
    from rich.table import Table

    from haberci.cli.console import output
    from haberci.store.store import Store

    with Store.open(db, mode="read") as store:
        tallies, counts = store.tallies(), store.counts()
    if format is ReadFormat.JSONL:
        for tally in tallies:
            sys.stdout.write(json.dumps(tally._asdict(), ensure_ascii=False) + "\n")
        return
    console = output()
    size = db.stat().st_size / 1e6
    held = f"{counted(counts['reports'], 'report')}, {counted(counts['events'], 'event')}"
    console.print(f"{db}: {held}, {size:.1f} MB")
    if unread := counts["reports"] - counts["coded"]:
        by = ", ".join(f"{lang} {number}" for lang, number in sorted(counts["uncoded"].items()))
        console.print(f"{unread} of the reports are stored but unread: no language pack reads them ({by})")
    for part in ("source", "lang", "month", "version"):
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
        for column in (part, "reports", "unread", "events"):
            table.add_column(column, overflow="fold")
        sums: dict[str, Counter[str]] = {}
        for tally in tallies:
            numbers = {"reports": tally.reports, "unread": tally.unread, "events": tally.events}
            sums.setdefault(getattr(tally, part), Counter()).update(numbers)
        for name in sorted(sums):
            table.add_row(name or "(none)", *(str(sums[name][column]) for column in ("reports", "unread", "events")))
        console.print(table)


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where to; it must not exist.", show_default=False)],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Copy the database as it is at one moment, while others may read and write it, and check the copy."""
    from haberci.store.store import Store

    with Store.open(db, mode="read") as store:
        store.backup(target)
        typer.echo(f"{target}: {counted(store.counts()['reports'], 'report')}")


def remove(
    report: Annotated[
        str | None, typer.Argument(metavar="[REPORT]", help="The report's id, or source/id.", show_default=False)
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="All reports of a source, or the source of REPORT.", show_default=False),
    ] = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Take a report, or all of a source, out of the database with its claims; what people judged of them stays."""
    from haberci.core.errors import InputError
    from haberci.languages.packs import search_fold
    from haberci.store.store import Store

    if report is None and source is None:
        raise InputError("remove what? A REPORT, or --source NAME")
    if report == "" or (report is None and source == ""):
        raise InputError("remove what? Its name is empty")
    if not db.exists():
        raise InputError(f"no database at {db}")
    with Store.open(db, fold=search_fold) as store:
        done = store.remove(report, source)
    typer.echo(f"{db}: {counted(done, 'report')} removed")
