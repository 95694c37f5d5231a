"""How ``haberci deeds`` prints: a table, CSV or JSON lines."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from haberci.cli.console import output, short_id
from haberci.cli.options import EventsFormat
from haberci.deed_record import DEED_COLUMNS, deed_cells, deed_record
from haberci.store.deed_rows import DeedRow


def listing(format: EventsFormat, rows: Iterable[DeedRow]) -> None:
    """Print deeds in a format."""
    {EventsFormat.TABLE: _table, EventsFormat.CSV: _csv, EventsFormat.JSONL: _jsonl}[format](rows)


def _jsonl(rows: Iterable[DeedRow]) -> None:
    for row in rows:
        sys.stdout.write(json.dumps(deed_record(row), ensure_ascii=False) + "\n")


def _csv(rows: Iterable[DeedRow]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(DEED_COLUMNS)
    writer.writerows(deed_cells(row) for row in rows)


def _table(rows: Iterable[DeedRow]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column in ("day", "type", "who → whom", "place", "dead", "reports", "sources", "conflicts", "deed"):
        table.add_column(column, overflow="fold", no_wrap=column in ("day", "deed"))
    for row in rows:
        dead = row.toll("dead")
        table.add_row(
            Text(row.day or "", style="cyan"),
            Text(" ".join(filter(None, (row.type.value, row.mode)))),
            Text(f"{_side(row.actors)} → {_side(row.recipients)}" if row.recipients else _side(row.actors)),
            row.place or "",
            "" if dead is None else str(dead),
            str(row.reports),
            str(row.sources),
            ", ".join(conflict.what for conflict in row.conflicts),
            short_id(row.id),
        )
    output().print(table if table.row_count else "no deeds")


def _side(codes: Iterable[object]) -> str:
    return ", ".join(map(str, codes)) or "---"
