"""Names in news that other people marked, where the shared folder has them: sound, and degraded and repaired."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from haberci.languages.tr.measuring.names import f1, tally
from haberci.languages.tr.names.texts import marked_sentences
from haberci.score.gold import shared_folder
from haberci.score.table import labelled

TABLE = "tr_names"  # of the floors
MARKED = "data/ner/news/gungor.ner.test.14.only_consistent.xz"
FIGURES = ("names.f1", "names.repaired.f1")


def names_figures() -> dict[str, float]:
    """F1 of names by figure; empty where the texts are not there."""
    shared = shared_folder()
    if shared is None or not (shared / MARKED).is_file():
        return {}
    sentences = marked_sentences(shared / MARKED)
    return {name: f1(tally(sentences, degrade))[2] for name, degrade in zip(FIGURES, (False, True), strict=True)}


def names_lines(figures: Mapping[str, float]) -> Iterator[str]:
    """The figures as lines of the score."""
    return labelled(figures, dict(zip(FIGURES, ("names F1, marked news", "  degraded and repaired"), strict=True)))
