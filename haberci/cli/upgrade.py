"""``haberci upgrade``: a database of an earlier version brought to this one."""

from __future__ import annotations

import typer

from haberci.cli.options import DEFAULT_DATABASE, Database


def upgrade(db: Database = DEFAULT_DATABASE) -> None:
    """Bring a database that an earlier version wrote to this version's form; no row is lost, and reading does it, too.

    What is counted over reports (copies, deeds, stories) is made for the reports that are in it.
    """
    from haberci.core.counted import counted
    from haberci.core.errors import StoreError
    from haberci.languages.packs import search_fold
    from haberci.store.store import Store

    if not db.exists():
        raise StoreError(f"no database at {db}")
    with Store.open(db, fold=search_fold) as store:
        store.upgrade()
        typer.echo(f"{db}: {counted(store.counts()['reports'], 'report')}, as this version keeps them")
