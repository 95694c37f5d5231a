"""Calls for a deed that go to nobody named: "Parti, yasanın geri çekilmesi çağrısında bulundu"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import Clause
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, DAT, NOM, Form
from haberci.read.events.admission import RULERS
from haberci.read.events.bystanders import demanded
from haberci.read.events.doers import is_passive
from haberci.read.events.fillers import with_whom
from haberci.read.events.matching import Firing
from haberci.read.events.persons import own_people
from haberci.read.events.setting import DEMANDED, NOBODY, TO_ALL, Filled, Setting

PROTEST_REACH: Final = 5  # words before it in which the protest stands to which people are called
CALLED_FOR: Final = frozenset({Form.MA, Form.MAK})
CASES: Final = (None, NOM, DAT)
NEAR: Final = 3  # words before the noun of a call in which the verb of what is called for stands

BY_SUBJECT: Final = ("subj",)  # the filler of who asks by a verb of his own, and not by "must"
SAID_TO: Final = frozenset({EventType.REQUEST, EventType.CONSULT, EventType.ACCUSE})  # whose other side hears more
MET: Final = frozenset({EventType.CONSULT})
CAPTORS_REACH: Final = 4  # sentences back to those who took whom one wants let go
TAKING: Final = frozenset({"arrest", "abduct", "convict"})


def demand(firing: Firing, setting: Setting, actor: Filled) -> Filled | None:
    """The receiver of a demand that something be done by nobody named; None where it is no such demand.

    "Oslo, soruşturma yürütülmesini istedi" goes to nobody, "esirlerin bırakılmasını istedi" to who took them.
    """
    asks = firing.frame.type is EventType.REQUEST and firing.frame.actor[0] == BY_SUBJECT
    if not asks or firing.nominal or is_passive(firing, setting):
        return None
    own = {code.principal for code in actor.all_codes()}
    told = own and _asks_for_deed(firing, setting)
    if told and (codes := _spoken_to(setting, own, SAID_TO)):
        return Filled(codes=codes, rule="party.dealt")
    if own and firing.frame.before and (codes := _spoken_to(setting, own, MET)):
        return Filled(codes=codes, rule="party.dealt")  # "elçiyi ziyaret etti ve talebini iletti"
    if told and (met := with_whom(firing, setting)).all_codes():
        return met  # "Sandu'yla görüşmesinde bırakılmasını istedi"
    asked = demanded(firing, setting)
    lemmas = [setting.parsed.tokens[clause.verb].morph.lemma for clause in asked]
    if not asked or not own or setting.nouns.knowing.issuperset(lemmas):
        return None
    frees = not setting.nouns.freeing.isdisjoint(lemmas)
    if frees and (takers := _takers(setting, own)):
        return Filled(codes=takers, rule="party.dealt")
    return Filled(rule=DEMANDED) if frees or _is_for_others(setting, actor, asked) else None


def _asks_for_deed(firing: Firing, setting: Setting) -> bool:
    """Whether a verb asks for a deed: "Oslo'ya yazdığı mektupta yasanın geri çekilmesini istedi"."""
    below = (c for c in setting.parsed.clauses if c.parent == firing.clause.verb and c.form is Form.MA)
    return any(setting.parsed.tokens[clause.verb].morph.case is ACC for clause in below)


def _is_for_others(setting: Setting, actor: Filled, asked: list[Clause]) -> bool:
    """Whether what is asked goes to the world: what rulers want done is mostly for their own offices.

    Theirs is a demand where something shall be looked into: "soruşturma yürütülmesini istedi".
    """
    codes = actor.all_codes()
    if setting.parsed.pack.naming.home in {code.principal for code in codes}:
        return False
    if not any(code.sector in RULERS for code in codes):
        return True
    words = setting.parsed.small[asked[-1].first : asked[0].verb + 1]
    return any(word.startswith(setting.nouns.inquiries) for word in words[-NEAR:])


def _spoken_to(setting: Setting, own: set[str], ways: frozenset[EventType]) -> tuple[ActorCode, ...]:
    """Whom one called on or met in the same sentence: "Oslo'ya çağrıda bulunarak durdurulmasını istedi"."""
    for event in setting.lately(0):
        sides = (*event.actors, *event.recipients)
        said = event.type in ways and event.modality is setting.told
        others = tuple(code for code in sides if code.principal not in own and code != UNKNOWN)
        if said and len(others) < len(sides) and others:
            return others
    return ()


def _takers(setting: Setting, own: set[str]) -> tuple[ActorCode, ...]:
    """Who shortly before arrested or took somebody."""
    for event in setting.lately(CAPTORS_REACH):
        if event.mode in TAKING and UNKNOWN not in event.actors and own.isdisjoint(c.principal for c in event.actors):
            return event.actors
    return ()


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
