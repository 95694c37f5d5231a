"""Whom words point back to: pronouns, those who met before, the deed told again, the other side told last."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode
from haberci.core.clause import Clause, Link, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import ABL, FIRST, LOC, PUNCT, THIRD, Case, Form, Pos
from haberci.core.naming import Group
from haberci.core.report import Event, Mention, MentionKind
from haberci.read.events.bystanders import ADDRESSES, CLOSE, speaker
from haberci.read.events.matching import Firing
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.mediators import mediates
from haberci.read.rows import HOLDERS, group_of

BOTH: Final = 2
ALLIED: Final = 4  # sides of an attack, allies told apart
RECENT: Final = 2  # sentences back to the one whose asking is answered
SIDES_REACH: Final = 3  # sentences back to the deed of two who are called the sides
OPPOSED_REACH: Final = 6  # sentences back to the deed that another threatens to answer
SIDED: Final = frozenset(  # deeds whose two are the sides of a quarrel or of what ends it
    {EventType.ASSAULT, EventType.CONSULT, EventType.AGREE, EventType.RETREAT, EventType.CONCEDE, EventType.REJECT}
)
FOUGHT: Final = frozenset({EventType.ASSAULT, EventType.RETREAT, EventType.CONCEDE})  # whose two are so for long
DEALINGS: Final = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONSULT, EventType.COOPERATE})
FRIENDLY: Final = DEALINGS | {EventType.AID}
CONFLICT: Final = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN})
ASKED: Final = frozenset({EventType.REQUEST, EventType.AGREE, EventType.THREATEN})


def pronoun(firing: Firing, setting: Setting, case: Case) -> Filled:
    """Whom a pronoun of the clause means: the speaker, or the subject of the clause above."""
    clause = firing.clause
    asked = setting.parsed.clause_of(clause.first - 1) if case is ABL and not firing.nominal else None
    first = clause.first if asked is None or asked.form is not Form.MA else asked.first  # "bizden çekilmemizi istedi"
    for at in range(first, clause.verb):
        morph = setting.parsed.tokens[at].morph
        if morph.case is not case or morph.pos is not Pos.PRON:
            continue
        if morph.lemma in setting.first_person:
            return speaker(firing, setting)
        if morph.lemma in setting.reflexive:
            if case is Case.ACC and _is_of_compound(setting, at):
                continue
            if morph.possessive in THIRD and setting.parsed.tokens[clause.verb].morph.person in FIRST:
                return NOBODY  # "Kendisine rahmet diliyorum": who speaks means another
            above = setting.parsed.clause_of(clause.parent)
            if above is not None and above.subject and above.subject != clause.subject:
                return Filled(tuple(setting.parsed.mentions[n] for n in above.subject), rule="party.shared")
            other = _other_person(setting, clause, at) if above is None and clause.subject else None
            return speaker(firing, setting) if other is None else Filled((other,), rule="party.context")
    return NOBODY


def _is_of_compound(setting: Setting, at: int) -> bool:
    """Whether a pronoun is only what a noun of doing acts on: "kendini savunma hakkını"."""
    behind, head = (token.morph for token in setting.parsed.tokens[at + 1 : at + 3])
    return behind.pos is Pos.NOUN and behind.possessive is None and behind.case is Case.NOM and head.possessive in THIRD


def _other_person(setting: Setting, clause: Clause, at: int) -> Mention | None:
    """Whom "kendisine" means of a main verb: the other one told before it, not its subject."""
    own = {code.principal for n in clause.subject for code in setting.parsed.mentions[n].codes}
    limit = setting.parsed.base + at
    before = (m for m in reversed(setting.parsed.mentions) if m.last <= limit and m.kind in HOLDERS and m.codes)
    return next((m for m in before if m.codes[0].principal not in own), None)


def relative_owner(firing: Firing, setting: Setting) -> Filled:
    """Whose what the deed is done to is, told by a relative clause: "PKK'nın sürdürdüğü greve destek verdi"."""
    for clause in reversed(setting.parsed.clauses):
        told = clause.head is not None and clause.parent == firing.clause.verb
        between = setting.parsed.tokens[clause.verb + 1 : min(firing.words)]
        near = clause.verb < min(firing.words) and sum(t.morph.pos is not PUNCT for t in between) < CLOSE
        elsewhere = firing.nominal and any(t.morph.pos is Pos.NOUN and t.morph.case is LOC for t in between)
        if not (told and near) or elsewhere:
            continue  # "ordu tarafından yapılan açıklamada saldırıların sürdüğü"
        morph = setting.parsed.tokens[clause.verb].morph
        if clause.form is Form.AN and (morph.passive or morph.lemma in setting.parsed.words.moving):
            return Filled(_agents(setting, clause) if morph.passive else _whence(setting, clause))
        if clause.form is not Form.DIK:
            continue
        if firing.nominal and _stands_between(setting, clause.verb, min(firing.words)):
            continue  # "Libya'nın kabul ettiği Dakik suikastı"
        if clause.subject_from is SubjectFrom.GENITIVE and clause.subject != firing.clause.subject:
            return Filled(tuple(setting.parsed.mentions[n] for n in clause.subject))
    return NOBODY


def _stands_between(setting: Setting, verb: int, noun: int) -> bool:
    """Whether a person is named between a verb that describes and a noun, which then is told by him."""
    first, last = setting.parsed.base + verb, setting.parsed.base + noun
    return any(m.kind is MentionKind.PERSON and first < m.first and m.last <= last for m in setting.parsed.mentions)


def _agents(setting: Setting, clause: Clause) -> tuple[Mention, ...]:
    """By whom what a passive participle describes was done: "ABD tarafından yapılan operasyonla öldürüldü"."""
    part = next((p for p in clause.parts if p.link is Link.AGENT and p.own), None)
    return () if part is None else group_of(setting.parsed, part, clause)


def _whence(setting: Setting, clause: Clause) -> tuple[Mention, ...]:
    """From whom the words came that a participle describes: "Libya'dan gelen davete"."""
    words = setting.nouns.offered | setting.nouns.said
    if words.isdisjoint(token.morph.lemma for token in setting.parsed.tokens[clause.verb + 1 : clause.verb + CLOSE]):
        return ()
    part = next((p for p in clause.parts if p.case is ABL and p.link is Link.PART and p.own), None)
    return () if part is None else group_of(setting.parsed, part, clause)


def both_sides(firing: Firing, setting: Setting) -> Filled:
    """The two of a deed told before, told by their kind alone: "taraflara itidal çağrısında bulundu"."""
    asked = firing.frame.type is EventType.REQUEST
    words = range(setting.parsed.behind_finite(firing.anchor) if asked else firing.clause.first, firing.anchor)
    cases = (*ADDRESSES, Case.GEN) if ("comp",) in firing.frame.recipient else ADDRESSES
    if not any(setting.parsed.is_many(at) and _is_side(setting, at, cases) for at in words):
        return NOBODY
    own = _own_side(firing, setting)
    near = setting.report.sentences[max(0, setting.parsed.number - SIDES_REACH)].at.start
    for event in reversed(setting.told_before):
        if event.type not in (SIDED if event.at.start >= near else FOUGHT):
            continue
        sides = (c for c in (*event.recipients, *event.actors) if c != UNKNOWN and c.sector != "IGO")
        two = {code.principal: code for code in sides if code.principal not in own}
        attack = event.type is EventType.ASSAULT and UNKNOWN not in event.actors and bool(event.recipients)
        if len(two) == BOTH or (attack and BOTH < len(two) <= ALLIED):
            return Filled(codes=tuple(two.values()), rule="party.company")
    return NOBODY


def _is_side(setting: Setting, at: int, cases: tuple[Case, ...]) -> bool:
    """Whether a word means those of two sides to whom something is said."""
    morph = setting.parsed.tokens[at].morph
    return (morph.case in cases or morph.or_accusative) and morph.lemma in setting.nouns.sides


def asker(firing: Firing, setting: Setting) -> Filled:
    """Who asked it, offered it or threatened with it last, of the one who answers: "Bu çağrıları geri çevirdi"."""
    own = {c for n in firing.clause.subject for c in setting.parsed.mentions[n].codes}
    own = own or set(speaker(firing, setting).codes)
    for event in setting.lately(RECENT):
        asked = event.type in ASKED and not {c.principal for c in own}.isdisjoint(c.principal for c in event.recipients)
        if asked and own.isdisjoint(event.actors) and UNKNOWN not in event.actors:
            return Filled(codes=event.actors, rule="party.asker")
    return NOBODY


def struck(firing: Firing, setting: Setting) -> Filled:
    """Whom the last attack of an unknown doer struck, for which somebody now answers: "Saldırıyı DEAŞ üstlendi"."""
    attacks = (e for e in reversed(setting.told_before) if e.type is EventType.ASSAULT and UNKNOWN in e.actors)
    last = next(attacks, None)
    return NOBODY if last is None else Filled(codes=last.recipients, rule="party.context")


def _own_side(firing: Firing, setting: Setting) -> set[str]:
    """The principals of the subject and of who speaks: never the other side."""
    own = {c.principal for n in firing.clause.subject for c in setting.parsed.mentions[n].codes}
    return own | {c.principal for c in speaker(firing, setting).codes}


def company(firing: Firing, setting: Setting) -> Filled:
    """Those of the last deed done together: "Yürürlüğe giren ateşkese uyuldu"; of dealings, guest and host as well."""
    if _is_basis(firing, setting):
        return NOBODY
    sides = setting.met if firing.frame.type in DEALINGS else setting.company
    return Filled(codes=sides, rule="party.company") if len(sides) > 1 else NOBODY


def _is_basis(firing: Firing, setting: Setting) -> bool:
    """Whether an accord told before is only what a deed rests on: "varılan anlaşma uyarınca su bırakacak"."""
    behind = max(firing.words) + 1
    told = firing.clause.form is Form.AN and setting.parsed.tokens[firing.anchor].morph.passive
    return told and behind < len(setting.parsed.small) and setting.parsed.small[behind] in setting.parsed.words.bases


def signers(firing: Firing, setting: Setting) -> Filled:
    """Those who just met, of what was signed without a word by whom: "Görüşmenin ardından anlaşma imzalandı"."""
    if not setting.parsed.tokens[firing.anchor].morph.passive:
        return NOBODY
    for event in setting.lately(1):
        sides = tuple(dict.fromkeys((*event.actors, *event.recipients)))
        met = event.type is EventType.CONSULT and event.modality is setting.told and UNKNOWN not in sides
        if met and len({code.principal for code in sides}) > 1:
            return Filled(codes=sides, rule="party.company")
    return NOBODY


def context(firing: Firing, setting: Setting) -> Filled:
    """The other side told last before the deed: "kararını kınadı ve misillemede bulunacağını duyurdu"."""
    own = _own_side(firing, setting)
    against = next((codes for event in setting.lately(0) if (codes := _opposed(event, own))), ())
    if against:
        return Filled(codes=against, rule="party.dealt")
    helped = next((e.recipients for e in setting.lately(0) if _is_help(e, own)), ())
    if helped:
        return Filled(codes=helped, rule="party.dealt")
    limit = firing.anchor + setting.parsed.base
    start = min((t.first for t in setting.report.sentences[max(0, setting.parsed.number - 1) :][:1]), default=0)
    alike = limit  # where those begin who are only named to compare: "Hamas gibi"
    helps = firing.frame.type in FRIENDLY  # which rebels are not meant by whom nobody names
    for mention in reversed(setting.report.mentions):
        if not start <= mention.first < limit:
            continue
        if _is_compared(mention, alike, setting):
            alike = mention.first
        elif mediates(setting.report.tokens, mention.last, mention.case, setting.parsed.pack.naming):
            continue
        elif _is_rival(mention, own) and not (helps and mention.codes[0].sector in IRREGULAR):
            return Filled((mention,), rule="party.context")
    return NOBODY


def _is_compared(mention: Mention, alike: int, setting: Setting) -> bool:
    """Whether others are only likened to who is named, alone or in a row: "Haniye ve Nasrallah gibi"."""
    tokens, names = setting.report.tokens, setting.parsed.pack.naming
    behind = tokens[mention.last] if mention.last < len(tokens) else None
    if behind is None or behind.lower in names.words[Group.LIKE]:
        return behind is not None
    return behind.lower in names.words[Group.ROW] and mention.last + 1 == alike


def _is_help(event: Event, own: set[str]) -> bool:
    """Whether those of one side helped somebody else: "Kişinev'e ekip yollayacak, para da verecek"."""
    others = bool(event.recipients) and UNKNOWN not in event.recipients
    helped = event.type is EventType.AID and own.issuperset(code.principal for code in event.actors)
    return helped and others and own.isdisjoint(code.principal for code in event.recipients)


def _opposed(event: Event, own: set[str]) -> tuple[ActorCode, ...]:
    """Whom those of one side turned against in a deed: others that are known."""
    turned = event.type in CONFLICT and own.issuperset(code.principal for code in event.actors)
    return tuple(code for code in event.recipients if code != UNKNOWN and code.principal not in own) if turned else ()


def _is_rival(mention: Mention, own: set[str]) -> bool:
    return bool(mention.codes) and mention.kind is not MentionKind.PLACE and mention.codes[0].principal not in own


def attackers(firing: Firing, setting: Setting) -> Filled:
    """Who attacked last, where those who did it are threatened: "Saldırganlar bedelini ödeyecek"."""
    words = setting.parsed.tokens[setting.parsed.behind_finite(firing.anchor) : firing.anchor]
    kinds = frozenset({EventType.ASSAULT})
    named = setting.nouns.culprits | setting.nouns.outrages
    meant = any(t.morph.lemma in named or setting.asks.deeds_named(t.lower) == kinds for t in words)
    own = _own_side(firing, setting)
    told = (e for e in setting.lately(SIDES_REACH) if meant and e.type is EventType.ASSAULT)
    others = (tuple(code for code in e.actors if code.principal not in own) for e in told if UNKNOWN not in e.actors)
    return Filled(codes=next((codes for codes in others if codes), ()), rule="party.context")


def opponent(firing: Firing, setting: Setting) -> Filled:
    """The one other side of the last deed that one's own had a part in, whom one answers: "karşı adım gelecek"."""
    own = _own_side(firing, setting)
    for event in setting.lately(OPPOSED_REACH):
        sides = tuple(dict.fromkeys((*event.actors, *event.recipients)))
        others = tuple(code for code in sides if code != UNKNOWN and code.principal not in own)
        if others and len(sides) > len(others):
            return Filled(codes=others if len(others) == 1 else (), rule="party.dealt")
    return NOBODY


