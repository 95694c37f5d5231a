"""Whether a genitive taken for a doer owns what the deed is done to, and whether an office is owned."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import FORCES, IRREGULAR, UNKNOWN
from haberci.core.clause import SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import THIRD, Case, Form, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.events.attribution import SPEECH_ACTS
from haberci.read.events.matching import Firing
from haberci.read.events.setting import Filled, Setting

NEAR: Final = "party.near"
TITLED: Final = "mention.titled"  # the rule of a phrase with a name in it
GUESSES: Final = frozenset({NEAR, "party.context"})  # rules of a receiver that no word of the clause tells as one
OWNED: Final = frozenset({"gen", "thanked"})  # fillers of whose the thing is
AIMED: Final = 3  # words behind an owner in which what a measure is aimed at stands
RULERS: Final = "GOV"
MEASURE: Final = ("above",)  # the filler of who may lift a measure that he tells of


def owns_here(firing: Firing, setting: Setting, actor: Filled) -> bool:
    """Whether something behind a genitive is surely its own: not "Kiev'in barışa yanaşmadığını", which is its deed.

    So is what it does to something by an infinitive: "Kiev'in barış anlaşmasını imzalamaya yanaşmadığını"; but one that
    only says what for something is leaves it the owner: "Kiev'in barışı sağlamaya dönük adımlarını".
    """
    tokens, base = setting.parsed.tokens, setting.parsed.base
    start = min((m.last for m in actor.mentions if m.case is Case.GEN), default=-1) - base
    if start < 0:
        return False  # nobody, or told in another sentence
    between = range(start, max(firing.words))
    links = setting.parsed.words.links
    if any(tokens[at].morph.form is Form.MAK and tokens[at + 1].lower not in links for at in between):
        return False
    if MEASURE in firing.frame.actor:
        between = between[:AIMED]
        return any(_is_owned(at, setting) and tokens[at + 1].morph.pos is Pos.ADP for at in between)
    return any(_is_owned(at, setting) for at in between)


def _is_owned(at: int, setting: Setting) -> bool:
    """Whether a noun is somebody's; what only looks like an object is, before a postposition: "çabaları için"."""
    morph, after = setting.parsed.tokens[at].morph, setting.parsed.tokens[at + 1].morph
    if morph.plural and morph.lemma in setting.nouns.uncoded:
        return False  # "örgütlerine"
    thing = morph.form is None and morph.possessive in THIRD
    return thing and (after.pos is Pos.ADP or not morph.or_accusative)


def is_possessor(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> bool:
    """Whether the genitive taken for the subject owns what the deed is done to: "Azerbaycan'ın yanında olduğunu".

    Of a relative clause it is the subject ("İsrail'in karşı çıktığı karar"), and so of -mA: "Kiev'in reddetmesi".
    """
    measure = MEASURE in firing.frame.actor  # "BM'nin çalışanlarına yönelik yasağı kaldıracağı (sözünü verdi)"
    genitive = _is_genitive(firing, actor, measure)
    wanted = firing.frame.type in SPEECH_ACTS and any(not OWNED.isdisjoint(names) for names in firing.frame.recipient)
    others = [c for c in recipient.all_codes() if c not in actor.all_codes() and (c != UNKNOWN or recipient.mentions)]
    told = recipient.rule not in GUESSES and any(others) and not _describes_owned(setting, actor, recipient)
    return genitive and (wanted or measure) and not told and bool(actor.mentions)


def _describes_owned(setting: Setting, actor: Filled, recipient: Filled) -> bool:
    """Whether an organisation only says which thing a genitive owns: "Ankara, Bern'in NATO üyeliğini destekledi"."""
    ends, tokens = {m.last for m in actor.mentions if m.case is Case.GEN}, setting.report.tokens
    halves = [m for m in recipient.mentions if m.first in ends and m.kind is MentionKind.ORGANISATION]
    owned = (tokens[m.last].morph for m in halves if m.case is Case.NOM and m.last < len(tokens))
    all_halves = bool(halves) and len(halves) == len(recipient.mentions)
    return all_halves and all(m.possessive in THIRD and m.lemma in setting.nouns.joined for m in owned)


def may_be_struck(firing: Firing, actor: Filled) -> bool:
    """Whether who seems to strike is told by a genitive that may as well own what is struck, and is no armed group."""
    blow = firing.frame.type is EventType.ASSAULT and _is_genitive(firing, actor)
    return blow and not any(code.sector in IRREGULAR for code in actor.all_codes())


def is_lair_struck(firing: Firing, setting: Setting, actor: Filled, teller: Filled) -> bool:
    """Whether an army tells of a blow to what armed men have: "İsrail ordusu, Hizbullah'ın üç deposunu vurduğunu"."""
    others = all(code.sector in IRREGULAR for code in actor.all_codes())
    others = others and all(code.sector in FORCES | {RULERS} for code in teller.all_codes())
    if firing.frame.type is not EventType.ASSAULT or not _is_genitive(firing, actor) or not others:
        return False
    base, told = setting.parsed.base, setting.parsed.mentions
    start = min(m.last for m in actor.mentions if m.case is Case.GEN) - base
    own = frozenset(actor.all_codes())
    apart = {at for m in told if own.isdisjoint(m.codes) for at in range(m.first - base, m.last - base)}
    words = (setting.parsed.tokens[at].morph for at in range(max(start, 0), max(firing.words) + 1) if at not in apart)
    return any(m.lemma in setting.nouns.lairs and m.possessive in THIRD for m in words)  # not "bir ordu mevzisini"


def claims_blow(recipient: Filled, teller: Filled) -> bool:
    """Whether armed men tell whose they struck, no blow to their own: "Hizbullah, İsrail'in mevzisini vurduğunu".

    Not where their own are named as struck: "Husiler, ordunun Husi mevzilerini vurduğunu söyledi".
    """
    rebels = bool(teller.all_codes()) and all(code.sector in IRREGULAR for code in teller.all_codes())
    rebels = rebels and all(mention.rule != TITLED for mention in recipient.mentions)
    return rebels and not set(recipient.all_codes()) - set(teller.all_codes())


def _is_genitive(firing: Firing, actor: Filled, described: bool = False) -> bool:
    """Whether the doer was told by a genitive before a clause that is said, or (``described``) a relative one."""
    told = firing.clause.subject_from is SubjectFrom.GENITIVE and (firing.clause.head is None or described)
    return told and firing.clause.form is not Form.MA and any(m.case is Case.GEN for m in actor.mentions)


def is_owned_office(setting: Setting, mention: Mention, first: int) -> bool:
    """Whether an office is somebody's, or the first half of a deed's noun: "Rus diplomatı", "elçi suikastı".

    ``first`` is the frame's first word. Otherwise it tells who says what follows: "yetkililer saldırıyı düzenleyenin".
    """
    tokens, stop = setting.parsed.tokens, mention.last - setting.parsed.base
    half = first == stop and tokens[first].morph.possessive in THIRD
    return half or tokens[stop - 1].morph.possessive in THIRD
