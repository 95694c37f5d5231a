"""Whose deed a Turkish clause tells: the subject, spoken, in the genitive, behind the participle, or shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import dropwhile, takewhile
from typing import Final

from haberci.core.clause import Clause, Link, SubjectFrom, with_subject
from haberci.core.morph import ACC, AN, DAT, FINITE, GEN, IP, LOC, NOM, NOUN, PRON, PUNCT, THIRD, Form, Pos
from haberci.core.report import Token
from haberci.languages.tr.clauses.accused import accused
from haberci.languages.tr.clauses.chains import chains, goes_before
from haberci.languages.tr.clauses.converb_subjects import SWITCHING
from haberci.languages.tr.clauses.coordination import joined
from haberci.languages.tr.clauses.genitive_subjects import THEREBY, genitive_subject, its_own, some_of_them
from haberci.languages.tr.clauses.newcomers import brings_another
from haberci.languages.tr.clauses.nominatives import NON_FINITE, Found, nominative, speaks
from haberci.languages.tr.clauses.occasions import whose_occasion
from haberci.languages.tr.clauses.outline import Outline
from haberci.languages.tr.clauses.reasons import is_judged, is_reason
from haberci.languages.tr.clauses.two_genitives import is_inflected, owns_nothing, paired

_OTHER, _SHARED = SubjectFrom.OTHER, SubjectFrom.SHARED  # by names of their own, as in ``core.morph``
HEAD_REACH: Final = 6
JOINT_REACH: Final = 9  # words from a participle to the next one of the same noun
COUNTING: Final = (Pos.NUM, Pos.DET)
CLOSED: Final = 2  # words behind which a postposition closes a phrase
HIS: Final = "onun"
NEAR: Final = 3  # words from a converb to the participle with which it goes
BEING: Final = ("ol", "olma")
ACTION: Final = (Form.MA, None)  # "olma", also where it is taken for a noun
NONE: Final = SubjectFrom.NONE
UNTOLD: Final = (NONE, SubjectFrom.SHARED)
PERFECT: Final = (FINITE, Form.MIS)  # what -mIş before it is taken for


def find_subjects(it: Outline, bare: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses with their subjects filled, last verb first so that a clause can share that of its parent."""
    done: dict[int, Clause] = {}
    before = chains(it, bare)
    for clause in reversed(bare):
        chosen, source = _own_subject(it, clause, done, before)
        done[clause.verb] = with_subject(clause, joined(it, chosen), source)
    _share_along(it, bare, done)
    return tuple(done[clause.verb] for clause in bare)


def _own_subject(it: Outline, clause: Clause, done: dict[int, Clause], before: Mapping[int, Clause]) -> Found:
    if clause.form in PERFECT and _is_held_possible(it, clause.verb + 1):
        return genitive_subject(it, clause) or _other_subject(it, clause) or _shared(it, clause, done)
    if clause.form not in NON_FINITE:
        told = None if _does_it_thereby(it, clause, done) or _is_described(it, clause, done) else nominative(it, clause)
        return told or _things(it, clause) or _shared(it, clause, done)
    match clause.form:
        case Form.AN:
            return _head_subject(it, clause, done)
        case Form.MIS if clause.head is not None:
            return _head_subject(it, clause, done)
        case Form.MA if _owners_only(it, clause):
            return _shared(it, clause, done)
        case Form.DIK | Form.ACAK | Form.MA | Form.IS:
            bare = whose_occasion(it, clause)
            if bare is not None:
                return (bare,), SubjectFrom.SPOKEN
            own = some_of_them(it, clause, before.get(clause.verb)) or _judged(it, clause)
            own = own or genitive_subject(it, clause) or _pointed_to(it, clause)
            own = own or its_own(it, clause) or _of_row(it, clause, before)
            return own or paired(it, clause) or _other_subject(it, clause) or _shared(it, clause, done)
        case Form.MAK:
            return accused(it, clause) or _shared(it, clause, done)
        case _:
            return nominative(it, clause) or _shared(it, clause, done)


