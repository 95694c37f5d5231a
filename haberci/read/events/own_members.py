"""An armed group's own members, of whom it tells what was done to them: "PKK, üç üyesinin öldürüldüğünü duyurdu"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import IRREGULAR, UNKNOWN
from haberci.core.codebook import EventType
from haberci.core.morph import ACC, GEN, NOM, THIRD, Pos
from haberci.read.events.bystanders import NESTED
from haberci.read.events.matching import Firing
from haberci.read.events.setting import GUESSED, Filled, Setting

FORCE: Final = frozenset({EventType.ASSAULT, EventType.COERCE})
OWN_MEMBER: Final = "party.own-member"
BETWEEN: Final = (Pos.NUM, Pos.DET, Pos.ADJ)  # what may stand between an owner and his: "Hamas'ın beş eski üyesi"


def own_members(firing: Firing, setting: Setting, actor: Filled, recipient: Filled) -> tuple[Filled, Filled]:
    """Both sides; the group that tells it, where members of nobody named are hit, and then it is no doer itself."""
    told = setting.statement
    if told is None or not tells_of_own(firing, setting):
        return actor, recipient
    over = setting.parsed.clause_of(firing.clause.parent)  # "düzenlediği saldırıda üç üyesinin öldüğünü"
    stop = over.verb if over is not None and over.form in NESTED else firing.clause.verb
    words = range(firing.clause.first, max(stop, firing.clause.verb))
    if not any(_is_own(setting, at) and _is_hit(setting, at) for at in words):
        return actor, recipient
    doers = {code.principal for code in actor.all_codes()}
    actor = Filled(codes=(UNKNOWN,), rule=GUESSED) if doers <= {told.speaker.principal} else actor
    return actor, Filled(codes=(told.speaker,), rule=OWN_MEMBER)


def tells_of_own(firing: Firing, setting: Setting) -> bool:
    """Whether an armed group tells of a deed of force, which may have hit its own members."""
    told = setting.statement
    return told is not None and told.speaker.sector in IRREGULAR and firing.frame.type in FORCE


def _is_own(setting: Setting, at: int) -> bool:
    """Whether a word means a member, told by a possessive alone: no owner before it ("azınlık grubu üyeleri")."""
    tokens = setting.parsed.tokens
    if tokens[at].morph.lemma not in setting.nouns.members or tokens[at].morph.possessive not in THIRD:
        return False
    before = at - 1
    while before >= 0 and tokens[before].morph.pos in BETWEEN:
        before -= 1
    morph = tokens[before].morph if before >= 0 else None
    owned = morph is not None and (morph.case is GEN or (morph.case is NOM and morph.possessive in THIRD))
    named = any(m.last - setting.parsed.base == before + 1 and m.codes for m in setting.parsed.mentions)
    return not owned and not named


def _is_hit(setting: Setting, at: int) -> bool:
    """Whether something is done to a member, who does nothing himself: an object, or the subject of who falls."""
    clause, tokens = setting.parsed.clause_after(at), setting.parsed.tokens
    if clause is None:
        return False
    verb, told = tokens[clause.verb].morph, setting.nouns
    fell = verb.passive or verb.lemma in told.harm
    return tokens[at].morph.case is ACC or fell or f"{tokens[clause.verb - 1].lower}_{verb.lemma}" in told.harm
