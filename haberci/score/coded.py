"""A coded report in the form that is scored, a person's or ours: sentence numbers in place of offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haberci.core.actors import UNKNOWN_PRINCIPAL
from haberci.core.report import Event, Report, Role, Statement
from haberci.core.span import Span

WIRE = "wire"
NOWHERE = -1


def principal(code: str) -> str:
    """The principal of an actor code: ``KGZ`` of ``KGZ GOV``; ``---`` of an empty one."""
    return code.split()[0] if code.strip() else UNKNOWN_PRINCIPAL


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One event. ``sentence`` holds the evidence, ``also`` are sentences that repeat it; codes are as written."""

    sentence: int
    also: tuple[int, ...]
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    modality: str
    reported_by: str
    trigger: str = ""
    debatable: bool = False
    rule: str = ""

    @property
    def dyad(self) -> tuple[frozenset[str], frozenset[str]]:
        """The principals on either side."""
        return frozenset(map(principal, self.actors)), frozenset(map(principal, self.recipients))

    @property
    def parties(self) -> frozenset[str]:
        """The principals of both sides together."""
        return frozenset(map(principal, self.actors + self.recipients))


@dataclass(frozen=True, slots=True)
class CodedStatement:
    """One statement: the sentences that it runs over, who speaks, and how it is reported."""

    sentences: tuple[int, ...]
    speaker: str
    kind: str
    speaker_text: str = ""
    cue: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class CodedRole:
    """One role; ``key`` is what is compared: the last name without its suffix, and the principal."""

    person: str
    office: str
    of: str
    sentence: int
    rule: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The last name up to an apostrophe, and the principal of the office."""
        return self.person.split()[-1].replace("’", "'").split("'")[0], self.of


@dataclass(frozen=True, slots=True)
class Coded:
    """All that a coder, person or machine, found in one report."""

    events: tuple[CodedEvent, ...]
    statements: tuple[CodedStatement, ...]
    roles: tuple[CodedRole, ...]


def coded_report(report: Report, sentences: Sequence[Span]) -> Coded:
    """Our report over the sentences of a gold report; both count code points of the text as given."""
    return Coded(
        tuple(_event(e, sentences) for e in report.events),
        tuple(_statement(s, sentences) for s in report.statements),
        tuple(_role(r, sentences) for r in report.roles if r.person.strip()),
    )


def sentence_of(span: Span, sentences: Iterable[Span]) -> int:
    """The number of the sentence that a span shares most characters with, the first when equal; −1 when with none."""
    best, most = NOWHERE, 0
    for number, sentence in enumerate(sentences):
        shared = min(span.stop, sentence.stop) - max(span.start, sentence.start)
        if shared > most:
            best, most = number, shared
    return best


def sentences_of(span: Span, sentences: Iterable[Span]) -> tuple[int, ...]:
    """The numbers of all sentences that a span touches."""
    return tuple(number for number, sentence in enumerate(sentences) if span.overlaps(sentence))


def _event(event: Event, sentences: Sequence[Span]) -> CodedEvent:
    return CodedEvent(
        sentence=sentence_of(event.at.raw, sentences),
        also=(),
        type=event.type.value,
        mode=event.mode,
        actors=tuple(map(str, event.actors)),
        recipients=tuple(map(str, event.recipients)),
        modality=event.modality.value,
        reported_by=WIRE if event.reported_by is None else str(event.reported_by),
        trigger=event.trigger,
        rule=" ".join((event.rule, *event.why)),
    )


def _statement(statement: Statement, sentences: Sequence[Span]) -> CodedStatement:
    return CodedStatement(
        sentences=sentences_of(statement.at.raw, sentences),
        speaker=str(statement.speaker),
        kind=statement.kind.value,
        speaker_text=statement.speaker_text,
        cue=statement.cue,
        rule=statement.rule,
    )


def _role(role: Role, sentences: Sequence[Span]) -> CodedRole:
    return CodedRole(role.person, role.office, role.of, sentence_of(role.at.raw, sentences), role.rule)
