"""What is known around a frame that fired, and what fills one side of an event."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from haberci.core.actors import ActorCode
from haberci.core.asks import AskTable
from haberci.core.codebook import EventType, Modality
from haberci.core.governors import GovernorTable
from haberci.core.report import Event, Mention, Report, Statement
from haberci.core.speech import Spoken
from haberci.read.parse import Parsed

SUBJECT_REACH: Final = 2  # sentences back to a subject that is dropped here


class Setting(NamedTuple):
    """What is known around a firing: the report, the sentence, who speaks here, the sentences before, the parties of
    the last deed done together, the tables of telling words and pronouns, the events of the sentences before,
    what modality the deed has, who says what, the principals that are states, the guest and host, or buyer and
    seller, told last, the principals of capitals by their names in small letters, and the states at war within."""

    report: Report
    parsed: Parsed
    statement: Statement | None
    earlier: Sequence[Parsed]
    company: tuple[ActorCode, ...]
    nouns: GovernorTable
    asks: AskTable
    reflexive: frozenset[str]
    first_person: frozenset[str]
    told_before: Sequence[Event]
    told: Modality
    spoken: Spoken
    states: Collection[str]
    guests: tuple[ActorCode, ...] = ()
    seats: Mapping[str, str] = MappingProxyType({})
    armed: Collection[str] = frozenset()

    @property
    def met(self) -> tuple[ActorCode, ...]:
        """The parties of the last deed done together, else the guest and host of the last visit."""
        return self.company or self.guests

    @property
    def last_subject(self) -> tuple[Mention, ...]:
        """The main subject of the nearest sentence shortly before that has one."""
        near = islice(reversed(self.earlier), SUBJECT_REACH)
        return next((parsed.subject for parsed in near if parsed.subject), ())

    def lately(self, sentences: int) -> Iterator[Event]:
        """The events of the last so many sentences before this one, and of this one so far, the latest first."""
        near = self.report.sentences[max(0, self.parsed.number - sentences)].at.start
        return (event for event in reversed(self.told_before) if event.at.start >= near)

    def attacks_by(self, doers: Set[str]) -> Iterator[Event]:
        """The attacks told before that some of these principals made, the latest first."""
        attacks = (event for event in reversed(self.told_before) if event.type is EventType.ASSAULT)
        return (event for event in attacks if any(actor.principal in doers for actor in event.actors))


class Filled(NamedTuple):
    """One side of an event: the mentions that fill it, codes without a mention, and the rule that found them."""

    mentions: tuple[Mention, ...] = ()
    codes: tuple[ActorCode, ...] = ()
    rule: str = "party.spoken"

    def all_codes(self) -> tuple[ActorCode, ...]:
        """Codes in order, each once."""
        if not self.mentions:
            return tuple(dict.fromkeys(self.codes)) if self.codes else ()
        if len(self.mentions) == 1 and not self.codes and len(self.mentions[0].codes) < 2:  # nearly always
            return self.mentions[0].codes
        return tuple(dict.fromkeys((*(c for m in self.mentions for c in m.codes), *self.codes)))


NOBODY: Final = Filled()
DROPPED: Final = "party.dropped"  # the rule of a subject that the sentence before tells
GUESSED: Final = "party.unknown"  # the rule of a side that the land or the lack of a name tells, no words of its own
SPEAKER: Final = "party.speaker"
NO_DOER: Final = "party.no-doer"  # the rule of a side that is empty because nobody knows who did what is judged
DEMANDED: Final = "party.demanded"  # the rule of a side that is empty because what is asked names nobody to do it
TO_ALL: Final = "party.all"  # the rule of a side that is empty because a call goes to everybody
