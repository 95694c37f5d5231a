"""How ``haberci read`` prints: a table for a person, or JSON lines."""

from __future__ import annotations

from typing import Protocol

from rich.console import Console
from rich.table import Table
from rich.text import Text

from haberci.cli.complaints import complain
from haberci.cli.console import deed_cells, name, output, plain_lines, plain_table
from haberci.cli.options import ReadFormat
from haberci.core.counted import counted
from haberci.core.report import Report
from haberci.record import record_line

_INDENT = "  "  # before the events of a report


class Printer(Protocol):
    """Prints reports as they are read; ``close`` says what became of them all."""

    console: Console | None  # None: lines are written past it

    def report(self, report: Report) -> None:
        """Print one report."""

    def close(self, kept: str) -> None:
        """Print the end; ``kept`` tells what the store did."""


def printer_for(format: ReadFormat) -> Printer:
    """The printer of a format."""
    return TablePrinter(output()) if format is ReadFormat.TABLE else LinePrinter(output())


class LinePrinter:
    """One JSON object a report."""

    def __init__(self, console: Console) -> None:
        self._file = console.file
        self.console: Console | None = None

    def report(self, report: Report) -> None:
        """Print one report as one line; say on standard error when it was not coded."""
        self._file.write(record_line(report) + "\n")
        if not report.coded:
            complain(f"{report.id}: {not_coded(report)}")

    def close(self, kept: str) -> None:
        """Nothing: the lines are all there is."""


class TablePrinter:
    """A line a report, the events under it, and a sum at the end."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.console: Console | None = console
        self._sums = [0, 0, 0, 0]

    def report(self, report: Report) -> None:
        """Print a report's line and its events."""
        counts = (1, len(report.events), len(report.statements), len(report.roles))
        self._sums = [a + b for a, b in zip(self._sums, counts, strict=True)]
        head, rows = _headline(report), [deed_cells(event, narrow=False) for event in report.events]
        lines: str | None = None
        if self._console.is_terminal:
            self._console.print(head, soft_wrap=True)
        else:
            lines = plain_lines([[_INDENT, *(cell.plain for cell in row)] for row in rows], self._console.width)
            self._console.file.write(f"{head.plain}\n{lines or ''}")
            self._console.file.flush()
        if rows and lines is None:
            self._console.print(_table(rows))

    def close(self, kept: str) -> None:
        """Print the sum."""
        if self._sums[0]:
            self._console.print(f"{told(*self._sums)}; {kept}", highlight=False, soft_wrap=True)


def told(reports: int, events: int, statements: int, roles: int) -> str:
    """Numbers with their nouns: ``1 report, 2 events, …``."""
    numbers = ((reports, "report"), (events, "event"), (statements, "statement"), (roles, "role"))
    return ", ".join(counted(number, noun) for number, noun in numbers)


def not_coded(report: Report) -> str:
    """Why a report has no codes."""
    if report.lang is None:
        return "not coded: its language can't be told"
    return f"not coded: no language pack for {report.lang}"


def _headline(report: Report) -> Text:
    line = Text()
    line.append(name(report.id).plain, style="bold")
    if report.date:
        line.append(f"  {name(report.date)}" + (f" ({report.date_flag})" if report.date_flag else ""), style="cyan")
    if not report.coded:
        line.append(f"  {not_coded(report)}", style="yellow")
        return line
    parts = told(1, len(report.events), len(report.statements), len(report.roles)).partition(", ")[2]
    line.append(f"  {parts}", style="dim")
    return line


def _table(rows: list[list[Text]]) -> Table:
    table = plain_table()
    table.add_column(no_wrap=True, min_width=len(_INDENT))
    for _ in rows[0]:
        table.add_column(overflow="fold")
    for row in rows:
        table.add_row("", *row)
    return table
