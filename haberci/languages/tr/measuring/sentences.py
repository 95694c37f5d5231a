"""Measure where Turkish sentences end against treebanks: ``python -m haberci.languages.tr.measuring.sentences DIR``.

DIR holds files ``*.conllu`` or ``*.conllu.xz`` of Universal Dependencies; those named ``*test*`` are read, or the files
given. The sentences (``# text =``) are joined again with spaces, into paragraphs of many, and these are split. An end
is right when it falls on the same character; the last one of a paragraph is told by the paragraph and not counted.

Two rows are printed for a file: all ends, and those behind a mark. Headlines, verses and list items of a treebank end
without a mark; joined to what follows, no reader could tell their ends, which news sets on lines of their own. The
second row neither asks for such an end nor counts it as false.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from haberci.languages.tr.sentences import sentences

_MARKS = ".?!…"
_CLOSERS = " \"”’'»)]“"
_AROUND = 40  # characters shown on both sides of a wrong end


class Ends(NamedTuple):
    """Numbers of ends: found rightly, found falsely, missed."""

    right: int
    false: int
    missed: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 where there are no ends."""
        return 2 * self.right / max(2 * self.right + self.false + self.missed, 1)

    def line(self, name: str) -> str:
        """One row of the table."""
        precision = self.right / max(self.right + self.false, 1)
        recall = self.right / max(self.right + self.missed, 1)
        counts = f"{self.right} right, {self.false} false, {self.missed} missed"
        return f"  {name:16} precision {precision:.3f}  recall {recall:.3f}  F1 {self.f1:.3f}  ({counts})"


def texts(path: Path) -> Iterator[str]:
    """The text of each sentence of a CoNLL-U file, compressed or not, with single spaces."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                yield " ".join(line[9:].split())


def is_marked(sentence: str) -> bool:
    """Whether a mark ends the sentence, with or without quotes and brackets behind it."""
    bare = sentence.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _MARKS


def compare(parts: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """Join sentences into a paragraph and split it: (right, false or missed; what stands around; behind a mark)."""
    paragraph = " ".join(parts)
    gold: dict[int, bool] = {}
    at = 0
    for part in parts:
        at += len(part)
        gold[at] = is_marked(part)
        at += 1
    ours = {span.stop for span in sentences(paragraph)}
    for end in sorted((gold.keys() | ours) - {len(paragraph)}):
        around = f"{paragraph[max(0, end - _AROUND) : end]}‖{paragraph[end : end + _AROUND]}"
        verdict = "right" if end in gold and end in ours else "missed" if end in gold else "false"
        yield verdict, around, gold.get(end, True)


def measure(path: Path, size: int) -> Iterator[tuple[str, str, bool]]:
    """Every end of a treebank, joined into paragraphs of ``size`` sentences."""
    yield from ends_of(list(texts(path)), size)


def ends_of(parts: Sequence[str], size: int) -> Iterator[tuple[str, str, bool]]:
    """Every end of sentences that are joined into paragraphs of ``size``."""
    for first in range(0, len(parts), size):
        yield from compare(parts[first : first + size])


def tally(ends: Sequence[tuple[str, str, bool]]) -> Ends:
    """The numbers of some ends."""
    verdicts = [verdict for verdict, _, _ in ends]
    return Ends(verdicts.count("right"), verdicts.count("false"), verdicts.count("missed"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each treebank; the exit status is 2 when there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="measure_sentences", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="folders or CoNLL-U files")
    parser.add_argument("--size", type=int, default=20, help="sentences of a paragraph")
    parser.add_argument("--errors", type=int, default=0, help="how many of the wrong ends behind a mark to print")
    options = parser.parse_args(arguments)
    files = [
        file for path in options.paths for file in (sorted(path.rglob("*test*.conllu*")) if path.is_dir() else [path])
    ]
    for file in files:
        ends = list(measure(file, options.size))
        marked = [end for end in ends if end[2]]
        print(file.name)
        print(tally(ends).line("all"))
        print(tally(marked).line("behind a mark"))
        for verdict, around, _ in [end for end in marked if end[0] != "right"][: options.errors]:
            print(f"    {verdict:6} {around}")
    return 0 if files else 2


if __name__ == "__main__":
    sys.exit(main())
