"""Things whose names look like those of people: a law, a fair, a firm ("Kitap Fuarı", "Fırtına obüsü")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from haberci.core.language import LanguagePack
from haberci.core.morph import PROPN
from haberci.core.report import MentionKind, Report
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Sense

Meant = tuple[Phrase, Sense]


def without_things(senses: Sequence[Meant], report: Report, scan: Scanner, pack: LanguagePack) -> Iterator[Meant]:
    """The senses without unknown names that are nowhere in the report taken for a person's.

    A person's is a name that the names of the report tell as one, or, where they tell nothing of it, one that begins
    with a given name or has no word of the language. Who has an office, or a code, is a person anyhow.
    """
    told = {k: n.kind for n in report.names for k in range(n.first, n.last)}
    people = {s.person for p, s in senses if _is_open(s) and _is_person(p, told, scan, pack)}
    return ((p, s) for p, s in senses if not _is_open(s) or s.person in people)


def _is_open(sense: Sense) -> bool:
    return sense.rule == "mention.person-unknown" and sense.office is None


def _is_person(phrase: Phrase, told: dict[int, MentionKind], scan: Scanner, pack: LanguagePack) -> bool:
    if phrase.titles or phrase.names:
        return True
    kinds = {told[k] for k in range(phrase.first, phrase.last) if k in told}
    if kinds:
        return MentionKind.PERSON in kinds
    first, cues = pack.fold(scan.stem(phrase.first)), pack.layout
    morphs = [scan.tokens[k].morph for k in range(phrase.first, phrase.last)]
    foreign = all(m.pos is PROPN and m.possessive is None for m in morphs)
    return foreign or (first in cues.given_names and first not in cues.word_names)
