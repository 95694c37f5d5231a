"""Time expressions in sentences coded by hand (``tests/cases/times.tsv``): which words, which days, how exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from haberci.core.lexicon import Row, read_rows
from haberci.core.report import Report
from haberci.reading import read
from haberci.score.figures import Count
from haberci.score.gold import CHECKOUT
from haberci.score.reading import LOST_LETTERS
from haberci.score.table import labelled

CASES = CHECKOUT / "tests" / "cases" / "times.tsv"
TABLE = "tr_times"  # of the floors
FIGURES = ("times.f1", "times.repaired.f1")
_COLUMNS = ("sentence", "anchor", "times")


def coded_times(row: Row) -> set[str]:
    """The times that a row codes, without the rules that find them."""
    return {told.rpartition(" ")[0] for told in row["times"].split(" ; ") if told}


def found_times(report: Report) -> set[str]:
    """Ours, written as a row codes them."""
    return {f"{time.text} = {time.start or '?'}..{time.stop or '?'} {time.precision}" for time in report.times}


def time_count(degrade: bool = False) -> Count:
    """Times right, false and missed in all sentences; ``degrade`` takes ş ğ ı İ from them first."""
    total = Count()
    for row in read_rows(CASES, _COLUMNS):
        text = row["sentence"].translate(LOST_LETTERS) if degrade else row["sentence"]
        gold, ours = coded_times(row), found_times(read(text, date=row["anchor"] or None, lang="tr"))
        total = total.plus(Count(len(gold & ours), len(ours - gold), len(gold - ours)))
    return total


def time_figures() -> dict[str, float]:
    """F1 of times by figure."""
    return {name: time_count(degrade).f1 for name, degrade in zip(FIGURES, (False, True), strict=True)}


def time_lines(figures: Mapping[str, float]) -> Iterator[str]:
    """The figures as lines of the score."""
    return labelled(figures, dict(zip(FIGURES, ("times, own sentences", "  degraded and repaired"), strict=True)))
