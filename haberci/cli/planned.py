"""``haberci planned``: what is planned, and what became of it."""

from __future__ import annotations

from haberci.cli.options import (
    DEFAULT_DATABASE,
    Database,
    Due,
    EventsFormat,
    ListFormat,
    On,
    Open,
    Overdue,
    PlansOf,
    PlansSince,
    PlansUntil,
)


def planned(
    db: Database = DEFAULT_DATABASE,
    actor: PlansOf = None,
    since: PlansSince = None,
    until: PlansUntil = None,
    open: Open = False,
    due: Due = False,
    overdue: Overdue = False,
    on: On = None,
    format: ListFormat = EventsFormat.TABLE,
) -> None:
    """List the planned events, with the later report that tells them done, postponed or cancelled."""
    from haberci.cli.planned_listing import planned_listing, wanted
    from haberci.cli.questions import actor_code, check_known, day, days
    from haberci.commitments import commitments
    from haberci.store.store import Store

    statuses = wanted(open=open, due=due, overdue=overdue)
    asked = (actor_code(actor), None, *days(since, until))
    today = day("--on", on)
    with Store.open(db, mode="read") as store:
        check_known(asked[0], lambda principal: any(store.events(principal, limit=1)))
        found = commitments(store, store.events(*asked), today)
        planned_listing(format, [each for each in found if each.status in statuses])
