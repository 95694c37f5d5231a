"""Bombs, mines and drugs destroyed where they are found or only laid, rockets that are stopped: that is no attack."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType
from haberci.core.morph import ACC, GEN, NOM, NOUN, THIRD, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Setting

AIMED: Final = "aimed"  # flag of frames by which somebody is put out of action
DESTROY: Final = "destroy"
FIRED: Final = "weapons"
FROM_AFAR: Final = frozenset({"aerial", "drone", "heavy-weapons"})  # modes of attacks that missiles are part of
OBJECTS: Final = (ACC, NOM, GEN)
HEAD: Final = 2  # words behind a participle in which what it describes stands


def clears_ordnance(firing: Firing, setting: Setting) -> bool:
    """Whether what is destroyed is a thing found, not a target: "patlayıcıyı imha etti", not "mayın gemisini"."""
    stopped = AIMED in firing.frame.flags  # "iki roket etkisiz hale getirildi"
    if firing.nominal or not (stopped or firing.frame.mode == DESTROY):
        return False
    clause, last = firing.clause, firing.anchor
    behind = range(last + 1, last + 1 + HEAD) if clause.form is Form.AN and clause.head is not None else range(0)
    things = setting.nouns.ordnance | setting.nouns.projectiles if stopped else setting.nouns.ordnance
    return any(_is_thing(at, setting, things) for at in (*range(clause.first, min(firing.words)), *behind))


def lays_ordnance(firing: Firing, setting: Setting) -> bool:
    """Whether a bomb is what somebody puts down, and no force: "polis aracının geçtiği yola yerleştirilen bomba"."""
    clause, head = firing.clause, firing.clause.head
    if firing.frame.type is not EventType.MOBILIZE or clause.form is not Form.AN or head is None:
        return False
    words = setting.parsed.tokens[head : head + HEAD]
    return any(token.morph.lemma in setting.nouns.ordnance for token in words)


def _is_thing(at: int, setting: Setting, things: frozenset[str]) -> bool:
    """Whether a word tells of such a thing, and not only of whose or which another one is."""
    tokens = setting.parsed.tokens
    if at + 1 >= len(tokens) or tokens[at].morph.lemma not in things:
        return False
    behind = tokens[at + 1].morph
    whole = behind.pos is not NOUN or behind.possessive not in THIRD or tokens[at].morph.case is ACC
    return tokens[at].morph.case in OBJECTS and whole


def fires_again(firing: Firing, setting: Setting) -> bool:
    """Whether those whose attack was told fire more of the same, which is no show of force: "9 füze de fırlattı".

    Nor is what they say of it themselves: "füzelerin yarısının hedefe fırlatıldığını açıkladı".
    """
    if firing.frame.type is not EventType.MOBILIZE or firing.frame.mode != FIRED:
        return False
    doers = {c.principal for n in firing.clause.subject for c in setting.parsed.mentions[n].codes}
    if setting.statement is not None and setting.parsed.tokens[firing.clause.verb].morph.passive:
        doers.add(setting.statement.speaker.principal)
    return any(attack.mode in FROM_AFAR and attack.recipients for attack in setting.attacks_by(doers))
