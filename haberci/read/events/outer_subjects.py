"""Subjects that stand outside of their clause: before the marks of what is quoted, or as the one who is called on."""

from __future__ import annotations

from typing import Final

from haberci.core.clause import Clause, Link, SubjectFrom
from haberci.core.morph import ACC, DAT, GEN, THIRD, VERBAL_NOUNS, Form
from haberci.core.report import Mention, MentionKind
from haberci.read.events.matching import Firing
from haberci.read.events.pattern_nouns import QUOTES
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import ADJECTIVE

ASKED: Final = frozenset({Form.MA, Form.MAK})
SEATS: Final = (MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.GROUP)
CLIMBED: Final = 3  # clauses over a deed among which the one stands whose deed is asked for


def outer_subject(setting: Setting, clause: Clause) -> Filled | None:
    """Who does what a clause tells, outside of it; None where its own subject does."""
    found = _before_marks(setting, clause) or _called_to(setting, clause)
    return Filled(found) if found else None


def _before_marks(setting: Setting, clause: Clause) -> tuple[Mention, ...]:
    """Whose deed is told in marks that open behind him: 'Oslo'nun "gerilimi körüklediğini" söyledi'."""
    parsed, opening = setting.parsed, clause.first - 1
    quoted = clause.quoted and clause.form in VERBAL_NOUNS and not clause.subject and opening > 0
    if (
        not quoted
        or parsed.tokens[clause.verb].morph.possessive not in THIRD
        or parsed.tokens[opening].text not in QUOTES
    ):
        return ()
    owners = (m for m in parsed.mentions if m.last - parsed.base == opening and m.case is GEN)
    return tuple(owners)


def _called_to(setting: Setting, clause: Clause) -> tuple[Mention, ...]:
    """Whose deed is told within what he is called on to do: "Oslo'yu Bern'e verdiği desteği kesmeye çağırdı"."""
    parsed = setting.parsed
    if clause.form is not Form.DIK or clause.head is None or clause.subject_from is not SubjectFrom.SHARED:
        return ()
    asked: Clause | None = clause
    for _ in range(CLIMBED):
        asked = parsed.clause_of(asked.parent) if asked is not None else None
        if asked is None or asked.form in ASKED:
            break
    over = parsed.clause_of(asked.parent) if asked is not None and asked.form in ASKED else None
    if asked is None or over is None or parsed.tokens[asked.verb].morph.case is not DAT or not _calls_on(setting, over):
        return ()
    parts = [p for p in over.parts if p.case is ACC and p.link is Link.PART and parsed.mentions[p.chunk].codes]
    called = parsed.mentions[parts[-1].chunk] if parts else None
    return () if called is None or called.last - parsed.base > clause.verb else (called,)


def _calls_on(setting: Setting, clause: Clause) -> bool:
    """Whether a verb, or the word before it, is one by which somebody is called on to do a deed."""
    return not setting.nouns.summoning.isdisjoint(setting.parsed.verb_words(clause.verb))


def before_own(firing: Firing, setting: Setting) -> Filled:
    """Who does something with what is his, and no first half of its name: "Oslo büyükelçisini geri çağırdı".

    It opens its clause, of which it is the subject in spite of the possessive behind it.
    """
    clause, parsed = firing.clause, setting.parsed
    morph = parsed.tokens[clause.verb].morph
    if clause.subject or firing.nominal or clause.form is not Form.FINITE or morph.passive or morph.person != "3s":
        return NOBODY
    for part in clause.parts:
        mention = parsed.mentions[part.chunk]
        behind = mention.last - parsed.base
        opens = part.link is Link.MODIFIER and mention.first - parsed.base == clause.first
        if not opens or mention.kind not in SEATS or mention.rule == ADJECTIVE or behind not in firing.words:
            continue
        own = parsed.tokens[behind].morph
        if own.possessive in THIRD and own.case in (ACC, DAT):
            return Filled((mention,))
    return NOBODY
