"""Measure names on marked texts: ``python -m haberci.languages.tr.measuring.names FILE...``.

A FILE has a word a line, its label last (``B-PER``, ``I-LOC`` …), an empty line between sentences; it may be packed
(.xz). A name counts as right when its words and its kind are (as in CoNLL 2003). ``--degrade`` takes ş ğ ı İ from the
text first and has haberci repair it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from haberci.core.errors import InputError
from haberci.core.register import load_register
from haberci.core.report import Block, BlockKind
from haberci.core.span import Evidence, apply_edits
from haberci.languages.tr.letters.restoring import repair
from haberci.languages.tr.names.labels import KINDS
from haberci.languages.tr.names.model import shipped_recogniser
from haberci.languages.tr.names.texts import Marked, blocks, marked_sentences, spans

LOST = str.maketrans("şğıŞĞİ", "sgiSGI")
Tally = Counter[tuple[str, str]]  # (kind, "right" or "wrong" or "missed") → how often


def tally(sentences: Sequence[Marked], degrade: bool = False) -> Tally:
    """Compare what is recognised with what is marked."""
    counts: Tally = Counter()
    joined = not _has_neighbours(sentences)
    for block in blocks(sentences):
        rows = [sentence.words for sentence in block]
        labels = shipped_recogniser().label(_repaired(rows) if degrade else rows)
        for sentence, row in zip(block, labels, strict=True):
            ours, told = set(spans(_one_kind(row) if joined else row)), set(sentence.names)
            for outcome, names in (("right", ours & told), ("wrong", ours - told), ("missed", told - ours)):
                counts.update((kind, outcome) for _, _, kind in names)
    return counts


def f1(counts: Tally, kind: str | None = None) -> tuple[float, float, float]:
    """Precision, recall and F1 of one kind of name, or of all."""
    right, wrong, missed = (
        sum(n for (name, outcome), n in counts.items() if outcome == wanted and kind in (None, name))
        for wanted in ("right", "wrong", "missed")
    )
    return (
        right / max(1, right + wrong),
        right / max(1, right + missed),
        2 * right / max(1, 2 * right + wrong + missed),
    )


def _has_neighbours(sentences: Sequence[Marked]) -> bool:
    """Whether the file tells two names of a kind apart that stand side by side; if not, ours are joined, too."""
    return any(
        left[1:] == (right[0], right[2])
        for sentence in sentences
        for left, right in zip(sentence.names, sentence.names[1:], strict=False)
    )


def _one_kind(labels: Sequence[str]) -> list[str]:
    return [label if label == "O" else "I" + label[1:] for label in labels]


def _repaired(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The words without ş ğ ı İ, and repaired again; the lines stay, and a repair changes no number of words."""
    text = "\n".join(" ".join(row) for row in rows).translate(LOST)
    block = Block(BlockKind.PARAGRAPH, Evidence(0, len(text), 0, len(text)), "measure")
    edits = [edit for edit in repair(text, [block], load_register().names()) if "\n" not in edit.before]
    mended = apply_edits(text, edits)
    return [line.split(" ") for line in mended.split("\n")]


def _lines(path: Path, degrade: bool) -> Iterator[str]:
    counts = tally(marked_sentences(path), degrade)
    yield f"{path.name}{' (degraded and repaired)' if degrade else ''}"
    yield "kind     names  precision  recall     F1"
    for kind in (*KINDS, None):
        names = sum(n for (name, outcome), n in counts.items() if outcome != "wrong" and kind in (None, name))
        figures = f1(counts, kind)
        yield f"{kind or 'all':6}{names:8}{figures[0]:11.4f}{figures[1]:8.4f}{figures[2]:7.4f}"


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="measure_names", description="Measure names on marked texts.")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--degrade", action="store_true", help="take ş ğ ı İ from the text and repair it first")
    options = parser.parse_args(arguments)
    try:
        for path in options.files:
            print("\n".join(_lines(path, options.degrade)))
    except InputError as error:
        sys.stderr.write(f"measure_names: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
