"""A stored report as a page: its head, its text with marks, and the lists that the marks lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from haberci.cli.console import deed_cells, facts, name, plain_table, short_id
from haberci.cli.marking import CUE, EVENT, ROLE, blocks, breaks, marked, marks
from haberci.cli.printing import not_coded, told
from haberci.core.report import Report
from haberci.store.rows import ReportKey, StoredReport

_TWINS = 5  # reports of the same text that are named


def page(stored: StoredReport, *, raw: bool, styled: bool, narrow: bool) -> Iterator[RenderableType]:
    """What is printed of a report, part by part; plain marks stand where there are no styles.

    ``narrow``: the lists stand in fewer columns.
    """
    report = stored.report
    yield _head(stored)
    yield Text()
    text = report.raw if raw else report.text
    yield marked(text, marks(report, raw), styled, blocks(report, raw), breaks(report, raw))
    if not report.coded:
        yield Text(not_coded(report), style="yellow")
    for heading, table in (
        ("Events", _events(stored, narrow)),
        ("Statements", _statements(report)),
        ("Roles", _roles(report)),
    ):
        if table.row_count:
            yield Text(f"\n{heading}", style="bold")
            yield table


def _head(stored: StoredReport) -> Text:
    report = stored.report
    line = Text.assemble((name(stored.key).plain, "bold"))
    for word in (report.date, report.lang, report.url):
        if word:
            line.append(f"  {name(word)}", style="cyan")
    if report.date_flag:
        line.append(f"  ({report.date_flag})", style="yellow")
    parts = told(1, len(report.events), len(report.statements), len(report.roles)).partition(", ")[2]
    line.append(f"\n{parts}, {len(report.edits)} repairs", style="dim")
    line.append(f"; read {stored.run.recorded_at[:16].replace('T', ' ')} UTC by {stored.run.version.code}", style="dim")
    if stored.twins:
        line.append(f"\nthe same text as {_listed(stored.twins)}", style="dim")
    return line


def _listed(keys: Sequence[ReportKey]) -> str:
    more = len(keys) - _TWINS
    return ", ".join(name(key).plain for key in keys[:_TWINS]) + (f" and {more} more" if more > 0 else "")


def _events(stored: StoredReport, narrow: bool) -> Table:
    table = plain_table()
    for n, (event, id) in enumerate(zip(stored.report.events, stored.event_ids, strict=True), 1):
        table.add_row(
            Text(f"E{n}", style=EVENT), *deed_cells(event, narrow), short_id(id) if narrow else Text(id, style="dim")
        )
        if told := facts(event):
            table.add_row("", "", Text(told, style="dim"))
    return table


def _statements(report: Report) -> Table:
    table = plain_table()
    for n, statement in enumerate(report.statements, 1):
        table.add_row(
            Text(f"S{n}", style=CUE),
            Text(str(statement.speaker), style="bold"),
            Text(statement.speaker_text),
            Text(statement.kind.value),
            Text(statement.cue, style="italic"),
        )
    return table


def _roles(report: Report) -> Table:
    table = plain_table()
    for n, role in enumerate(report.roles, 1):
        table.add_row(
            Text(f"R{n}", style=ROLE), Text(role.person, style="bold"), Text(role.office), Text(f"of {role.of}")
        )
    return table
