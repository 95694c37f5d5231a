"""What the store is measured by: how well copies are found, and how fast events are asked for among many."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import NamedTuple

from rich.console import Console

from haberci.bench.stories import Rewritten, rewritten_stories
from haberci.core.report import Report
from haberci.core.states import load_states
from haberci.languages.packs import search_fold
from haberci.store.rows import RunVersion
from haberci.store.store import Store

STORIES = 500
VERSION = RunVersion("bench", "", "", "")
FIRST_YEAR, YEARS = 2005, 20
STATES = sorted(code for code in load_states() if len(code) == 3)


class Found(NamedTuple):
    """How well copies were found, over pairs of reports; ``seconds`` of processor time a report."""

    precision: float
    recall: float
    f1: float
    reports: int
    seconds: float


def copies_found(told: Sequence[Rewritten]) -> Found:
    """Store texts in an order that says nothing of their stories, and compare the groups with the stories."""
    order = list(range(len(told)))
    Random(2).shuffle(order)
    reports = [Report(id=str(n), raw=told[n].text, text=told[n].text, lang="tr", date="2024-05-01") for n in order]
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder, "copies.db"), fold=search_fold) as store:
        started = process_time()
        store.write(reports, VERSION)
        spent = process_time() - started
        groups = {key.id: group for key, group in store.copy_groups()}
    pairs = Counter((told[n].story, groups[str(n)]) for n in order)
    right = sum(_pairs(n) for n in pairs.values())
    found = sum(_pairs(n) for n in Counter(groups.values()).values())
    wanted = sum(_pairs(n) for n in Counter(one.story for one in told).values())
    precision, recall = right / found, right / wanted
    return Found(precision, recall, 2 * precision * recall / (precision + recall), len(told), spent / len(told))


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def make_many_events(path: Path, events: int, per_report: int = 10) -> None:
    """A database of synthetic events, so many a report, spread over twenty years and all states.

    The rows of the tables that ``haberci events`` asks are written as reading would write them.
    """
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -500000")  # KiB
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql <> '' AND tbl_name LIKE 'event%'"
        ).fetchall()
        for name, _ in indexes:  # built at the end they are built at once
            connection.execute(f"DROP INDEX {name}")
        connection.execute("INSERT INTO run VALUES (1, '2026-01-01T00:00:00.000000Z', 'bench', '', '', '')")
        connection.execute("INSERT INTO text (text_id, sha256, body) VALUES (1, x'00', 'Rusya saldırdı.')")
        connection.executescript(_EVENTS.format(events=events, per_report=per_report, states=len(STATES)))
        for _, sql in indexes:
            connection.execute(sql)
    connection.close()


_STATE = "substr('" + "".join(STATES) + "', 3 * (({number}) % {{states}}) + 1, 3)"
_DAY = f"date('{FIRST_YEAR}-01-01', '+' || ((n * 2654435761) % {YEARS * 365}) || ' days')"
_EVENTS = f"""
CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {{events}})
INSERT INTO number SELECT n FROM c;
INSERT INTO report (report_id, source, id) SELECT n, 'bench', n FROM number WHERE n <= {{events}} / {{per_report}};
INSERT INTO revision (revision_id, report, number, text, date)
  SELECT n, n, 1, 1, {_DAY} FROM number WHERE n <= {{events}} / {{per_report}};
INSERT INTO reading (reading_id, report, revision, run, text, lang, coded, events, statements, roles)
  SELECT n, n, n, 1, 1, 'tr', 1, {{per_report}}, 0, 0 FROM number WHERE n <= {{events}} / {{per_report}};
INSERT INTO event (event_id, claim, reading, date, type, quad, intensity, modality, trigger_text, trigger_start,
  trigger_stop, trigger_text_start, trigger_text_stop, start, stop, text_start, text_stop, rule)
  SELECT n, printf('%020x', n * 2654435761), 1 + (n - 1) / {{per_report}}, {_DAY},
  CASE n % 4 WHEN 0 THEN 'ASSAULT' WHEN 1 THEN 'CONSULT' WHEN 2 THEN 'ACCUSE' ELSE 'COERCE' END, 4, -9, 'happened',
  'saldırdı', 6, 14, 6, 14, 0, 15, 0, 15, 'bench' FROM number;
INSERT INTO event_party (event, n, part, code_no, principal, sector, date)
  SELECT n, 0, 'actor', 0, {_STATE.format(number="n / 7")}, 'GOV', {_DAY} FROM number;
INSERT INTO event_party (event, n, part, code_no, principal, sector, date)
  SELECT n, 1, 'recipient', 0, {_STATE.format(number="n / 11 + 3")}, 'GOV', {_DAY} FROM number;
DROP TABLE number;
"""


def seconds_to_ask(path: Path, limit: int | None) -> tuple[float, int]:
    """The median time of asking for events of one actor in one month, over some; and how many came at most."""
    spent, most = [], 0
    with Store.open(path, mode="read") as store:
        for n, state in enumerate(islice(STATES, 9)):
            month = f"{FIRST_YEAR + n}-0{n + 1}"
            started = perf_counter()
            found = sum(1 for _ in store.events(actor=state, since=month, until=month, limit=limit))
            spent.append(perf_counter() - started)
            most = max(most, found)
    return sorted(spent)[len(spent) // 2], most


def print_store(console: Console, events: int) -> None:
    """Print the lines of the store."""
    found = copies_found(list(rewritten_stories(STORIES)))
    console.print(f"\ncopies of {STORIES} rewritten stories, {found.reports} reports:")
    told = f"  precision {found.precision:.3f}, recall {found.recall:.3f}, F1 {found.f1:.3f}"
    console.print(f"{told}, {1000 * found.seconds:.1f} ms a report, storing included")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "many.db")
        make_many_events(path, events)
        seconds, _ = seconds_to_ask(path, 100)
        whole, most = seconds_to_ask(path, None)
        size = path.stat().st_size / 1e9
    console.print(f"events of one actor and month among {events:,} synthetic ones ({size:.1f} GB):")
    console.print(f"  the first 100 in {seconds:.3f} s, all (up to {most}) in {whole:.3f} s")
