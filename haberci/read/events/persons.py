"""Persons whom no name tells: by their kind, their number or what they do, of the land in which the deed is told."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, DAT, FIRST, NOUN, THIRD, Case, Form, Morph, Pos, Tense
from haberci.core.naming import Group
from haberci.core.report import MentionKind, Token
from haberci.read.events.admission import FORCE
from haberci.read.events.bystanders import ADDRESSES, speaker
from haberci.read.events.lands import of_land
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, NOBODY, Filled, Setting

RULERS: Final = "GOV"
PLAIN: Final = "CVL"
RIOT: Final = "riot"
STRUCK_LATELY: Final = 3  # sentences back to the attack whose dead are mourned
COMFORTED: Final = 2  # sentences back to condolences that go on
CONDOLENCES: Final = frozenset({"event.support.taziye-mesaj", "event.support.taziye", "event.support.bassagligi"})
NESTED: Final = frozenset({Form.INCA, Form.ARAK, Form.IP, Form.KEN})  # of verbs whose company is their own
CROWDED: Final = ("lerce", "larca")
HEAD: Final = 3  # words behind a participle in which those whom it describes stand
RAID: Final = "raid"
COUNT_REACH: Final = 2  # words before a noun in which its number stands: "3 televizyon kanalı"
CALLED: Final = {"dat": DAT, "obj": ACC, "abl": Case.ABL}  # fillers of those to whom a call goes
ASKED: Final = frozenset({Form.MA, Form.MAK})
STRUCK: Final = {"dat": DAT, "obj": ACC}  # fillers of those who are struck


def people(firing: Firing, setting: Setting) -> Filled:
    """Persons who are told without a name that stands for a side: the people of the land."""
    first = max(0, firing.clause.first - 1)  # with "toplananlara" right before it
    words = setting.parsed.tokens[first : firing.anchor]
    described = firing.clause.head if firing.frame.mode == RIOT else None
    doers = words if described is None else [*words, *setting.parsed.tokens[described:][:1]]
    if firing.frame.type is EventType.PROTEST and any(t.morph.lemma in setting.nouns.culprits for t in doers):
        return NOBODY  # "saldırganlar ateşe verdi" is no protest, nor is "elçiliğe giren saldırgan"
    told = any(_are_persons(token.morph, setting) for token in words) or _are_warned(firing, setting)
    told = told or _are_behind(firing, setting)
    told = told or (firing.frame.type is EventType.PROTEST and any(_counts_crowd(token, setting) for token in words))
    if not (told or _are_struck_themselves(firing, setting) or _opens_with_people(firing, setting)):
        return NOBODY
    return _comforted(firing, setting) or of_land(firing, setting, PLAIN)


def _are_behind(firing: Firing, setting: Setting) -> bool:
    """Whether persons are told behind a participle of what they did or was done to them: "kaçırdığı 21 öğrenci"."""
    clause, protest = firing.clause, firing.frame.type is EventType.PROTEST
    form = Form.AN if protest else Form.DIK
    if clause.form is not form or clause.head is None or firing.nominal or firing.frame.type not in FORCE:
        return False
    if protest and setting.parsed.tokens[clause.verb].morph.plural:
        return False  # "eylemi yapanlar" tells of no protest yet
    behind = setting.parsed.tokens[clause.head : clause.head + (1 if protest else HEAD)]
    return any(token.morph.lemma in setting.nouns.persons and token.morph.pos is NOUN for token in behind)


def _are_persons(morph: Morph, setting: Setting) -> bool:
    """Whether a word tells of persons, by their kind or by what they do: "meydanda toplananlara"."""
    return morph.lemma in setting.nouns.persons or (morph.form is Form.AN and morph.plural and morph.case in ADDRESSES)


def _are_struck_themselves(firing: Firing, setting: Setting) -> bool:
    """Whether the verb itself stands for those to whom it was done: "gözaltına alınanların sayısı"."""
    morph = setting.parsed.tokens[firing.anchor].morph
    whole = firing.clause.form is Form.AN and firing.clause.head is None and not firing.clause.quoted
    return whole and morph.passive and morph.plural and firing.frame.type in FORCE


def _are_warned(firing: Firing, setting: Setting) -> bool:
    """Whether it is told what shall be done to those who do something: "yolları kapatanların tutuklanacağı uyarısı"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    doers = any(t.morph.form is Form.AN and t.morph.plural and t.morph.case is Case.GEN for t in words)
    done_to = any(t.morph.form is Form.ACAK and t.morph.passive for t in words)
    return doers and done_to and firing.frame.type is EventType.THREATEN


