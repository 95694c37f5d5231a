"""What a word says about its text: that it is Turkish as it stands, or only with lost letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Final

from haberci.languages.tr.casing import fold, lower
from haberci.languages.tr.letters.known import NONE
from haberci.languages.tr.letters.tokens import Written
from haberci.languages.tr.letters.unknown import is_foreign
from haberci.languages.tr.letters.words import CIRCUMFLEX, Restorer, restorer

_ENDINGS: Final = (
    "lar ler lari leri larin lerin larina lerine larini lerini larinin lerinin larinda lerinde larindan lerinden "
    "lara lere larda lerde lardan lerden i u in un nin nun a e ya ye na ne yi yu ni nu da de ta te dan den tan ten "
    "nda nde ndan nden si su sinin sunun sina sine sini sunu sinda sinde sindan sinden lik luk ligi lugu liginin "
    "li lu siz suz ci cu cilar ciler mis mus di du ti tu yla yle la le ca ce ki daki deki ndaki ndeki"
).split()
_TURKISH_END: Final = re.compile("(?:" + "|".join(sorted(_ENDINGS, key=len, reverse=True)) + ")$")
_MOST_SAID: Final = 32768  # words whose testimony is remembered, for each way of writing them
_SPEAKS: Final = 3  # letters of a word that says something about its text


class Testimony(StrEnum):
    """What a word says about its text."""

    NOTHING = "nothing"
    UNKNOWN = "unknown"
    LIKELY = "likely"  # as unknown, but it ends as Turkish words do
    TURKISH = "turkish"
    DAMAGED = "damaged"  # Turkish, and no word as it stands


class Testimonies:
    """What words say about texts that may have lost the letters of a restorer; remembers what they said."""

    __slots__ = ("_restore", "closely", "said")

    def __init__(self, restore: Restorer) -> None:
        self._restore = restore
        self.said: tuple[dict[str, Testimony], ...] = tuple({} for _ in Written)  # by how words are written
        # What a small word that was hardly ever counted says when it is taken apart.
        self.closely: Callable[[str], Testimony] = lru_cache(maxsize=_MOST_SAID)(self._closely)

    def of(self, raw: str, written: Written) -> Testimony:
        """What the word says about its text."""
        said = self.said[written]
        found = said.get(raw)
        if found is None:
            if len(said) >= _MOST_SAID:
                said.clear()
            known = self._restore.known.get(raw) if len(raw) >= _SPEAKS and written is not Written.SUFFIX else None
            if known is not None:
                found = Testimony.DAMAGED if known[1] else Testimony.TURKISH
            else:
                found = self._testify(raw, written)
            said[raw] = found
        return found

    def _testify(self, raw: str, written: Written) -> Testimony:
        if written is Written.SUFFIX or len(raw) < _SPEAKS:
            return Testimony.NOTHING
        key = fold(raw)
        forms = self._restore.fitting(raw, self._restore.model.forms(key))
        seen = max((form.small + form.initial if written is Written.SMALL else form.total for form in forms), default=0)
        if written is not Written.SMALL and seen < (100 if written is Written.CAPITALS else 10):
            return Testimony.NOTHING
        if seen < 1:
            return Testimony.LIKELY if _is_turkish(raw, key) else Testimony.UNKNOWN
        small = lower(raw).translate(CIRCUMFLEX)
        stands = any(form.word == small and form.total > 0.03 * seen for form in forms)
        return Testimony.TURKISH if stands else Testimony.DAMAGED

    def _closely(self, raw: str) -> Testimony:
        """A word that was hardly ever counted speaks by whether it can be taken apart, as it stands or otherwise."""
        key = fold(raw)
        found = self._restore.others.taken_apart(lower(raw).translate(CIRCUMFLEX), key)
        if found:
            return Testimony.TURKISH if raw in found else Testimony.DAMAGED
        return Testimony.LIKELY if _is_turkish(raw, key) else Testimony.UNKNOWN


def _is_turkish(raw: str, key: str) -> bool:
    ending = _TURKISH_END.search(key)
    return not is_foreign(key) and (ending is not None or any(mark in raw for mark in "çöü"))


@lru_cache(maxsize=64)
def testimonies(lost: frozenset[str]) -> Testimonies:
    """The testimonies of words about texts that may have lost these letters; names say nothing."""
    return Testimonies(restorer(lost, NONE))
