"""``haberci events``: the events in the store, filtered."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from haberci.cli.areas import AreaFolder
from haberci.cli.options import (
    DEFAULT_DATABASE,
    AsOf,
    AtMost,
    Corrected,
    Database,
    DeedsOf,
    DeedsSince,
    DeedsUntil,
    DeedType,
    EventsFormat,
    ListFormat,
)


def events(
    db: Database = DEFAULT_DATABASE,
    actor: DeedsOf = None,
    type: DeedType = None,
    since: DeedsSince = None,
    until: DeedsUntil = None,
    area: Annotated[
        str | None,
        typer.Option(
            "--area",
            metavar="AREA",
            help="Only deeds of a party of this area (csto), or in a sub-area (central_asia/Batken).",
            show_default=False,
        ),
    ] = None,
    areas: AreaFolder = None,
    as_of: AsOf = None,
    corrected: Corrected = False,
    limit: AtMost = None,
    format: ListFormat = EventsFormat.TABLE,
) -> None:
    """List the events in the database by day, the earliest first."""
    from haberci.cli.listing import listing
    from haberci.cli.questions import actor_code, check_known, days, event_type
    from haberci.cli.watching import of_area
    from haberci.core.errors import InputError
    from haberci.corrected import opened

    if areas is not None and area is None:
        raise InputError("--areas needs the --area that is meant")
    asked = (actor_code(actor), event_type(type), *days(since, until))
    with opened(db, corrected=corrected) as store:
        check_known(asked[0], lambda principal: any(store.events(principal, limit=1)))
        if area is None:
            listing(format, store.events(*asked, as_of=as_of, limit=limit))
        else:
            found = of_area(store.events(*asked, as_of=as_of), area, areas)
            listing(format, islice(found, limit))
