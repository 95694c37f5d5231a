"""What a state tells its own citizens who are abroad, or would go there: no dealing with another side."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType
from haberci.core.morph import GEN, THIRD, Form
from haberci.read.events.bystanders import ADDRESSES
from haberci.read.events.lands import is_land
from haberci.read.events.matching import LANDS, Firing
from haberci.read.events.setting import Setting
from haberci.read.rows import mentions_of

WARNED: Final = frozenset({EventType.REQUEST, EventType.THREATEN})
TRAVELS: Final = frozenset({EventType.CONSULT})
OPEN: Final = frozenset({Form.ACAK, Form.MA, Form.MAK})  # of what citizens would do
WARNING: Final = frozenset({"own-complement", "future-complement"})  # flags of frames that warn of something


def advises_travellers(firing: Firing, setting: Setting) -> bool:
    """Whether a state warns its own citizens, or asks them to leave another land: "vatandaşlarını uyardı".

    Their travels are no visit: "vatandaşlarını Çad'a yapacakları ziyaretler konusunda uyardı".
    """
    if firing.nominal or firing.frame.type not in WARNED | TRAVELS or not _goes_to_citizens(firing, setting):
        return False
    if firing.frame.type in TRAVELS:
        return firing.clause.form in OPEN
    if not firing.frame.flags.isdisjoint(WARNING):
        return True
    own = {code.principal for m in mentions_of(setting, firing.clause.subject) for code in m.codes}
    lands = (code for m in setting.parsed.mentions if m.kind in LANDS for code in m.codes)
    return bool(own) and any(is_land(code, setting) and code.principal not in own for code in lands)


def _goes_to_citizens(firing: Firing, setting: Setting) -> bool:
    """Whether those to whom it is said are citizens of the one who says it, owned by nobody else."""
    tokens = setting.parsed.tokens
    for at in range(setting.parsed.behind_finite(firing.anchor), firing.anchor):
        morph = tokens[at].morph
        told = morph.case in ADDRESSES or morph.or_accusative
        told = told and setting.parsed.small[at + 1] not in setting.parsed.words.links  # "vatandaşlarına yönelik"
        if morph.lemma in setting.nouns.citizens and morph.possessive in THIRD and told:
            return at == 0 or tokens[at - 1].morph.case is not GEN
    return False
