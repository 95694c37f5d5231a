"""What one says in the first person: that one will do it to or for another, or how could one."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import Clause, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.frames import Frame
from haberci.core.morph import ACC, FINITE, FIRST, Form, Morph, Tense
from haberci.read.parse import Parsed

REFUSALS: Final = frozenset({EventType.REJECT, EventType.THREATEN})
VOWED: Final = frozenset({EventType.AGREE, EventType.THREATEN})
TO_COME: Final = "planned-only"
REFUSED: Final = "negative-only"
ASKING: Final = frozenset({Tense.AORIST, Tense.OPTATIVE})  # "nasıl kurarız?", "neden oturalım?"
DONE: Final = frozenset({Tense.PROG, Tense.PAST, Tense.EVID})
TOLD: Final = frozenset({Form.DIK, Form.ACAK})
ENDS: Final = frozenset({".", "!", "?"})
QUESTION: Final = "?"


def is_vowed(frame: Frame, clause: Clause, parsed: Parsed) -> bool:
    """Whether who speaks says of himself what he will do, in the aorist: "hesabını sorarız", "koalisyon kurabiliriz".

    Of others the aorist tells what they do as a rule.
    """
    morph = parsed.tokens[clause.verb].morph
    if frame.nominal or clause.form is not FINITE or morph.tense is not Tense.AORIST:
        return False
    own = morph.person in FIRST and not (morph.negative or morph.past_copula or morph.conditional)
    told = frame.type in VOWED and TO_COME in frame.flags
    return own and told and not _is_habit(clause, parsed) and (not morph.able or frame.type is EventType.AGREE)


def _is_habit(clause: Clause, parsed: Parsed) -> bool:
    """Whether a word says that it is done again and again: "her yıl", "daima"."""
    words = parsed.small[clause.first : clause.verb]
    return not parsed.pack.governors.always.isdisjoint((*words, *map(" ".join, pairwise(words))))


def is_refused_otherwise(frame: Frame, clause: Clause, parsed: Parsed) -> bool:
    """Whether one says that one will not do it though the verb is not negated: "kabul edecek değiliz"."""
    if frame.type not in REFUSALS or REFUSED not in frame.flags:
        return False
    if clause.form is Form.ACAK:
        behind = (token.morph for token in parsed.tokens[clause.verb + 1 : clause.verb + 2])
        return any(m.lemma in parsed.words.denial and m.person in FIRST for m in behind)
    return clause.form is FINITE and is_refused_by_asking(frame, clause, parsed)


def is_refused_by_asking(frame: Frame, clause: Clause, parsed: Parsed) -> bool:
    """Whether a question says that one will not do it: "Rama'yla nasıl ittifak kurarız?"."""
    if frame.type is not EventType.REJECT or REFUSED not in frame.flags or clause.form is not FINITE:
        return False
    morph = parsed.tokens[clause.verb].morph
    if morph.person not in FIRST or morph.tense not in ASKING or morph.negative:
        return False
    wondering = parsed.pack.governors.wondering
    return ends_in_question(clause, parsed) and not wondering.isdisjoint(parsed.small[clause.first : clause.verb])


def speaks_of_himself(clause: Clause, morph: Morph) -> bool:
    """Whether a verb tells what one says one does: "bekliyoruz", "beklediklerini söyledi"; not "Kiev bekliyor"."""
    if clause.form is FINITE:
        return morph.person in FIRST and not morph.past_copula
    told = clause.form in TOLD and clause.head is None and morph.case is ACC
    return told and clause.subject_from is SubjectFrom.SHARED


def asks_why(clause: Clause, parsed: Parsed) -> bool:
    """Whether a question takes as done what it asks the reason of: "Niye yalan söylüyorsunuz?"."""
    told = parsed.tokens[clause.verb].morph.tense in DONE
    return told and not parsed.pack.governors.wondering.isdisjoint(parsed.small[clause.first : clause.verb])


def ends_in_question(clause: Clause, parsed: Parsed) -> bool:
    """Whether the sentence of a finite verb ends in a question mark."""
    ends = (t.text for t in parsed.tokens[clause.verb + 1 :] if t.text in ENDS)
    return next(ends, "") == QUESTION


def says_of_itself(clause: Clause, parsed: Parsed) -> bool:
    """Whether the doer tells in the present what is to come: "çekiliyoruz"."""
    morph = parsed.tokens[clause.verb].morph
    return morph.tense is Tense.PROG and morph.person in FIRST


def is_decided_for(clause: Clause, parsed: Parsed, actors: tuple[ActorCode, ...]) -> bool:
    """Whether others decide what its doer is to do: "bölge liderleri, M23'ün çekilmesini kararlaştırdı"."""
    over = parsed.clause_of(clause.parent)
    if clause.form is not Form.MA or clause.subject_from is not SubjectFrom.GENITIVE or over is None:
        return False
    deciders = {code.principal for n in over.subject for code in parsed.mentions[n].codes}
    doers = {actor.principal for actor in actors}
    return not parsed.tokens[over.verb].morph.passive and doers.isdisjoint(deciders)
