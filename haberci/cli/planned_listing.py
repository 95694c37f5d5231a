"""How ``haberci planned`` prints: a table, CSV or JSON lines."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from haberci.cli.console import harmless, name, output, parties, says, short_id, type_and_mode
from haberci.cli.listing import row_record
from haberci.cli.options import EventsFormat
from haberci.commitments import UNSETTLED, Commitment, Status
from haberci.core.errors import InputError
from haberci.record import Json

COLUMNS = (
    "id report source date type mode actors recipients reported_by planned_since planned_until place status "
    "later_report later_source later_date later_sentence trigger sentence"
).split()
HEADS = ("planned for", "type", "who → whom", "place", "source", "status", "told by", "report", "event")


def wanted(*, open: bool, due: bool, overdue: bool) -> tuple[Status, ...]:
    """The statuses asked for; all when none is. Raises InputError when more than one is."""
    if open + due + overdue > 1:
        raise InputError("--open, --due, --overdue: only one of them can be asked for")
    if open:
        return UNSETTLED
    return (Status.DUE,) if due else (Status.OVERDUE,) if overdue else tuple(Status)


def planned_listing(format: EventsFormat, found: Iterable[Commitment]) -> None:
    """Print commitments in a format."""
    {EventsFormat.TABLE: _table, EventsFormat.CSV: _csv, EventsFormat.JSONL: _jsonl}[format](found)


def commitment_record(found: Commitment) -> Json:
    """A commitment as a JSON object: the event as ``events`` prints it, then its days, place, status, later report."""
    later = found.later
    return {
        **row_record(found.event),
        "planned_since": found.since,
        "planned_until": found.until,
        "place": found.place,
        "status": found.status.value,
        "later_report": later and later.key.id,
        "later_source": later and later.key.source,
        "later_date": later and later.date,
        "later_sentence": later and later.sentence,
    }


def _jsonl(found: Iterable[Commitment]) -> None:
    for each in found:
        sys.stdout.write(json.dumps(commitment_record(each), ensure_ascii=False) + "\n")


def _csv(found: Iterable[Commitment]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for each in found:
        record = commitment_record(each)
        writer.writerow({k: "; ".join(map(str, v)) if isinstance(v, list) else v for k, v in record.items()})


def _table(found: Iterable[Commitment]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for head in HEADS:
        table.add_column(head, overflow="fold", no_wrap=head == "event")
    for each in found:
        event = each.event
        table.add_row(
            Text(_days(each), style="cyan"),
            Text(type_and_mode(event.type, event.mode), style="bold green"),
            parties(event.actors, event.recipients),
            Text(harmless(each.place or "")),
            Text(says(event.reported_by), style="dim"),
            Text(each.status.value, style="bold"),
            name(each.later.key) if each.later else Text(""),
            name(event.key),
            short_id(event.id),
        )
    output().print(table if table.row_count else "no plans")


def _days(found: Commitment) -> str:
    if found.since is None or found.since == found.until:
        return found.since or ""
    return f"{found.since} to {found.until}"
