"""What stands under the verb of a frame: what is asked for or told there, and of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import Final

from haberci.core.clause import Clause, ClausePart, SubjectFrom
from haberci.core.morph import ABL, ACC, DAT, GEN, NOM, THIRD, VERBAL_NOUNS, Form, Pos
from haberci.core.report import MentionKind, Token
from haberci.read.parse import Parsed

QUOTED_REACH: Final = 3  # words back from a verb to that of the quotation before it
DONE_TO: Final = (ACC, DAT)
THEY: Final = "3p"
ASKED_FORMS: Final = frozenset({Form.MA, Form.MAK})
TOLD: Final = frozenset({Form.DIK, Form.ACAK})
FUTURE_FORMS: Final = frozenset({Form.ACAK})


def deeds_of_others(parsed: Parsed, part: ClausePart) -> Iterator[Clause]:
    """The deeds (-mA) in which a phrase stands, whose doers are told before it: "Rama'nın Bern'e yakınlaşması"."""
    for clause in parsed.through(part):
        told = clause.form is Form.MA and clause.subject_from is SubjectFrom.GENITIVE
        if told and any(number < part.chunk for number in clause.subject):
            yield clause


def is_left(parsed: Parsed, part: ClausePart) -> bool:
    """Whether a place is what several shall leave, and not who is asked: "Yeşil Bölge'den çekilmelerini istedi"."""
    place = part.case is ABL and parsed.mentions[part.chunk].kind is MentionKind.PLACE
    below = [parsed.tokens[c.verb].morph for c in parsed.through(part) if c.form is Form.MA] if place else []
    return any(m.possessive == THEY and m.lemma in parsed.words.moving for m in below)


def complement_fits(flags: frozenset[str], parsed: Parsed, clause: Clause) -> bool:
    """Whether what stands under the verb is what the flags of a frame ask for."""
    if "complement" in flags and not has_complement(parsed, clause, ASKED_FORMS):
        return False
    if "own-complement" in flags and not warns(parsed, clause):
        return False
    if "asked-complement" in flags and not asks_of_others(parsed, clause):
        return False
    return "future-complement" not in flags or has_complement(parsed, clause, FUTURE_FORMS, own=True)


def has_complement(parsed: Parsed, clause: Clause, forms: frozenset[Form], own: bool = False) -> bool:
    """Whether a clause of such a form stands under the verb; ``own``: one that tells no deed of something else."""
    below = [c for c in parsed.clauses if c.parent == clause.verb and c.form in forms]
    if not own and not below and _is_quoted_before(parsed, clause, forms):
        return True
    rows = {clause.verb, *(c.verb for c in below)}  # with those joined to them: "saracağı ve yıkacağı"
    told = [c for c in parsed.clauses if c.parent in rows and c.form in forms]
    return bool(below) and not (own and any(_has_own_subject(parsed, c) or is_anothers(c, parsed) for c in told))


def is_anothers(clause: Clause, parsed: Parsed) -> bool:
    """Whether a clause tells what another party does to a third: "İran'ın İsrail'e saldıracağı uyarısında bulundu".

    What befalls that party alone is threatened: "Tiflis'in desteği yitireceği".
    """
    over = parsed.clause_of(clause.parent)
    if over is None or clause.subject_from is not SubjectFrom.GENITIVE or parsed.tokens[clause.verb].morph.passive:
        return False
    mine, theirs = (
        {code.principal for n in c.subject for code in parsed.mentions[n].codes[:1]} for c in (over, clause)
    )
    done_to = any(part.own and part.case in DONE_TO and part.chunk not in clause.subject for part in clause.parts)
    return done_to and bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_quoted_before(parsed: Parsed, clause: Clause, forms: frozenset[Form]) -> bool:
    """Whether what is asked for ends in marks right before the verb: '"gerilimi azaltmaya" davet etti'."""
    near = (parsed.clause_of(at) for at in range(clause.verb - QUOTED_REACH, clause.verb))
    return any(c is not None and c.form in forms and c.quoted and not clause.quoted for c in near)


def warns(parsed: Parsed, clause: Clause) -> bool:
    """Whether the one spoken to is told what to do or not, of nobody else: not "enflasyonun artması konusunda".

    The genitive may be who warns: "Oslo'nun Kiev'i vurmaması konusunda uyardığı".
    """
    below = [c for c in parsed.clauses if c.parent == clause.verb and c.form in ASKED_FORMS]
    told = [c for c in below if parsed.tokens[c.verb].morph.possessive is not None]  # not "tutuklanma riskine karşı"
    others = [c for c in told if not any(parsed.mentions[n].case is ABL for n in c.subject)]  # but who is asked there
    words = (at for c in others for at in range(_begun(parsed, c, clause), c.verb))
    return bool(told) and all(parsed.tokens[at].morph.case is not GEN or _owns(parsed, at) for at in words)


def _owns(parsed: Parsed, at: int) -> bool:
    """Whether a genitive only tells whose it is what the deed is done to: "ülkesinin iç işlerine karışmaması"."""
    behind = dropwhile(lambda token: token.morph.pos is Pos.ADJ, parsed.tokens[at + 1 :])
    noun = next(behind).morph
    return noun.form is None and noun.possessive in THIRD and noun.case not in (GEN, NOM)


def _begun(parsed: Parsed, below: Clause, clause: Clause) -> int:
    """Where what is asked begins: behind the genitive that may as well be the subject of a nominal clause above."""
    shared = clause.subject_from is SubjectFrom.SHARED or clause.subject == below.subject
    owned = below.subject_from is SubjectFrom.GENITIVE and bool(below.subject)
    if not owned or not shared or clause.form not in VERBAL_NOUNS:
        return below.first
    subject = max(parsed.mentions[n].last for n in below.subject) - parsed.base
    return max(below.first, subject) if subject < below.verb else below.first


def asks_of_others(parsed: Parsed, clause: Clause) -> bool:
    """Whether others shall do what stands under the verb: "sınırı açmasını önerdi"; not "açılmasını", "açmayı"."""
    below = (parsed.tokens[c.verb].morph for c in parsed.clauses if c.parent == clause.verb and c.form is Form.MA)
    return any(morph.possessive is not None and not morph.passive for morph in below)


def _has_own_subject(parsed: Parsed, clause: Clause) -> bool:
    """Whether a nominal clause opens with a subject that is no party: "krizin, bölgeyi saracağı uyarısında bulundu".

    Without a comma it is what owns nothing, and may do what is told: "savaşın felakete dönüşebileceği".
    """
    tokens = parsed.tokens
    genitives = [at for at in range(clause.first, clause.verb - 1) if tokens[at].morph.case is GEN]
    if clause.subject or not genitives:
        return False
    behind = tokens[genitives[0] + 1 : clause.verb]
    verb = tokens[clause.verb].morph
    does = verb.able and not verb.passive and tokens[genitives[0]].morph.pos is Pos.NOUN
    alone = does and not any(t.morph.possessive is not None or t.morph.case is GEN for t in behind)
    return alone or any(tokens[at + 1].text == "," for at in genitives)


def over_row(clause: Clause, parsed: Parsed) -> Clause | None:
    """The clause over one, past those that are told beside it: "açık olduğunu, şartı kabul etmediğini söyledi".

    Past those, too, that only tell in what manner a thing goes.
    """
    parent = parsed.clause_of(clause.parent)
    while parent is not None and (_are_told_together(clause, parent, parsed) or _tells_manner(parent, parsed)):
        clause, parent = parent, parsed.clause_of(parent.parent)
    return parent


def _tells_manner(clause: Clause, parsed: Parsed) -> bool:
    return past_manner(clause.verb, parsed) > clause.verb


def past_manner(at: int, parsed: Parsed) -> int:
    """Past the words at a place that only say that something goes as it was planned: "planlandığı gibi tamamlandı"."""
    behind = parsed.small[at + 1 : at + 2]
    likened = not parsed.words.manners.isdisjoint(behind) and parsed.tokens[at].morph.form is Form.DIK
    return at + 2 if likened else at


def _are_told_together(one: Clause, other: Clause, parsed: Parsed) -> bool:
    told = one.form in TOLD and other.form in TOLD and one.quoted == other.quoted and other.head is None
    told = told and all(parsed.tokens[c.verb].morph.case is ACC for c in (one, other))
    joint = parsed.small[one.verb + 1] if told else ""
    return told and (joint == "," or joint in parsed.words.closing or joint in parsed.words.contrary)


def suffers(behind: Sequence[Token]) -> bool:
    """Whether what is done to somebody is told right behind him, and nothing of his: "polisin gözaltına alınmasını"."""
    verb = next((k for k, t in enumerate(behind) if t.morph.form is not None), None)
    if verb is None or behind[verb].morph.form is not Form.MA or not behind[verb].morph.passive:
        return False
    return not any(t.morph.possessive in THIRD and t.morph.case in (NOM, GEN) for t in behind[:verb])
