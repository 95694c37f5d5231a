"""What holds the tellings of two deeds apart: the persons, the counted sides and the places told."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from haberci.core.morph import FINITE, Form
from haberci.core.report import MentionKind
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Filled
from haberci.read.parse import Parsed

TELLING: Final = (FINITE, Form.DIK, Form.ACAK)  # forms of a verb that tells a deed, and describes nobody by it


def are_counted(parsed: Parsed, filled: Filled) -> bool:
    """Whether a side is told by its number: "516 kişi"."""
    firsts = (m.first - parsed.base for m in filled.mentions if m.kind is MentionKind.PEOPLE)
    return any(0 < at < len(parsed.tokens) and parsed.is_counted(at) for at in firsts)


def is_further(parsed: Parsed, firing: Firing, words: frozenset[str]) -> bool:
    """Whether a deed is told as one besides others: "Ayrıca iki okulu vurdu", "Daha önce de bir gemiyi vurmuştu"."""
    if firing.nominal or firing.clause.form not in TELLING:
        return False
    before = parsed.small[: firing.anchor]
    return any(word in words or f"{word} {behind}" in words for word, behind in zip_longest(before, before[1:]))


def goes_on(parsed: Parsed, firing: Firing) -> bool:
    """Whether the verb only says that what was begun goes on: "tatbikat beş gün sürecek"."""
    return not firing.nominal and not parsed.words.lasting.isdisjoint(parsed.verb_words(firing.anchor))


def persons(filled: Filled) -> frozenset[str]:
    """The persons of one side, by name."""
    return frozenset(m.person for m in filled.mentions if m.person)


def places(parsed: Parsed, firing: Firing) -> frozenset[str]:
    """The places told in the clause, each by its first word without its ending."""
    mentions = (parsed.mentions[part.chunk] for part in firing.clause.parts if not part.through)
    return frozenset(m.text.split()[0].split("'")[0].split("’")[0] for m in mentions if m.kind is MentionKind.PLACE)
