"""How signs and warnings are printed."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from haberci.cli.console import output
from haberci.cli.options import EventsFormat
from haberci.watch.feed import in_words
from haberci.watch.keeping import Warning
from haberci.watch.signs import Quotation, Sign

COLUMNS = "id area subject first_day last_day level per_year observed expected reason sure rung".split()


def signs_listing(format: EventsFormat, signs: Sequence[Sign]) -> None:
    """Print signs in a format."""
    if format is EventsFormat.JSONL:
        for sign in signs:
            sys.stdout.write(sign.body + "\n")
    elif format is EventsFormat.CSV:
        writer = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(sign.record() for sign in signs)
    else:
        output().print(signs_table(signs) if signs else "no signs")


def signs_table(signs: Sequence[Sign]) -> Table:
    """Signs for a person; of which area each is stands there when there are several."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    several = len({sign.area for sign in signs}) > 1
    for column in ("since", *(["area"] if several else []), "level", "reason", "how sure", "sign"):
        table.add_column(column, overflow="fold", no_wrap=column in ("since", "level", "sign"))
    for sign in signs:
        bold = Text(sign.reason, style="bold")
        area = [sign.area] if several else []
        table.add_row(Text(sign.first_day, style="cyan"), *area, sign.level or "", bold, sign.sure, sign.id)
    return table


def sign_page(
    sign: Sign, drafts: Sequence[Sign], quotations: Sequence[Quotation], against: Sequence[Quotation]
) -> None:
    """Print one sign in full: its sentences, what speaks against it, and how it changed."""
    console = output()
    console.print(Text(in_words(sign)))
    for title, said in (("\nSentences", quotations), ("\nAgainst it", against)):
        if said:
            console.print(title)
        for one in said:
            console.print(Text(f"  {one.day}  {one.words}  ({one.speaker}; {one.source})"))
    if len(drafts) > 1:
        console.print("\nBefore")
        for draft in drafts[:-1]:
            console.print(Text(f"  until {draft.last_day}: {draft.reason}"))


def warnings_listing(format: EventsFormat, warnings: Sequence[Warning]) -> None:
    """Print warnings in a format."""
    if format is EventsFormat.JSONL:
        for warning in warnings:
            sys.stdout.write(json.dumps(warning_record(warning), ensure_ascii=False, sort_keys=True) + "\n")
    elif format is EventsFormat.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["id", "area", "state", "subject", "reason", "recorded_at", "who", "action", "note"])
        for warning in warnings:
            head = [warning.id, warning.area, warning.state, warning.sign.subject, warning.sign.reason]
            writer.writerows([*head, *change] for change in warning.changes)
    else:
        _table(warnings)


def warning_record(warning: Warning) -> dict[str, object]:
    """A warning as a JSON object."""
    changes = [change._asdict() for change in warning.changes]
    return {
        "id": warning.id,
        "area": warning.area,
        "state": warning.state,
        "merged_into": warning.merged_into,
        "sign": warning.sign.record(),
        "changes": changes,
    }


def _table(warnings: Sequence[Warning]) -> None:
    console = output()
    for warning in warnings:
        into = f" into {warning.merged_into}" if warning.merged_into else ""
        console.print(Text(f"{warning.id}  {warning.state}{into}  {warning.sign.reason}", style="bold"))
        for change in warning.changes:
            console.print(Text(f"  {change.recorded_at[:16]}  {change.who}: {change.action}: {change.note}"))
    if not warnings:
        console.print("no warnings")
