"""``haberci stories``: reports about one matter, together."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, AtMost, Database, ReadFormat, day_option


def stories(
    db: Database = DEFAULT_DATABASE,
    since: Annotated[str | None, day_option("--since", "Only reports of this day or later (2023-01-22).")] = None,
    until: Annotated[str | None, day_option("--until", "Only reports of this day or earlier.")] = None,
    least: Annotated[int, typer.Option(min=1, metavar="N", help="Only stories of so many reports or more.")] = 2,
    limit: AtMost = None,
    format: Annotated[
        ReadFormat, typer.Option("--format", help="A table for a person, or one JSON object a story.")
    ] = ReadFormat.TABLE,
) -> None:
    """List stories, the newest first: reports about one matter over days, with their independent sources and deeds."""
    from rich.table import Table

    from haberci.cli.console import output
    from haberci.cli.questions import days
    from haberci.languages.packs import search_fold
    from haberci.store.store import Store

    first, last = days(since, until)
    with Store.open(db, mode="read", fold=search_fold) as store:
        found = store.stories(first, last, least)[:limit]
    if format is ReadFormat.JSONL:
        for story in found:
            told = {name: getattr(story, name) for name in story.__slots__} | {
                "reports": [str(k) for k in story.reports]
            }
            sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column in ("days", "reports", "sources", "deeds", "story"):
        table.add_column(column, no_wrap=column == "days", overflow="fold")
    for story in found:
        told_of = "/".join(dict.fromkeys(filter(None, (story.first_day, story.last_day))))
        table.add_row(told_of, str(len(story.reports)), str(story.sources), str(story.deeds), story.title)
    output().print(table if table.row_count else "no stories")
