"""Who is thanked, where only it is told for what: "Oslo'nun desteği için teşekkür etti"."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Link, SubjectFrom
from haberci.core.morph import DAT, GEN, NOM, NOUN, THIRD, Form, Pos
from haberci.core.report import Mention
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of, mentions_of

REASONS: Final = (Link.FOR, Link.ABOUT)
NEAR: Final = 5  # words between what somebody did and the postposition that makes it a reason
FAR: Final = 9  # words between an owner and that postposition


def thanked(firing: Firing, setting: Setting) -> Filled:
    """Whose the deed is, or the thing, for which one is grateful; nobody where somebody else is told to be thanked."""
    tokens, first = setting.parsed.tokens, min(firing.words)
    start = setting.parsed.behind_finite(firing.anchor)
    links = setting.parsed.words.links
    reasons = (
        at
        for at in range(first - 1, start, -1)
        if tokens[at].morph.pos is Pos.ADP and links.get(tokens[at].lower) in REASONS
    )
    end = next(reasons, None)
    if end is None or any(token.morph.case is DAT for token in tokens[end + 1 : first]):
        return NOBODY
    for clause in setting.parsed.clauses:
        done = clause.form is Form.DIK and clause.subject_from is SubjectFrom.GENITIVE and bool(clause.subject)
        bare = setting.parsed.tokens[clause.verb].morph.case in (None, NOM)  # "yaptığını söyleyerek halk adına"
        if done and bare and 0 < end - clause.verb <= NEAR and clause.verb >= start:
            return Filled(mentions_of(setting, clause.subject), rule="party.possessor")
    given = _giver(firing, setting, start, end)
    if given.mentions:
        return given
    morph = tokens[end - 1].morph
    if morph.pos is not NOUN or morph.possessive not in THIRD:
        return NOBODY
    return _owner(firing, setting, max(start, end - FAR), end)


def _giver(firing: Firing, setting: Setting, start: int, end: int) -> Filled:
    """By whom the thing before the word ``end`` was given or done: "Bern tarafından verilen destek için"."""
    for clause in setting.parsed.clauses:
        if clause.head is None or not start <= clause.verb < clause.head < end:
            continue
        for part in clause.parts:
            if part.link is Link.AGENT and not part.through:
                return Filled(group_of(setting.parsed, part, clause), rule="party.possessor")
    return NOBODY


def _owner(firing: Firing, setting: Setting, start: int, end: int) -> Filled:
    """The genitive that owns the noun before the word ``end``."""
    base = setting.parsed.base
    for part in firing.clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        owner = part.case is GEN and bool(mention.codes)
        if owner and start <= mention.first - base and mention.last - base < end and _is_free(mention, setting, end):
            return Filled(group_of(setting.parsed, part, firing.clause), rule="party.possessor")
    return NOBODY


def _is_free(mention: Mention, setting: Setting, end: int) -> bool:
    """Whether no verb stands between an owner and what is his."""
    between = setting.parsed.tokens[mention.last - setting.parsed.base : end]
    return all(token.morph.form is None or token.morph.form is Form.MA for token in between)
