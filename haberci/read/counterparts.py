"""The other side of a speech act whose clause names none: who did what a threat answers, who acted on it before.

Of promises, accusations, requests and refusals the side that one dealt with last is too often not the one meant.
"""

from __future__ import annotations

from haberci.core.actors import UNKNOWN, UNKNOWN_PRINCIPAL, ActorCode
from haberci.core.clause import SubjectFrom
from haberci.core.codebook import EventType
from haberci.core.morph import Form
from haberci.core.report import Event
from haberci.read.matching import Firing
from haberci.read.setting import NOBODY, Filled, Setting

RECENT = 2  # sentences back to the deed that is answered
CONTINUED = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN, EventType.SANCTION})
SIDES = frozenset({"GOV", "MIL", "LEG", "PTY", "OPP", "SPY", "UAF", "REB", "IGO"})
NAMING = frozenset({"subj", "comp"})  # parts that tell who is meant, or nobody is


def counterpart(firing: Firing, setting: Setting, doers: tuple[ActorCode, ...]) -> Filled:
    """Whom the ``doers`` of a threat dealt with last, else who did the deed before."""
    named = (code for code in doers if code.principal != UNKNOWN_PRINCIPAL)
    own = frozenset(code.principal for code in named if code.sector in SIDES)
    if not own or not _addresses(firing, setting):
        return NOBODY
    events = [event for event in reversed(setting.told_before) if event.at.start >= _near(setting)]
    dealt = next((codes for event in events if (codes := _other_side(event, own))), ())
    if dealt:
        return Filled(codes=dealt, rule="party.dealt")
    others = (tuple(code for code in event.actors if _is_side(code, own)) for event in events)
    return Filled(codes=next((codes for codes in others if codes), ()), rule="party.answered")


def continuing(firing: Firing, setting: Setting, to: frozenset[str]) -> Filled:
    """Who acted on the receiver before, of a passive that names no doer: "Ayrıca Rus elçiliğinin boşaltılması istendi".

    ``to`` are the principals of those to whom it is done.
    """
    if firing.nominal or firing.frame.type not in CONTINUED or firing.clause.form is not Form.FINITE:
        return NOBODY
    for event in reversed(setting.told_before):
        if event.at.start < _near(setting):
            return NOBODY
        doers = tuple(code for code in event.actors if _is_side(code, to))
        if doers and not to.isdisjoint(code.principal for code in event.recipients):
            return Filled(codes=doers, rule="party.dealt")
    return NOBODY


def _addresses(firing: Firing, setting: Setting) -> bool:
    frame = firing.frame
    if firing.nominal or frame.type is not EventType.THREATEN or frame.actor[0] != ("subj",):
        return False
    if not frame.recipient or NAMING.intersection(frame.recipient[0]) or firing.clause.head is not None:
        return False
    return firing.clause.form is not Form.AN and firing.clause.subject_from is not SubjectFrom.OTHER


def _near(setting: Setting) -> int:
    return setting.report.sentences[max(0, setting.parsed.number - RECENT)].at.start


def _other_side(event: Event, own: frozenset[str]) -> tuple[ActorCode, ...]:
    for one, other in ((event.actors, event.recipients), (event.recipients, event.actors)):
        if not own.isdisjoint(c.principal for c in one):
            return tuple(c for c in other if _is_side(c, own))
    return ()


def _is_side(code: ActorCode, own: frozenset[str]) -> bool:
    return code != UNKNOWN and code.principal not in own and code.sector in SIDES
