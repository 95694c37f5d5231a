"""To which armed group those without a name belong who are arrested or charged."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType
from haberci.core.report import MentionKind
from haberci.read.events.lands import REBEL
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

PROSECUTED: Final = frozenset({"arrest", "convict", "allege", "investigate"})
PLAIN: Final = "CVL"
RECENT: Final = 3  # sentences back to the deed by which the suspects are known
LAID_HANDS: Final = frozenset({EventType.COERCE, EventType.ACCUSE, EventType.SANCTION})


def suspected(firing: Firing, setting: Setting, recipient: Filled) -> Filled:
    """The receiver, or the group whose members the nameless ones are: "PKK üyesi 4 kişiyi gözaltına aldı"."""
    if firing.frame.mode not in PROSECUTED or not _is_nameless(recipient):
        return recipient
    group = _group_here(firing, setting)
    if not group.mentions and _tells_suspects(firing, setting):
        group = _arrested_before(setting)
    return group if group.all_codes() else recipient


def _is_nameless(recipient: Filled) -> bool:
    """Whether nobody, or only plain people by their kind, is told."""
    kinds = all(mention.kind is MentionKind.PEOPLE for mention in recipient.mentions)
    return kinds and all(code.sector == PLAIN for code in recipient.all_codes())


def _group_here(firing: Firing, setting: Setting) -> Filled:
    """The armed group named before a word of belonging: "PKK'nın gençlik yapılanması üyesi"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    start = setting.parsed.behind_finite(firing.anchor)
    for number, mention in enumerate(setting.parsed.mentions):
        here = start <= mention.first - base < firing.anchor and number not in firing.clause.subject
        if not here or not any(code.sector == REBEL for code in mention.codes):
            continue
        behind = tokens[mention.last - base : firing.anchor]
        if any(token.lower.startswith(setting.nouns.belonging) for token in behind):
            return Filled((mention,), rule="party.suspected")
    return NOBODY


def _tells_suspects(firing: Firing, setting: Setting) -> bool:
    """Whether the clause tells of suspects by that word."""
    words = setting.parsed.tokens[firing.clause.first : firing.anchor]
    return any(token.morph.lemma in setting.nouns.suspects for token in words)


def _arrested_before(setting: Setting) -> Filled:
    """The group of those on whom hands were laid shortly before."""
    for event in setting.lately(RECENT):
        groups = tuple(code for code in event.recipients if code.sector == REBEL)
        if event.type in LAID_HANDS and groups:
            return Filled(codes=groups, rule="party.suspected")
    return NOBODY
