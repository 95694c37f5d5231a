"""The readings of the commonest word forms, found by the rules beforehand: no fresh process need find them once more.

They are kept in ``tr/forms.bin``, made by ``python -m haberci.languages.tr.learning.forms``, with the fingerprint of
the tables that the rules follow: where one of these was changed since, all readings are found by the rules.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Final

from haberci.core.lexicon import data_file
from haberci.core.morph import Morph, Pos
from haberci.languages.tr.casing import lower
from haberci.languages.tr.letters.model import shared_letters
from haberci.languages.tr.morphology.reading import Mould, Reading, tag_of
from haberci.languages.tr.morphology.suffixes import build
from haberci.languages.tr.rows import HEAD, SortedRows

FILE: Final = "tr/forms.bin"
TABLES: Final = tuple(
    f"tr/{name}.tsv" for name in ("closed", "closed_stems", "dictionary", "names", "nouns", "suffixes", "verbs")
)
MARK: Final = 32  # bytes of the fingerprint at the beginning of the file

Kind = tuple[Mould, float]  # what many readings share: all but the lemma


class CommonForms:
    """Forms with their readings, as rows of text: each is read when it is asked for."""

    __slots__ = ("_kinds", "_rows")

    def __init__(self, kinds: Sequence[Kind], rows: bytes) -> None:
        self._kinds = {str(number): kind for number, kind in enumerate(kinds)}
        self._rows = SortedRows(rows)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """The readings of a form, the likelier first; none when it is not among the commonest."""
        row = self._rows.find(form)
        if row is None:
            return ()
        cells = iter(row.split(" "))
        small, kinds, found = lower(form), self._kinds, []
        for kind, kept, tail in zip(cells, cells, cells, strict=True):
            mould, cost = kinds[kind]
            # so many letters of the form in small letters, or of the form as it stands when negative, and a tail
            lemma = form[: int(kept[1:])] if kept[0] == "-" else small[: int(kept)]
            found.append(mould.reading(lemma + tail, cost))
        return tuple(found)

    def forms(self) -> list[str]:
        """All forms, in order."""
        return sorted(self._rows.firsts())


def pack(rows: Mapping[str, Sequence[Reading]]) -> bytes:
    """The bytes of a file with the readings of some forms, made by the rules over the present tables."""
    kinds: dict[str, int] = {}
    chunks: dict[str, list[str]] = {}
    for form in sorted(rows):
        cells = (cell for reading in rows[form] for cell in _cells(form, reading, kinds))
        chunks.setdefault(form[:HEAD], []).append(f"{form}\t{' '.join(cells)}")
    text = "\n\n".join("\n".join(chunks[head]) for head in sorted(chunks))
    return fingerprint() + zlib.compress("\f".join(("\n".join(kinds), text)).encode(), 9)


def _cells(form: str, reading: Reading, kinds: dict[str, int]) -> tuple[str, str, str]:
    """A reading as a row has it: the number of its kind, and its lemma as ``CommonForms.readings`` makes it."""
    lemma = reading.morph.lemma
    small, same = (shared_letters(lemma, base) for base in (lower(form), form))
    kept = -same if same > small else small
    kind = kinds.setdefault(f"{_told(reading.morph)}\t{reading.cost!r}", len(kinds))
    return str(kind), str(kept), lemma[abs(kept) :]


def _told(morph: Morph) -> str:
    """All of a form but its lemma: ``NOUN case=Dat plural``."""
    told = [(name, value) for name, value in zip(Morph._fields[2:], morph[2:], strict=True) if value]
    return " ".join([morph.pos, *(name if value is True else f"{name}={value}" for name, value in told)])


def _kind(line: str) -> Kind:
    told, _, cost = line.partition("\t")
    pos, *fields = told.split(" ")
    parts = (field.partition("=") for field in fields)
    morph = build(Pos(pos), "", {name: value for name, _, value in parts})
    return Mould(morph.pos, morph[2:], 0.0, tag_of(morph)), float(cost)


def read(data: bytes) -> CommonForms:
    """The forms of a file, whatever tables it was made of."""
    kinds, rows = zlib.decompress(data[MARK:]).split(b"\f")
    return CommonForms([_kind(line) for line in kinds.decode().split("\n")], rows)


def fingerprint() -> bytes:
    """What tells the tables of now from those of another time."""
    found = sha256()
    for table in TABLES:
        found.update(data_file(table).read_bytes())
    return found.digest()


@cache
def common_forms() -> CommonForms:
    """The forms that come with the package; none when they were made of other tables than those of now."""
    data = data_file(FILE).read_bytes()
    return read(data) if data[:MARK] == fingerprint() else CommonForms((), b"")
