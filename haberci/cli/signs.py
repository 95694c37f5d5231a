"""``haberci signs``: the signs that were kept, or one of them in full."""

from __future__ import annotations

from typing import Annotated

import typer

from haberci.cli.options import DEFAULT_DATABASE, Database, EventsFormat, ListFormat, day_option


def signs(
    context: typer.Context,
    sign: Annotated[
        str | None,
        typer.Argument(metavar="SIGN", help="The id of one sign (or its beginning), told in full.", show_default=False),
    ] = None,
    db: Database = DEFAULT_DATABASE,
    area: Annotated[
        str | None, typer.Option("--area", metavar="AREA", help="Only signs of this area.", show_default=False)
    ] = None,
    since: Annotated[str | None, day_option("--since", "Only signs that were on on this day or later.")] = None,
    until: Annotated[str | None, day_option("--until", "Only signs that were on on this day or earlier.")] = None,
    format: ListFormat = EventsFormat.TABLE,
) -> None:
    """List the signs in the database by their first day, or tell one in full with its sentences."""
    from haberci.cli.questions import days
    from haberci.cli.signs_listing import sign_page, signs_listing
    from haberci.cli.unheeded import refuse
    from haberci.cli.watching import quoted
    from haberci.core.errors import InputError
    from haberci.store.store import Store
    from haberci.watch.areas import load_area
    from haberci.watch.keeping import kept

    if sign is not None:
        refuse(context, ("area", "since", "until"), "a SIGN is told by its id alone")
    between = days(since, until)
    with kept(db) as held:
        if sign is None:
            found_in = held.signs(area, *between)
            if area is not None and not found_in and not held.signs(area):
                load_area(area)  # one that is shipped, or none: areas of one's own are known by the signs kept of them
            signs_listing(format, found_in)
            return
        found = held.sign(sign)
        if found is None:
            raise InputError(f"no sign {sign}")
        if format is not EventsFormat.TABLE:
            signs_listing(format, [found])
            return
        with Store.open(db, mode="read") as store:
            sign_page(found, held.drafts(found.id), quoted(store, found.evidence, 20), quoted(store, found.contrary, 5))
