"""CoNLL-U, the form of treebanks: ten columns a word, ranges of words that are written as one, comments, empty lines.

See https://universaldependencies.org/format.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from haberci.core.errors import InputError
from haberci.core.universal import SurfaceWord

COLUMNS: Final = 10
ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(COLUMNS)
_WORD: Final = re.compile(r"\d+")
_RANGE: Final = re.compile(r"(\d+)-(\d+)")
_EMPTY_NODE: Final = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class ConlluSentence:
    """One sentence: its lines in order, comments as they are and words as cells."""

    comments: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def words(self) -> list[tuple[str, ...]]:
        """The rows of the words of syntax, without ranges and empty nodes."""
        return [row for row in self.rows if _WORD.fullmatch(row[ID])]

    def surface(self) -> list[SurfaceWord]:
        """The words as they are written, each with the words of syntax that it holds."""
        found: list[SurfaceWord] = []
        until = 0
        for row in self.rows:
            spans = _RANGE.fullmatch(row[ID])
            if spans:
                first, until = int(spans[1]), int(spans[2])
                held = tuple(w[FORM] for w in self.words() if first <= int(w[ID]) <= until)
                found.append(SurfaceWord(row[FORM], held))
            elif _WORD.fullmatch(row[ID]) and int(row[ID]) > until:
                found.append(SurfaceWord(row[FORM], (row[FORM],)))
        return found


def features(cell: str) -> dict[str, str]:
    """The features of a cell, ``Case=Nom|Number=Sing``, by name."""
    return dict(pair.split("=", 1) for pair in cell.split("|") if "=" in pair)


def feature_cell(feats: dict[str, str]) -> str:
    """Features as a cell, in the order that CoNLL-U asks for."""
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats, key=_caseless)) or "_"


def read_conllu(lines: Iterable[str]) -> Iterator[ConlluSentence]:
    """The sentences of a file. Raises InputError that names the line of what is no CoNLL-U."""
    comments: list[str] = []
    rows: list[tuple[str, ...]] = []
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if line.startswith("#") and not rows:
            comments.append(line)
        elif line.strip():
            rows.append(_cells(number, line))
        elif rows:
            yield _sentence(number, comments, rows)
            comments, rows = [], []
    if rows:
        yield _sentence(number + 1, comments, rows)


def _sentence(number: int, comments: list[str], rows: list[tuple[str, ...]]) -> ConlluSentence:
    sentence = ConlluSentence(tuple(comments), tuple(rows))
    if [row[ID] for row in sentence.words()] != [str(n) for n in range(1, len(sentence.words()) + 1)]:
        raise InputError(f"{number - len(rows)}: the words of the sentence that begins here are not numbered from 1")
    until = 0
    for at, row in enumerate(rows):
        if spans := _RANGE.fullmatch(row[ID]):
            first, last = int(spans[1]), int(spans[2])
            if not until < first <= last <= len(sentence.words()):
                raise InputError(f"{number - len(rows) + at}: {row[ID]} is no range of the sentence's words")
            until = last
    return sentence


def _cells(number: int, line: str) -> tuple[str, ...]:
    cells = tuple(line.split("\t"))
    if len(cells) != COLUMNS:
        raise InputError(f"{number}: {len(cells)} columns, but CoNLL-U has {COLUMNS}, with tabs between them")
    if not any(kind.fullmatch(cells[ID]) for kind in (_WORD, _RANGE, _EMPTY_NODE)):
        raise InputError(f"{number}: {cells[ID] or 'an empty cell'} is no word's number")
    if not cells[FORM]:
        raise InputError(f"{number}: a word without a form")
    return cells


def _caseless(name: str) -> str:
    return name.translate(_SMALL)


_SMALL: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
