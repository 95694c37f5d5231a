"""Names of people that are places, too: "Umut Oran", later "Oran"; "Büyükelçi Riyad Mansur"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from haberci.core.morph import Case
from haberci.core.report import MentionKind, ProperName

_PERSON = MentionKind.PERSON  # by names of their own, as in ``core.morph``
AWAY: Final = (Case.LOC, Case.DAT, Case.ABL)  # "Erdoğan Ankara'da" is no full name


class Surnames(NamedTuple):
    """The last words of the full names in a report: their numbers, and the words in small letters; and their first."""

    places: frozenset[int] = frozenset()
    words: frozenset[str] = frozenset()
    firsts: frozenset[int] = frozenset()

    def have_opening(self, surname: int, starts: frozenset[int]) -> bool:
        """Whether a first name opens a sentence before a surname: there any word has a capital, and is in no phrase."""
        at = surname - 1
        return at in starts and at in self.firsts and surname in self.places


def surnames(names: Iterable[ProperName], lower: Callable[[str], str]) -> Surnames:
    """The surnames of the people whom a report names in full."""
    full = [n for n in names if n.kind is _PERSON and n.last - n.first > 1 and n.case not in AWAY]
    words = frozenset(lower(n.name.split()[-1]) for n in full)
    return Surnames(frozenset(n.last - 1 for n in full), words, frozenset(n.first for n in full))
