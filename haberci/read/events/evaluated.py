"""Whom a speaker blames by what he calls something done or said: "Bu karar hukuksuzdur", "Oslo'nun tutumu hatadır"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN, ActorCode
from haberci.core.clause import SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import DAT, GEN, NOM, Form, Pos
from haberci.core.report import Event, Mention, MentionKind
from haberci.read.events.bystanders import NESTED, speaker
from haberci.read.events.in_person import in_person
from haberci.read.events.matching import Firing
from haberci.read.events.possession import genitive_before
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.events.spoken_blame import are_others, is_other_side
from haberci.read.rows import mentions_of

RECENT: Final = 2  # sentences back to the deed that is called so
COMMA: Final = ","
BETWEEN: Final = 3  # words between an owner and what is his: "Oslo'nun dünkü bu son kararı"
# What may be meant by "this", or by a decision or step: deeds that somebody may mind.
JUDGING: Final = frozenset({EventType.ACCUSE, EventType.REQUEST})  # what others said of a decision
MINDED: Final = frozenset(EventType) - {EventType.CONSULT}


def evaluated(firing: Firing, setting: Setting) -> Filled:
    """Whose act it is that the predicate calls bad: its owner's, or who did last what a noun or "this" points to."""
    told = in_person(speaker(firing, setting), setting)
    own = told.codes
    doers = _others(_doers_below(firing, setting), told)
    at = _subject(firing, setting) if own and not doers else None
    if at is None:
        return Filled(doers if own else ())
    morph = setting.parsed.tokens[at].morph
    owner = _owner(setting, at)
    if owner is not None:
        return Filled(_others((owner,), told), rule="party.owner")
    return NOBODY if morph.possessive is not None else _doer_last(setting, at, own)


def _doers_below(firing: Firing, setting: Setting) -> tuple[Mention, ...]:
    """Whose deed a clause tells that is the subject: "Oslo'nun bunu yapması hatadır"."""
    over, bare = _being(firing, setting), setting.parsed.clause_of(firing.clause.verb) is None
    cases = (NOM, GEN) if firing.clause.form in NESTED or over is not None else (NOM,)
    for clause in setting.parsed.clauses:
        own = clause.parent == firing.clause.verb or (over is not None and clause.parent == over and not clause.quoted)
        held = bare and firing.clause.first <= clause.verb < min(firing.words)
        below = (held or (own and clause.head is None)) and clause.form in (Form.DIK, Form.MA)
        if below and clause.subject and setting.parsed.tokens[clause.verb].morph.case in cases:
            return mentions_of(setting, clause.subject) if clause.subject_from is SubjectFrom.GENITIVE else ()
    return ()


def _being(firing: Firing, setting: Setting) -> int | None:
    """The verb "be" above words in quotation marks that are its predicate: '"kabul edilemez" olduğunu'."""
    over = setting.parsed.clause_of(firing.clause.parent)
    if over is None or not firing.clause.quoted or over.quoted or over.form not in NESTED:
        return None
    return over.verb if setting.parsed.tokens[over.verb].morph.lemma in setting.nouns.being else None


def _subject(firing: Firing, setting: Setting) -> int | None:
    """The word for what is judged: the first noun for an act, or a pronoun with nothing of its own behind."""
    tokens, stop = setting.parsed.tokens, min(firing.words)
    behind = setting.parsed.clause_of(firing.clause.verb + 1)  # "kabul edilemez olduğunu"
    nested = firing.clause.form in NESTED or (behind is not None and behind.form in NESTED)
    cases = (NOM, GEN) if nested else (NOM,)
    opening = setting.parsed.behind_finite(firing.anchor)
    first = min([firing.clause.first, *_acts(firing, setting)])
    own: list[int] = [*range(max(first, opening), stop)]
    apart: list[int] = [at for at in range(opening, first) if tokens[at + 1].text == COMMA]
    for at in apart + own:
        if tokens[at].morph.case in cases and _is_act(setting, at):
            return at
    pointing = (at for at in own if tokens[at].morph.lemma in setting.nouns.pointing)
    return next((at for at in pointing if _stands_alone(setting, at, stop)), None)


def _acts(firing: Firing, setting: Setting) -> list[int]:
    """Where the words for an act begin that is told by a verbal noun: "Bu davranış", "bu çıkış"."""
    below = (c for c in setting.parsed.clauses if c.parent == firing.clause.verb and c.form is Form.IS)
    return [clause.first for clause in below]


def _is_act(setting: Setting, at: int) -> bool:
    """Whether a noun, or what is done as a verbal noun tells it, is an act that somebody may mind."""
    token, acts = setting.parsed.tokens[at], setting.nouns.evaluated
    if token.morph.form is Form.IS:
        return token.lower.startswith(tuple(acts))
    return token.morph.form is None and token.morph.lemma in acts


def _stands_alone(setting: Setting, at: int, stop: int) -> bool:
    """Whether a pointing word has no noun: "Bu, bir ihlaldir", "bunun", "Bu açık bir düşmanlık eylemidir"."""
    morph = setting.parsed.tokens[at].morph
    if morph.pos is Pos.PRON:
        return morph.case in (NOM, GEN)
    between = setting.parsed.tokens[at + 1 : stop]
    return all(t.morph.pos in (Pos.ADJ, Pos.DET, Pos.ADV) or t.morph.case in (GEN, DAT) for t in between)


def _owner(setting: Setting, at: int) -> Mention | None:
    """Who has what is judged."""
    owner = genitive_before(setting, at, BETWEEN)
    return owner if owner is not None and owner.kind is not MentionKind.PLACE else None


def _others(mentions: tuple[Mention, ...], own: Filled) -> tuple[Mention, ...]:
    return tuple(m for m in mentions if are_others(m, own))


def _doer_last(setting: Setting, at: int, own: tuple[ActorCode, ...]) -> Filled:
    """Who did, shortly before, the deed that a word means; a decision that another judged first, whom he blamed."""
    ruling = setting.parsed.tokens[at].morph.lemma in setting.nouns.rulings
    kinds = setting.asks.deeds_named(setting.parsed.small[at]) or MINDED
    if kinds.isdisjoint(event.type for event in setting.lately(RECENT)):
        kinds = MINDED  # "bu müdahale" of what was only said
    for event in setting.lately(RECENT):
        told = event.type in kinds and event.trigger_at.stop <= setting.parsed.tokens[at].span.start
        judged = event.recipients if ruling and event.type in JUDGING else ()
        blamed = tuple(code for code in judged if code != UNKNOWN and is_other_side(code, own))
        if told and blamed:
            return Filled(codes=blamed, rule="party.context")
        doers = tuple(code for code in event.actors if is_other_side(code, own)) if told else ()
        if told and not _is_own_deed(event, own):
            return Filled(codes=doers, rule="party.context") if UNKNOWN not in event.actors else NOBODY
    return NOBODY


def _is_own_deed(event: Event, own: tuple[ActorCode, ...]) -> bool:
    """Whether the speaker himself did it."""
    return not any(is_other_side(code, own) for code in event.actors if code != UNKNOWN) and UNKNOWN not in event.actors
