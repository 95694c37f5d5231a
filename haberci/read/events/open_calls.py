"""Calls for a deed that go to nobody named: "Parti, yasanın geri çekilmesi çağrısında bulundu"."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType
from haberci.core.morph import DAT, NOM, Form
from haberci.read.events.bystanders import demanded
from haberci.read.events.matching import Firing
from haberci.read.events.persons import own_people
from haberci.read.events.setting import NOBODY, TO_ALL, Filled, Setting

PROTEST_REACH: Final = 5  # words before it in which the protest stands to which people are called
CALLED_FOR: Final = frozenset({Form.MA, Form.MAK})
CASES: Final = (None, NOM, DAT)
NEAR: Final = 3  # words before the noun of a call in which the verb of what is called for stands


def to_all(firing: Firing, setting: Setting, recipient: Filled) -> Filled:
    """The receiver, or none where what is called for is told and nobody who should do it."""
    frame = firing.frame
    if recipient.all_codes() or frame.type is not EventType.REQUEST or frame.nominal:
        return recipient
    if not frame.before:
        asked = [setting.parsed.tokens[clause.verb].morph.lemma for clause in demanded(firing, setting)]
        return recipient if setting.nouns.knowing.issuperset(asked) else Filled(rule=TO_ALL)
    noun = min(firing.words)
    if setting.parsed.tokens[noun].morph.lemma not in setting.nouns.calls:
        return recipient
    told = (c for c in setting.parsed.clauses if noun - NEAR <= c.verb < noun and c.form in CALLED_FOR)
    if not any(setting.parsed.tokens[c.verb].morph.case in CASES for c in told):
        return recipient
    words = setting.parsed.small[max(0, noun - PROTEST_REACH) : noun]
    risen = any(EventType.PROTEST in setting.asks.deeds_named(word) for word in words)
    people = own_people(firing, setting) if risen else NOBODY
    return people if people.codes else Filled(rule=TO_ALL)
