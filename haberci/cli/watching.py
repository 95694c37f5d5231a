"""What ``haberci watch`` does: read deeds, watch, keep, print, and write what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from haberci.cli.console import output
from haberci.cli.signs_listing import signs_table
from haberci.cli.writing import write_file
from haberci.core.codebook import Modality
from haberci.store.rows import EventRow
from haberci.store.store import Store
from haberci.watch.areas import load_area
from haberci.watch.feed import atom
from haberci.watch.keeping import kept
from haberci.watch.ladder import Rung
from haberci.watch.records import iso
from haberci.watch.series import WITHIN
from haberci.watch.signs import Quotation, Sign
from haberci.watch.situation import Planned, situation_report
from haberci.watch.stored import gravest, watch
from haberci.watch.watching import Watched

_MOST_QUOTED = 3


class Asked(NamedTuple):
    """What is asked for: the area, the database, a folder of areas, and the days."""

    area: str
    db: Path
    areas: Path | None
    since: str | None
    until: str | None


def run_watch(asked: Asked, report: Path | None, period: str, feed: Path | None) -> None:
    """Watch, keep the signs, print what is new or changed and where the dyads stand, and write page and feed."""
    area = load_area(asked.area, asked.areas)
    with Store.open(asked.db, mode="read") as store:
        found = watch(area, store, asked.since, asked.until)
        quotations = {sign.id: quoted(store, sign.evidence) for sign in found.signs} if report or feed else {}
        planned = _planned(found, store) if report else []
    with kept(asked.db, write=True) as signs:
        new, changed = signs.keep(found.signs)
    _print(found, new, changed)
    if report:
        write_file(report, situation_report(found, period, planned, quotations).encode())
    if feed:
        write_file(feed, atom(area, found.signs, quotations))


def _print(found: Watched, new: list[Sign], changed: list[Sign]) -> None:
    console = output()
    days = f"{iso(found.first)} to {iso(found.last)}"
    count = f"{len(found.signs)} ({len(new)} new, {len(changed)} changed)"
    console.print(f"{found.area.name}, {days}: signs: {count}", highlight=False)
    if found.days_silent:
        last = "day" if found.days_silent == 1 else f"{found.days_silent} days"
        console.print(f"no report is of the last {last}: nothing is known of them")
    console.print(signs_table([*new, *changed]) if new or changed else "nothing new")
    if found.held_back:
        console.print(f"alarms held back by the budget of {found.area.budget} a week: {found.held_back}")
    for subject, ladder in found.ladders.items():
        if ladder.rung > Rung.CALM and ladder.since is not None:
            console.print(f"{subject}: {ladder.rung.name} since {iso(ladder.since)}")


def quoted(store: Store, evidence: Iterable[str], most: int = _MOST_QUOTED) -> list[Quotation]:
    """The sentences behind deeds, with who says so and the source, by their days.

    No more than ``most``, one a sentence: those of the gravest deeds, by the ladder, and of these the newest.
    """
    found: dict[str, EventRow] = {}
    for name in evidence:
        deed = store.deed(name)
        row = store.event(deed.events[0]) if deed and deed.events else None
        if row is not None:
            found.setdefault(row.sentence, row)
    return [_quotation(row) for row in gravest(found.values(), most)]


def _quotation(event: EventRow) -> Quotation:
    speaker = "the wire" if event.reported_by is None else str(event.reported_by)
    source = event.report if event.source is None else f"{event.source}/{event.report}"
    return Quotation(event.date or "", speaker, source, event.sentence)


def _planned(found: Watched, store: Store) -> list[Planned]:
    """What is planned after the last day, of the area's parties."""
    own = {state for subject in found.area.subjects_on(iso(found.last)) for state in subject.states}
    ahead = store.deeds(since=iso(found.last + 1), modality=Modality.PLANNED.value)
    plans = [
        Planned(row.day or "", " → ".join(filter(None, (_codes(row.actors), _codes(row.recipients)))), row.type.value)
        for row in ahead
        if own & {code.principal for code in (*row.actors, *row.recipients)}
    ]
    return plans[:12]


def _codes(codes: Iterable[object]) -> str:
    return ", ".join(map(str, codes))


def of_area(events: Iterable[EventRow], asked: str, areas: Path | None) -> Iterator[EventRow]:
    """The events that a party of an area (``csto``) has a part in, or those in a sub-area (``central_asia/Batken``)."""
    name, within, part = asked.partition(WITHIN)
    area = load_area(name, areas)
    if within:
        region = area.sub_area(part)
        return (event for event in events if event.where and region.holds(event.where.name, event.where.state))
    own = {state for subject in area.subjects_on() for state in subject.states}
    return (event for event in events if own & {code.principal for code in (*event.actors, *event.recipients)})
