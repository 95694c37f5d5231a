"""What was learned of parts of speech and lemmas: how it is kept in a file, for each convention.

The file (``tr/universal.bin``, made by ``learn_universal``) is a deflated text. Its lines are
``feature LABEL:weight …`` for parts of speech, ``= feature weight`` for lemmas, and
``@ word PART lemma`` for words whose lemma no rule leads to.
A feature begins with the letter of its convention; weights are hundredths.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Final, NamedTuple

from haberci.core.errors import LexiconError
from haberci.core.lexicon import data_file
from haberci.core.universal import Convention

FILE: Final = "tr/universal.bin"
SCALE: Final = 100


class UniversalModel(NamedTuple):
    """The weights of one convention, of parts of speech by feature and label, of lemmas by feature."""

    tags: dict[str, dict[str, float]]
    lemmas: dict[str, float]
    seen: dict[tuple[str, str], str]


@lru_cache(maxsize=2)
def load_model(convention: Convention) -> UniversalModel:
    """The shipped model of a convention. Raises LexiconError when the file is broken."""
    try:
        text = zlib.decompress(data_file(FILE).read_bytes()).decode("utf-8")
        return parse(text, convention)
    except (OSError, zlib.error, ValueError) as error:
        raise LexiconError(f"{FILE}: can't be read ({error.__class__.__name__})") from error


def parse(text: str, convention: Convention) -> UniversalModel:
    """The model of a convention from the text of the file; ValueError on a broken line."""
    tags: dict[str, dict[str, float]] = {}
    lemmas: dict[str, float] = {}
    seen: dict[tuple[str, str], str] = {}
    mark = convention[0]
    for line in text.split("\n"):
        kind, *cells = line.split(" ")
        if kind[1:2] == "" and kind in "=@":
            feature, *rest = cells
            if not feature.startswith(mark):
                continue
            if kind == "=":
                lemmas[feature[1:]] = int(rest[0]) / SCALE
            else:
                seen[feature[1:], rest[0].removeprefix("-")] = rest[1]
        elif kind.startswith(mark):
            pairs = (cell.partition(":") for cell in cells)
            tags[kind[1:]] = {label: int(weight) / SCALE for label, _, weight in pairs}
    return UniversalModel(tags, lemmas, seen)


def pack(lines: list[str]) -> bytes:
    """The bytes of a file with these lines, in order."""
    return zlib.compress("\n".join(sorted(lines)).encode("utf-8"), 9)
