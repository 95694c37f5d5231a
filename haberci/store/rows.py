"""What the store takes and gives: versions, counts, stored reports, rows of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Modality, Quad
from haberci.core.facts import EventContext, Toll, Where
from haberci.core.report import Part, Report, Time
from haberci.core.span import Evidence


@dataclass(frozen=True, slots=True)
class RunVersion:
    """What made a set of claims: hashes or names of the code, the rules, the data files and the actor register."""

    code: str
    rules: str
    data: str
    register: str


@dataclass(frozen=True, slots=True)
class WriteCount:
    """What a write did: reports never seen before, reports whose claims were superseded, reports left as they were."""

    new: int = 0
    superseded: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        """All reports that were handed in and stored."""
        return self.new + self.superseded + self.unchanged


@dataclass(frozen=True, slots=True)
class Run:
    """One writing of claims. ``recorded_at`` is UTC, ISO 8601."""

    number: int
    recorded_at: str
    version: RunVersion


class ReportKey(NamedTuple):
    """The key of a report; ``source`` is None when none was given."""

    source: str | None
    id: str

    def __str__(self) -> str:
        return self.id if self.source is None else f"{self.source}/{self.id}"


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report as it stands in the store, with all its claims (tokens are not kept).

    ``revision`` counts, from 1, what the source gave under the key; ``runs`` are all runs that made claims on the
    report, the one shown is ``run``. ``event_ids``, ``statement_ids`` and ``role_ids`` go along with the report's
    events, statements and roles. ``twins`` are other reports whose current text is equal.
    """

    report: Report
    revision: int
    run: Run
    runs: tuple[int, ...]
    event_ids: tuple[str, ...]
    statement_ids: tuple[str, ...]
    role_ids: tuple[str, ...]
    twins: tuple[ReportKey, ...]

    @property
    def key(self) -> ReportKey:
        """Source and id."""
        return ReportKey(self.report.source, self.report.id)


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role with its report: ``date`` is the first day of the report's, ``words`` are those of the repaired text
    that tell it, ``before`` the word in front of them. The other fields are those of ``core.report.Role``.
    """

    id: str
    report: str
    source: str | None
    date: str | None
    person: str
    office: str
    of: str
    words: str
    before: str
    rule: str

    @property
    def key(self) -> ReportKey:
        """The report's source and id."""
        return ReportKey(self.source, self.report)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with its report. Offsets ``start`` to ``text_stop`` are those of the evidence sentence, ``sentence``.

    ``report`` is the report's id, ``date`` the deed's day when told, else the first day of the report's date.
    ``run`` is the number of the run that made the claim. The other fields are those of ``core.report.Event``.
    """

    id: str
    report: str
    source: str | None
    date: str | None
    type: EventType
    mode: str | None
    quad: Quad
    intensity: float
    modality: Modality
    actors: tuple[ActorCode, ...]
    recipients: tuple[ActorCode, ...]
    reported_by: ActorCode | None
    trigger: str
    trigger_at: Evidence
    start: int
    stop: int
    text_start: int
    text_stop: int
    sentence: str
    rule: str
    why: tuple[str, ...]
    also: tuple[Evidence, ...]
    parts: tuple[Part, ...]
    when: Time | None
    where: Where | None
    numbers: tuple[Toll, ...]
    contexts: tuple[EventContext, ...]
    run: int

    @property
    def at(self) -> Evidence:
        """The evidence sentence in both texts."""
        return Evidence(self.start, self.stop, self.text_start, self.text_stop)

    @property
    def key(self) -> ReportKey:
        """The report's source and id."""
        return ReportKey(self.source, self.report)
