"""What the words of a text say about the letters that it may have lost: how many are Turkish, how many only with marks.

Of a common word one look-up tells; every other takes several, so that these are asked only where the common ones do not
decide.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from haberci.languages.tr.casing import fold
from haberci.languages.tr.letters.known import SAME, Restored
from haberci.languages.tr.letters.model import shipped_model
from haberci.languages.tr.letters.scan import written_behind
from haberci.languages.tr.letters.testimony import SPEAKS, Testimony, testimonies
from haberci.languages.tr.letters.tokens import Part, Written, gap_of

_RARE: Final = frozenset({Testimony.UNKNOWN, Testimony.LIKELY})  # what words say that were hardly ever counted


class Spoken:
    """Words of a text: small ones behind a space, as most are, and the others, each with how it is written.

    ``speaking`` are those of both that may say something about their text.
    """

    __slots__ = ("_how", "others", "small", "speaking")

    def __init__(self, small: list[str], others: list[tuple[str, Written]]) -> None:
        self.small, self.others = small, others
        few = [(word, how) for word, how in others if len(word) >= SPEAKS and how is not Written.SUFFIX]
        self.speaking = [word for word in small if len(word) >= SPEAKS]
        self._how = [Written.SMALL] * len(self.speaking) + [how for _, how in few]
        self.speaking += [word for word, _ in few]

    def __len__(self) -> int:
        return len(self.small) + len(self.others)

    def rest(self, told: list[Restored | None]) -> list[tuple[str, Written]]:
        """Those of the speaking words of which nothing was told."""
        return [(w, how) for w, how, one in zip(self.speaking, self._how, told, strict=True) if one is None]


class Shares(NamedTuple):
    """Which shares of the words of a damaged text are damaged, and Turkish; and by which more are damaged where ç, ö
    and ü were lost, too, than where they were not."""

    damaged: float
    turkish: float
    wider: float


class Witness(NamedTuple):
    """What the words of a text say: how many were weighed, how many are Turkish, how many only with lost letters."""

    words: int
    turkish: int
    damaged: int


def spoken(part: Part, most: int | None = None) -> Spoken:
    """The words of a part, or the first of them."""
    words = part.pieces[1::2] if most is None else part.pieces[1 : 2 * most : 2]
    small: list[str] = []
    others: list[tuple[str, Written]] = []
    for word, gap in zip(words, ["\n", *part.pieces[2 : 2 * len(words) : 2]], strict=False):
        if gap == " " and word.islower():
            small.append(word)
        else:
            others.append((word, written_behind(word, gap_of(gap))))
    return Spoken(small, others)


class Weighing:
    """Words weighed for the loss of some letters: what the common ones say is known, the others can be asked."""

    __slots__ = ("_by", "_damaged", "_told", "_words")

    def __init__(self, words: Spoken, lost: frozenset[str]) -> None:
        self._words, self._by = words, testimonies(lost)
        self._told: list[Restored | None] = list(map(self._by.known.get, words.speaking))
        self._damaged = len(self._told) - self._told.count(None) - self._told.count(SAME)

    def is_plain(self, fewest: int, shares: Shares) -> bool:
        """Whether enough words are damaged, and Turkish, whatever those say that are not common."""
        words = len(self._told)
        known = words - self._told.count(None)
        return self._damaged >= fewest and self._damaged > shares.damaged * words and known > shares.turkish * words

    def is_plainly_wider(self, narrow: Weighing, share: float) -> bool:
        """Whether more words are damaged than without ç, ö and ü among the lost letters, whatever the others say."""
        most = narrow._damaged + len(narrow._doubtful(self))
        return self._damaged > most + share * len(self._told)

    def is_wider(self, narrow: Weighing, share: float) -> bool:
        """Whether more words are damaged than without ç, ö and ü among the lost letters."""
        seen = self.witness()
        said = [narrow._by.of(word, how) for word, how in narrow._doubtful(self)]
        return seen.damaged > narrow._damaged + said.count(Testimony.DAMAGED) + share * seen.words

    def _doubtful(self, wide: Weighing) -> list[tuple[str, Written]]:
        """The other words that may be damaged where ç, ö and ü are left.

        A common word that lost one of these is none where they are left, unless it has several spellings.
        """
        several = shipped_model().words.several
        common = {word for word, one in zip(self._words.speaking, wide._told, strict=True) if one and one[1]}
        return [(w, how) for w, how in self._words.rest(self._told) if w not in common or fold(w) in several]

    def witness(self, closely: bool = False) -> Witness:
        """What all of them say: by their keys, their endings, or (``closely``) their parts."""
        rest = self._words.rest(self._told)
        said = [self._by.of(word, how) for word, how in rest]
        if closely:
            said = [self._by.closely(word) if one in _RARE else one for one, (word, _) in zip(said, rest, strict=True)]
        damaged, known = said.count(Testimony.DAMAGED), len(self._told) - len(rest)
        turkish = known + damaged + said.count(Testimony.LIKELY) + said.count(Testimony.TURKISH)
        return Witness(turkish + said.count(Testimony.UNKNOWN), turkish, self._damaged + damaged)


def witness(words: Spoken, lost: frozenset[str], closely: bool = False) -> Witness:
    """What words say about a text that may have lost these letters; names and suffixes say nothing."""
    return Weighing(words, lost).witness(closely)
