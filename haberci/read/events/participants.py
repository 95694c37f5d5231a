"""Who takes part in a gathering: all whom its sentence names, or those who met before."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart, Link
from haberci.core.morph import Case
from haberci.read.events.doers import doer
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

COMMA: Final = ","
COMPANY: Final = "party.company"


def participants(firing: Firing, setting: Setting) -> Filled:
    """The subject with all that stand in a row with it: "Toplantıya Macron, Scholz ile İtalya ve Polonya katıldı"."""
    found = doer(firing, setting)
    if not found.mentions or firing.nominal:
        return found
    parsed = setting.parsed
    more = [parsed.mentions[p.chunk] for p in firing.clause.parts if p.own and _takes_part(p, firing, setting)]
    return found._replace(mentions=tuple(sorted({*found.mentions, *more}, key=lambda mention: mention.first)))


def _takes_part(part: ClausePart, firing: Firing, setting: Setting) -> bool:
    """Whether a phrase is one of those who do it together: with "ile", or bare before a comma, "ve" or the verb."""
    parsed = setting.parsed
    if part.link is Link.WITH:
        return True
    if part.link is not Link.PART or part.case is not Case.NOM:
        return False
    at = parsed.mentions[part.chunk].last - parsed.base
    behind = parsed.tokens[at].lower
    return at == firing.anchor or behind == COMMA or behind in parsed.words.joints


def company_between(firing: Firing, setting: Setting) -> Filled:
    """Those who met before, told by their kind alone: "taraflar arasında toplantılar yapılacak"."""
    tokens, words = setting.parsed.tokens, setting.parsed.words
    for at in range(firing.clause.first, firing.anchor):
        morph = tokens[at].morph
        alike = morph.plural and not morph.possessive and morph.lemma in setting.nouns.company
        if alike and words.links.get(tokens[at + 1].lower) is Link.BETWEEN and len(setting.company) > 1:
            return Filled(codes=setting.company, rule=COMPANY)
    return NOBODY
