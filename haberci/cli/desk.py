"""``haberci desk``: the pages on which an analyst works."""

from __future__ import annotations

from typing import Annotated

import typer

from haberci.cli.areas import AreaFolder
from haberci.cli.options import DEFAULT_DATABASE, Database


def desk(
    db: Database = DEFAULT_DATABASE,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to listen at; this machine alone by default.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port to listen at; 0 takes a free one.")
    ] = 8470,
    proxy: Annotated[
        str | None,
        typer.Option(
            "--proxy",
            metavar="ADDRESS",
            help="Behind a proxy at this address: what it tells of the browser's address and of https is believed.",
            show_default=False,
        ),
    ] = None,
    areas: AreaFolder = None,
) -> None:
    """Serve web pages and a JSON API over the database: deeds, reports with their marks, areas, actors, plans."""
    from haberci.desk.serving import serve

    serve(db, host, port, proxy, areas)
