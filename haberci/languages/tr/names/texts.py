"""Texts with names marked in them: columns (word first, label last), an empty line between sentences."""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TextIO

from haberci.core.errors import InputError

BLOCK: Final = 24  # sentences that count as one report where a file does not say where reports begin
KINDS: Final = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "PERSON": "PER", "GPE": "LOC"}  # what others call them


class Marked(NamedTuple):
    """A sentence and its names: half-open stretches of words, each with its kind."""

    words: list[str]
    names: list[tuple[int, int, str]]


def marked_sentences(path: Path) -> list[Marked]:
    """The sentences of a file (may end in .xz); raises InputError when it can't be read or marks nothing."""
    try:
        with _opened(path) as lines:
            found = [_marked(rows) for rows in _sentences(lines)]
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise InputError(f"{path.name}: can't be read ({error.__class__.__name__})") from error
    if not any(sentence.names for sentence in found):
        raise InputError(f"{path.name}: no name is marked in it")
    return found


def blocks(sentences: Sequence[Marked]) -> Iterator[Sequence[Marked]]:
    """Stretches of the file that are read as one report each."""
    for start in range(0, len(sentences), BLOCK):
        yield sentences[start : start + BLOCK]


def _opened(path: Path) -> TextIO:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _sentences(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in lines:
        if line.strip():
            rows.append(line.split())
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _marked(rows: Sequence[Sequence[str]]) -> Marked:
    return Marked([row[0] for row in rows], spans([row[-1] for row in rows]))


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """The names in a row of labels: ``B`` begins one, ``I`` and ``L`` go on with one, if one is open."""
    found: list[tuple[int, int, str]] = []
    for at, label in enumerate(labels):
        if label == "O":
            continue
        place, _, name = label.partition("-")
        kind = KINDS.get(name)
        if kind is None:
            continue
        if place not in "BU" and found and found[-1][1:] == (at, kind):
            found[-1] = (found[-1][0], at + 1, kind)
        else:
            found.append((at, at + 1, kind))
    return found
