"""How ``haberci events`` prints: a table, CSV or JSON lines."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from haberci.cli.console import LISTING, amount, deed_cells, is_narrow, name, output, short_id
from haberci.cli.options import EventsFormat
from haberci.record import Json, event_record
from haberci.store.rows import EventRow

CSV_COLUMNS = (
    "id report source date type mode quad intensity actors recipients modality reported_by trigger rule "
    "start stop text_start text_stop sentence "
    "from to place state lat lon dead wounded arrested displaced contexts"
).split()


def listing(format: EventsFormat, rows: Iterable[EventRow]) -> None:
    """Print events in a format."""
    {EventsFormat.TABLE: _table, EventsFormat.CSV: _csv, EventsFormat.JSONL: _jsonl}[format](rows)


def row_record(row: EventRow) -> Json:
    """An event of the store as a JSON object: its place in the store, then the fields that ``read`` prints."""
    return {
        "id": row.id,
        "report": row.report,
        "source": row.source,
        "date": row.date,
        "quad": int(row.quad),
        "intensity": row.intensity,
        **event_record(row),
        "sentence": row.sentence,
        "run": row.run,
    }


def _jsonl(rows: Iterable[EventRow]) -> None:
    for row in rows:
        sys.stdout.write(json.dumps(row_record(row), ensure_ascii=False) + "\n")


def _csv(rows: Iterable[EventRow]) -> None:
    writer = csv.DictWriter(sys.stdout, CSV_COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(csv_record(row))


def csv_record(row: EventRow) -> Json:
    """An event as the cells of ``CSV_COLUMNS``, and more."""
    return {key: _cell(value) for key, value in {**row_record(row), **_facts(row)}.items()}


def _facts(row: EventRow) -> Json:
    """Day, place, numbers and contexts, a cell each."""
    facts: Json = {toll.harm.value: amount(toll) for toll in row.numbers}
    facts["contexts"] = list(dict.fromkeys(context.name for context in row.contexts))
    if row.when is not None:
        facts |= {"from": row.when.start, "to": row.when.stop}
    if row.where is not None:
        where = row.where
        facts |= {"place": where.name, "state": where.state, "lat": where.lat, "lon": where.lon}
    return facts


def _cell(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _table(rows: Iterable[EventRow]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    console = output()
    narrow = is_narrow(console, LISTING)
    told = ("who → whom",) if narrow else ("who → whom", "modality", "source", "words", "report")
    for column in ("date", "type", *told, "event"):
        table.add_column(column, overflow="fold", no_wrap=column in ("date", "modality", "event"))
    for row in rows:
        cells = deed_cells(row, narrow)
        if narrow:
            cells[-1].append(f"\n{name(row.key)}", style="dim")
        else:
            cells.append(name(row.key))
        table.add_row(Text(row.date or "", style="cyan"), *cells, short_id(row.id))
    console.print(table if table.row_count else "no events")
