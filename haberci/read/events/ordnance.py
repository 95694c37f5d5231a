"""Bombs, mines and drugs that are destroyed where they are found: that is no attack."""

from __future__ import annotations

from typing import Final

from haberci.core.morph import ACC, GEN, NOM, NOUN, THIRD, Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Setting

DESTROY: Final = "destroy"
OBJECTS: Final = (ACC, NOM, GEN)
HEAD: Final = 2  # words behind a participle in which what it describes stands


def clears_ordnance(firing: Firing, setting: Setting) -> bool:
    """Whether what is destroyed is a thing found, not a target: "patlayıcıyı imha etti", not "mayın gemisini"."""
    if firing.frame.mode != DESTROY or firing.nominal:
        return False
    clause, last = firing.clause, firing.anchor
    behind = range(last + 1, last + 1 + HEAD) if clause.form is Form.AN and clause.head is not None else range(0)
    return any(_is_ordnance(at, setting) for at in (*range(clause.first, min(firing.words)), *behind))


def _is_ordnance(at: int, setting: Setting) -> bool:
    """Whether a word tells of such a thing, and not only of whose or which another one is."""
    tokens = setting.parsed.tokens
    if at + 1 >= len(tokens) or tokens[at].morph.lemma not in setting.nouns.ordnance:
        return False
    behind = tokens[at + 1].morph
    whole = behind.pos is not NOUN or behind.possessive not in THIRD or tokens[at].morph.case is ACC
    return tokens[at].morph.case in OBJECTS and whole
