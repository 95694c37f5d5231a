"""Who holds an office that a report names without a name: as the report itself tells, else by the register that day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from haberci.core.actors import ActorCode, ActorRegister, NameKind
from haberci.core.naming import Group, TitleKind
from haberci.core.report import MentionKind
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Sense
from haberci.read.mentions.units import MODIFIER, TOPIC, WORD

_OTHER_TIME = Group.OTHER_TIME  # by names of their own, as in ``core.morph``
_OFFICE, _PERSON = MentionKind.OFFICE, MentionKind.PERSON
_BODY, _GROUP = NameKind.BODY, NameKind.GROUP
RANK: Final = TitleKind.RANK


class Holders:
    """The holders of offices in one report, which may be of an unknown day."""

    def __init__(self, scan: Scanner, register: ActorRegister, lower: Callable[[str], str], day: str | None) -> None:
        self._scan, self._terms, self._lower, self._day = scan, register.terms, lower, day
        self._told: dict[tuple[str, str], str] = {}

    def note(self, phrase: Phrase, sense: Sense) -> None:
        """Hold a person whom the report names beside their office; the fullest name counts."""
        office = self._office(phrase)
        if sense.kind is _PERSON and sense.person and sense.codes and office is not None:
            key = (sense.codes[0].principal, office)
            self._told[key] = max(self._told.get(key, ""), sense.person, key=lambda name: len(name.split()))

    def of(self, phrase: Phrase, sense: Sense) -> str | None:
        """The holder of the office that a phrase stands for; None for what is no office, or where nobody knows."""
        if sense.kind is not _OFFICE or len(sense.codes) != 1 or phrase.plural:
            return None
        office = self._office(phrase)
        if office is None:
            return None
        principal = sense.codes[0].principal
        told = self._told.get((principal, office))
        return told or (self._terms.holder(principal, office, self._day) if self._day else None)

    def named(self, phrase: Phrase, words: Sequence[str]) -> ActorCode | None:
        """For whom an office is held that is told with a surname alone, if the register knows one such holder's state.

        Those who held it on the report's day go before others: "Cumhurbaşkanı Iohannis".
        """
        office = self._office(phrase) if len(words) == 1 else None
        if office is None:
            return None
        terms = self._terms.called(words[0], office, self._lower)
        that_day = [t for t in terms if self._day and t.first <= self._day <= t.last]
        codes = {ActorCode(term.of, term.office.sector) for term in that_day or terms}
        return codes.pop() if len(codes) == 1 else None

    def _office(self, phrase: Phrase) -> str | None:
        """The office of today that a phrase names: by body and title, or by title alone, where no body is told."""
        led = phrase.first > 0 and self._scan.stems[phrase.first - 1] in self._scan.naming.words[_OTHER_TIME]
        if led or any(unit.sort is MODIFIER for unit in phrase.units):
            return None
        title, offices = " ".join(self._title(phrase)), self._scan.naming.offices
        owner = phrase.names[0].name if phrase.names else None
        if owner is None:
            return offices.get(title)
        by_body = offices.get(f"{self._lower(owner.spelling)} {title}")
        return by_body or (None if owner.kind in (_BODY, _GROUP) else offices.get(title))

    def _title(self, phrase: Phrase) -> Iterator[str]:
        """The words of the office in dictionary form, those of the field included: ``milli``, ``eğitim``, ``bakan``."""
        for unit in phrase.units:
            if phrase.person_first is not None and unit.first >= phrase.person_first:
                return
            if unit.title is not None and unit.title.kind is not RANK:
                yield unit.title.word
            elif unit.sort is TOPIC or unit.sort is WORD:
                yield from self._scan.stems[unit.first : unit.last]
