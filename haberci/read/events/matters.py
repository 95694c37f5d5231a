"""What lies between two sides, and is only what others deal with: "Rusya ile Ukrayna arasındaki savaşı görüştü"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import NOM, NOUN, Form, Pos
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Filled, Setting
from haberci.read.rows import mentions_of

DESCRIBING: Final = "daki"  # the ending of a word for "between" that describes the noun behind it
OPEN: Final = (None, NOM)


def lies_between(firing: Firing, setting: Setting, part: ClausePart, sides: Filled) -> bool:
    """Whether a phrase with "between" describes a matter, with which those on its ``sides`` don't deal here.

    Of a deed with a doer of its own that is another; a meeting is never held by those whose quarrel it is about.
    """
    noun = _described(firing, setting, part)
    if noun is None or setting.parsed.tokens[noun].morph.lemma in setting.nouns.gatherings | setting.nouns.answered:
        return False
    own = {code.principal for m in mentions_of(setting, firing.clause.subject) for code in m.codes}
    others = {code.principal for code in sides.all_codes()}
    return firing.frame.type is EventType.CONSULT or (bool(own) and own.isdisjoint(others))


def _described(firing: Firing, setting: Setting, part: ClausePart) -> int | None:
    """The noun behind "arasındaki", where it is no word of the frame; None where it is one, or there is none."""
    tokens = setting.parsed.tokens
    links = setting.parsed.words.links
    at = setting.parsed.mentions[part.chunk].last - setting.parsed.base
    if links.get(tokens[at].lower) is not Link.BETWEEN or not tokens[at].lower.endswith(DESCRIBING):
        return None
    for word in range(at + 1, firing.anchor):
        morph = tokens[word].morph
        if word in firing.words or (morph.form is not None and morph.form is not Form.MA):
            return None
        acted_on = morph.case not in OPEN or morph.or_accusative
        if morph.pos is NOUN and (acted_on or tokens[word + 1].morph.pos is Pos.ADP):
            return word
    return None
