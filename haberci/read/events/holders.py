"""Whose thing or force does it, where the subject is no party: "ABD'nin füzesi vurdu"."""

from __future__ import annotations

import re
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import Link
from haberci.core.codebook import EventType
from haberci.core.morph import THIRD, VERBAL_NOUNS, Case, Form, Pos
from haberci.core.report import Mention, MentionKind, Token
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Filled, Setting

# Who tells that a deed was not done, of others.
ARMED_DEEDS: Final = frozenset({EventType.ASSAULT, EventType.MOBILIZE})
CARRIED: Final = ARMED_DEEDS | {EventType.AID}  # what is done with things that are told to belong to somebody
BY_FORCE: Final = ARMED_DEEDS | {EventType.COERCE}
DESCRIBING: Final = frozenset({Pos.NOUN, Pos.ADJ, Pos.NUM, Pos.ADP, Pos.DET})  # what stands in a noun phrase
DESIGNATION: Final = re.compile(r"[A-ZÇĞİÖŞÜ][a-zçğıöşü]{0,2}[A-Z]?-\d")
REACH: Final = 3  # words behind an owner in which the thing stands that does it
HOLDER: Final = "party.holder"  # the rule of a doer whose thing does it


def armed_thing(firing: Firing, setting: Setting) -> Filled | None:
    """Whose thing or force does it, where the subject is no party: "ABD'nin füzesi vurdu", "Çin'e ait uçak girdi"."""
    clause = firing.clause
    told = clause.form is Form.FINITE and not clause.subject
    if firing.frame.type not in CARRIED or firing.nominal or not (told or clause.form in VERBAL_NOUNS):
        return None
    words = setting.parsed.words
    for part in clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        behind = mention.last - setting.parsed.base
        if not part.own or not mention.codes or mention.kind is MentionKind.PLACE:
            continue
        belongs = part.case is Case.DAT and setting.parsed.tokens[behind].lower in words.belonging | words.under
        owned = belongs or (told and part.case is Case.GEN and firing.frame.type in ARMED_DEEDS)
        head = _owned_subject(firing, setting, behind, belongs) if owned else None
        if head is None or not (belongs or _strikes(setting, behind, head)):
            continue
        if setting.parsed.tokens[head].morph.lemma in setting.nouns.militias:
            return Filled(codes=(ActorCode(mention.codes[0].principal, "UAF"),), rule=HOLDER)
        return Filled((mention,), rule=HOLDER)
    return None


def agent_thing(firing: Firing, setting: Setting) -> Filled | None:
    """Whose things do what a passive tells: "Kolombiya ordusuna ait uçaklarca", "Esad rejimi uçakları tarafından"."""
    tokens, words = setting.parsed.tokens, setting.parsed.words
    for part in firing.clause.parts if firing.frame.type in BY_FORCE else ():
        mention = setting.parsed.mentions[part.chunk]
        behind = mention.last - setting.parsed.base
        belongs = part.case is Case.DAT and tokens[behind].lower in words.belonging | words.under
        if part.case is Case.INS and _is_weapon(setting, mention, part.own) and firing.frame.type is EventType.ASSAULT:
            return Filled((mention,), rule=HOLDER)
        owns = belongs or (part.case in (Case.GEN, Case.NOM) and not _is_counted(setting, mention))
        if not (owns and part.own and mention.codes) or mention.kind is MentionKind.PLACE:
            continue
        for at in range(behind + belongs, min(behind + belongs + REACH, firing.anchor)):
            half = at == behind and mention.kind is MentionKind.STATE and tokens[at].morph.possessive in THIRD
            theirs = belongs or part.case is Case.GEN or half  # "İsrail füzesiyle"
            weapons = tokens[at].morph.case is Case.INS and theirs
            weapons = weapons and firing.frame.type is EventType.ASSAULT and _strikes(setting, behind, at)
            by_them = weapons or tokens[at].lower.endswith(setting.nouns.by_them)
            if by_them or (at > behind + belongs and words.links.get(tokens[at].lower) is Link.AGENT):
                return Filled((mention,), rule=HOLDER)
            if tokens[at].morph.pos not in DESCRIBING:
                break
    return None


def _is_counted(setting: Setting, people: Mention) -> bool:
    """Whether so many people are told, to whom a passive is done: "5 militanın hava harekatıyla öldürüldüğü"."""
    before = setting.parsed.tokens[max(0, people.first - setting.parsed.base - 1)].morph.pos
    return people.kind is MentionKind.PEOPLE and before is Pos.NUM


def bearer(firing: Firing, setting: Setting) -> Filled:
    """Whose weapon struck what a passive tells of, by name or adjective: "gemi Rus füzesiyle vuruldu"."""
    return agent_thing(firing, setting) or Filled()


def _is_weapon(setting: Setting, mention: Mention, own: bool) -> bool:
    """Whether a phrase names a weapon by whose it is: "Rus insansız hava araçlarıyla vuruldu"."""
    base = setting.parsed.base
    return own and bool(mention.codes) and _strikes(setting, mention.first - base, mention.last - base - 1)


def _strikes(setting: Setting, start: int, head: int) -> bool:
    """Whether what somebody owns is a weapon: "Rusya'nın füzesi Kiev'i", not "örgütün kalesi Rakka'yı"."""
    words = [token.lower for token in setting.parsed.tokens[start : head + 1]]
    return (setting.asks.bearer(words) or setting.asks.weapon(words)) is not None


def _owned_subject(firing: Firing, setting: Setting, start: int, belongs: bool) -> int | None:
    """The noun that ends the phrase behind an owner, with the object behind it; of a nested verb in the genitive."""
    tokens = setting.parsed.tokens
    if firing.clause.form in VERBAL_NOUNS:
        return _nested_subject(firing, setting, start)
    for at in range(start, min(firing.words) - 1):
        morph, behind = tokens[at].morph, tokens[at + 1].morph
        craft = _is_designation(tokens[at])
        if morph.pos not in DESCRIBING and not craft and tokens[at].lower not in setting.parsed.words.closing:
            return None
        if tokens[at + 1].lower in setting.parsed.words.closing:
            continue  # "örgüte ait depo ve mevzileri"
        if (morph.pos is not Pos.NOUN and not craft) or (behind.pos is Pos.NOUN and behind.possessive is not None):
            continue
        owned = belongs or morph.possessive in THIRD or morph.or_accusative
        return at if owned and (morph.case in (Case.NOM, None) or morph.or_accusative) else None
    return None


def _nested_subject(firing: Firing, setting: Setting, start: int) -> int | None:
    """The noun in the genitive that ends the phrase behind whose it is: "Rusya'ya ait füzelerin vurduğu"."""
    for at in range(start, min(firing.words)):
        morph, craft = setting.parsed.tokens[at].morph, _is_designation(setting.parsed.tokens[at])
        if morph.pos not in DESCRIBING and not craft:
            return None
        if (morph.pos is Pos.NOUN or craft) and morph.case is Case.GEN:
            return at
    return None


def _is_designation(token: Token) -> bool:
    """Whether a word is what a craft is called by its makers: "F-16'lar", "Su-34"."""
    return DESIGNATION.match(token.text) is not None
