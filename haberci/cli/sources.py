"""``haberci sources``: the kinds of sources that are read, and which kind some files are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from haberci.cli.complaints import complain

if TYPE_CHECKING:
    from haberci.sources.inspection import Inspected


def sources(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Files and folders whose kind is told.", show_default=False),
    ] = None,
) -> None:
    """List the kinds of sources that are read and the options each heeds; or tell the kind of files, and their columns.

    Of a file it tells its kind, the columns that its header names and what was guessed of them. Nothing is stored.
    """
    if not paths:
        _list_kinds()
        return
    from haberci.core.errors import InputError
    from haberci.sources.inspection import inspect_paths

    failed = False
    for found in inspect_paths(paths):
        wrong = [found] if isinstance(found, InputError) else found.errors
        if not isinstance(found, InputError):
            typer.echo("\n".join(_told(found)))
        for error in wrong:
            complain(str(error))
        failed = failed or bool(wrong)
    if failed:
        raise typer.Exit(2)


def _list_kinds() -> None:
    from haberci.cli.console import output, plain_table
    from haberci.sources.kinds import KINDS

    table = plain_table()
    for name, kind in KINDS.items():
        table.add_row(name, kind.about, " ".join(kind.options))
    output().print(table)


def _told(found: Inspected) -> Iterator[str]:
    yield f"{found.name}: {found.kind}"
    yield from (f"  {line}" for line in found.lines)
