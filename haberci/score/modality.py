"""Modality on single sentences coded by hand: a told deed happened, is planned, wanted, hypothetical or denied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from haberci.core.codebook import Modality
from haberci.core.lexicon import read_rows
from haberci.core.report import Report
from haberci.core.span import Evidence
from haberci.reading import read
from haberci.score.figures import Count
from haberci.score.gold import CHECKOUT

MODALITY = CHECKOUT / "tests" / "cases" / "modality_gold.tsv"
TABLE = "tr_modality"  # of the floors
DAY = "2025-06-15"  # of the reports that the sentences make up


class Told(NamedTuple):
    """A sentence, and the deed in it: its type, the words that name it, its modality."""

    text: str
    type: str
    deed: str
    modality: str


def load_told(path: Path = MODALITY) -> list[Told]:
    """The sentences of the table; raises LexiconError when it is none."""
    return [Told(*(row[column] for column in Told._fields)) for row in read_rows(path, Told._fields)]


def found_modality(told: Told, report: Report) -> str | None:
    """The modality of our event of that type, rather of one whose trigger meets the deed's words; None: no event."""
    events = [event for event in report.events if event.type == told.type]
    start = report.text.find(told.deed)
    near = [event for event in events if _meet(event.trigger_at, start, start + len(told.deed))]
    return next((event.modality.value for event in near or events), None)


def _meet(words: Evidence, start: int, stop: int) -> bool:
    return words.start < stop and start < words.stop


def modality_counts(rows: Sequence[tuple[str, str | None]]) -> dict[str, Count]:
    """Right, wrong and missed for each modality, of pairs: the one coded by hand, and ours or None."""
    return {
        name: Count(
            sum(gold == ours == name for gold, ours in rows),
            sum(ours == name != gold for gold, ours in rows),
            sum(gold == name != ours for gold, ours in rows),
        )
        for name in map(str, Modality)
    }


def read_told(path: Path = MODALITY) -> Iterator[tuple[Told, str | None]]:
    """The sentences with the modality that we find in each."""
    for told in load_told(path):
        yield told, found_modality(told, read(told.text, date=DAY))


def modality_figures(path: Path = MODALITY) -> dict[str, float]:
    """F1 of each modality by its name."""
    counts = modality_counts([(told.modality, ours) for told, ours in read_told(path)])
    return {f"{name}.f1": count.f1 for name, count in counts.items()}


def modality_errors(path: Path = MODALITY) -> Iterator[str]:
    """The sentences that come out otherwise than coded, a line each."""
    for told, ours in read_told(path):
        if ours != told.modality:
            yield f"{told.modality} -> {ours or 'no event'}  {told.type} “{told.deed}”  {told.text}"


def modality_lines(figures: Mapping[str, float]) -> Iterator[str]:
    """The figures as lines of the score."""
    for name in map(str, Modality):
        yield f"{f'{name} F1, single sentences':35}{figures[f'{name}.f1']:5.3f}"
