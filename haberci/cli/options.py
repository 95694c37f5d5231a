"""Options and arguments that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

DEFAULT_DATABASE = Path("haberci.db")

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Text files, JSON lines (id, text, and if known lang, date, title, source, url), folders of them, "
        "packed (.xz, .gz, .bz2) or not; - is standard input.",
        show_default=False,
    ),
]
Database = Annotated[Path, typer.Option("--db", metavar="FILE", help="The database (one SQLite file).")]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="CODE",
        help="Language of reports that do not name theirs (tr); told from the text otherwise.",
        show_default=False,
    ),
]
Register = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="DIR",
        help="A folder of your own register tables (people.tsv, terms.tsv, ...), laid over those that ship.",
        show_default=False,
    ),
]
Frames = Annotated[
    Path | None,
    typer.Option(
        "--frames",
        metavar="DIR",
        help="A folder of your own frame tables (.tsv), laid over those that ship.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="Answer as the database would have answered at this time (ISO 8601, UTC).",
        show_default=False,
    ),
]


def day_option(name: str, help: str) -> Any:
    """An option that takes a day (YYYY-MM-DD)."""
    return typer.Option(name, metavar="DAY", help=help, show_default=False)


PlansOf = Annotated[
    str | None,
    typer.Option(
        "--actor",
        metavar="CODE",
        help="Only plans with this doer or recipient: KGZ, or 'KGZ GOV'.",
        show_default=False,
    ),
]
PlansSince = Annotated[str | None, day_option("--since", "Only plans for this day or later (2023-01-22).")]
PlansUntil = Annotated[str | None, day_option("--until", "Only plans for this day or earlier.")]
On = Annotated[
    str | None,
    day_option("--on", "The day on which plans are due or overdue; that of the newest report when not given."),
]
Open = Annotated[bool, typer.Option("--open", help="Only those of which nothing is told yet.")]
Due = Annotated[bool, typer.Option("--due", help="Of these, only those whose time has begun.")]
Overdue = Annotated[bool, typer.Option("--overdue", help="Of these, only those whose time is over.")]


class ReadFormat(StrEnum):
    """How ``read`` prints."""

    TABLE = "table"
    JSONL = "jsonl"


class EventsFormat(StrEnum):
    """How ``events``, ``planned`` and ``roles`` print."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


ListFormat = Annotated[
    EventsFormat, typer.Option("--format", help="A table for a person, CSV with a header, or JSON lines.")
]


class AnalysisFormat(StrEnum):
    """How ``analyse`` prints."""

    CONLLU = "conllu"
