"""Where each frame fires: on its own example, in a case of ours, in the corpus where it is there.

``python -m haberci.score.frames`` lists the frames that fire nowhere, and those that fire on their example alone; it
ends with 1 when one fires nowhere.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from haberci.core.frames import Frame
from haberci.core.lexicon import read_rows
from haberci.reading import read, shipped_context
from haberci.score.gold import OWN_GOLD, shared_folder

CASES = OWN_GOLD.parent / "cases" / "events.tsv"
CORPUS = ("tr_political.jsonl.xz", "tr_political_2.jsonl.xz")
NO_CORPUS = "no corpus beside the checkout (HABERCI_SHARED, ../shared): looked for on examples and cases alone"


class Coverage(NamedTuple):
    """Frames that fire nowhere, and frames that fire on their own example alone."""

    silent: tuple[Frame, ...]
    alone: tuple[Frame, ...]


def main() -> int:
    """List what fires nowhere or on its example alone; 0 when every frame fires somewhere."""
    frames = shipped_context("tr").pack.frames.frames
    texts = [*case_texts(), *corpus_texts()]
    found = coverage(frames, fired_rules(texts))
    if shared_folder() is None:
        sys.stdout.write(NO_CORPUS + "\n")
    for frame in found.alone:
        sys.stdout.write(f"{frame.id}: only its example: {frame.example}\n")
    for frame in found.silent:
        sys.stdout.write(f"{frame.id}: fires nowhere, not even here: {frame.example}\n")
    counts = f"{len(found.alone)} fire on their example alone, {len(found.silent)} nowhere"
    sys.stdout.write(f"{len(frames)} frames: {counts}\n")
    return 1 if found.silent else 0


def coverage(frames: Iterable[Frame], fired: Collection[str]) -> Coverage:
    """Which of the frames are not among the rules that fired, by whether their own example fires them."""
    quiet = [frame for frame in frames if rule_of(frame) not in fired]
    alone = [frame for frame in quiet if rule_of(frame) in fired_rules([frame.example])]
    return Coverage(tuple(frame for frame in quiet if frame not in alone), tuple(alone))


def rule_of(frame: Frame) -> str:
    """The id of the rule that an event names when the frame made it."""
    return f"event.{frame.id}"


def fired_rules(texts: Iterable[str]) -> frozenset[str]:
    """The rules of all events that are read in Turkish texts."""
    return frozenset(event.rule for text in texts for event in read(text, lang="tr").events)


def case_texts() -> Iterator[str]:
    """The sentences of our own cases."""
    yield from (row.needs("text") for row in read_rows(CASES, ("text", "events")))


def corpus_texts() -> Iterator[str]:
    """The texts of the corpus, where it stands beside the checkout."""
    folder = shared_folder()
    paths = [] if folder is None else [folder / "data" / "corpus" / name for name in CORPUS]
    for path in paths:
        if path.is_file():
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                yield from (json.loads(line)["text"] for line in lines)


if __name__ == "__main__":
    sys.exit(main())
