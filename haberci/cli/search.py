"""``haberci search``: reports by words."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from haberci.cli.options import DEFAULT_DATABASE, AsOf, Database, ReadFormat, day_option

if TYPE_CHECKING:
    from haberci.store.searching import Found


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help='Words, "two words", title:word, source:, lang:, id:.',
            show_default=False,
        ),
    ],
    db: Database = DEFAULT_DATABASE,
    since: Annotated[str | None, day_option("--since", "Only reports of this day or later (2023-01-22).")] = None,
    until: Annotated[str | None, day_option("--until", "Only reports of this day or earlier.")] = None,
    as_of: AsOf = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="No more than so many.")] = 20,
    format: Annotated[
        ReadFormat, typer.Option("--format", help="For a person, or one JSON object a report.")
    ] = ReadFormat.TABLE,
) -> None:
    """Find reports by words, however they are spelled (kirgizistan finds Kırgızistan), with the place in the text."""
    from haberci.cli.questions import days
    from haberci.core.errors import InputError
    from haberci.languages.packs import search_fold
    from haberci.store.store import Store

    if not any(word.strip() for word in words):
        raise InputError("search for what? WORDS are empty")
    first, last = days(since, until)
    with Store.open(db, mode="read", fold=search_fold) as store:
        found = store.find(" ".join(words), first, last, as_of, limit)
    if format is ReadFormat.JSONL:
        for one in found:
            sys.stdout.write(json.dumps(_record(one), ensure_ascii=False) + "\n")
    else:
        _page(found)


def _record(found: Found) -> dict[str, Any]:
    return {
        "source": found.key.source,
        "id": found.key.id,
        "date": found.date,
        "title": found.title,
        "lang": found.lang,
        "snippet": found.snippet,
        "marks": found.marks,
    }


def _page(found: list[Found]) -> None:
    from rich.text import Text  # not at the top, as in every command

    from haberci.cli.console import output

    console = output()
    for one in found:
        console.print(Text.assemble((one.date or "", "cyan"), "  ", (str(one.key), "bold"), "  ", one.title or ""))
        snippet = Text("  " + one.snippet)
        for start, stop in one.marks:
            snippet.stylize("reverse", start + 2, stop + 2)
        console.print(snippet)
    if not found:
        console.print("no reports")
