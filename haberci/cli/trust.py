"""``haberci trust``: how far a source is trusted, and who owns it."""

from __future__ import annotations

from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, Database


def trust(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The source; all are listed without one.", show_default=False)
    ] = None,
    db: Database = DEFAULT_DATABASE,
    grade: Annotated[
        str | None,
        typer.Option(metavar="GRADE", help="How far it is trusted, A to F; '' takes it back.", show_default=False),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Who owns it: an actor's code, or a name; '' for none.", show_default=False),
    ] = None,
) -> None:
    """List the sources in the database, or set the grade and the owner of one.

    Sources of one owner are one witness, and the deeds they tell are counted anew.
    """
    from rich.table import Table

    from haberci.cli.console import output
    from haberci.core.errors import InputError
    from haberci.languages.packs import search_fold
    from haberci.store.store import Store

    if name is None and (grade is not None or owner is not None):
        raise InputError("--grade and --owner need the NAME of a source")
    is_set = name is not None and (grade is not None or owner is not None)
    if is_set and not db.exists():
        raise InputError(f"no database at {db}")
    with Store.open(db, mode="write" if is_set else "read", fold=search_fold) as store:
        if is_set:
            store.set_source(name or "", grade, owner)
        found = [one for one in store.sources() if name in (None, one.name)]
    if not found:
        raise InputError(f"no source {name} in {db}" if name is not None else f"no reports in {db}")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for column in ("source", "reports", "grade", "owner"):
        table.add_column(column, overflow="fold")
    for one in found:
        table.add_row(one.name or "(none)", str(one.reports), one.grade or "", one.owner or "")
    output().print(table)
