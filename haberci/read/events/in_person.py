"""A doer who speaks, with the phrase that names him, by which those of one code are told apart."""

from __future__ import annotations

from typing import Final

from haberci.core.codebook import EventType
from haberci.read.events.matching import Firing
from haberci.read.events.rivals import OPPOSITION
from haberci.read.events.setting import SPEAKER, Filled, Setting

QUARRELS: Final = frozenset({EventType.ACCUSE, EventType.REJECT})
OWN_WORD: Final = "first-person"  # flag of frames by which one promises of oneself


def in_person(actor: Filled, setting: Setting) -> Filled:
    """A doer who speaks, with the phrase that names him: two of one party blame the same ones apart."""
    told = setting.statement
    if actor.mentions or actor.rule != SPEAKER or told is None or told.speaker_at is None:
        return actor
    at = told.speaker_at.span
    return actor._replace(mentions=tuple(m for m in setting.report.mentions if m.person and at.overlaps(m.at.span)))


def opposed_in_person(sides: tuple[Filled, Filled], firing: Firing, setting: Setting) -> tuple[Filled, Filled]:
    """Both sides, the doer named so when he is of an opposition and speaks of another one.

    "Bahçeli, 'HDP ile koalisyon kurmayız' dedi" tells of two parties.
    His own party, where his phrase names it, is no other.
    """
    actor, recipient = sides
    told = recipient.rule == SPEAKER and bool(actor.mentions)
    if told and all(code.sector == OPPOSITION for code in (*actor.all_codes(), *recipient.codes)):
        return actor, in_person(recipient, setting)  # "Sayın Kılıçdaroğlu bize teklif etmiş"
    codes = (*actor.codes, *recipient.all_codes())
    if actor.mentions or not actor.codes or any(code.sector != OPPOSITION for code in codes):
        return sides
    if firing.frame.type not in QUARRELS and OWN_WORD not in firing.frame.flags:
        return sides
    named = in_person(actor, setting)
    own = {word for mention in named.mentions for word in _names(mention.text)}
    return sides if any(own & _names(mention.text) for mention in recipient.mentions) else (named, recipient)


def _names(phrase: str) -> set[str]:
    """The words of a phrase that begin with a capital, without what stands behind an apostrophe."""
    words = (word.replace("’", "'").split("'")[0] for word in phrase.split())
    return {word for word in words if word[:1].isupper()}
