"""Whom a speaker blames where the clause of the blame does not name him: "Sen ülkeyi batırdın", "Ey Merz, ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN, ActorCode
from haberci.core.clause import SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import GEN, NOM, NOUN, SECOND, THIRD, Form, Morph, Pos
from haberci.core.report import Mention, MentionKind
from haberci.read.events.bystanders import NESTED, speaker
from haberci.read.events.domestic import RIVALS
from haberci.read.events.in_person import in_person
from haberci.read.events.matching import Firing
from haberci.read.events.rivals import are_rivals
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.events.spoken_to import SPOKEN_TO, hailed, vocatives
from haberci.read.rows import mentions_of

RECENT: Final = 1  # sentences back to the one who was hailed or blamed
OWNED_REACH: Final = 5  # words between an owner and what is his: "Bern'in son günlerdeki bu iki açıklaması"


def addressed(firing: Firing, setting: Setting) -> Filled:
    """Who is spoken to, of what is said in the second person: "Ey Scholz, sen bizi kandırdın", "Oslo'ya seslendi".

    Nobody of the speaker's own side; whom he hailed or blamed in the sentence before, where none is named here.
    """
    own = in_person(speaker(firing, setting), setting)
    if not own.codes or not _speaks_to(firing, setting):
        return NOBODY
    for mention in _spoken_to(firing, setting):
        if are_others(mention, own):
            return Filled((mention,), rule=SPOKEN_TO)
    for event in setting.lately(RECENT):
        if event.type is EventType.ACCUSE and event.actors == own.codes and UNKNOWN not in event.recipients:
            return Filled(codes=event.recipients, rule=SPOKEN_TO)
    return NOBODY


def called_so(firing: Firing, setting: Setting) -> Filled:
    """Who is called by a bad name right before his own: "zalim Oslo"; bands always are, which says nothing."""
    own = in_person(speaker(firing, setting), setting)
    behind = setting.parsed.base + firing.anchor + 1
    named = next((m for m in setting.parsed.mentions if m.first == behind), None)
    if not own.codes or named is None or named.kind is MentionKind.PEOPLE:
        return NOBODY
    if any(code.sector in IRREGULAR for code in named.codes):
        return NOBODY
    return Filled((named,)) if are_others(named, own) else NOBODY


def owner_of_subject(firing: Firing, setting: Setting) -> Filled:
    """Whose words or deeds do what is blamed: "Bern'in bu sözleri halkı aldatıyor", "politikasının iflas ettiğini"."""
    own, clause = in_person(speaker(firing, setting), setting), firing.clause
    if own.codes and clause.subject_from is SubjectFrom.SHARED:
        return Filled(_giver(firing, setting, own), rule="party.owner")
    if not own.codes or clause.subject:
        return NOBODY
    teller = _teller(firing, setting, own)
    if teller:
        return Filled(teller, rule="party.owner")
    case = GEN if clause.form in NESTED else NOM
    tokens, base = setting.parsed.tokens, setting.parsed.base
    opening, stop = setting.parsed.behind_finite(firing.anchor), min(firing.words)
    for mention in setting.parsed.mentions:
        first = mention.last - base
        if mention.case is not GEN or not opening <= first <= stop or mention.kind is MentionKind.PLACE:
            continue
        at = next((k for k in range(first, min(first + OWNED_REACH, stop)) if _ends(tokens[k].morph)), None)
        if at is not None and tokens[at].morph.case is case and tokens[at].morph.form in (None, Form.MA):
            return Filled((mention,), rule="party.owner") if are_others(mention, own) else NOBODY
    return NOBODY


def _teller(firing: Firing, setting: Setting, own: Filled) -> tuple[Mention, ...]:
    """Who said or did what the subject is, told by a relative clause: "Bern'in attığı adımlar halkı aldatıyor"."""
    own_verbs = {firing.clause.verb, *firing.words}
    for clause in setting.parsed.clauses:
        told = clause.parent in own_verbs and clause.form is Form.DIK and clause.head is not None
        if not told or clause.subject_from is not SubjectFrom.GENITIVE or clause.verb >= min(firing.words):
            continue
        cases = (GEN, NOM) if firing.clause.form in NESTED else (NOM,)
        head = setting.parsed.tokens[clause.head or 0 : min(firing.words)]
        subject = next((t.morph for t in head if t.morph.pos in (NOUN, Pos.PRON)), None)
        named = mentions_of(setting, clause.subject)
        if subject is not None and subject.case in cases and named and all(are_others(m, own) for m in named):
            return named
    return ()


def _giver(firing: Firing, setting: Setting, own: Filled) -> tuple[Mention, ...]:
    """Whose is what is not done with what he gave: "Bern'in verdiği sözü tutmadığını"."""
    if firing.clause.form is not Form.DIK:
        return ()
    for clause in reversed(setting.parsed.clauses):
        given = clause.form is Form.DIK and clause.head in firing.words and clause.verb < min(firing.words)
        if given and clause.subject_from is SubjectFrom.GENITIVE:
            named = mentions_of(setting, clause.subject)
            return named if named and all(are_others(m, own) for m in named) else ()
    return ()


def _ends(morph: Morph) -> bool:
    """Whether a word is what an owner before it owns."""
    return morph.possessive in THIRD


def _speaks_to(firing: Firing, setting: Setting) -> bool:
    """Whether a verb is in the second person, or a nominal clause is owned by "you"."""
    morph = setting.parsed.tokens[firing.clause.verb].morph
    return morph.person in SECOND or morph.possessive in SECOND


def _spoken_to(firing: Firing, setting: Setting) -> Iterator[Mention]:
    """Those to whom a speaker calls or whom he calls by name, here and in the sentence before."""
    yield from hailed(setting.parsed, setting)
    yield from vocatives(setting.parsed, firing.anchor)
    for before in setting.earlier[-1:]:
        yield from hailed(before, setting)
        yield from vocatives(before, len(before.tokens))


def are_others(mention: Mention, own: Filled) -> bool:
    """Whether a phrase names another side than the speaker's; of one opposition another party or leader is one."""
    others = bool(mention.codes) and all(is_other_side(code, own.codes) for code in mention.codes)
    return others or are_rivals(own, Filled((mention,)))


def is_other_side(code: ActorCode, own: tuple[ActorCode, ...]) -> bool:
    """Whether a code is none of a speaker's side; a government and the opposition to it are two."""
    if code == UNKNOWN:
        return False
    if all(code.principal != c.principal for c in own):
        return True
    return (code.sector in RIVALS) is not any(c.sector in RIVALS for c in own)
