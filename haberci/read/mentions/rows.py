"""People in a row behind one title or party that is told of all of them: "HDP milletvekilleri A, B ve C"."""

from __future__ import annotations

from haberci.core.actors import ActorCode
from haberci.core.morph import NOM
from haberci.core.report import MentionKind
from haberci.read.mentions.compounds import of_party
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Before
from haberci.read.mentions.units import HONORIFIC


class PeopleRow:
    """Follows the rows of one report, phrase by phrase."""

    def __init__(self, scan: Scanner) -> None:
        self._scan = scan
        self._code: ActorCode | None = None
        self._at = -1  # where the next one of the row must stand

    def code(self, before: Before | None, phrase: Phrase) -> ActorCode | None:
        """The code of a person who stands in a row behind the phrase before; None when there is no row."""
        if before is None or before.phrase.last + 1 != phrase.first or before.phrase.sentence != phrase.sentence:
            return None
        if before.phrase.case is not NOM:
            return None  # "Lavrov'un, Ali Kaya'yla görüşmesi"
        joint = self._scan.stem(phrase.first - 1)
        ends = joint in self._scan.joints
        if (joint != "," and not ends) or phrase.titles or phrase.units[0].sort is HONORIFIC:
            return None
        code = self._code if self._at == before.phrase.first else _shared(before)
        self._code, self._at = code, -1 if ends else phrase.first
        return code


def _shared(before: Before) -> ActorCode | None:
    """The code that the first of a row shares with the others."""
    phrase, sense = before
    if sense.kind is not MentionKind.PERSON or not sense.codes:
        return None
    shared = phrase.titles[-1].plural if phrase.titles else bool(phrase.names) and of_party(phrase.names[0])
    return sense.codes[0] if shared else None
