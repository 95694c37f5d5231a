"""Stems of the dictionary, asked where no common stem fits a word.

They are those of ``tr/dictionary.tsv`` (made by ``learn_dictionary``) and, for closed classes, ``tr/closed_stems.tsv``.
They are kept apart from the common ones, which are weighed by how they are used: beside those a rare stem would take
common words apart. There are many and few are met, so that each is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from haberci.core.errors import LexiconError
from haberci.core.lexicon import Row, data_file, read_rows
from haberci.languages.tr.morphology.paradigms import Held, paradigm
from haberci.languages.tr.morphology.stems import Stem, noun_shapes, verb_shapes

FILE, CLOSED = "tr/dictionary.tsv", "tr/closed_stems.tsv"
_COLUMNS: Final = "lemma\tpos\tchange\taorist"


class Dictionary(Mapping[str, Held]):
    """The lemmas and paradigms of the dictionary by the letters in which they stand in words."""

    def __init__(self, rows: Mapping[str, tuple[str, ...]]) -> None:
        self._rows = rows
        self._made: dict[str, Held] = {}

    def __getitem__(self, shape: str) -> Held:
        if shape not in self._made:
            self._made[shape] = tuple((stem.lemma, paradigm(stem, shape)) for stem in self.stems(shape))
        return self._made[shape]

    def get(self, shape: str, default: Any = None) -> Any:
        """The lemmas and paradigms that stand so; nearly always none."""
        return self[shape] if shape in self._rows else default

    def __contains__(self, shape: object) -> bool:
        return shape in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def parts(self, lemma: str) -> str:
        """The parts of speech that a lemma has; empty when it is none."""
        return "|".join(line.split("\t", 2)[1] for line in self._rows.get(lemma, ()) if line.startswith(lemma + "\t"))

    def stems(self, shape: str) -> list[Stem]:
        """The stems that stand so in words."""
        return [stem for line in self._rows.get(shape, ()) for held, stem in _shapes(line) if held == shape]


def _shapes(line: str) -> list[tuple[str, Stem]]:
    lemma, pos, change, aorist = [*line.split("\t"), "", ""][:4]
    row = Row(FILE, 0, {"lemma": lemma, "stem": lemma, "pos": pos, "change": change, "aorist": aorist})
    return verb_shapes(row) if pos == "VERB" else noun_shapes(row)


@lru_cache(maxsize=1)
def dictionary() -> Dictionary:
    """The dictionary. Raises LexiconError when the file can't be read or is no table of stems."""
    try:
        text = data_file(FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{FILE}: can't be read ({error.__class__.__name__})") from error
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    if not lines or lines[0] != _COLUMNS:
        raise LexiconError(f"{FILE}: its columns are not lemma, pos, change, aorist")
    found: dict[str, tuple[str, ...]] = {}
    for line in _closed() + lines[1:]:
        lemma, _, rest = line.partition("\t")
        for shape in _written(lemma, rest, line):
            found[shape] = (*found.get(shape, ()), line)
    return Dictionary(found)


def _closed() -> list[str]:
    """The stems of the closed classes, as lines of the dictionary."""
    rows = read_rows(CLOSED, ("lemma", "pos", "change", "example"))
    return [
        f"{row.needs('lemma')}\t{row.needs('pos')}\t{row['change']}".rstrip("\t")
        for row in rows
        if row.needs("example")
    ]


def _written(lemma: str, rest: str, line: str) -> Iterable[str]:
    """The letters in which a stem stands in words, each once; nearly all nouns have one shape."""
    return dict.fromkeys(shape for shape, _ in _shapes(line)) if "\t" in rest else (lemma,)