def _counts_crowd(token: Token, setting: Setting) -> bool:
    """Whether a word counts many, whoever they are: "binlerce Karakalpak"."""
    return token.lower.endswith(CROWDED) and token.lower in setting.parsed.pack.naming.words[Group.QUANTITY]


def _opens_with_people(firing: Firing, setting: Setting) -> bool:
    """Whether the sentence's own subject are persons, before nested clauses: "Öğrenciler, …", or a group that riots."""
    if firing.clause.subject or firing.clause.form is not Form.FINITE:
        return False
    before = enumerate(setting.parsed.tokens[: firing.clause.first])
    persons = [at for at, t in before if t.morph.lemma in setting.nouns.persons and t.morph.case is Case.NOM]
    crowd = firing.frame.mode == RIOT and any(setting.parsed.small[at + 1] == "," for at in persons)
    return crowd or any(setting.parsed.is_many(at) for at in persons)


def barred(firing: Firing, setting: Setting) -> Filled:
    """People of the doer's land who are kept from something: "Taliban, kadınların çalışmasını yasakladı"."""
    subjects = (c for n in firing.clause.subject for c in setting.parsed.mentions[n].codes)
    doer = next((c.principal for c in subjects if c.principal in setting.states), None)
    tokens = setting.parsed.tokens
    below = (c for c in setting.parsed.clauses if c.parent == firing.clause.verb and c.form is Form.MA)
    free = (c for c in below if tokens[c.verb].morph.lemma in setting.nouns.freedoms)
    words = (token.morph for c in free for token in tokens[c.first : c.verb])
    told = any(morph.case is Case.GEN and morph.lemma in setting.nouns.persons for morph in words)
    return Filled(codes=(ActorCode(doer, PLAIN),), rule=GUESSED) if told and doer is not None else NOBODY


def bereaved(firing: Firing, setting: Setting) -> Filled:
    """Those to whom condolences go that name nobody: the dead or their kin are told before it, in whatever case.

    They are of the land that was attacked shortly before, else of that which is told of.
    """
    first = setting.parsed.behind_finite(firing.anchor)
    morphs = [token.morph for token in setting.parsed.tokens[first : firing.anchor]]
    told = any(m.lemma in setting.nouns.persons or (m.form is Form.AN and m.plural) for m in morphs)
    theirs = (m for m in morphs if m.case is DAT and m.lemma not in setting.nouns.lands)
    told = told or any(m.pos is Pos.PRON or m.possessive in THIRD for m in theirs)
    if not told:  # as do "kendisine rahmet", "ailesine başsağlığı diledi"
        return NOBODY
    if (comforted := _comforted(firing, setting)) is not None:
        return comforted
    if _mourns_own(firing, setting, first):
        return Filled(codes=(ActorCode(setting.parsed.pack.naming.home, PLAIN),))
    if any(m.lemma in setting.nouns.citizens and m.case is Case.GEN for m in morphs):
        return own_people(firing, setting)  # "ölen yurttaşların ailelerine taziyelerini iletti"
    attacks = (e for e in setting.lately(STRUCK_LATELY) if e.type is EventType.ASSAULT and e.recipients)
    struck = next(attacks, None)
    lands = {c.principal for c in struck.recipients if c.sector not in IRREGULAR and c != UNKNOWN} if struck else set()
    return Filled(codes=(ActorCode(lands.pop(), PLAIN),)) if len(lands) == 1 else of_land(firing, setting, PLAIN)


def _mourns_own(firing: Firing, setting: Setting, first: int) -> bool:
    """Whether the home state mourns those who fell for it: "Bakan, şehitlerin ailelerine başsağlığı diledi"."""
    naming = setting.parsed.pack.naming
    words = setting.parsed.tokens[first : firing.anchor]
    fell = any(token.morph.lemma in naming.words[Group.MOURNED] for token in words)
    doers = {code.principal for n in firing.clause.subject for code in setting.parsed.mentions[n].codes}
    return fell and doers == {naming.home}


def _comforted(firing: Firing, setting: Setting) -> Filled | None:
    """To whom condolences went just before, which go on: "Bakü'ye taziye mesajı gönderdi. Ailelere rahmet diledi"."""
    if ("bereaved",) not in firing.frame.recipient:
        return None
    last = next((e for e in setting.lately(COMFORTED) if e.rule in CONDOLENCES), None)
    return None if last is None or not last.recipients else Filled(codes=last.recipients, rule="party.dealt")


