"""``haberci deeds``: what took place, each deed once, with how many tell it."""

from __future__ import annotations

from typing import Annotated

import typer

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


def deeds(
    db: Database = DEFAULT_DATABASE,
    actor: DeedsOf = None,
    type: DeedType = None,
    since: DeedsSince = None,
    until: DeedsUntil = None,
    all: Annotated[
        bool, typer.Option("--all", help="Also what is planned, wanted, hypothetical or only denied.")
    ] = False,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only those whose witnesses do not agree.")] = False,
    corrected: Corrected = False,
    limit: AtMost = None,
    as_of: AsOf = None,
    format: ListFormat = EventsFormat.TABLE,
) -> None:
    """List what took place by day: each deed once, with its reports, its independent sources and their conflicts."""
    from haberci.cli.deeds_listing import listing
    from haberci.cli.questions import actor_code, check_known, days, event_type
    from haberci.core.errors import InputError
    from haberci.corrected import opened
    from haberci.deeds_then import held_at

    if corrected and as_of is not None:
        raise InputError("--corrected: corrections are counted in what holds now; not with --as-of")
    asked = (actor_code(actor), event_type(type), *days(since, until))
    with opened(db, corrected=corrected) as held, held_at(held, as_of) as store:
        check_known(asked[0], lambda principal: any(store.deeds(principal, modality=None, limit=1)))
        modality = None if all else "happened"
        listing(format, store.deeds(*asked, modality=modality, disputed=disputed, limit=limit))