def _does_it_thereby(it: Outline, clause: Clause, done: dict[int, Clause]) -> bool:
    """Whether a converb tells how the genitive before it does what is told: "Oslo'nun çekilerek sözünü tuttuğunu"."""
    thereby = clause.form in THEREBY or clause.form in SWITCHING
    parent = done.get(clause.parent) if thereby and clause.parent is not None else None
    if parent is None or parent.quoted != clause.quoted or not parent.subject:
        return False
    doer = parent.subject[-1]
    if clause.form in SWITCHING and not _is_alone(it, clause, doer):
        return False
    here = any(p.chunk == doer and p.case is GEN and not p.through for p in clause.parts)
    return here and owns_nothing(it, it.chunks[doer].last, clause.verb, compounds=clause.form is not Form.ARAK)


def _things(it: Outline, clause: Clause) -> Found | None:
    """Of a converb of time a plain noun right before it, or first of all, which is no actor: "uçaklar havalanırken"."""
    if clause.form not in SWITCHING or clause.verb == 0:
        return None
    opens = clause.first + (it.tokens[clause.first].morph.pos is PUNCT)
    told = (at for at in (clause.verb - 1, opens) if at not in it.ends and at not in it.starts)
    morphs = (it.tokens[at].morph for at in told)
    plain = any(m.pos is NOUN and m.case is NOM and m.plural and m.possessive is None for m in morphs)
    return ((), _OTHER) if plain else None


def _is_alone(it: Outline, clause: Clause, doer: int) -> bool:
    """Whether nobody and nothing else stands between a genitive and a converb as who or what does that."""
    near = next((p.chunk for p in clause.parts if p.case in (NOM, GEN)), None)
    words = (token.morph for token in it.tokens[it.chunks[doer].last : clause.verb])
    return near == doer and not any(m.pos is NOUN and m.case is NOM and m.plural for m in words)


def _is_described(it: Outline, clause: Clause, done: dict[int, Clause]) -> bool:
    """Whether -Ip only goes on with a participle close behind it: "Bern, Bakü'yü arayıp destek veren Oslo'yu övdü"."""
    parent = done.get(clause.parent) if clause.form is IP and clause.parent is not None else None
    if parent is None or parent.form is not AN or not parent.subject or parent.subject_from is not SubjectFrom.HEAD:
        return False
    moves = it.tokens[clause.verb].morph.lemma in it.words.moving  # "Bern'e gelip kendisini bekleyen Rama'yı gördü"
    near = parent.verb - clause.verb <= NEAR and it.chunks[parent.subject[0]].first == parent.verb + 1
    return near and not moves and not it.tokens[parent.verb].morph.passive


def _is_held_possible(it: Outline, at: int) -> bool:
    """Whether "olabileceği" or "olma" stands there, behind -mIş: "vurulmuş olabileceği", "vurulmuş olma ihtimali"."""
    if at >= len(it.tokens) or it.tokens[at].morph.lemma not in BEING:
        return False
    morph = it.tokens[at].morph
    return morph.form is not FINITE and (morph.able or (morph.possessive is None and morph.form in ACTION))


def _head_subject(it: Outline, clause: Clause, done: dict[int, Clause]) -> Found:
    """The noun that the participle modifies; of participles joined by "ve", the noun behind the last."""
    morph = it.tokens[clause.verb].morph
    if morph.plural or morph.case not in (None, NOM):
        return (), _OTHER  # "karşı çıkanları": the participle is its own noun
    joint = _joined_participle(it, clause, done)
    if joint is not None:
        return joint.subject, SubjectFrom.HEAD
    stop = min(clause.verb + 1 + HEAD_REACH, len(it.tokens))
    for at in range(clause.verb + 1, stop):
        if at in it.starts:
            elsewhere = _is_place_of(it, at, clause.verb + 1)
            return ((), _OTHER) if elsewhere else ((it.starts[at],), SubjectFrom.HEAD)
        if at in done:
            other = done[at]
            return (other.subject, SubjectFrom.HEAD) if other.form is AN else ((), _OTHER)
        if _ends_head(it.tokens[at]):
            return _head_owner(it, clause, at)
    return (), _OTHER


def _is_place_of(it: Outline, at: int, head: int) -> bool:
    """Whether a phrase only tells where the noun before it acts: "heyetleri buluşturan toplantı Roma'da sürdü"."""
    chunk, before = it.chunks[it.starts[at]], it.tokens[at - 1].morph
    there = chunk.place and chunk.case is LOC and it.tokens[chunk.last - 1].morph.pos is not Pos.ADJ
    return at > head and there and before.pos is NOUN and before.case is NOM


