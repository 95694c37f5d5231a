"""A report's words as names are sought in them: stems, what stands behind apostrophes, endings that lost theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from haberci.core.morph import NOM, THIRD
from haberci.core.naming import Ending, Group, NamingTable
from haberci.core.report import Token

APOSTROPHE: Final = re.compile("['’‘`´\x91\x92]")
APART: Final = frozenset("'’‘")
Readings = tuple[tuple[str, str], ...]
LONGEST_ENDING: Final = 8
LONGEST_ARTICLE: Final = 3
NO_ENDING: Final = Ending(NOM, False)
ARTICLES: Final = frozenset({"l", "ş", "ül", "ul", "üş", "uş"})  # behind an apostrophe: "Ceyşü'l İslam", "Ahrar'uş Şam"
CLITICS: Final = frozenset({"de", "da", "ya", "ne"})  # words of their own behind a name in any copy
NOBLE: Final = frozenset({"von", "van"})  # open a surname in small letters, and are no words of their own
LOOKALIKES: Final = frozenset({"de", "da", "ya", "la", "le", "ne", "na", "e", "a", "ce"})  # words of their own, too


def _parted(lower: str) -> tuple[str, str]:
    """A word in small letters and what stands behind its apostrophe; a mark by itself has no such part."""
    found = APOSTROPHE.search(lower, 1)
    if found is None or not lower[0].isalnum():
        return lower, ""
    return lower[: found.start()], lower[found.end() :]


@lru_cache(maxsize=8192)
def _loose(word: str, naming: NamingTable) -> Readings:
    """A word whole, and with each of the endings that may have lost its apostrophe."""
    endings = naming.endings
    cuts = range(len(word) - 1, max(2, len(word) - LONGEST_ENDING - 1), -1)
    return (
        (word, ""),
        *((word[:k], word[k:]) for k in cuts if word[k:] in endings and (k > 3 or len(word) - k > 1)),
    )


def _has_article(text: str) -> bool:
    """Whether an article in small letters is tied to a name: "el-Cübeyr"."""
    mark = text.find("-", 1, LONGEST_ARTICLE + 1)
    return mark > 0 and text[:mark].isalpha() and text[mark + 1 : mark + 2].isupper()


def _elided(text: str) -> bool:
    """Whether an apostrophe stands inside a name, behind a single letter: "O'Leary"."""
    return text[1:2] in APART and text[2:3].isupper() and not text.isupper()


class WordReader:
    """The words of one report, read one by one.

    ``stems`` are the words in small letters, without what stands behind their apostrophes.
    """

    def __init__(self, tokens: Sequence[Token], naming: NamingTable) -> None:
        self.tokens = tokens
        self.naming = naming
        self._capitals = [t.text[0].isupper() or ("-" in t.text and _has_article(t.text)) for t in tokens]
        self.stems = [t.lower for t in tokens]
        for at in () if NOBLE.isdisjoint(self.stems) else [at for at, word in enumerate(self.stems) if word in NOBLE]:
            self._capitals[at] |= any(self._capitals[at + 1 : at + 3])  # "von der Leyen"
        self._suffixes = [""] * len(tokens)
        marked = [at for at, word in enumerate(self.stems) if not word.isalpha()]
        for at in marked:
            if not _elided(tokens[at].text):
                self.stems[at], self._suffixes[at] = self._parted(at)
        tight = [at for at in marked if self._suffixes[at]]
        self.supported = frozenset([self.stems[at] for at in tight if self._capitals[at]])
        self._loose: dict[int, Readings] = {}
        self._lost = not tight  # the copy has no apostrophes

    def _parted(self, at: int) -> tuple[str, str]:
        """A word and what stands behind its apostrophe; an Arabic article there is no ending, but part of a name."""
        stem, suffix = _parted(self.stems[at])
        if suffix in ARTICLES and self._capitals[at] and any(self._capitals[at + 1 : at + 2]):
            return f"{stem}'{suffix}", ""
        return stem, suffix

    def is_capital(self, at: int) -> bool:
        """Whether a word begins with a capital."""
        return self._capitals[at]

    def stem(self, at: int) -> str:
        """A word in small letters, without what stands behind its apostrophe."""
        return self.stems[at]

    def stem_text(self, at: int) -> str:
        """A word as written, without what stands behind its apostrophe."""
        return self.tokens[at].text[: len(self.stems[at])]

    def suffix(self, at: int) -> str:
        """What stands behind a word's apostrophe; empty without one."""
        return self._suffixes[at]

    def _ending(self, suffix: str) -> Ending:
        return self.naming.endings.get(suffix, NO_ENDING) if suffix else NO_ENDING

    def _is_quantity(self, at: int) -> bool:
        token = self.tokens[at]
        return token.text[-1].isdigit() or token.lower in self.naming.words[Group.QUANTITY]

    def _options(self, at: int) -> Readings:
        held = self._loose.get(at)
        if held is None:
            held = self._loose[at] = self._options_of(at)
        return held

    def _options_of(self, at: int) -> Readings:
        """A word's readings with endings that have lost their apostrophe; words without a capital have none.

        A noun that ends a name has endings all the same: "Hafter güçlerinden".
        """
        word, suffix = self.stems[at], self._suffixes[at]
        if suffix or not (self._capitals[at] or self._ends_name(at)):
            return ((word, suffix),)
        return _loose(word, self.naming)

    def _ends_name(self, at: int) -> bool:
        """Whether a noun with a possessive and an ending stands behind a word with a capital."""
        morph = self.tokens[at].morph
        owned = morph.possessive in THIRD and morph.case not in (None, NOM) and not morph.or_accusative
        return owned and at > 0 and self._capitals[at - 1]

    def _is_bare(self, at: int) -> bool:
        """Whether a word has no possessive, and so begins a compound of its own ("Şehir Hastanesi")."""
        return self.tokens[at].morph.possessive is None and not self.suffix(at)

    def _is_republic(self, at: int) -> bool:
        return self.is_capital(at) and self.stem(at) in self.naming.words[Group.REPUBLIC]

    def _names_place(self, at: int) -> bool:
        """Whether a word says what the place named before it is: "kentinde", "Özerk Cumhuriyeti'nde"."""
        sort = self.stem(at) in self.naming.words[Group.PLACE] or self._is_republic(at)
        return sort and not (self.is_capital(at) and self._is_bare(at))

    def is_lost_ending(self, at: int) -> bool:
        """Whether a word is the ending of the name before it, in copy that lost its apostrophes: "Arslan nin"."""
        return self._lost and at > 0 and self._capitals[at - 1] and self._is_loose_suffix(at)

    def is_ending_apart(self, at: int) -> bool:
        """Whether a word in small letters may be an ending that stands apart from its name."""
        token = self.tokens[at]
        return token.text == token.lower and token.lower in self.naming.endings

    def _is_loose_suffix(self, at: int) -> bool:
        """Whether a suffix stands apart from its name ("PYD nin"), as copy does that has lost its apostrophes."""
        token = self.tokens[at]
        words = CLITICS if self._lost else LOOKALIKES
        ending = token.text == token.lower and len(token.lower) < 4 and token.lower in self.naming.endings
        return ending and token.lower not in words

    def _is_parted_suffix(self, at: int) -> bool:
        """Whether an apostrophe and a suffix stand apart from their name: "Brüksel 'de"."""
        mark, suffix = self.tokens[at], self.tokens[at + 1]
        return mark.text in APART and mark.span.stop == suffix.span.start and suffix.lower in self.naming.endings


@cache
def openings(naming: NamingTable) -> frozenset[str]:
    """The words with which a unit may begin that have no capital."""
    words = naming.words
    return naming.openings | words[Group.MODIFIER] | words[Group.DESCRIBING] | words[Group.HONORIFIC]


@cache
def reach(naming: NamingTable) -> Mapping[str, int]:
    """For each first word of titles, how many words the longest of them has; 0 for a word that opens only topics."""
    found = dict.fromkeys(naming.openings, 0)
    for words in naming.forms:
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found
