"""To whom a deed is done: not to who owns what does it, but to those whom what is struck carries, who fell there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import Case, Form, Morph, Pos
from haberci.core.report import MentionKind, Token
from haberci.read.events.accusers import accuser
from haberci.read.events.fallen import among_fallen, victims
from haberci.read.events.filling import fill
from haberci.read.events.holders import HOLDER
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting

OWNERS: Final = ("gen",)  # the receiver as the owner of what is struck
UNOWNED: Final = ("mention.inherited", "mention.office-bare")  # rules of people who may be anybody's
ORDER: Final = frozenset({"COP", "JUD", "SPY"})
SPOKEN: Final = "party.spoken"
PLAIN: Final = "CVL"
ARMY: Final = "MIL"
STRUCK: Final = (Case.ACC, Case.DAT)


def struck(firing: Firing, setting: Setting, actor: Filled) -> Filled:
    """To whom it is done; whose thing does it is not the owner of what is struck: "Rusya'ya ait füze köyü vurdu"."""
    told = firing.frame.recipient
    found = fill(told, firing, setting, actor)
    if actor.rule == HOLDER and not (found.mentions and not set(found.mentions) <= set(actor.mentions)):
        found = fill([names for names in told if names != OWNERS], firing, setting, actor)
    if not found.all_codes() and _is_vessel(firing, setting):
        return Filled(codes=(UNKNOWN,))
    if firing.frame.type is not EventType.ASSAULT:
        return found
    found = _carried(firing, setting, found) or _fallen(firing, setting, actor, found) or found
    found = _of_accuser(firing, setting, actor, found) or _with_some(firing, setting, actor, found)
    if found.mentions:
        return _at_home(setting, found)
    return _posted(firing, setting, found)


def _is_vessel(firing: Firing, setting: Setting) -> bool:
    """Whether a ship of nobody told is what is struck or seized, or her crew: "ticari gemiye saldırdı"."""
    told = setting.told is not Modality.DENIED and firing.clause.form is not Form.ARAK  # "baskın düzenleyerek öldürdü"
    return told and firing.frame.type in (EventType.ASSAULT, EventType.COERCE) and _acts_on_ship(firing, setting)


def _acts_on_ship(firing: Firing, setting: Setting) -> bool:
    """Whether the word for a ship is an object, a bare one right before the verb ("gemi vurdu"), or what one tells of.

    "Husilerin vurduğu gemi".
    """
    tokens, vessels, clause = setting.parsed.tokens, setting.nouns.vessels, firing.clause
    before = [t.morph for t in tokens[clause.first : firing.anchor]]
    if any(m.lemma in vessels and (m.case in STRUCK or m.or_accusative) for m in before):
        return True
    if (
        before
        and before[-1].lemma in vessels
        and before[-1].case is Case.NOM
        and not tokens[firing.anchor].morph.passive
    ):
        return True
    return clause.form is Form.DIK and clause.head is not None and tokens[clause.head].morph.lemma in vessels


def _posted(firing: Firing, setting: Setting, found: Filled) -> Filled:
    """The soldiers of a land where what is struck is theirs: "Rus ordusu mevzilere ateş açtı", "askeri üs vuruldu"."""
    if not all(code.sector == PLAIN for code in found.codes):
        return found
    tokens = setting.parsed.tokens[firing.clause.first : firing.anchor]
    posts = any(t.morph.lemma in setting.nouns.posts and t.morph.case in STRUCK for t in tokens)
    posts = posts or any(
        one.morph.lemma in setting.nouns.martial and _is_thing(two.morph) for one, two in pairwise(tokens)
    )
    return found._replace(codes=tuple(ActorCode(c.principal, ARMY) for c in found.codes)) if posts else found


def _is_thing(morph: Morph) -> bool:
    """Whether a noun is what is struck, not how: "askeri konvoya", "askeri üs"."""
    return morph.pos is Pos.NOUN and (morph.case in STRUCK or morph.case is Case.NOM)


def _at_home(setting: Setting, found: Filled) -> Filled:
    """The people of a land whose homes are struck: "Tacik askerleri Kırgız köyüne ateş açtı"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    lands = [m for m in found.mentions if m.kind is MentionKind.STATE and 0 <= m.last - base < len(tokens)]
    behind = [_counted(tokens, m.last - base) for m in lands]
    homes = len(behind) == len(found.mentions) and all(m.lemma in setting.nouns.homes and m.possessive for m in behind)
    if not homes:
        return found
    people = (replace(m, codes=tuple(ActorCode(c.principal, PLAIN) for c in m.codes)) for m in found.mentions)
    return found._replace(mentions=tuple(people))


