"""Parties of the clause below: whose deed is asked for, wished or told there."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import UNKNOWN
from haberci.core.clause import Clause, Link, SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import GEN, PUNCT, THIRD, Case, Form
from haberci.core.report import Mention, MentionKind, Token
from haberci.read.events.aside import is_aside
from haberci.read.events.attribution import YIELD
from haberci.read.events.bystanders import NESTED
from haberci.read.events.deed_rows import row_end
from haberci.read.events.fillers import by_case, genitive
from haberci.read.events.matching import Firing
from haberci.read.events.moods import STATES
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import group_of, mentions_of

AGENT_ASKED: Final = frozenset({EventType.REQUEST, EventType.ACCUSE})  # whose other side does the deed below
ASKED_CASES: Final = (Case.ACC, Case.NOM)  # of what is asked for: "kesmesini istedi", "kesmesi gerektiğini"
HEAD_REACH: Final = 4  # words of a relative clause's noun


def complement(firing: Firing, setting: Setting) -> Filled:
    """Whose deed the nominal clause below tells: "Rusya'nın çekilmesini istedi"; of a passive by whom it is done."""
    for clause in reversed(setting.parsed.clauses):
        below = clause.verb == firing.anchor - 1 if firing.nominal else _is_below(clause, firing, setting)
        nested = below and clause.form in NESTED
        if nested and setting.parsed.tokens[clause.verb].morph.passive:
            agents = _agents(clause, firing, setting)
            if agents.all_codes():
                return agents
            continue
        nested = nested and not (firing.frame.type is EventType.REQUEST and _is_state(setting, clause.verb))
        if nested and clause.subject_from is SubjectFrom.SHARED and (doers := _doers_within(clause, firing, setting)):
            return Filled(doers)
        subject = _genitive_of(clause, setting) if nested else ()
        if subject:
            told = mentions_of(setting, subject)
            place = all(mention.kind is MentionKind.PLACE for mention in told)  # "Kudüs'ün ortak kalması gerekiyor"
            return NOBODY if place and firing.frame.type is EventType.REQUEST else Filled(told)
    return NOBODY


def _genitive_of(clause: Clause, setting: Setting) -> tuple[int, ...]:
    """The genitive whose deed a clause tells, also where it stands in the one before: "çekilmesi ve açması istendi"."""
    if clause.subject:
        return clause.subject if clause.subject_from is SubjectFrom.GENITIVE else ()
    before = (c for c in setting.parsed.clauses if c.parent == clause.verb and row_end(c, setting.parsed) == clause)
    return next((c.subject for c in before if c.subject_from is SubjectFrom.GENITIVE), ())


def _doers_within(clause: Clause, firing: Firing, setting: Setting) -> tuple[Mention, ...]:
    """Of whom it is told in a clause what is his that he shall deal with: "Kiev'in verdiği sözü tutmasını istedi"."""
    asked = firing.frame.type is EventType.REQUEST and clause.form is Form.MA
    if not asked or setting.parsed.tokens[clause.verb].morph.possessive not in THIRD:
        return ()
    row = {clause.verb}  # "desteği kesmesini ve sınırı kapatmasını istedi"
    for c in reversed(setting.parsed.clauses):
        if c.parent in row and c.form is Form.MA and setting.parsed.tokens[c.verb].morph.case in ASKED_CASES:
            row.add(c.verb)
    within = (c for c in setting.parsed.clauses if c.parent in row and c.form is Form.DIK and c.head is not None)
    told = (c for c in within if c.subject_from is SubjectFrom.GENITIVE and _is_dealt_with(c.head or 0, setting))
    return next((mentions_of(setting, c.subject) for c in told), ())


def _is_dealt_with(head: int, setting: Setting) -> bool:
    """Whether the noun of a relative clause is what the verb right behind it is done to."""
    words = setting.parsed.tokens[head : head + HEAD_REACH]
    taken = (at for at, word in enumerate(words) if word.morph.case is Case.ACC or word.morph.or_accusative)
    noun = next(taken, None)
    return noun is not None and all(word.morph.case in (None, Case.NOM, GEN) for word in words[:noun])


def _agents(clause: Clause, firing: Firing, setting: Setting) -> Filled:
    """By whom it is asked that something be done: "rehinelerin Hamas tarafından bırakılmasını istedi"."""
    if firing.frame.type not in AGENT_ASKED or clause.form is not Form.MA:
        return NOBODY
    part = next((p for p in clause.parts if p.link is Link.AGENT and p.own), None)
    if part is not None and setting.parsed.mentions[part.chunk].codes:
        return Filled(group_of(setting.parsed, part, clause))
    if firing.frame.type is not EventType.REQUEST:
        return NOBODY
    words = setting.parsed.words.links
    behind = (at for at in range(clause.first + 1, clause.verb) if words.get(setting.parsed.small[at]) is Link.AGENT)
    kinds = (at - 1 for at in behind if setting.parsed.tokens[at - 1].morph.lemma in setting.nouns.uncoded)
    unnamed = any(map(setting.parsed.is_many, kinds))
    return Filled(codes=(UNKNOWN,), rule="party.unnamed") if unnamed else _whose_deed_ends(clause, setting)


def _whose_deed_ends(clause: Clause, setting: Setting) -> Filled:
    """Whose deed or measure shall be undone: "Katar, İsrail'in saldırılarının durdurulmasını istedi"."""
    tokens, base = setting.parsed.tokens, setting.parsed.base
    small = setting.parsed.small[clause.first : clause.verb]
    if setting.asks.mode((tokens[clause.verb].morph.lemma,), small) != YIELD:
        return NOBODY
    for part in clause.parts:
        mention = setting.parsed.mentions[part.chunk]
        behind = (token for token in tokens[mention.last - base : clause.verb] if token.morph.possessive in THIRD)
        owner = part.case is GEN or (part.link is Link.MODIFIER and mention.kind is MentionKind.STATE)
        deed = next(behind, None) if part.own and owner and mention.kind is not MentionKind.PLACE else None
        if deed and mention.codes and deed.morph.case is GEN and _is_a_doing(deed, setting):
            return Filled(group_of(setting.parsed, part, clause), rule="party.owner")
    return NOBODY


def _is_a_doing(noun: Token, setting: Setting) -> bool:
    """Whether a noun is for a deed, or for what a government decides: "planının", "yasasının"."""
    decided = noun.lower.startswith(setting.nouns.policies) or noun.morph.lemma in setting.nouns.rulings
    return decided or bool(setting.asks.deeds_named(noun.lower))


def allowed(firing: Firing, setting: Setting) -> Filled:
    """Who is let do something, or is not: whose deed it would be, and where none is told who gets leave, or whose is.

    "Bakü'nün asker göndermesine izin vermedi", "Bakü'ye izin vermedi", "Bakü'nün uçağına izin vermedi".
    """
    nested = [c for c in setting.parsed.clauses if c.parent == firing.clause.verb and c.form is Form.MA]
    if any(setting.parsed.tokens[clause.verb].morph.case is Case.DAT for clause in nested):
        done = complement(firing, setting)
        owned = [m for m in done.mentions if _owns_what_acts(setting, m.last - setting.parsed.base, firing.anchor)]
        return NOBODY if owned else done
    found = by_case(firing, setting, Case.DAT)
    return found if found.all_codes() else genitive(firing, setting)


def _owns_what_acts(setting: Setting, start: int, stop: int) -> bool:
    """Whether what stands behind a genitive is of its owner and does it: "Bakü'nün geleceğinde kaos oluşmasına"."""
    morphs = [token.morph for token in setting.parsed.tokens[start:stop] if token.morph.form is None]
    morphs = [m for m in morphs if m.pos is not PUNCT and m.case is not GEN]  # "Bakü'nün, halkının geleceğinde"
    return any(m.possessive in THIRD and m.case in (Case.NOM, Case.LOC) and not m.or_accusative for m in morphs[:2])


def _is_below(clause: Clause, firing: Firing, setting: Setting) -> bool:
    """Whether a clause stands right under the verb that fired, or with words between in which it is judged."""
    over = setting.parsed.clause_of(clause.parent)
    if over is not None and is_aside(firing, setting, over.verb) and over.parent == firing.clause.verb:
        return True
    return clause.parent == firing.clause.verb


def _is_state(setting: Setting, verb: int) -> bool:
    """Whether what is asked for is no deed: "dikkatli olması gerektiğini", but not "destek olması gerektiğini"."""
    tokens = setting.parsed.tokens
    return tokens[verb].morph.lemma in STATES and tokens[max(0, verb - 1)].morph.lemma not in setting.nouns.deeds


def accused(firing: Firing, setting: Setting) -> Filled:
    """Of whom -mAklA below tells what he is blamed for: "hükümeti sivilleri aç bırakmakla suçladı"."""
    for clause in setting.parsed.clauses:
        if clause.parent == firing.clause.verb and clause.form is Form.MAK and clause.subject:
            blamed = mentions_of(setting, clause.subject)
            if clause.subject_from is SubjectFrom.GENITIVE and all(m.case is Case.ACC for m in blamed):
                return Filled(blamed)
            if found := _read_as_owned(firing, setting, clause):
                return Filled((found,))
    return NOBODY


def _read_as_owned(firing: Firing, setting: Setting, inner: Clause) -> Mention | None:
    """The object right before -mAklA whose ending reads as a possessive: "muhalif lideri darbe planlamakla suçladı"."""
    tokens, base, subject = setting.parsed.tokens, setting.parsed.base, firing.clause.subject
    doers = [m.last - base for m in mentions_of(setting, subject)]
    start = max(doers, default=inner.verb)
    between = [m for m in setting.parsed.mentions if start < m.first - base and m.last - base <= inner.verb]
    bare = len(between) == 1 and between[0].case is Case.NOM and between[0].codes
    return between[0] if bare and tokens[between[0].last - base - 1].morph.possessive in THIRD else None
