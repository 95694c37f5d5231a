"""What the watch reaches, measured: ``python -m haberci.backtest`` (``make backtest``), the last line a summary.

Three parts: methods on simulated counts; the year 2014 of ICEWS, where its files are beside the project
(``HABERCI_SHARED``); and histories read from text by ``haberci.read``, four with a crisis and two without.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from haberci.core.lexicon import read_rows
from haberci.reading import read_many
from haberci.store.rows import RunVersion
from haberci.store.store import Store
from haberci.watch.areas import load_area
from haberci.watch.detection import Setting
from haberci.watch.histories import SOURCE, History, dispatches, load_histories
from haberci.watch.icews import FIRST, icews_deeds
from haberci.watch.measures import load_measures
from haberci.watch.records import Deed, ordinal
from haberci.watch.replay import AFTER, NEAR, Crisis, Score, in_table, replay
from haberci.watch.series import Key, Subject, series, subjects_of
from haberci.watch.signs import Sign, subject_of
from haberci.watch.stored import stored_deeds
from haberci.watch.trial import BASES, Result, trial
from haberci.watch.watching import Watched, watch_deeds
from haberci.watch.windows import WEEK

YEAR_DAYS = 365
LEAST_EVENTS = 50
MEASURES_2014 = ("conflict", "tension")
BUDGET_2014 = 3  # signs a week, and as many false ones are asked at most
_PANELS = 25  # of 100 series-years: 10,000 over the four bases
_PLAIN = RunVersion("histories", "-", "-", "-")


class Told(NamedTuple):
    """How a history went: signs on its crisis up to the first day of violence, its first sign, and false ones."""

    history: History
    in_time: bool
    first: str | None
    false: tuple[Sign, ...]


def simulated(panels: int = _PANELS) -> list[Result]:
    """All methods at all bases."""
    return [result for base in BASES for result in trial(base, panels)]


def icews_2014(folder: Path) -> list[Score]:
    """The scores of 2014 over the states and pairs of states with at least LEAST_EVENTS deeds watched."""
    deeds = icews_deeds(folder)
    measures = {name: load_measures()[name] for name in MEASURES_2014}
    told: Counter[Subject] = Counter()
    for deed in deeds:
        told.update(s for s in subjects_of(deed) if s.states and any(m.of(deed) for m in measures.values()))
    subjects = sorted(s for s, count in told.items() if count >= LEAST_EVENTS)
    keys = [Key(subject, name) for name in measures for subject in subjects]
    table = series(deeds, measures, FIRST, FIRST + YEAR_DAYS - 1, keys)
    return replay(table, crises_2014(), Setting(false_a_year=BUDGET_2014 * YEAR_DAYS / WEEK, budget=BUDGET_2014))


def crises_2014() -> list[Crisis]:
    """The crises of 2014 that are looked for."""
    rows = read_rows("watch/icews_2014.tsv", ("day", "subjects", "name"))
    return [Crisis(ordinal(row["day"]), (subject_of(row["subjects"]),), row["name"]) for row in rows]


def deeds_of_history(history: History, workers: int = 0) -> tuple[list[Deed], dict[int, int]]:
    """A history from text: its reports are read and stored, and its deeds and reports a day come from the store."""
    told = list(dispatches(history))
    records = [{"id": d.id, "text": d.text, "date": d.date, "lang": "tr", "source": SOURCE} for d in told]
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "history.db") as store:
        store.write(read_many(records, workers=workers), _PLAIN)
        deeds = list(stored_deeds(store))
    return deeds, dict(Counter(ordinal(d.date) for d in told))


def watched_history(history: History, deeds: Iterable[Deed], reports: dict[int, int]) -> Watched:
    """The watch of a history's area over its days."""
    return watch_deeds(load_area(history.area), deeds, history.first.toordinal(), history.last.toordinal(), reports)


def judged(history: History, found: Watched) -> Told:
    """Which signs are of the crisis (a subject of it, not long before), and whether one came in time."""
    crisis = {subject_of(text) for text in history.subjects}
    if history.violence is None:
        return Told(history, not found.signs, None, found.signs)
    begin = history.violence.toordinal() - 2 * NEAR
    own = [s for s in found.signs if _about(s, crisis) and begin <= ordinal(s.first_day) <= begin + AFTER]
    first = min((sign.first_day for sign in own), default=None)
    in_time = first is not None and first <= history.violence.isoformat()
    return Told(history, in_time, first, tuple(sign for sign in found.signs if sign not in own))


def _about(sign: Sign, crisis: set[Subject]) -> bool:
    subject = subject_of(sign.subject)
    parties = {party for other in crisis for party in other.parties}
    return not subject.states or bool(parties & subject.parties)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Print all three parts and the summary; the exit status is 1 when a history's crisis is missed."""
    results = simulated()
    _say("Simulated counts, 2,500 quiet series-years and 1,250 crises a base; at one false alarm a series-year")
    for result in results:
        line = f"  {result.method:20} base {result.base:<4g} seen {result.seen:.2f}  delay {result.delay:.0f}"
        _say(f"{line}  false a year {result.false_a_year:.2f}")
    folder = Path(os.environ.get("HABERCI_SHARED", "../shared")) / "data" / "backtest" / "icews14"
    year = icews_2014(folder) if folder.is_dir() else []
    _say("\nICEWS 2014" if year else f"\nICEWS 2014: skipped, {folder} is not there")
    if year:
        _say(in_table(year))
    _say("\nHistories, read from text")
    histories = [_printed(history) for history in load_histories().values()]
    _say(_summary(results, year, histories))
    return 0 if all(told.in_time for told in histories if told.history.violence) else 1


def _printed(history: History) -> Told:
    told = judged(history, watched_history(history, *deeds_of_history(history)))
    violence = history.violence.isoformat() if history.violence else "none"
    _say(f"  {history.id:26} violence {violence:10}  first sign {told.first or '-':10}  false {len(told.false)}")
    for sign in told.false:
        _say(f"    false: {sign.first_day} {sign.reason}")
    return told


def _summary(results: list[Result], year: list[Score], histories: list[Told]) -> str:
    ours = [result for result in results if result.method == "watch"]
    seen = "/".join(f"{result.seen:.2f}" for result in ours)
    rates = "/".join(f"{result.false_a_year:.2f}" for result in ours)
    crises = [told for told in histories if told.history.violence]
    false = max(len(told.false) for told in histories)
    in_2014 = f"; ICEWS 2014 {year[0].seen} of {year[0].crises}" if year else ""
    in_time = sum(told.in_time for told in crises)
    return (
        f"backtest: seen {seen} at false {rates} a year{in_2014}; "
        f"histories {in_time} of {len(crises)} in time, at most {false} false"
    )


if __name__ == "__main__":
    sys.exit(main())