def _counted(tokens: Sequence[Token], at: int) -> Morph:
    """The word behind a land, or behind the number there: "Yemen'in beş kentine"."""
    first = tokens[at].morph
    return tokens[at + 1].morph if first.pos is Pos.NUM and at + 1 < len(tokens) else first


def _of_accuser(firing: Firing, setting: Setting, actor: Filled, found: Filled) -> Filled | None:
    """The people of who accuses another of striking plain persons, who seem its own: "Rusya'nın sivilleri vurduğunu".

    None where nobody accuses, or others are struck; a land at war within, and police, strike their own.
    """
    own = {code.principal for code in actor.all_codes()}
    plain = [m for m in found.mentions if m.kind is MentionKind.PEOPLE and m.rule in UNOWNED]
    told = setting.statement.speaker.principal if setting.statement is not None else ""
    seem = {*own, told} if told == setting.parsed.pack.naming.home else own  # at home where none is told
    seem_own = len(plain) == len(found.mentions) and all(c.principal in seem for c in found.all_codes())
    within = not own.isdisjoint(setting.armed) or any(code.sector in ORDER for code in actor.all_codes())
    theirs = accuser(firing, setting) if plain and seem_own and not within else NOBODY
    return theirs if theirs.codes else None


def _carried(firing: Firing, setting: Setting, found: Filled) -> Filled | None:
    """Those whom what is struck carries, where nobody else is told: "askerleri taşıyan otobüsü vurdu"."""
    if found.all_codes() and not _is_place(found):
        return None
    for clause in setting.parsed.clauses:
        carries = clause.form is Form.AN and clause.head is not None and clause.parent == firing.clause.verb
        if not carries or setting.parsed.tokens[clause.verb].morph.lemma not in setting.nouns.carrying:
            continue
        loads = (setting.parsed.mentions[p.chunk] for p in clause.parts if p.case is Case.ACC and p.own)
        load = next((m for m in loads if m.codes), None)
        if load is not None:
            return Filled((load,))
    return None


def _fallen(firing: Firing, setting: Setting, actor: Filled, found: Filled) -> Filled | None:
    """Those of another state who fell where only the place is told: "üsse yapılan saldırıda iki Çadlı asker öldü".

    So are those who fell by a deed that a noun tells, where nobody is struck: "evin vurulması sonucu iki Türk öldü".
    """
    behind = setting.parsed.small[firing.anchor + 1 : firing.anchor + 2]
    outcome = firing.clause.form is Form.MA and not setting.parsed.words.outcomes.isdisjoint(behind)
    if not found.all_codes() and outcome:
        return victims(firing, setting) or None
    if (firing.clause.head is None and not outcome) or not found.all_codes() or not _is_place(found):
        return None
    hit = victims(firing, setting)
    theirs = {code.principal for code in hit.all_codes()}
    others = theirs.isdisjoint(c.principal for c in actor.all_codes())
    foreign = others and not theirs <= {code.principal for code in found.all_codes()}
    many = all(m.kind is MentionKind.PEOPLE for m in hit.mentions)  # one man may be one of many others
    return hit if foreign and many and UNKNOWN not in hit.all_codes() else None


def _with_some(firing: Firing, setting: Setting, actor: Filled, found: Filled) -> Filled:
    """Those struck with the strangers among them: "ölenler arasında iki Alman da var", "aralarında Türkler bulunan"."""
    if not found.all_codes() or not any(code.sector == PLAIN for code in found.all_codes()):
        return found
    own = {code.principal for code in (*found.all_codes(), *actor.all_codes())}
    some = tuple(m for m in among_fallen(setting) if own.isdisjoint(code.principal for code in m.codes))
    return found._replace(mentions=(*found.mentions, *some)) if some else found


def _is_place(found: Filled) -> bool:
    """Whether those to whom it is done are told by a place alone."""
    return found.rule == SPOKEN and all(m.kind is MentionKind.PLACE for m in found.mentions)
