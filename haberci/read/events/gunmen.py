"""Who strikes, where the clause does not name him: armed men of no side, or who raided the place just before.

What "silahlı kişiler" or "militanlar" do is no ordinary crime.
"""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN
from haberci.core.clause import Link
from haberci.core.codebook import EventType, Modality
from haberci.core.morph import GEN, NOM, NOUN, PROPN, Form
from haberci.core.naming import Group
from haberci.core.report import MentionKind, Token
from haberci.read.events.forces import WORLDWIDE, forces_told
from haberci.read.events.lands import REBEL, land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, NOBODY, Filled, Setting

GUNMEN: Final = "party.gunmen"
RAIDS: Final = frozenset({EventType.ASSAULT, EventType.COERCE})
RAIDER: Final = "party.raider"
FOLLOWED: Final = "party.followed"
FOLLOWER_REACH: Final = 3  # words between a group and its follower: "bir", a number
KILLED: Final = frozenset({"passive-only", "slain"})  # flags of frames that tell who fell by whomever
HEAD: Final = 2  # words behind a participle in which those whom it describes stand


def are_gunmen(firing: Firing, setting: Setting) -> bool:
    """Whether armed men do it: the subject, the agent of a passive, or those whom a participle describes."""
    clause, tokens = firing.clause, setting.parsed.tokens
    passive = tokens[clause.verb].morph.passive
    for at in range(setting.parsed.behind_finite(clause.verb), clause.verb):
        if _is_armed(tokens, at, setting) and (_is_agent(tokens, at, setting) if passive else _is_subject(tokens[at])):
            return True
    described = clause.form is Form.AN and clause.head is not None and not passive
    return described and any(_is_armed(tokens, at, setting) for at in range(clause.verb + 1, clause.verb + 1 + HEAD))


def _is_armed(tokens: tuple[Token, ...], at: int, setting: Setting) -> bool:
    """Whether a word, or two, tell of armed men: "militanlar", "silahlı kişiler"."""
    if at >= len(tokens):
        return False
    lemma, before = tokens[at].morph.lemma, tokens[at - 1].lower if at else ""
    return lemma in setting.nouns.gunmen or f"{before} {lemma}" in setting.nouns.gunmen


def _is_subject(token: Token) -> bool:
    return token.morph.case in (None, NOM, GEN)


def _is_agent(tokens: tuple[Token, ...], at: int, setting: Setting) -> bool:
    """Whether a passive is done by them: "militanlarca", "militanlar tarafından"."""
    by_them = setting.parsed.words.links.get(tokens[at + 1].lower) is Link.AGENT
    return by_them or tokens[at].lower.endswith(setting.nouns.by_them)


def raider(firing: Firing, setting: Setting) -> Filled:
    """Who just told to use force on the same people in this sentence: "köye baskın düzenledi, iki kişi öldürüldü"."""
    clause = firing.clause
    if not setting.parsed.tokens[clause.verb].morph.passive or clause.head is not None:
        return NOBODY
    struck = {code.principal for n in clause.subject for code in setting.parsed.mentions[n].codes}
    for event in setting.lately(0):
        others = {code.principal for code in event.recipients}
        before = event.at == setting.parsed.sentence.at and event.type in RAIDS and event.mode != "arrest"
        if before and others & struck and not {code.principal for code in event.actors} & struck:
            return Filled(codes=event.actors, rule=RAIDER)
    return NOBODY


def followed(firing: Firing, setting: Setting, actor: Filled) -> Filled | None:
    """The group for which one strikes whom no name tells as its own: "DEAŞ sempatizanı bir çiftin düzenlediği"."""
    plain = actor.rule == GUESSED or (
        bool(actor.mentions) and all(m.kind is MentionKind.PEOPLE for m in actor.mentions)
    )
    if firing.nominal or not plain or any(code.sector in IRREGULAR for code in actor.all_codes()):
        return None
    tokens, base = setting.parsed.tokens, setting.parsed.base
    passive = tokens[firing.clause.verb].morph.passive
    for mention in setting.parsed.mentions:
        start = mention.last - base
        group = any(code.sector in IRREGULAR for code in mention.codes)
        at = _follower(setting, start) if group and firing.clause.first <= start < firing.anchor else None
        if at is not None and (_is_agent(tokens, at, setting) if passive else _is_subject(tokens[at])):
            return Filled((mention,), rule=FOLLOWED)
    return None


def _follower(setting: Setting, start: int) -> int | None:
    """The noun of who belongs to the group told before a word: "sempatizanı bir çiftin", "yandaşı üç genç"."""
    tokens, belonging = setting.parsed.tokens, setting.parsed.pack.naming.words[Group.BELONGING]
    told = next((at for at in (start, start - 1) if 0 < at < len(tokens) and tokens[at].lower in belonging), None)
    if told is None:
        return None
    words = range(told + 1, min(told + 1 + FOLLOWER_REACH, len(tokens)))
    return next((at for at in words if tokens[at].morph.pos in (NOUN, PROPN)), None)


def hunters(firing: Firing, setting: Setting, recipient: Filled) -> Filled | None:
    """The forces at home, or those told before, who killed rebels by nobody told: "Hakkari'de üç PKK'lı öldürüldü"."""
    rebels = bool(recipient.mentions) and all(code.sector == REBEL for code in recipient.all_codes())
    killed = firing.frame.type is EventType.ASSAULT and not KILLED.isdisjoint(firing.frame.flags)
    if not (rebels and killed) or setting.told is Modality.DENIED:
        return None
    found = forces_told(firing, setting)
    home = setting.parsed.pack.naming.home
    hunted = {home, *WORLDWIDE, *setting.parsed.pack.naming.words[Group.FOE]}
    theirs = {code.principal for code in recipient.all_codes()}
    if found.rule == GUESSED and (land(firing, setting) != home or not theirs <= hunted):
        return None  # abroad, or groups that are not at home, others may have killed
    return found if found.mentions or any(code.principal == home for code in found.codes) else None


def is_nameless(actor: Filled, setting: Setting) -> bool:
    """Whether an attacker is told as no more than one: "motosikletli iki kişi", but not "Filistinli bir genç".

    Nor are members of a group: "örgüt üyesi olan kişiler", "DEAŞ üyesi saldırgan", but "Berlin'de bir saldırgan".
    """
    tokens, base = setting.parsed.tokens, setting.parsed.base
    heads = [m.last - base - 1 for m in actor.mentions if m.last - m.first == 1]
    here = 0 < len(heads) == len(actor.mentions) and all(0 <= at < len(tokens) for at in heads)
    bands = {code.principal for code in actor.all_codes() if code.sector in IRREGULAR}
    if not here or not bands <= {*setting.states, UNKNOWN.principal}:
        return False
    words = setting.nouns.nameless & setting.nouns.culprits if bands else setting.nouns.nameless
    return all(tokens[at].morph.lemma in words for at in heads)
