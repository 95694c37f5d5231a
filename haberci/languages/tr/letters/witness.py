"""What the words of a text say about the letters that it may have lost: how many are Turkish, how many only with marks.

Of a common word one look-up tells; every other takes several, so that these are asked only where the common ones do not
decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from haberci.languages.tr.casing import fold
from haberci.languages.tr.letters.known import LATIN1, SAME, Restored
from haberci.languages.tr.letters.model import shipped_model
from haberci.languages.tr.letters.scan import written_behind
from haberci.languages.tr.letters.testimony import SPEAKS, Testimony, testimonies
from haberci.languages.tr.letters.tokens import Part, Written, gap_of

Told = list[Restored | None]  # what becomes of each word; None of one that is not common
_RARE: Final = frozenset({Testimony.UNKNOWN, Testimony.LIKELY})  # what words say that were hardly ever counted


class Spoken:
    """Words of a text: small ones behind a space, as most are, and the others, each with how it is written.

    ``speaking`` are those of both that may say something about their text, in ``how`` with how each is written.
    """

    __slots__ = ("how", "others", "small", "speaking")

    def __init__(self, small: list[str], others: list[tuple[str, Written]]) -> None:
        self.small, self.others = small, others
        self.how = [(word, Written.SMALL) for word in small if len(word) >= SPEAKS]
        self.how += [(word, how) for word, how in others if len(word) >= SPEAKS and how is not Written.SUFFIX]
        self.speaking = [word for word, _ in self.how]

    def __len__(self) -> int:
        return len(self.small) + len(self.others)


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

    __slots__ = ("_by", "_damaged", "_seen", "_told", "_words")

    def __init__(self, words: Spoken, lost: frozenset[str]) -> None:
        self._words, self._by = words, testimonies(lost)
        self._told = _told(words.speaking, lost)
        self._damaged = _damaged(self._told)
        self._seen: Witness | None = None

    @property
    def seen(self) -> Witness:
        """What all of them say by their keys and endings."""
        if self._seen is None:
            self._seen = self._witness([self._by.of(word, how) for word, how in self._rest()])
        return self._seen

    def closely(self) -> Witness:
        """What they say when those are taken apart that were hardly ever counted."""
        said = [(self._by.of(word, how), word) for word, how in self._rest()]
        return self._witness([self._by.closely(word) if one in _RARE else one for one, word in said])

    def is_wider(self, narrow: Weighing, share: float) -> bool:
        """Whether more words are damaged than without ç, ö and ü among the lost letters."""
        how = self._words.how
        said = [narrow._by.of(*how[at]) for at in _doubtful(self._words.speaking, narrow._told, self._told)]
        return self.seen.damaged > narrow._damaged + said.count(Testimony.DAMAGED) + share * self.seen.words

    def _rest(self) -> list[tuple[str, Written]]:
        """The words that are not common."""
        return [one for one, told in zip(self._words.how, self._told, strict=True) if told is None]

    def _witness(self, said: list[Testimony]) -> Witness:
        """What the common words and what is ``said`` by the others come to."""
        damaged, known = said.count(Testimony.DAMAGED), len(self._told) - len(said)
        turkish = known + damaged + said.count(Testimony.LIKELY) + said.count(Testimony.TURKISH)
        return Witness(turkish + said.count(Testimony.UNKNOWN), turkish, self._damaged + damaged)


class Glimpse:
    """The words of a part, or the first of them, of which those behind a space are asked; no suffix is among these."""

    __slots__ = ("_asked", "_unasked", "words")

    def __init__(self, part: Part, most: int | None = None) -> None:
        self.words = part.pieces[1::2] if most is None else part.pieces[1 : 2 * most : 2]
        gaps = part.pieces[2 : 2 * len(self.words) : 2]
        self._asked = [w for w, gap in zip(self.words[1:], gaps, strict=True) if gap == " " and len(w) >= SPEAKS]
        self._unasked = len(self.words) - gaps.count(" ")

    def is_plain(self, fewest: int, shares: Shares) -> bool:
        """Whether the common words tell alone that ş, ğ and ı were lost, and no others."""
        return _are_plain(_told(self._asked, LATIN1), self._unasked, fewest, shares)

    def is_turkish(self, lost: frozenset[str], share: float) -> bool:
        """Whether so large a share of the words are common."""
        known = len(self._asked) - _told(self._asked, lost).count(None)
        return known >= share * (len(self._asked) + self._unasked)


def is_plain(words: Sequence[str], lost: frozenset[str], shares: Shares) -> bool:
    """Whether the common ones among words tell alone that LATIN1 was lost, or ASCII, whatever the others say."""
    told = _told(words, lost)
    if not _are_plain(told, 0, 1, shares):
        return False
    if lost == LATIN1:
        return True
    narrow = _told(words, LATIN1)
    return _damaged(told) > _damaged(narrow) + len(_doubtful(words, narrow, told)) + shares.wider * len(words)


def _are_plain(told: Told, unasked: int, fewest: int, shares: Shares) -> bool:
    """Whether enough words are damaged, and Turkish, whatever those say that are not common, and some ``unasked``."""
    damaged, known, most = _damaged(told), len(told) - told.count(None), len(told) + unasked
    return damaged >= fewest and damaged > shares.damaged * most and known > shares.turkish * most


def _told(words: Sequence[str], lost: frozenset[str]) -> Told:
    """What becomes of the common ones among words."""
    return list(map(testimonies(lost).known.get, words))


def _damaged(told: Told) -> int:
    return len(told) - told.count(None) - told.count(SAME)


def _doubtful(words: Sequence[str], narrow: Told, wide: Told) -> list[int]:
    """Which words may be damaged where ç, ö and ü are left, of those that are not common where these are.

    A common word that lost one of these is none where they are left, unless it has several spellings.
    """
    several = shipped_model().words.several
    rest = [at for at, one in enumerate(narrow) if one is None]
    return [at for at in rest if wide[at] is None or wide[at] == SAME or fold(words[at]) in several]
