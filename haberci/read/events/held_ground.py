"""Who holds the place that others were fired on from, where nobody is told to have fired, or that is taken back."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType
from haberci.core.morph import ABL, DIK, GEN, LOC, NOM, THIRD
from haberci.core.report import MentionKind
from haberci.read.events.doers import is_passive
from haberci.read.events.holders import HOLDER
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import mentions_of

REACH: Final = 7  # words between the holding and the place: "denetiminde bulunan sınırdaki Kefer köyünden"


def held_ground(firing: Firing, setting: Setting) -> Filled:
    """Who holds the place an attack of nobody told comes from: "Hizbullah'ın denetimindeki köyden ateş açıldı"."""
    if firing.frame.type is not EventType.ASSAULT or firing.nominal or not is_passive(firing, setting):
        return NOBODY
    tokens, base = setting.parsed.tokens, setting.parsed.base
    for at in range(min(firing.words) - 1, firing.clause.first, -1):
        morph = tokens[at].morph
        if morph.lemma not in setting.nouns.controls or morph.case is not LOC or morph.possessive not in THIRD:
            continue
        whence = any(token.morph.case is ABL for token in tokens[at + 1 : min(at + 1 + REACH, *firing.words)])
        held = (m for m in setting.parsed.mentions if m.last - base == at and m.case in (GEN, NOM) and m.codes)
        holder = next((m for m in held if m.kind is not MentionKind.PLACE), None)
        return Filled((holder,), rule=HOLDER) if whence and holder is not None else NOBODY
    return NOBODY


def keeper(firing: Firing, setting: Setting) -> Filled:
    """Who held what others take back: "rejimin ele geçirdiği köyleri geri aldı", "DEAŞ'ın elindeki kenti kurtardı"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    first = min(firing.words)
    for at in range(first - 1, max(0, first - 1 - REACH), -1):
        clause = setting.parsed.clause_of(at)
        taken = clause is not None and clause.form is DIK and clause.head is not None
        if clause is not None and taken and tokens[at - 1].morph.lemma in setting.nouns.controls:
            return Filled(mentions_of(setting, clause.subject), rule=HOLDER)
        morph = tokens[at].morph
        if morph.lemma in setting.nouns.controls and morph.case is LOC and morph.possessive in THIRD:
            held = (m for m in setting.parsed.mentions if m.last - base == at and m.case is GEN and m.codes)
            return Filled(tuple(held), rule=HOLDER)
    return NOBODY
