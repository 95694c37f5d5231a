"""Options and arguments that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

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
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="Answer as the database would have answered at this time (ISO 8601, UTC).",
        show_default=False,
    ),
]


class ReadFormat(StrEnum):
    """How ``read`` prints."""

    TABLE = "table"
    JSONL = "jsonl"


class EventsFormat(StrEnum):
    """How ``events`` prints."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


class AnalysisFormat(StrEnum):
    """How ``analyse`` prints."""

    CONLLU = "conllu"
