"""Bodies told again by what they are: "UCM toplandı. Mahkeme, ...", "Gazprom vanaları kapattı. Şirket, ..."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from haberci.core.actors import IRREGULAR, ActorCode
from haberci.core.morph import ABL, ACC, DAT, GEN, NOM, Pos
from haberci.core.naming import Group, NamingTable
from haberci.read.mentions.phrases import Phrase
from haberci.read.mentions.scanner import Scanner
from haberci.read.mentions.senses import Sense

WITHIN: Final = (DAT, ABL, ACC, GEN)  # cases in which a body is taken up in the middle of a sentence
INTERNATIONAL: Final = "IGO"
MARKS: Final = frozenset({",", "ise", "da", "de"})  # behind a subject at the head of a sentence


def is_kind_again(phrase: Phrase, scan: Scanner) -> bool:
    """Whether a body is told by its kind alone, as who a sentence begins with; some kinds also within: "şirketten"."""
    unit = phrase.head
    if len(phrase.units) > 1 or unit.title is None or unit.plural or unit.title.word not in _words(scan.naming):
        return False
    bare = " " in unit.title.word or any(not form.possessed for form in unit.forms)
    plain = unit.title.word in scan.naming.words[Group.TAKEN_UP]
    if phrase.first not in scan.starts:
        plain = plain or unit.title.word in scan.naming.words[Group.TAKEN_ABROAD]
        return bare and plain and unit.case in WITHIN and _stands_free(phrase.first, scan)
    at = phrase.last
    marked = at < len(scan.tokens) and (scan.stem(at) in MARKS or scan.is_capital(at))
    return bare and scan.is_capital(phrase.first) and (unit.case is GEN or marked or plain)


def is_of_some_state(phrase: Phrase, code: ActorCode | None, scan: Scanner) -> bool:
    """Whether a word within a sentence, by which only an organisation's body is told, stands for no such one."""
    title = phrase.head.title
    if title is None or title.word not in scan.naming.words[Group.TAKEN_ABROAD] or phrase.first in scan.starts:
        return False
    return code is None or code.sector != INTERNATIONAL


def _stands_free(at: int, scan: Scanner) -> bool:
    """Whether nothing before a noun says which it is, but "this": "Vekil, şirketten", "raporu bu gazeteye"."""
    before = scan.tokens[at - 1]
    words, stem = scan.naming.words, scan.stem(at - 1)
    pointed = before.morph.pos is Pos.DET and stem not in words[Group.QUANTITY] | words[Group.ALL]
    if not before.text[0].isalnum() or pointed:
        return True
    return before.morph.form is None and before.morph.case in WITHIN and before.morph.case is not GEN


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
        for word in dict.fromkeys((name.full.rsplit(" ", 1)[-1], name.spelling.rsplit(" ", 1)[-1])):
            yield from naming.kinds.get(word, ())
    if title is not None and title.word.rsplit(" ", 1)[-1] in _words(naming):
        yield title.word.rsplit(" ", 1)[-1]


@cache
def _words(naming: NamingTable) -> frozenset[str]:
    """The words for kinds."""
    return frozenset(word for words in naming.kinds.values() for word in words)
