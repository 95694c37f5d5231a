"""``haberci warn``: what a person makes of a sign."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from haberci.cli.areas import AreaFolder
from haberci.cli.options import DEFAULT_DATABASE, Database, EventsFormat, ListFormat


def _flag(name: str, help: str) -> object:
    return typer.Option(name, help=help)


def warn(
    context: typer.Context,
    sign: Annotated[
        str | None,
        typer.Argument(metavar="SIGN", help="The id of a sign, or its beginning; none: list all.", show_default=False),
    ] = None,
    db: Database = DEFAULT_DATABASE,
    confirm: Annotated[bool, _flag("--confirm", "Make it a warning, or confirm it anew.")] = False,
    reject: Annotated[bool, _flag("--reject", "Say that it is no warning.")] = False,
    close: Annotated[bool, _flag("--close", "Say that a confirmed warning is over.")] = False,
    merge: Annotated[
        str | None,
        typer.Option("--merge", metavar="SIGN", help="It is the same as another warning.", show_default=False),
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why; needed to judge.", show_default=False)] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", envvar="USER", help="Who judges.", show_default=False)
    ] = "",
    cap: Annotated[
        Path | None, typer.Option("--cap", metavar="FILE", help="Write it as a CAP 1.2 message.", show_default=False)
    ] = None,
    send: Annotated[bool, _flag("--send", "Tell the area's recipients; nobody is told otherwise.")] = False,
    areas: AreaFolder = None,
    format: ListFormat = EventsFormat.TABLE,
) -> None:
    """List warnings, or confirm, reject, merge or close the one of a sign; all that is done is kept."""
    from haberci.cli.unheeded import refuse
    from haberci.cli.warning import Judged, run_warn

    actions = [name for name, said in (("confirm", confirm), ("reject", reject), ("close", close)) if said]
    actions += ["merge"] if merge else []
    if not actions:
        refuse(context, ("note", "by"), "nothing is judged without --confirm, --reject, --close or --merge")
    if cap is None and not send:
        refuse(context, ("areas",), "only --cap and --send ask what the area says")
    run_warn(Judged(sign, db, tuple(actions), merge, note, by), cap, send, areas, format)
