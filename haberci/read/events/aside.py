"""What stands in the words of a judgement: '"skandal" diyerek niteledi'."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import ClausePart
from haberci.core.morph import Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Setting

MARKS: Final = frozenset('"“”»')


def is_aside(firing: Firing, setting: Setting, verb: int) -> bool:
    """Whether a verb stands in the words by which something is judged, or ties them to it: '"skandal" diyerek'."""
    clause = setting.parsed.clause_of(verb)
    if clause is None:
        return False
    if clause.quoted:
        return clause.form is not Form.AN or not firing.clause.quoted
    return clause.form is Form.ARAK and setting.parsed.tokens[verb - 1].text in MARKS


def is_quoted_apart(setting: Setting, part: ClausePart, stop: int) -> bool:
    """Whether a phrase stands in marks that close before a word: '"Rus düşmanlığı" diye niteledi'."""
    mention, base, tokens = setting.parsed.mentions[part.chunk], setting.parsed.base, setting.parsed.tokens
    inside = sum(token.text in MARKS for token in tokens[: mention.first - base]) % 2 == 1
    return inside and any(token.text in MARKS for token in tokens[mention.last - base : stop])
