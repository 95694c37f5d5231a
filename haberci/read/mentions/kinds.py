"""Bodies told again by what they are: "UCM toplandı. Mahkeme, ...", "Gazprom vanaları kapattı. Şirket, ..."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from haberci.core.actors import IRREGULAR
from haberci.core.morph import GEN, NOM
from haberci.core.naming import NamingTable
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Sense

MARKS: Final = frozenset({",", "ise", "da", "de"})  # behind a subject at the head of a sentence


def is_kind_again(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a body is told by its kind alone, as the subject or owner with which a sentence begins."""
    unit = phrase.head
    if len(phrase.units) > 1 or unit.title is None or phrase.first not in scan.starts or unit.plural:
        return False
    if unit.title.word not in _words(scan.naming) or not scan.is_capital(phrase.first):
        return False
    bare = " " in unit.title.word or any(not form.possessed for form in unit.forms)
    at = phrase.last
    marked = at < len(scan.tokens) and (scan.stem(at) in MARKS or scan.is_capital(at))
    return bare and (unit.case is GEN or marked)


def kinds_of(phrase: Phrase, sense: Sense, naming: NamingTable) -> Iterator[str]:
    """The words that take up a body which a phrase names: by its sector, the last word of its name, or its title."""
    name = phrase.names[-1].name if phrase.names else None
    title = phrase.titles[-1].title if phrase.titles else None
    if len(sense.codes) != 1 or (name is None and len(phrase.units) == 1):
        return
    if sense.codes[0].sector in IRREGULAR and phrase.case not in (NOM, GEN):
        return  # "DEAŞ'la savaşan bir grup"
    yield from naming.kinds.get(sense.codes[0].sector, ())
    if name is not None:
        yield from naming.kinds.get(name.full.rsplit(" ", 1)[-1], ())
    if title is not None and title.word.rsplit(" ", 1)[-1] in _words(naming):
        yield title.word.rsplit(" ", 1)[-1]


@cache
def _words(naming: NamingTable) -> frozenset[str]:
    """The words for kinds."""
    return frozenset(word for words in naming.kinds.values() for word in words)