def _joined_participle(it: Outline, clause: Clause, done: dict[int, Clause]) -> Clause | None:
    """The participle that goes on with the same noun: "Halep'i vuran ve Hama'ya saldıran İsrail"."""
    behind = it.tokens[clause.verb + 1] if clause.verb + 1 < len(it.tokens) else None
    if clause.form is not AN or behind is None or behind.lower not in it.words.joints | {","}:
        return None
    verb = next((at for at in it.verbs if at > clause.verb), None)
    other = done.get(verb) if verb is not None and verb - clause.verb <= JOINT_REACH else None
    alike = other is not None and other.form is AN and other.head is not None and other.quoted is clause.quoted
    return other if alike else None


def _head_owner(it: Outline, clause: Clause, head: int) -> Found:
    """Who owns what the participle modifies, and acts by it: "Bakanlığın, Paris'i kınayan açıklaması"."""
    if it.tokens[head].morph.possessive not in ("3s", "3p"):
        return (), _OTHER
    for part in clause.parts:
        owned = it.tokens[it.chunks[part.chunk].last].morph.possessive is not None
        if part.case is GEN and part.link is Link.PART and not part.through and (part.comma or not owned):
            return (part.chunk,), SubjectFrom.GENITIVE
    return (), _OTHER


def _ends_head(token: Token) -> bool:
    """Whether a word closes the noun phrase behind a participle: a mark, or a noun in a case."""
    if token.morph.pos is PUNCT:
        return token.text not in '"“”‘’'
    owned = token.morph.possessive is not None
    return token.morph.pos is NOUN and (owned or token.morph.case not in (None, NOM, GEN))


def _of_row(it: Outline, clause: Clause, before: Mapping[int, Clause]) -> Found | None:
    """The subject of the clauses with which one stands in a row; None where they share that of the clause above."""
    first = before.get(clause.verb)
    if first is None:
        return None
    found = genitive_subject(it, first) or _of_row(it, first, before)
    return found or (None if it.tokens[first.verb].morph.passive else _other_subject(it, first))


def _pointed_to(it: Outline, clause: Clause) -> Found | None:
    """Whom "onun" means: the person told last, who is no subject: "Putin'in geleceğini ve onun da konuşacağını"."""
    for at in range(clause.first, clause.verb):
        morph, behind = it.tokens[at].morph, it.tokens[at + 1].morph
        owns = behind.possessive is not None and behind.form is None
        if morph.pos is PRON and morph.case is GEN and it.tokens[at].lower == HIS and not owns:
            told = [n for n, c in enumerate(it.chunks) if c.last <= at and c.person and c.case is not NOM]
            return (tuple(told[-1:]), _SHARED if told else _OTHER)
    return None


def _owners_only(it: Outline, clause: Clause) -> bool:
    """Whether a genitive owns what a bare -mA is done to, by another: "Bern, vekillerin hesabını dondurma kararı"."""
    genitives = [p for p in clause.parts if p.case is GEN and not p.through and is_inflected(it, p)]
    if it.tokens[clause.verb].morph.possessive is not None or not genitives:
        return False
    words = it.tokens[it.chunks[genitives[-1].chunk].last : clause.verb]
    owned = any(t.morph.case is ACC and t.morph.possessive is not None for t in words)
    return owned and any(p.case is NOM and p.comma and p.link is Link.PART for p in clause.parts)


def _judged(it: Outline, clause: Clause) -> Found | None:
    """Of a reason who is judged for it: "Bern'i silah sattığı gerekçesiyle kınadı"."""
    if clause.parent is None or not is_reason(it, clause.verb):
        return None
    near = takewhile(lambda part: part.case is not GEN or not is_inflected(it, part), clause.parts)
    told = [p for p in near if p.own and is_judged(it, p, clause.verb, clause.parent)]
    return ((told[-1].chunk,), SubjectFrom.GENITIVE) if told else None


def _other_subject(it: Outline, clause: Clause) -> Found | None:
    """A genitive noun that is no actor, or a passive: such a clause does not share the subject above it."""
    if it.tokens[clause.verb].morph.passive:
        return (), _OTHER
    for at in range(clause.first, clause.verb):
        morph = it.tokens[at].morph
        own = (*COUNTING, Pos.ADJ) if morph.possessive in THIRD else COUNTING  # "ülkesinin iç işlerine"
        if morph.pos is NOUN and morph.case is GEN and not _owns_next(it, at + 1, clause.verb, own):
            return (), _OTHER
    return None