def press(firing: Firing, setting: Setting) -> Filled:
    """The press of the land, to which a ban on publishing goes whoever is told or not."""
    return of_land(firing, setting, "JRN")


def outlet(firing: Firing, setting: Setting) -> Filled:
    """The press of the land, where a paper or station is told by its kind alone: "gazetenin bürosunu bastı"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    named = {at for m in setting.parsed.mentions if m.codes for at in range(m.first - base, m.last - base)}
    words = range(setting.parsed.behind_finite(firing.anchor), firing.anchor)
    kinds = (at for at in words if tokens[at].morph.lemma in setting.nouns.outlets and at not in named)
    told = any(at == 0 or tokens[at - 1].morph.pos is not Pos.PROPN for at in kinds)  # "RT kanalı" may be another's
    return of_land(firing, setting, "JRN") if told else NOBODY


def counted(firing: Firing, setting: Setting, sector: str) -> Filled:
    """Those of a sector in the land whom a frame's first word tells by kind and number: "20 dernek kapatıldı"."""
    at = min(firing.words)
    before = setting.parsed.tokens[max(0, at - COUNT_REACH) : at]
    is_counted = any(token.morph.pos is Pos.NUM for token in before)
    return of_land(firing, setting, sector) if is_counted else NOBODY


def residents(firing: Firing, setting: Setting) -> Filled:
    """The people of the land, of a deed that is only done to people: "polis gaz kullandı", not "tekneye su sıktı"."""
    words = setting.parsed.tokens[firing.clause.first : firing.anchor]
    nested = (at for at, token in enumerate(words, 1) if token.morph.form in NESTED)
    morphs = [token.morph for token in words[max(nested, default=0) :]]
    thing = any(m.case is DAT and m.pos is NOUN and not _are_persons(m, setting) for m in morphs)
    return NOBODY if thing else of_land(firing, setting, PLAIN)


def struck_people(firing: Firing, setting: Setting) -> Filled:
    """Persons whom a force strikes and who are told by no name: "toplananlara ateş açtı", "gruba su sıktı"."""
    cases = tuple(case for name, case in STRUCK.items() if any(name in names for names in firing.frame.recipient))
    if RAID in firing.frame.flags:
        return NOBODY  # an operation against people who are named by none is mostly police work
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    struck = any(token.morph.case in cases and _are_persons(token.morph, setting) for token in words)
    upon = setting.parsed.words.upon if Case.DAT in cases else frozenset()
    aimed = (t.morph for t, behind in pairwise(words) if behind.lower in upon)  # "toplananların üzerine"
    struck = struck or any(m.case is Case.GEN and _are_persons(m._replace(case=Case.DAT), setting) for m in aimed)
    return of_land(firing, setting, PLAIN) if struck else NOBODY


def uncoded(firing: Firing, setting: Setting) -> Filled:
    """Those named by their kind alone: "kendisini destekleyen ülkelere teşekkür etti"."""
    asked = firing.frame.type is EventType.REQUEST
    first = _opening(firing, setting) if asked else firing.clause.first
    for at in range(first, firing.anchor):
        morph = setting.parsed.tokens[at].morph
        owned = at > 0 and setting.parsed.tokens[at - 1].morph.case is Case.GEN  # "örgüt üyesi ülkelerin liderlerinden"
        told = morph.case in ADDRESSES and (morph.possessive is None or (asked and not owned))
        if morph.case is Case.ABL and _is_begged(setting, at, firing.anchor):
            continue
        if (told or _is_object(firing, setting, at)) and _is_kind(setting, at, asked):
            return Filled(codes=(UNKNOWN,), rule=GUESSED)
    return NOBODY


def _is_begged(setting: Setting, at: int, stop: int) -> bool:
    """Whether others shall beg pardon of those told: "dünyadan özür dilemelerini bekliyorum"."""
    return any(token.morph.lemma in setting.nouns.begging for token in setting.parsed.tokens[at + 1 : stop])


def _opening(firing: Firing, setting: Setting) -> int:
    """Where what belongs to a verb of asking begins; "dur demeye" ends no sentence before it."""
    first = setting.parsed.behind_finite(firing.anchor)
    behind = setting.parsed.clause_of(first)
    said = behind is not None and behind.form is not Form.FINITE and behind.verb < firing.anchor
    command = first > 0 and setting.parsed.tokens[first - 1].morph.tense is Tense.IMPERATIVE
    return setting.parsed.behind_finite(first - 1) if said and command else first


