"""The one other side that the clause of a speech act names anywhere, where no part of it tells to whom it goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from haberci.core.actors import IRREGULAR
from haberci.core.clause import ClausePart, Link
from haberci.core.codebook import EventType
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, NOM, Form
from haberci.core.report import Mention, MentionKind
from haberci.read.events.fellows import is_other
from haberci.read.events.matching import Firing
from haberci.read.events.pattern_nouns import QUOTES
from haberci.read.events.setting import NOBODY, Filled, Setting

LONE: Final = "party.lone"
SPOKEN: Final = frozenset({EventType.ACCUSE, EventType.AGREE, EventType.REJECT})
NO_SIDES: Final = (Link.SOURCE, Link.AGENT)
UNCLEAR: Final = frozenset({"weak", "blame"})  # flags of frames whose words say little
PLACED: Final = (LOC, ABL)
STRUCK: Final = (ACC, ABL, DAT, GEN)
PASSED: Final = frozenset({Form.MA, Form.MAK, Form.DIK, Form.ACAK, Form.MIS, Form.IS})


def lone(firing: Firing, setting: Setting, own: frozenset[str]) -> Filled:
    """The one other side in the clause, behind nested verbs too: "Bern, Libya'nın onarımı için söz verdi".

    ``own`` are the principals of the doers; a refusal needs one who owns what is refused.
    """
    if not own or not _addresses(firing, setting) or len(_others(setting, own)) != 1:
        return NOBODY
    told = [(part, m) for part, m in _named(firing, setting) if all(is_other(code, own) for code in m.codes)]
    owners = [m for part, m in told if part.case is GEN or _is_half(setting, part, m)]
    side = owners if owners or firing.frame.type is EventType.REJECT else [m for _, m in told]
    return Filled(tuple(side[:1]), rule=LONE)


def _others(setting: Setting, own: frozenset[str]) -> set[str]:
    """The principals of the sentence besides one's own."""
    return {code.principal for m in setting.parsed.mentions for code in m.codes} - own


def _is_half(setting: Setting, part: ClausePart, mention: Mention) -> bool:
    """Whether a name is the first half of what is acted on: "BM kararına"."""
    head = setting.parsed.tokens[mention.last - setting.parsed.base].morph
    return part.link is Link.MODIFIER and head.case in STRUCK


def _addresses(firing: Firing, setting: Setting) -> bool:
    """Whether a frame that fired is of words that go to somebody, said by its own subject."""
    frame, clause = firing.frame, firing.clause
    if firing.nominal or frame.type not in SPOKEN or clause.form is Form.AN or clause.head is not None:
        return False
    words = setting.parsed.tokens[clause.first : clause.verb]
    if any(token.text in QUOTES for token in words):
        return False  # what is quoted tells no side
    return bool(frame.before) and frame.flags.isdisjoint(UNCLEAR) and frame.actor[0] != ("speaker",)


def _named(firing: Firing, setting: Setting) -> Iterator[tuple[ClausePart, Mention]]:
    """The phrases of the clause that may be a side: no subject, source, nor place where it is only said."""
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        if not mention.codes or part.chunk in firing.clause.subject or part.link in NO_SIDES:
            continue
        if part.case is NOM and not _is_half(setting, part, mention):
            continue  # whoever speaks around
        if mention.kind is MentionKind.PLACE or (part.case in PLACED and mention.kind is MentionKind.STATE):
            continue
        armed = any(code.sector in IRREGULAR for code in mention.codes)
        between = (setting.parsed.clause_of(verb) for verb in part.through)
        if (armed and firing.frame.type is EventType.AGREE) or any(c is None or c.form not in PASSED for c in between):
            continue
        yield part, mention
