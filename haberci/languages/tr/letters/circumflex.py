"""Lost circumflexes that change the word: ``hâlâ`` and not ``hala``, ``kâr`` and not ``kar``.

News write circumflexes in one word of five that may have one, so that a text without them has lost nothing. They were
lost where ç, ö and ü were lost, too, and are restored where else another word would be read, and only where a neighbour
tells. The table is ``tr/letters_circumflex.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from haberci.core.lexicon import Row, read_rows
from haberci.core.span import Edit
from haberci.languages.tr.casing import fold, upper
from haberci.languages.tr.letters.tokens import Part

_MARKED: Final = "âîûÂÎÛ"
_GOES_ON: Final = "-"
# Letters that are folded to one.
_SPELLED: Final = {"a": "â", "c": "ç", "g": "ğ", "i": "ıî", "o": "ö", "s": "ş", "u": "üû"}


@dataclass(frozen=True, slots=True)
class Circumflexed:
    """A word, whole words that stand before it, beginnings of words that stand after it (folded), one of which must;
    and words beside which it is another one."""

    word: str
    before: frozenset[str]
    after: tuple[str, ...]
    unless: tuple[str, ...]

    def fits(self, before: str, after: str) -> bool:
        """Whether the two neighbours (folded) tell that it is this word."""
        if self.unless and (before.startswith(self.unless) or after.startswith(self.unless)):
            return False
        told = not (self.before or self.after)
        return told or before in self.before or (bool(self.after) and after.startswith(self.after))


@cache
def circumflexed() -> Mapping[str, Circumflexed]:
    """The words by how they are folded; one that may go on ends in a hyphen. Raises LexiconError on a bad row."""
    return {
        fold(row.needs("word")): _checked(row)
        for row in read_rows("tr/letters_circumflex.tsv", ("word", "before", "after", "unless", "example"))
    }


def _checked(row: Row) -> Circumflexed:
    word = row["word"].rstrip(_GOES_ON)
    if not any(mark in word for mark in _MARKED):
        raise row.error(f"{word} has no circumflex")
    if word not in row.needs("example"):
        raise row.error(f"the example does not hold {word}")
    before, after, unless = (tuple(map(fold, row.many(column))) for column in ("before", "after", "unless"))
    return Circumflexed(word, frozenset(before), after, unless)


def with_circumflexes(part: Part, edits: Sequence[Edit]) -> list[Edit]:
    """The edits that restore the other letters of a stretch, and its circumflexes; none of these where one was kept."""
    if any(mark in part.text for mark in _MARKED):
        return list(edits)
    found = {edit.start: edit for edit in edits}
    for at, piece, word in _lost(part):
        have = found[at].after if at in found else piece
        found[at] = Edit(at, at + len(piece), piece, _written(have, word), "letters.circumflex")
    return [found[at] for at in sorted(found)]


def _lost(part: Part) -> Iterator[tuple[int, str, str]]:
    """The words of a stretch that lost a circumflex: where each stands, how it is written, and the word that it is."""
    pieces, heads = part.pieces, _heads()
    for index in [2 * at + 1 for at, word in enumerate(pieces[1::2]) if word[:2] in heads]:
        found = _word(fold(pieces[index]))
        if found and found.fits(_beside(pieces, index - 2), _beside(pieces, index + 2)):
            yield part.start + sum(map(len, pieces[:index])), pieces[index], found.word


@cache
def _heads() -> frozenset[str]:
    """The first two letters of the words, as they may be written."""
    return frozenset(
        first + second
        for key in circumflexed()
        for first in (key[0], upper(key[0]))
        for small in key[1] + _SPELLED.get(key[1], "")
        for second in (small, upper(small))
    )


def _word(key: str) -> Circumflexed | None:
    known = circumflexed()
    return known.get(key) or next((known[head] for head in _open_ended() if key.startswith(head[:-1])), None)


@cache
def _open_ended() -> tuple[str, ...]:
    return tuple(key for key in circumflexed() if key.endswith(_GOES_ON))


def _beside(pieces: list[str], at: int) -> str:
    return fold(pieces[at]) if 0 < at < len(pieces) else ""


def _written(piece: str, word: str) -> str:
    """The word with the capitals of the one that stands there, and its ending."""
    marked = [(letter, upper(letter)) if letter in _MARKED else ("", "") for letter in word]
    shown = [big if have.isupper() else small for have, (small, big) in zip(piece, marked, strict=False)]
    return "".join(mark or have for have, mark in zip(piece, shown, strict=False)) + piece[len(word) :]