def assailants(firing: Firing, setting: Setting) -> Filled:
    """Who attacked one's own before, at whom one strikes back: "Köyü bastılar. Ordu karşı saldırıya geçti"."""
    own = _own_side(firing, setting)
    for event in reversed(setting.told_before):
        rebels = tuple(c for c in event.actors if c.principal in own and c.sector in IRREGULAR)
        others = rebels or tuple(c for c in event.actors if c != UNKNOWN and c.principal not in own)
        struck = rebels or not own.isdisjoint(code.principal for code in event.recipients)
        if event.type is EventType.ASSAULT and struck and others:
            return Filled(codes=others, rule="party.context")
    return NOBODY


def asked(firing: Firing, setting: Setting) -> Filled:
    """Who was asked last, and so refuses where nobody is told to: "İstek karşılıksız bırakıldı"."""
    last = _request_refused(firing, setting)
    return NOBODY if last is None else Filled(codes=last.recipients, rule="party.asker")


def asking(firing: Firing, setting: Setting) -> Filled:
    """Who asked last for what is refused by nobody told."""
    last = _request_refused(firing, setting)
    return NOBODY if last is None else Filled(codes=last.actors, rule="party.asker")


def _request_refused(firing: Firing, setting: Setting) -> Event | None:
    """The request just told that a passive answers, of sides that are both known."""
    if firing.nominal or not setting.parsed.tokens[firing.anchor].morph.passive:
        return None
    last = next((event for event in setting.lately(1) if event.type is EventType.REQUEST), None)
    return None if last is None or UNKNOWN in last.actors + last.recipients else last
