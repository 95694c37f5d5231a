"""``haberci read``: reports in, records out and into the store."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from haberci.cli.complaints import complain
from haberci.cli.options import DEFAULT_DATABASE, Database, Frames, Language, Paths, ReadFormat, Register

if TYPE_CHECKING:
    from haberci.reading import Outcome

BATCH = 100  # reports a transaction: what a killed process may lose


def read(
    paths: Paths,
    db: Database = DEFAULT_DATABASE,
    format: Annotated[
        ReadFormat, typer.Option("--format", help="A table for a person, or one JSON object a report.")
    ] = ReadFormat.TABLE,
    lang: Language = None,
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
    from haberci.collector import collect_seldom
    from haberci.core.errors import HaberciError
    from haberci.reading import checked, read_each
    from haberci.sources.paths import in_language, read_paths

    collect_seldom()
    overlay = checked(register, frames)
    found = in_language(read_paths(paths), lang)
    outcomes = read_each(found, workers=workers or os.cpu_count() or 1, overlay=overlay)
    failed, printer = 0, printer_for(format)
    with Keeper(db if store else None, overlay) as keeper:
        for batch in _batches(outcomes):
            errors = [x for x in batch if isinstance(x, HaberciError)]
            failed += len(errors)
            for error in errors:  # first: what can't be read is told also when the store fails
                complain(str(error))
            reports = [x for x in batch if not isinstance(x, HaberciError)]
            keeper.keep(reports)
            for report in reports:
                printer.report(report)
        printer.close(keeper.told())
    if failed:
        raise typer.Exit(2)


def _batches(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    while batch := list(islice(outcomes, BATCH)):
        yield batch
