"""What lies between two sides, and is only what others deal with: "Rusya ile Ukrayna arasındaki savaşı görüştü".

So is what those who meet have with a third: "Rama ve Sandu, PKK ile mücadeleyi görüştü".
"""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, NOM, NOUN, Case, Form, Pos
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Filled, Setting
from haberci.read.rows import HOLDERS, mentions_of

DESCRIBING: Final = "daki"  # the ending of a word for "between" that describes the noun behind it
OPEN: Final = (None, NOM)
OBJECTS: Final = (ACC, NOM, None)  # cases of what is talked over; bare before "konusunu"
REACH: Final = 2  # words behind "with" in which an accord stands that others talk over: "İran ile nükleer anlaşmayı"


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


def is_with_third(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether a phrase only says with whom something is that those who meet talk over: "DEAŞ ile mücadeleyi".

    A person is met; with whom an accord is, only where those who meet are told apart from him.
    """
    parsed, mention = setting.parsed, setting.parsed.mentions[part.chunk]
    joined = part.link is Link.WITH or part.case is Case.INS
    if firing.frame.type is not EventType.CONSULT or firing.nominal or mention.kind in HOLDERS or not joined:
        return False
    start = mention.last - parsed.base
    start += not parsed.words.company.isdisjoint(parsed.small[start : start + 1])
    words = [(at, parsed.tokens[at].morph) for at in range(start, min(start + REACH, firing.anchor))]
    if not words or words[0][0] in firing.words:
        return False
    first = words[0][1]
    if first.lemma in setting.nouns.quarrels and first.case in OBJECTS:
        return True
    accord = any(m.lemma in setting.nouns.answered and m.case is ACC and at not in firing.words for at, m in words)
    return accord and _meet_others(firing, setting, part)


def _meet_others(firing: Firing, setting: Setting, part: ClausePart) -> bool:
    """Whether those who meet are told without a phrase: several do, or one with another person."""
    doers = mentions_of(setting, firing.clause.subject)
    others = (p for p in firing.clause.parts if p is not part and p.link is Link.WITH)
    return len(doers) > 1 or any(setting.parsed.mentions[p.chunk].kind in HOLDERS for p in others)


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
