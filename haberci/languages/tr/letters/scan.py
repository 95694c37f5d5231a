"""Restores the words of one stretch of text from left to right.

Most words have one restoration wherever they stand, which is looked up once and kept. The others are *settled* where
they stand: by their neighbours, by the word that a suffix hangs on, or as a name beside a foreign surname.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, compress
from typing import Final, Protocol, cast

from haberci.core.span import Edit, as_edit
from haberci.languages.tr.casing import fold
from haberci.languages.tr.letters.context import Choice, likely
from haberci.languages.tr.letters.known import SAME, Restored
from haberci.languages.tr.letters.names import SURNAME_ENDINGS, is_foreign_surname
from haberci.languages.tr.letters.pairs import letter_pairs
from haberci.languages.tr.letters.tokens import APOSTROPHES, Gap, Part, Written, gap_of, is_capital
from haberci.languages.tr.letters.words import Restorer

_PARTICLES: Final = frozenset("mi midir mudur miydi miyim miyiz misin misiniz mu muydu muyuz musunuz miymis".split())
_SUFFIXES: Final = frozenset("in nin un nun i yi si lik luk li lu ni nin nda".split())
_SHORT: Final = "IİUÜ"  # suffixes of one letter, behind a name in capitals
_DIGITS: Final = "0123456789"
_MOST_HELD: Final = 32_768  # words whose restoration is remembered beside the common ones, for each gap before them


class Settled(Protocol):
    """A word whose restoration depends on where it stands."""

    def settle(self, scan: Scan, at: int) -> Restored:
        """The restoration of the word at an index of the pieces; "" for a rule when it stays."""


Found = Restored | Settled
Table = dict[str, Found]
_WITHIN, _START = Gap.WITHIN, Gap.START


class Scanner:
    """Restores stretches of text that lost the same letters; remembers what it found for each word.

    ``is_loud`` says that the stretches are in capitals: then a word in capitals may be any word.
    """

    __slots__ = ("_is_loud", "_tables", "restore")

    def __init__(self, restore: Restorer, is_loud: bool = False) -> None:
        self.restore, self._is_loud = restore, is_loud
        self._tables: tuple[Table, ...] = tuple({} for _ in Gap)
        self._tables[_WITHIN].update(restore.known)

    def edits(self, part: Part) -> list[Edit]:
        """The edits of a stretch, in order."""
        pieces = part.pieces
        scan = Scan(self.restore, pieces, self._found(pieces))
        found = scan.found
        for index in [index for index, one in enumerate(found) if type(one) is not tuple]:
            found[index] = cast("Settled", found[index]).settle(scan, 2 * index + 1)
        for index, one in scan.named.items():
            found[index] = one
        return scan.edits(part.start)

    def _found(self, pieces: list[str]) -> list[Found]:
        """What becomes of each word of a stretch: most stand behind a space, and are known."""
        tables, words = self._tables, pieces[1::2]
        found = list(map(tables[_WITHIN].get, words))
        behind = {index: gap_of(gap) if index else _START for index, gap in enumerate(pieces[:-1:2]) if gap != " "}
        for index, gap in behind.items():
            if gap is not _WITHIN and (gap is not _START or is_capital(words[index][0])):
                found[index] = tables[gap].get(words[index])
        for index in [index for index, one in enumerate(found) if one is None]:
            gap, word = behind.get(index, _WITHIN), words[index]
            self._make_room(gap)
            one = found[index] = tables[gap][word] = self.first(word, gap)
            if gap is _START and not is_capital(word[0]):
                tables[_WITHIN][word] = one
        return cast("list[Found]", found)

    def _make_room(self, gap: Gap) -> None:
        """Forget what was found behind such a gap when it is too much: texts without end hold words without end."""
        known = self.restore.known if gap is _WITHIN else {}
        if len(self._tables[gap]) >= _MOST_HELD + len(known):
            self._tables[gap].clear()
            self._tables[gap].update(known)

    def names(self, part: Part) -> list[Edit]:
        """The edits of a byline: all its words are names."""
        return Scan(self.restore, part.pieces, list(map(self.restore.name, part.pieces[1::2]))).edits(part.start)

    def first(self, word: str, gap: Gap) -> Found:
        """What becomes of a word behind such a gap, as far as that is told by the word."""
        known = self.restore.known.get(word) if gap is _START else None
        if known is not None:
            return known
        written, key = written_behind(word, gap), fold(word)
        if written is Written.SUFFIX:
            return Suffix(word)
        found = self._anywhere(word, key, written)
        if gap is Gap.NONE and written is Written.SMALL:
            return Glued(word, found)
        if key in _PARTICLES or (key in _SUFFIXES and written in (Written.SMALL, Written.CAPITALS)):
            return Particle(word, key in _PARTICLES, found)
        return found

    def _anywhere(self, word: str, key: str, written: Written) -> Found:
        capital = written in (Written.CAPITAL, Written.INITIAL)
        if capital and key.endswith(SURNAME_ENDINGS) and self._is_surname(word, key, written):
            return Surname(word, written)
        loud = self._is_loud and written is Written.CAPITALS
        found = self.restore.word(word, key, Written.LOUD if loud else written)
        if isinstance(found, tuple):
            return found if found[1] else SAME
        # A title in capitals says what its sentence would say in small letters.
        written = Written.SMALL if written is Written.CAPITALS else written
        forms = likely(found, written)
        if len(forms) == 1 and key not in letter_pairs():
            one = self.restore.result(word, forms[0].word, "letters.lexicon")
            return one if one[1] else SAME
        return Ambiguous(word, key, Choice(forms, written))

    def _is_surname(self, word: str, key: str, written: Written) -> bool:
        """Whether a word is a foreign surname; a sentence may begin with a participle (``Yargılayan``)."""
        if not is_foreign_surname(key, self.restore.model):
            return False
        return not (written is Written.INITIAL and self.restore.has_stem(word))


class Scan:
    """One stretch while it is restored: gaps and words in turn, and what becomes of each word."""

    __slots__ = ("found", "named", "pieces", "restore")

    def __init__(self, restore: Restorer, pieces: list[str], found: Sequence[Found]) -> None:
        self.restore, self.pieces = restore, pieces
        self.found = list(found)
        self.named: dict[int, Restored] = {}  # words beside a surname, which are names whatever else they may be

    def word(self, at: int) -> str:
        """A word before the one that is asked for, as it is restored."""
        found = self.named.get(at // 2) or self.found[at // 2]
        return found[0] if isinstance(found, tuple) and found[1] else self.pieces[at]

    def base(self, at: int) -> str:
        """What a suffix at an index hangs on: the number or the word before."""
        gap = self.pieces[at - 1].rstrip(APOSTROPHES + " ")
        number = gap[len(gap.rstrip(_DIGITS + ".,")) :]
        if number and number[-1] in _DIGITS:
            return number
        return self.word(at - 2) if at > 1 else ""

    def edits(self, start: int) -> list[Edit]:
        """The edits of the words that changed, for a stretch that begins at ``start``."""
        if not self.found:
            return []
        stops = list(accumulate(map(len, self.pieces), initial=start))
        afters, reasons = zip(*cast("list[Restored]", self.found), strict=True)
        rows = zip(stops[1:-1:2], stops[2::2], self.pieces[1::2], afters, reasons, strict=True)
        return list(map(as_edit, compress(rows, reasons)))


def written_behind(word: str, gap: Gap) -> Written:
    """How a word is written that stands behind such a gap."""
    if not is_capital(word[0]):
        return Written.SUFFIX if gap is Gap.SUFFIX else Written.SMALL
    if word in _SHORT and gap is Gap.SUFFIX:
        return Written.SUFFIX
    if len(word) > 1 and is_capital(word[1]):
        return Written.SUFFIX if gap is Gap.SUFFIX else Written.CAPITALS
    return Written.INITIAL if gap is Gap.START else Written.CAPITAL


class Suffix:
    """A suffix behind an apostrophe."""

    __slots__ = ("_word",)

    def __init__(self, word: str) -> None:
        self._word = word

    def settle(self, scan: Scan, at: int) -> Restored:
        """It follows the vowel of what it hangs on."""
        if self._word in _SHORT and not is_capital(scan.base(at)[-1:] or "a"):
            return SAME
        return scan.restore.suffix(self._word, scan.base(at), False)


class Glued:
    """A small word right behind another: behind capitals it is a suffix."""

    __slots__ = ("_else", "_word")

    def __init__(self, word: str, otherwise: Found) -> None:
        self._word, self._else = word, otherwise

    def settle(self, scan: Scan, at: int) -> Restored:
        """Restored as a suffix of an acronym, or as any word."""
        before = scan.pieces[at - 2] if at > 1 else ""
        if len(before) > 1 and is_capital(before[1]):
            return scan.restore.suffix(self._word, scan.base(at), False)
        return _settled(self._else, scan, at)


class Particle:
    """The question particle, which follows the vowel before it; or what may be a suffix set apart from its word."""

    __slots__ = ("_asks", "_else", "_word")

    def __init__(self, word: str, asks: bool, otherwise: Found) -> None:
        self._word, self._asks, self._else = word, asks, otherwise

    def settle(self, scan: Scan, at: int) -> Restored:
        """A suffix set apart stands behind a name or a number."""
        gap = scan.pieces[at - 1]
        before = scan.pieces[at - 2] if at > 1 else ""
        big = is_capital(self._word[0])
        if before and (self._asks or (is_capital(before[0]) and is_capital(before[1:2] or "a") is big)):
            return scan.restore.suffix(self._word, scan.word(at - 2), True)
        if not self._asks and gap[-1:] == " " and gap[-2:-1].isdigit():
            return scan.restore.suffix(self._word, scan.base(at), False)
        return _settled(self._else, scan, at)


class Surname:
    """A foreign surname: the capitalised words right beside it are names, too."""

    __slots__ = ("_word", "_written")

    def __init__(self, word: str, written: Written) -> None:
        self._word, self._written = word, written

    def settle(self, scan: Scan, at: int) -> Restored:
        """As the register or news spell it; its neighbours likewise."""
        found = scan.restore.name(self._word)
        scan.named[at // 2] = found
        if self._written is Written.CAPITAL:
            self._name(scan, at - 2, at - 1)
        if at + 2 < len(scan.pieces) and gap_of(scan.pieces[at + 1]) is Gap.WITHIN:
            self._name(scan, at + 2, at + 1)
        return found

    def _name(self, scan: Scan, at: int, gap: int) -> None:
        word = scan.pieces[at] if at > 0 else ""
        if len(scan.pieces[gap]) == 1 and len(word) > 1 and is_capital(word[0]) and not is_capital(word[1]):
            scan.named.setdefault(at // 2, scan.restore.name(word))


class Ambiguous:
    """A word of several spellings, of which its neighbours choose."""

    __slots__ = ("_choice", "_key", "_paired", "_word")

    def __init__(self, word: str, key: str, choice: Choice) -> None:
        self._word, self._key, self._choice = word, key, choice
        self._paired = letter_pairs().get(key, ())

    def settle(self, scan: Scan, at: int) -> Restored:
        """By the table of pairs, else by what is likeliest beside such words."""
        if self._paired:
            beside = (fold(scan.pieces[at - 2]) if at > 1 else "", fold("".join(scan.pieces[at + 2 : at + 3])))
            fitting = {row.word for row in self._paired if row.fits(*beside)}
            allowed = [word for word in fitting if scan.restore.fit(self._word, word) is not None]
            if len(allowed) == 1:
                return scan.restore.result(self._word, allowed[0], "letters.pair")
        best = self._choice.best(scan.restore.model.context, scan.pieces, at)
        return scan.restore.result(self._word, best, "letters.context")


def _settled(found: Found, scan: Scan, at: int) -> Restored:
    return found if isinstance(found, tuple) else found.settle(scan, at)
