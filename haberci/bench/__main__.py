"""How fast haberci reads, by processor time: ``python -m haberci.bench [REPORTS [EVENTS]]``, on one core.

Measured on the Turkish political corpus where the shared folder is there, else on the examples, again and again.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from rich.console import Console
from rich.table import Table

from haberci.bench.letters import letters_table
from haberci.bench.names import print_names
from haberci.bench.store import print_store
from haberci.cli.keeper import Keeper
from haberci.collector import collect_seldom
from haberci.core.errors import InputError
from haberci.core.language import Context
from haberci.core.report import Report
from haberci.read.parse import parse
from haberci.read.reader import STAGES
from haberci.reading import load_tables, shipped_context
from haberci.score.gold import shared_folder
from haberci.sources.paths import in_language, read_paths

REPORTS = 2000  # more than the corpus holds: words met before are read faster, so that a part says less than the whole
EVENTS = 1_000_000  # synthetic ones, among which some are asked for; ten million take some minutes to make
BATCH = 100
ANALYSIS = ("sentences", "tokens", "names", "times")
CORPUS = "data/corpus/tr_political.jsonl.xz"
EXAMPLES = Path("examples")  # of the checkout, where make runs it: what is compiled lies elsewhere


def main() -> None:
    """Print the table."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    console = Console(width=100, highlight=False)
    collect_seldom()  # as the command line does
    where, reports = _reports(wanted)
    started = process_time()
    context = shipped_context("tr")
    loaded = process_time() - started
    load_tables()  # what is loaded at first use is no part of a report's time
    console.print(f"{len(reports)} reports of {sum(len(r.raw) for r in reports) // len(reports)} characters, {where}")
    console.print("processor time of one core, which other work on the machine does not count into")
    console.print(f"language pack, register and codebook loaded in {loaded:.2f} s\n")
    _print_speeds(console, reports, context)
    letters_table(console)
    print_store(console, int(sys.argv[2]) if len(sys.argv) > 2 else EVENTS)


def _print_speeds(console: Console, reports: list[Report], context: Context) -> None:
    cold, warm = Spent(), Spent()
    names = [[name.name for name in report.names] for report in _timed(reports, context, cold)]
    stored, size = _store(_timed(reports, context, warm))  # the same reports again, all of whose words were met before
    console.print(_table(cold.stages, len(reports), sum(len(r.raw.encode()) for r in reports)))
    chain = sum(cold.stages.values())
    console.print(f"\nchain            {len(reports) / chain:8.1f} reports/s")
    console.print(f"chain and store  {len(reports) / (chain + stored):8.1f} reports/s")
    console.print(f"the database     {size / 1e3 / len(reports):8.1f} MB for 1,000 reports, texts and deeds included")
    again = warm.words_a_second()
    console.print("analysis (sentences, words with their forms, names, clauses, times):")
    console.print(
        f"  {cold.words_a_second():.0f} words/s as words are met for the first time, {again:.0f} words/s again"
    )
    print_names(console, names)


def _reports(wanted: int) -> tuple[str, list[Report]]:
    """So many raw Turkish reports, and where they are from."""
    shared = shared_folder()
    corpus = shared / CORPUS if shared else None
    if corpus is not None and corpus.is_file():
        return corpus.name, list(islice(_raw(corpus), wanted))
    examples = list(_raw(EXAMPLES))
    if not examples:
        raise InputError(f"{EXAMPLES}: no reports to measure with")
    return "the examples, repeated", list(islice(cycle(examples), min(wanted, 100)))


def _raw(path: Path) -> Iterator[Report]:
    return (found for found in in_language(read_paths([path]), "tr") if isinstance(found, Report))


@dataclass(slots=True)
class Spent:
    """Seconds spent in each stage, and in finding clauses, which is part of a stage; the words that were read."""

    stages: dict[str, float] = field(default_factory=lambda: dict.fromkeys((stage.__name__ for stage in STAGES), 0.0))
    clauses: float = 0.0
    words: int = 0

    def words_a_second(self) -> float:
        """How fast the stages are that tell what a text says, before anything is coded."""
        return self.words / (sum(self.stages[name] for name in ANALYSIS) + self.clauses)


def _timed(reports: list[Report], context: Context, spent: Spent) -> Iterator[Report]:
    """The reports read, with what it took."""
    for raw in reports:
        report = raw
        for stage in STAGES:
            started = process_time()
            report = stage(report, context)
            spent.stages[stage.__name__] += process_time() - started
        started = process_time()
        for parsed in parse(report, context):
            parsed.clauses  # noqa: B018 (found when asked for)
        spent.clauses += process_time() - started
        spent.words += len(report.tokens)
        yield report


def _store(reports: Iterator[Report]) -> tuple[float, int]:
    """Seconds spent in storing, batch by batch as ``haberci read`` does, and the bytes of the database."""
    spent = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.db")
        with Keeper(path) as keeper:
            while batch := list(islice(reports, BATCH)):
                started = process_time()
                keeper.keep(batch)
                spent += process_time() - started
        return spent, path.stat().st_size


def _table(spent: dict[str, float], reports: int, size: int) -> Table:
    table = Table(box=None, pad_edge=False, header_style="")
    table.add_column("stage")
    for column in ("ms/report", "MB/s", "share"):
        table.add_column(column, justify="right")
    total = sum(spent.values())
    for name, seconds in [*spent.items(), ("all stages", total)]:
        table.add_row(name, f"{1000 * seconds / reports:.2f}", f"{size / 1e6 / seconds:.2f}", f"{seconds / total:.0%}")
    return table


if __name__ == "__main__":
    main()
