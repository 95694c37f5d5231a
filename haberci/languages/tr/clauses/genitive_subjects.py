"""The genitive whose deed a Turkish nominal clause tells: "Kiev'in Minsk'i överken Oslo'yu eleştirdiğini"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from haberci.core.clause import Clause, ClausePart, Link, SubjectFrom
from haberci.core.morph import ABL, ACC, DAT, GEN, LOC, MA, NOM, THIRD, Form, Pos
from haberci.languages.tr.clauses.converb_subjects import SWITCHING
from haberci.languages.tr.clauses.genitive_owners import (
    is_controlled,
    is_one_of_many,
    opens_members,
    owns_for_others,
    owns_for_speaker,
    owns_grounds,
    owns_occasion,
    owns_occasion_told,
    owns_place,
    owns_place_before,
    owns_topic,
    owns_whole,
)
from haberci.languages.tr.clauses.nesting import governs
from haberci.languages.tr.clauses.nominatives import Found
from haberci.languages.tr.clauses.occasions import is_behind_it, is_occasion
from haberci.languages.tr.clauses.outline import Outline
from haberci.languages.tr.clauses.passing import lets_through
from haberci.languages.tr.clauses.two_genitives import is_inflected, of_two_genitives, owns_before_pair

THEREBY: Final = (Form.ARAK, Form.IP)  # converbs that tell how it is done, or what comes before
FEEL: Final = "duy"
UNDER: Final = ("altındaki", "altında", "altındayken")
POWER: Final = ("işgali", "kontrolü", "yönetimi", "hakimiyeti", "egemenliği", "denetimi", "ablukası", "kuşatması")
OF_THEM: Final = ("bunlardan", "bunların", "onlardan", "aralarından")
NOUN_REACH: Final = 4  # words of what a relative clause describes: "bütün sınır bölgelerinden"
# Why the farthest genitive may be no subject.
APART: Final = (owns_for_others, owns_for_speaker, is_one_of_many, owns_before_pair)


def genitive_subject(it: Outline, clause: Clause) -> Found | None:
    """The farthest genitive of the clause's own stretch; one with a comma may also stand behind a nested verb."""
    told = of_two_genitives(it, clause) or _asked(it, clause)
    if told is not None:
        return told
    best: ClausePart | None = None
    owner: ClausePart | None = None
    for part in clause.parts:
        if part.case is NOM and part.comma and part.link is Link.PART:
            break
        if part.case is not GEN or part.link is not Link.PART or not is_inflected(it, part):
            continue
        if _is_of_other(it, clause, part) or is_controlled(it, clause, part) or _is_in_another(it, part):
            continue
        if owns_grounds(it, clause, part) or (best is not None and _is_second(it, clause, part, best)):
            continue
        if owns_place(it, part):
            owner = part if clause.form is MA and not part.through else owner
            continue
        passes = _is_passed if best is None else lets_through
        reaches = not part.through or part.comma or all(passes(it, clause, part, verb) for verb in part.through)
        if reaches or _asks(it, clause, part):
            best = part
    best = best or owner or _holder(it, clause)
    if best is None or any(apart(it, clause, best) for apart in APART):
        return None
    return (best.chunk,), SubjectFrom.GENITIVE


def _asked(it: Outline, clause: Clause) -> Found | None:
    """Who is asked for a deed on what another has: "Kiev, Berlin'den Moskova'nın parasını dondurmasını istedi"."""
    if clause.form is not MA or clause.parent is None or not governs(it, it.words.begging, clause.verb, clause.parent):
        return None
    for owner, asked in pairwise(clause.parts):  # the nearest to the verb first
        beside = owner.case is GEN and asked.case is ABL and asked.chunk == owner.chunk - 1
        if not beside or owner.through or any(p.link is not Link.PART or p.comma for p in (owner, asked)):
            continue
        behind = it.tokens[it.chunks[owner.chunk].last : clause.verb]
        owned = next((t.morph for t in behind if t.morph.possessive in THIRD), None)
        if owned is not None and owned.case is ACC and owned.form is None:
            return (asked.chunk,), SubjectFrom.GENITIVE
    return _asked_alone(it, clause)


