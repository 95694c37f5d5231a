"""``haberci show``: one report with its claims marked at their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, AsOf, Database

if TYPE_CHECKING:
    from haberci.store.rows import ReportKey
    from haberci.store.together import Copy


def show(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id, or source/id.", show_default=False)],
    db: Database = DEFAULT_DATABASE,
    as_of: AsOf = None,
    raw: Annotated[bool, typer.Option("--raw", help="Mark the words in the text as it was given.")] = False,
) -> None:
    """Print a stored report, repaired, with its events, statements and roles marked at their words and listed below."""
    from haberci.cli.console import LIST, is_narrow, output, say
    from haberci.cli.page import page
    from haberci.core.errors import InputError
    from haberci.core.notice import NoticeKind
    from haberci.languages.packs import search_fold
    from haberci.store.store import Store

    console = output()
    with Store.open(db, mode="read", fold=search_fold) as store:
        stored = store.report(report, as_of=as_of)
        if stored is None:
            raise InputError(f"{db}: no report {report}")
        grouped = store.has_deeds()
        notices = store.superseded_by(stored.key) if grouped else []
        copies = store.copies(stored.key) if grouped else []
    say(console, page(stored, raw=raw, styled=console.is_terminal, narrow=is_narrow(console, LIST)))
    own = stored.report.notice
    if own is not None and own.kind is NoticeKind.KILL and own.id == stored.report.id:
        say(console, ["withdrawn by its agency: its deeds do not count"])
    say(console, list(_around(notices, copies)))


def _around(notices: list[ReportKey], copies: list[Copy]) -> Iterator[str]:
    """What other reports say of it."""
    if notices:
        yield f"corrected or withdrawn by {', '.join(map(str, notices))}: its deeds do not count"
    if copies:
        yield "copies: " + ", ".join(f"{copy.key} ({copy.share:.0%})" for copy in copies)
