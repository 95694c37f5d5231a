"""What ``haberci backtest`` does."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from haberci.cli.console import output
from haberci.cli.writing import write_file
from haberci.core.errors import InputError
from haberci.store.store import Store
from haberci.watch.areas import Area, load_area
from haberci.watch.charts import bars
from haberci.watch.detection import Setting
from haberci.watch.event_files import crises_of_file, deeds_of_file
from haberci.watch.pools import expected_of
from haberci.watch.records import Deed, by_day, iso
from haberci.watch.replay import Crisis, in_table, replay
from haberci.watch.series import SeriesSet
from haberci.watch.stored import stored_deeds, stored_reports
from haberci.watch.watching import ruled, series_of
from haberci.watch.windows import Array

_STYLE = (
    "body{font:14px system-ui,sans-serif;max-width:60em;margin:2em auto;color:#1c2430}svg{width:100%;height:auto}"
    "svg text{font:8px system-ui,sans-serif;fill:#7a8594}.b{fill:#8fa3ba}.m{fill:#b3261e}"
    ".e{fill:none;stroke:#1c2430;stroke-width:.8;stroke-dasharray:2 2}"
)

_LEGEND = (
    "seen: crises with an alarm of their subject within three days of their day; by party: or of a party of it; delay: "
    "days, by the mean; false a year: false alarms a series-year; a week: alarms a week in all. Bars: deeds a day, red "
    "on the day of the crisis. Dashed line: what was usual by the days before."
)


def run_backtest(
    name: str, crises_file: Path, events: Path | None, db: Path, areas: Path | None, report: Path | None
) -> None:
    """Replay and print the table; write the page when one is asked for."""
    area = load_area(name, areas)
    crises = crises_of_file(crises_file)
    told, reports = (deeds_of_file(events), None) if events is not None else _stored(db)
    _check_watched(area, crises, crises_file)
    deeds = [area.located(deed) for deed in told]
    if not deeds or not crises:
        raise InputError(f"{crises_file if deeds else events or db}: holds nothing to replay")
    known = [deed.day for deed in deeds if deed.happened] or [deed.day for deed in deeds]  # plans lie ahead
    first, last = known[0], known[-1]
    _check_replayed(crises, first, last, crises_file)
    table = series_of(area, deeds, first, last, reports).of_deeds()
    scores = in_table(replay(table, crises, Setting(budget=area.budget), ruled(area, deeds, first, last)))
    output().print(scores, markup=False, highlight=False)
    if report is not None:
        write_file(report, _page(area.name, scores, table, crises).encode())


def _check_watched(area: Area, crises: Iterable[Crisis], file: Path) -> None:
    """A crisis of which the area watches nothing, no party of it either, would be missed by every method."""
    watched = {party for subject in area.subjects_on() for party in subject.parties}
    for crisis in crises:
        if not any(watched.intersection(subject.parties) for subject in crisis.subjects):
            named = " ".join(map(str, crisis.subjects))
            raise InputError(f"{file}: {crisis.name}: {area.id} watches no party of {named}")


def _check_replayed(crises: Iterable[Crisis], first: int, last: int, file: Path) -> None:
    """A crisis of a day that is not replayed would be missed by every method, too."""
    for crisis in crises:
        if not first <= crisis.day <= last:
            days = f"{iso(first)} to {iso(last)}"
            raise InputError(f"{file}: {crisis.name}: {iso(crisis.day)} is none of the days replayed ({days})")


def _stored(db: Path) -> tuple[list[Deed], dict[int, int]]:
    """The deeds of a database in the order of their days, and how many reports it holds of each day."""
    with Store.open(db, mode="read") as store:
        return by_day(stored_deeds(store)), stored_reports(store)


def _page(name: str, told: str, table: SeriesSet, crises: list[Crisis]) -> str:
    """The table, and a chart of each crisis's series around its day."""
    expected = expected_of(table)
    charts = []
    for crisis in crises:
        for row, key in enumerate(table.keys):
            if key.subject in crisis.subjects and table.counts[row].any():
                charts.append(_chart(table, expected, row, crisis))
    title = f"{escape(name)}: replay"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return f"{head}<h1>{title}</h1><pre>{escape(told)}</pre><p>{_LEGEND}</p>{''.join(charts)}</html>\n"


def _chart(table: SeriesSet, expected: Array, row: int, crisis: Crisis) -> str:
    begin = max(0, crisis.day - table.first - 60)
    end = min(table.counts.shape[1], crisis.day - table.first + 31)
    counts, usual = table.counts[row, begin:end].tolist(), expected[row, begin:end].tolist()
    title = f"{crisis.name}: {table.keys[row]}"
    chart = bars(counts, usual, table.first + begin, title, frozenset({crisis.day}))
    return f"<h2>{escape(title)}</h2>{chart}"
