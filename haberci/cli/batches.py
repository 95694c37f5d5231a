"""Batches of what is read: stored, printed, counted; and how to go on after Ctrl-C."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from haberci.cli.complaints import complain
from haberci.cli.keeper import Keeper
from haberci.cli.printing import Printer
from haberci.cli.progress import ReadingProgress
from haberci.core.errors import HaberciError
from haberci.exports.claims import ClaimFiles
from haberci.reading import Outcome

BATCH = 100  # reports a transaction: what a killed process may lose


def keep_all(
    outcomes: Iterator[Outcome], keeper: Keeper | ClaimFiles, printer: Printer, progress: ReadingProgress
) -> int:
    """Store and print all of them; what can't be read is told. Returns how many those are."""
    failed = 0
    try:
        while batch := list(islice(outcomes, BATCH)):
            failed += keep_and_print(batch, keeper, printer)
            progress.done(len(batch))
    except KeyboardInterrupt:
        progress.stop()
        further = "; the same command with --resume goes on from here" if keeper.is_resumable else ""
        complain(f"stopped; {keeper.told()}{further}")
        raise
    printer.close(keeper.told())
    return failed


def keep_and_print(batch: list[Outcome], keeper: Keeper | ClaimFiles, printer: Printer) -> int:
    """Store a batch and print its reports; what can't be read is told. Returns how many those are."""
    errors = [x for x in batch if isinstance(x, HaberciError)]
    for error in errors:  # first: what can't be read is told also when the store fails
        complain(str(error))
    reports = [x for x in batch if not isinstance(x, HaberciError)]
    keeper.keep(reports)
    for report in reports:
        printer.report(report)
    return len(errors)
