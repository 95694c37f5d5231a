"""Whom an opposition blames by the person of its verb alone: "Siz yargıyı susturuyorsunuz", "halkı sömürüyorlar"."""

from __future__ import annotations

from typing import Final

from haberci.core.actors import ActorCode
from haberci.core.clause import SubjectFrom
from haberci.core.morph import FINITE
from haberci.core.report import Statement
from haberci.read.events.domestic import RIVALS
from haberci.read.events.matching import Firing
from haberci.read.events.rivals import OPPOSITION
from haberci.read.events.setting import NOBODY, Filled, Setting
from haberci.read.rows import mentions_of

THEY: Final = "3p"
YOU: Final = "2p"
GOVERNMENT: Final = "GOV"
RULING: Final = frozenset({GOVERNMENT, "PTY"})


def rulers_meant(firing: Firing, setting: Setting) -> Filled:
    """The government, of which its opposition says "you" or "they" without naming anybody.

    Of "they" only where what is said before names nobody else, whom it could mean.
    """
    told, clause = setting.statement, firing.clause
    if told is None or told.speaker.sector != OPPOSITION or told.speaker.principal not in setting.states:
        return NOBODY
    if firing.nominal or clause.form is not FINITE or clause.subject or clause.subject_from is not SubjectFrom.NONE:
        return NOBODY
    person = setting.parsed.tokens[clause.verb].morph.person
    if person == YOU or (person == THEY and not _names_others(told, firing, setting)):
        return Filled(codes=(ActorCode(told.speaker.principal, GOVERNMENT),), rule="party.rulers")
    return NOBODY


def _names_others(told: Statement, firing: Firing, setting: Setting) -> bool:
    """Whether others than the government and its like are named in what is said up to the verb."""
    stop = setting.parsed.tokens[firing.anchor].span.start
    said = [part.span for part in told.content]
    named = (m for m in setting.report.mentions if any(s.start <= m.at.text_start < min(s.stop, stop) for s in said))
    codes = (code for mention in named for code in mention.codes[:1])
    return any(code.principal != told.speaker.principal or code.sector in RIVALS for code in codes)


def ruling_subject(firing: Firing, setting: Setting) -> Filled:
    """Those who rule, where they are the subject of what their opposition says, by name or as "you"."""
    told, own = setting.statement, mentions_of(setting, firing.clause.subject)
    if told is None or told.speaker.sector != OPPOSITION:
        return NOBODY
    if not own:
        you = setting.parsed.tokens[firing.clause.verb].morph.person == YOU
        return rulers_meant(firing, setting) if you else NOBODY
    codes = [code for mention in own for code in mention.codes]
    home = all(c.principal == told.speaker.principal and c.sector in RULING for c in codes)
    return Filled(own) if codes and home else NOBODY
