"""Whom a case is about, where the phrase of "about" is no party itself: "vekilin paylaşımları hakkında"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.morph import GEN, LOC, NOM, Form, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.events.bystanders import organ, speaker
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, NOBODY, Filled, Setting

OWNER_REACH: Final = 6  # words between the one whose deeds a case is about and "about"
HEAD_REACH: Final = 3  # words behind a participle in which the one whom it describes stands
NOMINAL: Final = frozenset({Pos.NOUN, Pos.PROPN, Pos.ADJ, Pos.PRON})
COURT: Final = "JUD"


def charged(firing: Firing, setting: Setting) -> Filled:
    """Whom a case is about: the owner of what it is about, the one whom its participle describes, or the speaker."""
    at = _about(firing, setting)
    if at is None:
        return NOBODY
    tokens = setting.parsed.tokens
    if "1" in (tokens[at].morph.possessive or ""):
        return speaker(firing, setting)  # "hakkımda dava açıldı"
    before = tokens[at - 1].morph if at > 0 else None
    if before is not None and before.pos in NOMINAL and before.case in (None, NOM) and before.form is None:
        return _owner(setting, at)
    head = firing.clause.head
    described = min(firing.clause.first, min(firing.words) - 1) <= at  # "hakkında yakalama kararı bulunan"
    if head is None or not described:
        return _of_deed(setting, at)
    found = _at_head(setting, head)
    return found if found.mentions else _of_sentence(firing, setting)


def _about(firing: Firing, setting: Setting) -> int | None:
    """The word for "about" that is nearest before the deed."""
    tokens, words = setting.parsed.tokens, setting.nouns.charged
    start = setting.parsed.behind_finite(firing.anchor)
    return next((at for at in range(firing.anchor - 1, start - 1, -1) if tokens[at].lower in words), None)


def _owner(setting: Setting, at: int) -> Filled:
    """The party whose deeds, words or members are told right before "about"."""
    base, tokens = setting.parsed.base, setting.parsed.tokens
    for mention in reversed(setting.parsed.mentions):
        stop = mention.last - base
        if stop > at or mention.case is LOC:
            continue
        between = tokens[stop:at]
        if len(between) > OWNER_REACH or any(token.text == "," for token in between):
            return NOBODY
        if _is_party(mention):
            return Filled((mention,))
    return NOBODY


def _at_head(setting: Setting, head: int) -> Filled:
    """The one whom a participle describes: "hakkında dava açılan CHP'li vekil"."""
    start = setting.parsed.base + head
    hit = next((m for m in setting.parsed.mentions if start <= m.first < start + HEAD_REACH), None)
    return Filled((hit,)) if hit is not None and _is_party(hit) else NOBODY


def _of_sentence(firing: Firing, setting: Setting) -> Filled:
    """The person of whom the sentence tells: "muhalefetin hakkında verdiği önergeye yanıt veren Bakan konuştu"."""
    doers = charger(firing, setting).mentions or (setting.parsed.mentions[n] for n in firing.clause.subject)
    own = {code for mention in doers for code in mention.codes}
    told = (m for m in setting.parsed.subject if m.kind is MentionKind.PERSON and own.isdisjoint(m.codes))
    subject = next(told, None) if firing.clause.form is Form.DIK else None
    return Filled((subject,)) if subject is not None and _is_party(subject) else NOBODY


def charger(firing: Firing, setting: Setting) -> Filled:
    """Who brings a case, told by a genitive right before "about": "muhalefetin hakkında verdiği önerge"."""
    at = None if setting.parsed.tokens[firing.anchor].morph.passive else _about(firing, setting)
    if at is None or firing.clause.form is not Form.DIK or firing.clause.head is None:
        return NOBODY
    before = (m for m in setting.parsed.mentions if m.last - setting.parsed.base == at and m.case is GEN)
    return Filled(tuple(m for m in before if _is_party(m)))


def accusing(firing: Firing, setting: Setting) -> Filled:
    """Who accuses somebody where nobody is told to: a court of the land, if the sentence tells of one; else unknown."""
    if any(word.startswith(setting.nouns.judging) for word in setting.parsed.small):
        return organ(firing, setting, COURT)
    return Filled(codes=(UNKNOWN,), rule=GUESSED)


def tried(firing: Firing, setting: Setting) -> Filled:
    """After whom a case is called: "Moskova'da görülen Navalnıy davası"."""
    cases = [at + setting.parsed.base for at in firing.words if at != firing.anchor]
    named = (m for m in setting.parsed.mentions if m.last in cases and m.case in (NOM, None))
    return Filled(tuple(m for m in named if _is_party(m)))


def _of_deed(setting: Setting, at: int) -> Filled:
    """Who did what the case is about: "vekilin hakaret ettiği gerekçesiyle hakkında"."""
    base = setting.parsed.base
    before = (m for m in reversed(setting.parsed.mentions) if m.last - base <= at)
    hit = next((m for m in before if m.case is GEN and _is_party(m) and m.kind is MentionKind.PERSON), None)
    return Filled((hit,)) if hit is not None else NOBODY


def _is_party(mention: Mention) -> bool:
    return bool(mention.codes) and mention.kind is not MentionKind.PLACE
