"""Read gold reports as they stand, or degraded, and count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from haberci.core.report import Report
from haberci.reading import repair_each
from haberci.score.coded import coded_report
from haberci.score.figures import Score
from haberci.score.gold import GoldFile, GoldReport
from haberci.sources.raw import raw_report

Reader = Callable[[GoldReport], Report]

LOST_LETTERS = str.maketrans("şŞğĞıİ", "sSgGiI")  # what a Turkish text loses on its way through Latin-1
_A_TEXT = 40  # sentences that make one text to be repaired
_APART = "\n\n"  # what stands between two of them: a single line break may be taken for one within a sentence


def repaired(texts: Iterable[str]) -> Iterator[str]:
    """Each text (one line) with its letters lost and repaired by us; many that no longer align come as they were.

    Raises what kept a text from being read.
    """
    left = iter(texts)
    while some := list(islice(left, _A_TEXT)):
        (report,) = repair_each([raw_report(_APART.join(some).translate(LOST_LETTERS), "sound", lang="tr")])
        if isinstance(report, Exception):
            raise report
        lines = report.text.split(_APART)
        yield from lines if len(lines) == len(some) else some


def score_file(gold: GoldFile, reader: Reader) -> Score:
    """Read every report of a file and count."""
    score = Score()
    for report in gold.reports:
        ours = reader(report)
        score.add(coded_report(ours, report.sentences), report.coded)
        if report.repaired is not None:
            score.add_letters(ours.text, report.repaired)
    return score


def degraded(gold: GoldFile) -> GoldFile:
    """The reports of a file that came sound, with their letters lost; offsets hold, a letter loses only its mark."""
    return GoldFile(gold.name, tuple(_sound_degraded(gold)))


def _sound_degraded(gold: GoldFile) -> Iterator[GoldReport]:
    for report in gold.reports:
        lost = report.text.translate(LOST_LETTERS)
        if report.repaired in (None, report.text) and lost != report.text:
            yield replace(report, text=lost, repaired=report.text)
