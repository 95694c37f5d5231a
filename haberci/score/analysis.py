"""The score of the analysis: case, verb features, lemma and part of speech on the test parts of treebanks.

Each treebank is scored in its own convention, on its text as it is and on the same text with the letters ş, ğ, ı and İ
lost as on an old wire and restored by us. The treebanks are other people's work and lie outside the project.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from haberci.core.universal import SurfaceWord
from haberci.languages.tr.measuring.universal import FIGURES, TREEBANKS, GoldSentence, gold_sentences, measure
from haberci.score.floors import below, load_floors
from haberci.score.gold import OWN_GOLD, shared_folder
from haberci.score.reading import repaired

ANALYSIS_FLOORS = OWN_GOLD / "analysis_floors.toml"
NO_TREEBANKS = "no treebanks beside the checkout (HABERCI_SHARED, ../shared): the analysis was not scored"
RESTORED = " restored"  # what is added to a figure's name where letters had been lost
_WIDTH, _COLUMN = 28, 12


def analysis_figures() -> dict[str, dict[str, float]]:
    """Figures by treebank; none where there are no treebanks."""
    shared = shared_folder()
    found: dict[str, dict[str, float]] = {}
    for name, convention in TREEBANKS.items():
        paths = sorted((shared / "data" / "ud" / name).glob("*test*.conllu*")) if shared else []
        if paths:
            gold = [sentence for path in paths for sentence in gold_sentences(path)]
            found[name] = measure(gold, convention).figures()
            restored = measure(list(restored_sentences(gold)), convention).figures()
            found[name] |= {figure + RESTORED: value for figure, value in restored.items()}
    return found


def restored_sentences(gold: Sequence[GoldSentence]) -> Iterator[GoldSentence]:
    """The sentences with their letters lost and restored; one whose words no longer align comes as it was."""
    lines = repaired(" ".join(word.form for word in sentence.surface) for sentence in gold)
    for sentence, line in zip(gold, lines, strict=True):
        yield _with_words(sentence, line.split(" "))


def _with_words(sentence: GoldSentence, forms: Sequence[str]) -> GoldSentence:
    told = sentence.surface
    if [len(form) for form in forms] != [len(word.form) for word in told]:
        return sentence
    return sentence._replace(surface=[_respelt(word, form) for word, form in zip(told, forms, strict=True)])


def _respelt(word: SurfaceWord, form: str) -> SurfaceWord:
    """A word in another spelling; parts that do not make up its letters stay as they are."""
    if len(word.parts) == 1:
        return SurfaceWord(form, (form,))
    if "".join(word.parts) != word.form:
        return SurfaceWord(form, word.parts)
    first = len(word.parts[0])
    return SurfaceWord(form, (form[:first], form[first:])) if len(word.parts) == 2 else SurfaceWord(form, word.parts)


def analysis_table(figures: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """A row a figure, a column a treebank; the second number is that of restored text."""
    yield "analysis, test part".ljust(_WIDTH) + "".join(name.rjust(_COLUMN) for name in figures)
    for figure in FIGURES:
        for end in ("", RESTORED):
            cells = [f"{held[figure + end]:.3f}".rjust(_COLUMN) for held in figures.values()]
            yield (figure + end).ljust(_WIDTH) + "".join(cells)


def analysis_failures(figures: Mapping[str, Mapping[str, float]], path: Path = ANALYSIS_FLOORS) -> list[str]:
    """A line for each figure below its floor."""
    floors = load_floors(path)
    return [line for name, held in figures.items() for line in below(name, held, floors)]
