"""Sentence ends behind a mark on the test part of BOUN, joined into paragraphs; also with letters lost and repaired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from haberci.languages.tr.measuring.sentences import ends_of, tally, texts
from haberci.score.gold import shared_folder
from haberci.score.reading import repaired
from haberci.score.table import labelled

TABLE = "tr_ends"  # of the floors
FIGURES = ("ends.f1", "ends.repaired.f1")
_TREEBANK, _PARAGRAPH = "data/ud/BOUN", 20


def ends_figures() -> dict[str, float]:
    """F1 of sentence ends by figure; empty where the treebank is not there."""
    shared = shared_folder()
    paths = sorted((shared / _TREEBANK).glob("*test*.conllu*")) if shared else []
    if not paths:
        return {}
    sound = [text for path in paths for text in texts(path)]
    return {name: _f1(parts) for name, parts in zip(FIGURES, (sound, list(repaired(sound))), strict=True)}


def ends_lines(figures: Mapping[str, float]) -> Iterator[str]:
    """The figures as lines of the score."""
    return labelled(
        figures, dict(zip(FIGURES, ("sentence ends, BOUN rejoined", "  degraded and repaired"), strict=True))
    )


def _f1(parts: Sequence[str]) -> float:
    return tally([end for end in ends_of(parts, _PARAGRAPH) if end[2]]).f1