def _asked_alone(it: Outline, clause: Clause) -> Found | None:
    """Who is asked for a deed of which no genitive tells the doer: "Kiev, Berlin'den sözünü tutmasını istedi".

    A verb that moves, or sends what is one's own, may do so from there.
    """
    morph = it.tokens[clause.verb].morph
    away = it.words.moving | it.words.sending
    leaves = not away.isdisjoint(it.verb_words(clause.verb))
    if leaves or morph.passive or morph.possessive not in THIRD:
        return None
    told = [p for p in clause.parts if p.case is ABL and p.link is Link.PART and not p.comma]
    if len(told) != 1:
        return None
    first = it.chunks[clause.parts[-1].chunk].first
    alone = not any(token.morph.case is GEN for token in it.tokens[first : clause.verb])
    return ((told[0].chunk,), SubjectFrom.GENITIVE) if alone else None


def _is_of_other(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a genitive owns what another acts on, or acts around: "polisin aralarında hekimlerin bulunduğu grubu"."""
    around = (
        (opens_members(it, part) and not part.through) or _holds_under(it, clause, part) or _is_felt(it, clause, part)
    )
    of_others = owns_occasion_told(it, part) or owns_whole(it, part)
    return around or owns_place_before(it, part) or (of_others and not _acts_alone(clause, part))


def _is_in_another(it: Outline, part: ClausePart) -> bool:
    """Whether a genitive owns what a converb closed by a comma acts on: "Bern, Oslo'nun teklifini reddederek, ..."."""
    at = it.chunks[part.chunk].last
    if not part.through or it.tokens[at].morph.case is not ACC or it.tokens[at].morph.possessive not in THIRD:
        return False
    nearest = part.through[-1]
    return it.tokens[nearest].morph.form in THEREBY and nearest == at + 1 and it.behind(nearest) == ","


def _is_felt(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether another feels something about what a genitive owns: "PKK'nın propagandasından duyduğu rahatsızlığı"."""
    if it.tokens[clause.verb].morph.lemma != FEEL or clause.form is not Form.DIK or part.through:
        return False
    cause = it.tokens[clause.verb - 1].morph
    return cause.case is ABL and cause.possessive in THIRD and it.chunks[part.chunk].last < clause.verb


def _holds_under(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a genitive tells under whose power something is: "Oslo, Bern'in işgali altındaki kasabayı vurduğunu"."""
    if not any(p.case is NOM and p.comma and p.link is Link.PART for p in clause.parts):
        return False
    at = it.chunks[part.chunk].last
    return it.tokens[at].lower in POWER and it.behind(at) in UNDER


def its_own(it: Outline, clause: Clause) -> Found | None:
    """Who sends away what is his, or leaves what he has taken."""
    return _sends_own(it, clause) or _leaves_own(it, clause)


def _sends_own(it: Outline, clause: Clause) -> Found | None:
    """Who sends or draws back what is his, told in one phrase with that: "Oslo'nun birliklerini çektiğini"."""
    sends = not it.words.sending.isdisjoint(it.verb_words(clause.verb))
    if it.tokens[clause.verb].morph.possessive not in THIRD or not sends:
        return None
    for part in clause.parts:
        chunk = it.chunks[part.chunk]
        if part.case is not ACC or part.link is not Link.PART or part.through:
            continue
        owned = it.tokens[chunk.last - 1].morph.possessive in THIRD
        owner = any(token.morph.case is GEN for token in it.tokens[chunk.first : chunk.last - 1])
        return ((part.chunk,), SubjectFrom.GENITIVE) if owned and owner else None
    return None


def _leaves_own(it: Outline, clause: Clause) -> Found | None:
    """Who leaves what he is told to have taken: "Oslo'nun işgal ettiği yerlerden çekilmesini"."""
    morph = it.tokens[clause.verb].morph
    if clause.form is not MA or morph.possessive not in THIRD or morph.lemma not in it.words.moving:
        return None
    for part in clause.parts:
        taken = part.case is GEN and part.link is Link.PART and len(part.through) == 1
        if not taken or it.tokens[part.through[0]].morph.form is not Form.DIK:
            continue
        behind = it.tokens[part.through[0] + 1 : min(part.through[0] + 1 + NOUN_REACH, clause.verb)]
        return ((part.chunk,), SubjectFrom.GENITIVE) if any(t.morph.case is ABL for t in behind) else None
    return None


def some_of_them(it: Outline, clause: Clause, before: Clause | None) -> Found | None:
    """Those of the clause before of whom some do it: "71 uçağın görüldüğünü, bunlardan 47'sinin hattı geçtiğini"."""
    for at in range(clause.first, clause.verb):
        if it.tokens[at].lower in OF_THEM and it.tokens[at + 1].morph.case is GEN:
            return (None if before is None else genitive_subject(it, before)) or ((), SubjectFrom.OTHER)
    return None


def _is_second(it: Outline, clause: Clause, part: ClausePart, best: ClausePart) -> bool:
    """Whether a genitive behind another one is not who acts, but owns what is told of, or acts in a clause within."""
    within = not part.comma and bool(part.through) and _stands_alone(it, clause, best)
    return within or owns_topic(it, part) or owns_occasion(it, part)


def _asks(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a genitive asks another for a deed: "Kiev'in Minsk'ten (kendisinden) sınırı açmasını istediği"."""
    if len(part.through) != 1 or it.tokens[part.through[0]].morph.form is not MA:
        return False
    near = (p for p in clause.parts if p.chunk > part.chunk and p.through == part.through)
    asks = (
        it.tokens[clause.verb].morph.lemma in it.words.begging or it.tokens[clause.verb - 1].lower in it.words.begging
    )
    words = [token.morph for token in it.tokens[it.chunks[part.chunk].last : part.through[0]]]
    pronouns = (m for m, behind in pairwise(words) if m.case is ABL and m.pos is Pos.PRON and behind.pos is not Pos.ADP)
    return (asks and next(pronouns, None) is not None) or any(p.case is ABL and p.reaches for p in near)


def _acts_alone(clause: Clause, part: ClausePart) -> bool:
    """Whether nobody else is there to act: no nominative before, nor a clause around that has a doer."""
    others = (p for p in clause.parts if p.chunk != part.chunk and p.link is Link.PART)
    return not any(p.case in (NOM, GEN) for p in others)


def _holder(it: Outline, clause: Clause) -> ClausePart | None:
    """To whom the genitive belongs that does it: "Irak ordusuna ait uçakların düzenlediği"."""
    for part in clause.parts:
        behind = it.chunks[part.chunk].last
        if part.case is DAT and not part.through and it.tokens[behind].lower in it.words.belonging:
            owned = it.tokens[behind + 1 : min(behind + 4, clause.verb)]
            if any(t.morph.case is GEN for t in owned):
                return part
    return None


def _stands_alone(it: Outline, clause: Clause, part: ClausePart) -> bool:
    """Whether a genitive of the clause's own stretch owns nothing, and so is the subject before all behind a verb."""
    behind = it.chunks[part.chunk].last
    owned = behind < clause.verb - 1 and it.tokens[behind].morph.possessive is not None
    return not part.through and not part.comma and not owned


def _is_passed(it: Outline, clause: Clause, part: ClausePart, verb: int) -> bool:
    """Whether a nested verb may also tell when the one genitive does more: "Kiev'in Minsk'i överken yerdiğini"."""
    morph = it.tokens[verb].morph
    if morph.form in SWITCHING or is_behind_it(it, verb) or (morph.form is MA and morph.case is LOC):
        return True
    if _is_aim_of_another(it, part, verb):
        return True
    return (is_occasion(it, verb) and not _opens_compound(it, verb + 1)) or lets_through(it, clause, part, verb)


def _is_aim_of_another(it: Outline, part: ClausePart, verb: int) -> bool:
    """Whether a nested verb tells for what it is done, with a genitive of its own: "Kiev'in Bern'in çıkması için".

    Or what about: "Kiev'in sınırı geçen askerlerin çıkması konusunda anlaştığını".
    """
    morph, words = it.tokens[verb].morph, it.tokens[it.chunks[part.chunk].last : verb]
    aim = morph.form is MA and morph.possessive in THIRD and it.words.tells_aim(it.behind(verb))
    return aim and any(t.morph.case is GEN and t.morph.possessive is None for t in words)


def _opens_compound(it: Outline, at: int) -> bool:
    """Whether a word of time only describes the next: "bıraktığı zaman ayarlı bomba"."""
    behind = it.tokens[at + 1].morph if at + 1 < len(it.tokens) else None
    return behind is not None and (behind.pos is Pos.ADJ or behind.possessive is not None)
