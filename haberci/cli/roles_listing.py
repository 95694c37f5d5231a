"""How ``haberci roles`` prints: a table, CSV or JSON lines."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from haberci.cli.console import harmless, name, output
from haberci.cli.options import EventsFormat
from haberci.learned import Learned
from haberci.record import Json

COLUMNS = "person office known of former first last reports words conflicts".split()


def roles_listing(format: EventsFormat, found: Sequence[Learned]) -> None:
    """Print what was learned in a format."""
    {EventsFormat.TABLE: _table, EventsFormat.CSV: _csv, EventsFormat.JSONL: _jsonl}[format](found)


def learned_record(one: Learned) -> Json:
    """One person's office as a JSON object; ``told`` are the reports with the words that tell it."""
    return {
        "person": one.person,
        "office": one.office,
        "known": one.known.name if one.known else None,
        "of": one.of,
        "former": one.former,
        "first": one.first,
        "last": one.last,
        "reports": one.reports,
        "told": [
            {"id": r.id, "report": r.report, "source": r.source, "date": r.date, "words": r.words, "rule": r.rule}
            for r in one.told
        ],
        "conflicts": list(one.conflicts),
    }


def _jsonl(found: Sequence[Learned]) -> None:
    for one in found:
        sys.stdout.write(json.dumps(learned_record(one), ensure_ascii=False) + "\n")


def _csv(found: Sequence[Learned]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for one in found:
        conflicts = "; ".join(one.conflicts)
        writer.writerow({**learned_record(one), "words": one.told[0].words, "conflicts": conflicts})


def _table(found: Sequence[Learned]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column in ("person", "office", "of", "seen", "reports", "words"):
        table.add_column(column, overflow="fold", no_wrap=column in ("seen", "of"))
    for one in found:
        words = Text(harmless(" ".join(one.told[0].words.split())), style="italic")
        for conflict in one.conflicts:
            words.append(f"\nconflict: {conflict}", style="bold red")
        office = f"{one.office} ({'former ' if one.former else ''}{one.known.name if one.known else 'no office known'})"
        seen = f"{one.first or '?'} to {one.last or '?'}"
        table.add_row(Text(harmless(one.person), style="bold"), name(office), one.of, seen, str(one.reports), words)
    output().print(table if table.row_count else "no roles")
