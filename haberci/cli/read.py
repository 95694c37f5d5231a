"""``haberci read``: reports in, records out and into the store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from haberci.cli.complaints import complain
from haberci.cli.options import (
    DEFAULT_DATABASE,
    Bulk,
    Columns,
    Database,
    Frames,
    Language,
    Paths,
    Private,
    ReadFormat,
    Register,
    SourceKind,
    Table,
)

if TYPE_CHECKING:
    from haberci.cli.keeper import Keeper
    from haberci.cli.printing import Printer
    from haberci.reading import Outcome

BATCH = 100  # reports a transaction: what a killed process may lose


def read(
    paths: Paths,
    db: Database = DEFAULT_DATABASE,
    format: Annotated[
        ReadFormat, typer.Option("--format", help="A table for a person, or one JSON object a report.")
    ] = ReadFormat.TABLE,
    lang: Language = None,
    columns: Columns = None,
    table: Table = None,
    kind: SourceKind = None,
    bulk: Bulk = False,
    private: Private = False,
    register: Register = None,
    frames: Frames = None,
    store: Annotated[bool, typer.Option("--store/--no-store", help="Keep what was read in the database.")] = True,
    workers: Annotated[
        int, typer.Option("--workers", min=0, metavar="N", help="Processes to read with; 0 is one a processor core.")
    ] = 0,
) -> None:
    """Read reports: repair them, code their events, statements and roles, store them and print what was found.

    What can't be read is told in one line on standard error, the rest is still read, and the exit status is 2.
    """
    # Imported here, as in every command: the tables of a language take longer to load than --help may take.
    from haberci.cli.keeper import Keeper
    from haberci.cli.printing import printer_for
    from haberci.cli.sourcing import source_options
    from haberci.collector import collect_seldom
    from haberci.reading import checked, read_each
    from haberci.sources.paths import in_language, read_paths

    collect_seldom()
    overlay = checked(register, frames)
    found = in_language(read_paths(paths, source_options(columns, table, kind, bulk, private)), lang)
    outcomes = read_each(found, workers=workers or os.cpu_count() or 1, overlay=overlay)
    printer = printer_for(format)
    with Keeper(db if store else None, overlay) as keeper:
        failed = sum(keep_and_print(batch, keeper, printer) for batch in _batches(outcomes))
        printer.close(keeper.told())
    if failed:
        raise typer.Exit(2)


def keep_and_print(batch: list[Outcome], keeper: Keeper, printer: Printer) -> int:
    """Store a batch and print its reports; what can't be read is told. Returns how many those are."""
    from haberci.core.errors import HaberciError  # not at the top, as in every command

    errors = [x for x in batch if isinstance(x, HaberciError)]
    for error in errors:  # first: what can't be read is told also when the store fails
        complain(str(error))
    reports = [x for x in batch if not isinstance(x, HaberciError)]
    keeper.keep(reports)
    for report in reports:
        printer.report(report)
    return len(errors)


def _batches(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    while batch := list(islice(outcomes, BATCH)):
        yield batch
