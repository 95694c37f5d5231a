"""The record: one news report, and all that was found in it.

A Report is never changed in place; each stage of reading returns a new one with its part filled. Every claim carries
its ``Evidence`` (raw and repaired offsets) and the id of the rule that made it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, NamedTuple

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality
from haberci.core.facts import EventContext, Toll, Where
from haberci.core.morph import Case, Morph
from haberci.core.notice import Notice
from haberci.core.span import Edit, Evidence, OffsetMap, Span, as_span

APOSTROPHES: Final = frozenset("'’")  # those before a suffix


class BlockKind(StrEnum):
    """What a stretch of the report is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the layout.

    ``value`` holds what was read from it: a dateline's place, agency and date, a byline's names.
    """

    kind: BlockKind
    at: Evidence
    rule: str
    value: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """One part of ``value``: ``place``, ``agency``, ``date``, ``name``."""
        return dict(self.value).get(key)


class Token(NamedTuple):
    """One word or mark. ``sentence`` is the number of its sentence; ``lower`` is the word in small letters."""

    span: Span
    text: str
    lower: str
    morph: Morph
    sentence: int

    @property
    def parted(self) -> bool:
        """Whether an apostrophe stands in the word, as before the suffix of a name: "Zirvesi'ne"."""
        return not APOSTROPHES.isdisjoint(self.text)


class Sentence(NamedTuple):
    """One sentence: its words are ``report.tokens[first:last]``; ``block`` is the kind of block that it stands in."""

    at: Evidence
    first: int
    last: int
    block: BlockKind


class MentionKind(StrEnum):
    """What sort of thing a name or noun phrase stands for."""

    STATE = "state"  # a state, or a seat that stands for its government
    PLACE = "place"  # a place that may stand for nothing but itself
    BODY = "body"  # a ministry, army, parliament, court, company, medium
    ORGANISATION = "organisation"  # an international organisation
    GROUP = "group"  # an armed group, party, movement
    PERSON = "person"  # a person, with or without an office
    OFFICE = "office"  # an office that stands for its holder: Bakan, Genel Sekreter
    PEOPLE = "people"  # people told by kind: siviller, göstericiler, polisler
    PRONOUN = "pronoun"  # iki ülke, taraflar, örgüt


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or noun phrase that stands for a political actor or a place.

    The words are ``report.tokens[first:last]``; the phrase is head-final, and ``case`` is the case of its last word.
    ``codes`` are the actors meant (several for "iki ülke"; none for a person who is no political actor).
    ``person`` is the person's full name as resolved in this report, ``office`` the office as written beside the name.
    ``holder`` is who holds an office that stands without a name: as named elsewhere in the report, else as the register
    knows for the day of the report.
    ``place`` is a place's name as the register has it, by which ``core.places`` tells where it lies.
    """

    at: Evidence
    first: int
    last: int
    text: str
    kind: MentionKind
    codes: tuple[ActorCode, ...]
    case: Case
    plural: bool
    rule: str
    person: str | None = None
    office: str | None = None
    holder: str | None = None
    place: str | None = None


class ProperName(NamedTuple):
    """A person, place or organisation that the report names; who or what that is as an actor, mentions tell.

    The words are ``report.tokens[first:last]``; ``name`` is the name without the suffix behind it, ``case`` the case of
    its last word, ``long`` the long form of an acronym that the report explains.
    """

    at: Evidence
    first: int
    last: int
    text: str
    kind: MentionKind
    name: str
    case: Case
    rule: str
    long: str | None = None


class TimePrecision(StrEnum):
    """How exactly a time is told."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. ``start`` and ``stop`` are ISO 8601 days (``stop`` inclusive), None without an anchor."""

    at: Evidence
    first: int
    last: int
    text: str
    start: str | None
    stop: str | None
    precision: TimePrecision
    rule: str


class StatementKind(StrEnum):
    """How speech is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of reported speech, who speaks, and the reporting words.

    ``at`` covers the sentences of the statement, ``content`` are the spans of what is said (clauses or quotations),
    ``force`` is what the cue implies (``claim``, ``promise``, ``warn`` …).
    """

    at: Evidence
    speaker: ActorCode
    speaker_text: str
    speaker_at: Evidence | None
    kind: StatementKind
    cue: str
    cue_at: Evidence
    content: tuple[Evidence, ...]
    force: str
    rule: str


@dataclass(frozen=True, slots=True)
class Part:
    """What filled one part of an event: ``actor`` or ``recipient``, the code, the words (``at`` None: not spoken)."""

    name: str
    code: ActorCode
    text: str
    at: Evidence | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something a political actor did, does, will do or is said to have done. Fields as in the codebook, section 2.

    ``at`` is the evidence sentence, ``also`` are sentences that repeat the deed, ``why`` the ids of further rules
    that had a say (modality, source, party filled from context). ``where`` is None and ``when`` too where none is told.
    """

    at: Evidence
    type: EventType
    mode: str | None
    actors: tuple[ActorCode, ...]
    recipients: tuple[ActorCode, ...]
    modality: Modality
    reported_by: ActorCode | None  # None: the report itself, "wire"
    trigger: str
    trigger_at: Evidence
    rule: str
    also: tuple[Evidence, ...] = ()
    parts: tuple[Part, ...] = ()
    why: tuple[str, ...] = ()
    when: Time | None = None
    where: Where | None = None
    numbers: tuple[Toll, ...] = ()
    contexts: tuple[EventContext, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A person tied to an office by the report. ``office`` is as written, ``of`` the principal it belongs to."""

    at: Evidence
    person: str
    office: str
    of: str
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    """One news report. ``raw`` is the text as given; ``text`` the repaired one; the rest is filled by the stages.

    ``date`` is kept as given, or is the day in the dateline where none is given; ``date_flag`` says what is wrong with
    it when it can't be read as ISO 8601.
    ``digest`` is the SHA-256 of the bytes that it was read from, in hexadecimal digits; None when they are not known.
    ``lang`` is the language's code, None when unknown; ``coded`` is False when no pack reads it. ``notice`` says that
    it corrects or takes back a report that its agency sent before.
    """

    id: str
    raw: str
    text: str
    lang: str | None = None
    source: str | None = None
    title: str | None = None
    date: str | None = None
    date_flag: str | None = None
    url: str | None = None
    notice: Notice | None = None
    digest: str | None = None
    coded: bool = False
    edits: tuple[Edit, ...] = ()
    offsets: OffsetMap = field(default_factory=OffsetMap, compare=False, repr=False)
    layout: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
    names: tuple[ProperName, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    roles: tuple[Role, ...] = ()

    def evidence(self, span: Span) -> Evidence:
        """Raw and repaired offsets of a span of the repaired text."""
        return self.offsets.evidence(span)

    def words(self, first: int, last: int) -> Evidence:
        """The evidence of the tokens ``first`` to ``last`` (half open)."""
        tokens = self.tokens
        return self.offsets.evidence(as_span((tokens[first].span.start, tokens[last - 1].span.stop)))

    def widened(self, mention: Mention, first: int, last: int) -> Mention:
        """A mention as one of the tokens ``first`` to ``last`` (half open)."""
        at = self.words(first, last)
        return replace(mention, at=at, first=first, last=last, text=self.text[at.text_start : at.text_stop])