def _owns_next(it: Outline, start: int, stop: int, passed: Sequence[Pos]) -> bool:
    """Whether what a genitive owns stands behind it, past such words: "öğrencilerin dört talebinden üçünü".

    Past a noun it does where a postposition closes all: "suyun ortak kullanımına ilişkin teklifi".
    """
    words = list(dropwhile(lambda token: token.morph.pos in passed, it.tokens[start:stop]))
    if not words or words[0].morph.possessive is not None or len(words) <= CLOSED:
        return bool(words) and words[0].morph.possessive is not None
    half, noun, behind = (token.morph for token in words[: CLOSED + 1])
    return half.pos is NOUN and noun.possessive in THIRD and noun.case is DAT and behind.pos is Pos.ADP


def _shared(it: Outline, clause: Clause, done: dict[int, Clause]) -> Found:
    """The subject of the clause around; a genitive behind the whole clause is that of another one in a row."""
    parent = done.get(clause.parent) if clause.parent is not None else None
    if parent is not None and _is_told_of_head(it, clause, parent):
        return (parent.subject, SubjectFrom.HEAD) if parent.subject else ((), _OTHER)
    while parent is not None and goes_before(it, clause, parent):
        parent = done.get(parent.parent) if parent.parent is not None else None
    if clause.head is not None and parent is not None:
        above = done.get(parent.parent) if parent.parent is not None else None
        if parent.subject_from is _OTHER or _acts_behind(it, clause, parent, above) or _is_site(it, clause, parent):
            parent = above
    if parent is None or clause.quoted != parent.quoted:
        return (), NONE
    return parent.subject, _SHARED


def _is_told_of_head(it: Outline, clause: Clause, parent: Clause) -> bool:
    """Whether a passive participle says of its noun that it did so: "sırları sattığı saptanan iki kişi"."""
    told = clause.form in (Form.DIK, Form.ACAK) and parent.form is AN and parent.head is not None
    near = clause.verb + 1 == parent.verb or (clause.verb + 2 == parent.verb and it.behind(clause.verb) != ",")
    return told and near and it.tokens[parent.verb].morph.passive


def _is_site(it: Outline, clause: Clause, parent: Clause) -> bool:
    """Whether the noun of a participle is only where its subject is: "ziyaretinin ilk durağı olan Bişkek'te"."""
    named = clause.form is Form.DIK and parent.form is AN and parent.subject_from is SubjectFrom.HEAD
    sited = named and bool(parent.subject) and it.chunks[parent.subject[0]].case is LOC
    return sited and it.tokens[parent.verb].morph.lemma in BEING


def _acts_behind(it: Outline, clause: Clause, parent: Clause, above: Clause | None) -> bool:
    """Whether who acts in the clause around comes later: "Bern, uğradığı Bonn'da Rama'nın konuşmasını istedi"."""
    told = above is not None and above.subject_from is SubjectFrom.SPOKEN
    return told and parent.subject_from is SubjectFrom.GENITIVE and it.chunks[parent.subject[0]].first > clause.verb


def _share_along(it: Outline, bare: Sequence[Clause], done: dict[int, Clause]) -> None:
    """A finite clause without a subject of its own takes that of the one before it ("teşekkür etti, bilgi verdi")."""
    before: Clause | None = None
    for clause in bare:
        now = done[clause.verb]
        if now.form is not FINITE:
            continue
        alone = now.subject_from is NONE and before is not None and before.quoted == now.quoted
        if alone and brings_another(it, now):
            done[clause.verb] = now = with_subject(now, (), _OTHER)
        elif alone and before is not None and before.subject and not speaks(it, now):
            done[clause.verb] = now = with_subject(now, before.subject, _SHARED)
        before = before if it.tokens[clause.verb].morph.conditional else now  # "Sandu gelirse görüşme olur"
    for clause in reversed(bare):
        now = done[clause.verb]
        if not now.subject and now.form is not FINITE and now.subject_from in UNTOLD:
            done[clause.verb] = with_subject(now, *_shared(it, now, done))
