"""Options and arguments that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from haberci.exports.file_format import FileFormat

DEFAULT_DATABASE = Path("haberci.db")

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files of any kind that haberci sources lists, known by their content, and folders of them; "
        "- is standard input.",
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
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=COLUMN,...",
        help="Which columns of tables and keys of JSON hold text, title, date, lang, source, url, id "
        "(text=metin,date=gun); the others are guessed by their names.",
        show_default=False,
    ),
]
Table = Annotated[
    str | None,
    typer.Option(
        "--table",
        metavar="NAME",
        help="The table of SQLite and DuckDB databases to read; every one with a column of texts otherwise.",
        show_default=False,
    ),
]
SourceKind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Read all files as this kind (haberci sources lists them), instead of telling it from their content.",
        show_default=False,
    ),
]
Bulk = Annotated[
    bool, typer.Option("--bulk", help="Take the article from web pages by a faster, less exact way (for millions).")
]
Private = Annotated[
    bool,
    typer.Option("--private", help="Addresses may lie in a private network or on this machine; else they are refused."),
]
Out = Annotated[
    tuple[FileFormat, Path] | None,
    typer.Option(
        "--out",
        metavar="FORMAT DIR",
        help="Write the claims as tables (parquet, csv, jsonl) into an empty folder, and store nothing.",
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


Corrected = Annotated[bool, typer.Option("--corrected", help="With the corrections that people made at the desk.")]
DeedsOf = Annotated[
    str | None,
    typer.Option(
        "--actor",
        metavar="CODE",
        help="Only deeds with this actor or recipient: KGZ, or 'KGZ GOV'.",
        show_default=False,
    ),
]
DeedType = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help="Only deeds of this type: CONSULT, ASSAULT, ...", show_default=False),
]
DeedsSince = Annotated[str | None, day_option("--since", "Only deeds from this day on (2023-01-22).")]
DeedsUntil = Annotated[str | None, day_option("--until", "Only deeds up to and with this day.")]
AtMost = Annotated[
    int | None, typer.Option("--limit", min=1, metavar="N", help="No more than so many.", show_default=False)
]
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


class Engine(StrEnum):
    """What shares out the work of ``read``."""

    LOCAL = "local"
    DAFT = "daft"


ReportFormat = Annotated[
    ReadFormat, typer.Option("--format", help="A table for a person, or one JSON object a report.")
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Pass over what is stored already and was read by this version.")
]
Workers = Annotated[
    int, typer.Option("--workers", min=0, metavar="N", help="Processes to read with; 0 is one a processor core.")
]
ReadEngine = Annotated[
    Engine, typer.Option("--engine", help="What shares out the work: processes here, or Daft (haberci[cluster]).")
]


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
