"""Rows of finite verbs, of which the last alone has its personal ending: "sizi kutluyor, başarılar diliyoruz"."""

from __future__ import annotations

from haberci.core.morph import Form
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Setting


def ends_in_own(firing: Firing, setting: Setting) -> bool:
    """Whether a verb in somebody's own words stands in a row whose last verb is in the first person."""
    tokens, own = setting.parsed.tokens, firing.clause
    if own.form is not Form.FINITE or not own.quoted:
        return False
    for clause in setting.parsed.clauses:
        if clause.form is not Form.FINITE or clause.verb < own.verb:
            continue
        morph = tokens[clause.verb].morph
        if not clause.quoted or clause.subject or morph.tense is not tokens[own.verb].morph.tense:
            return False
        if morph.person != "3s" or not _goes_on(setting, clause.verb + 1):
            return clause is not own and "1" in (morph.person or "")
    return False


def _goes_on(setting: Setting, at: int) -> bool:
    """Whether a word joins what follows: a comma or "ve"."""
    words = [token.lower for token in setting.parsed.tokens[at : at + 1]]
    return any(word == "," or word in setting.parsed.words.joints for word in words)