def _is_kind(setting: Setting, at: int, asked: bool) -> bool:
    """Whether a word means parties without a code; of those ``asked`` also all the world."""
    lemma, nouns = setting.parsed.tokens[at].morph.lemma, setting.nouns
    if asked and lemma in nouns.everyone:
        return True
    return lemma in nouns.uncoded and (setting.parsed.is_many(at) or (asked and lemma in nouns.collectives))


def called_before(firing: Firing, setting: Setting, recipient: Filled) -> Filled:
    """Those told by their kind who stand before the one found, in the same case: "ülkelere Gazze'ye yardım çağrısı".

    He is then only whom the deed asked for goes to; what a relative clause before him holds is none of those asked.
    """
    found = recipient.mentions[0]
    first = found.first - setting.parsed.base
    if firing.nominal or not 0 < first < firing.anchor or found.case not in ADDRESSES:
        return recipient
    for at in range(setting.parsed.behind_finite(firing.anchor), first):
        alike = setting.parsed.tokens[at].morph.case is found.case or _is_object(firing, setting, at)
        if alike and _is_kind(setting, at, asked=True):
            clause = setting.parsed.clause_after(at)
            describes = clause is not None and clause.head is not None and clause.verb < first
            return recipient if describes else Filled(codes=(UNKNOWN,), rule=GUESSED)
    return recipient


def called_on(firing: Firing, setting: Setting) -> Filled:
    """People whom a call goes to and no name tells: "halkı sokağa çıkmaya davet etti", "gençlere çağrıda bulundu".

    Where it is asked that something be done, by whomever, they are rather those for whom: "işçilere zam yapılmasını".
    """
    fillers = {name.removeprefix("outer-") for names in firing.frame.recipient for name in names}
    cases = [case for name, case in CALLED.items() if name in fillers]
    tokens = setting.parsed.tokens
    below = (c.verb for c in setting.parsed.clauses if c.parent == firing.clause.verb and c.form in ASKED)
    if any(tokens[verb].morph.passive for verb in below):
        return NOBODY
    for at in range(setting.parsed.behind_finite(firing.anchor), firing.anchor):
        morph = tokens[at].morph
        many = morph.plural or morph.lemma in setting.nouns.collectives
        called = morph.case in cases or (ACC in cases and morph.or_accusative)
        if called and morph.lemma in setting.nouns.authorities:
            return of_land(firing, setting, RULERS)
        if many and called and morph.lemma in setting.nouns.persons and morph.lemma not in setting.nouns.press:
            placed = not morph.plural and any(m.kind is MentionKind.PLACE for m in setting.parsed.mentions)
            own = NOBODY if morph.plural or placed else own_people(firing, setting)  # "Oslo ordusu halkı uyardı"
            return own if own.codes else of_land(firing, setting, PLAIN)
    return NOBODY


def public(firing: Firing, setting: Setting) -> Filled:
    """The people of the doer's own land, to whom it is said: "desteği için halka teşekkür etti"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    nouns = setting.nouns.collectives - setting.nouns.uncoded  # "herkese teşekkür etti" thanks no people
    told = any(t.morph.case is DAT and t.morph.lemma in nouns for t in words)
    return own_people(firing, setting) if told else NOBODY


def own_people(firing: Firing, setting: Setting) -> Filled:
    """The people of the land of who speaks: "Milletimizin başı sağ olsun"."""
    subjects = tuple(c for n in firing.clause.subject for c in setting.parsed.mentions[n].codes)
    codes = (*subjects, *speaker(firing, setting).codes)
    own = next((code.principal for code in codes if code.principal in setting.states), None)
    return NOBODY if own is None else Filled(codes=(ActorCode(own, PLAIN),), rule=GUESSED)


def _is_object(firing: Firing, setting: Setting, at: int) -> bool:
    """Whether a plural that could also be owned by somebody is what the verb acts on: "Bakan, tarafları çağırdı"."""
    tokens = setting.parsed.tokens
    owned = at > 0 and tokens[at - 1].morph.case is Case.GEN
    if not any("obj" in name for names in firing.frame.recipient for name in names):
        return False
    calls = firing.frame.type is EventType.REQUEST and tokens[firing.anchor].morph.person in FIRST
    acts = bool(firing.clause.subject) or calls
    return tokens[at].morph.or_accusative and acts and not owned
