"""Commitments: the planned events of a store, each with the later report that tells what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from haberci.core.codebook import Modality
from haberci.core.morph import Case
from haberci.core.plan_words import Outcome
from haberci.core.report import MentionKind, Report
from haberci.languages.packs import PACKS
from haberci.read.outcomes import Told, awaited_until, outcome_told
from haberci.read.plans import Plan, mentions_of, plan_of
from haberci.read.tokens import tokens
from haberci.reading import shipped_context
from haberci.store.rows import EventRow, ReportKey, StoredReport
from haberci.store.store import Store

WHERE = (Case.LOC, Case.DAT)


class Status(StrEnum):
    """How a commitment stands on a day."""

    OPEN = "open"  # nothing is told of it yet; its time is not told, or to come
    DUE = "due"  # nothing is told of it yet, and its time has begun
    OVERDUE = "overdue"  # nothing is told of it, and its time is over
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


UNSETTLED = (Status.OPEN, Status.DUE, Status.OVERDUE)


@dataclass(frozen=True, slots=True)
class Later:
    """The report that tells what became of a plan: its key, its date as given, and the sentence."""

    key: ReportKey
    date: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """A planned event. ``since`` and ``until`` are the first and last day told for it, ``place`` as reported."""

    event: EventRow
    since: str | None
    until: str | None
    place: str | None
    status: Status
    later: Later | None = None


@dataclass(slots=True)
class _Awaited:
    """A plan while the later reports are gone through."""

    row: EventRow
    plan: Plan
    day: str
    until: str
    told: Told | None = None
    later: Later | None = None

    def is_awaited(self, stored: StoredReport, day: str) -> bool:
        """Whether a report of a day may still tell what became of it."""
        settled = self.told is not None and self.told.outcome is not Outcome.POSTPONED
        return not settled and self.day < day <= self.until and stored.key != self.row.key


def commitments(store: Store, rows: Iterable[EventRow], on: str | None = None) -> list[Commitment]:
    """The planned ones among events of a store, with what became of them as far as the store knows.

    ``on`` is the day on which they are looked at; the day of the newest report when not given.
    """
    planned = [row for row in rows if row.modality is Modality.PLANNED]
    plans = [found for row in planned if (found := _awaited(store, row)) is not None]
    first = min((found.day for found in plans if found.day), default=None)
    newest = first or ""
    for stored in store.reports(since=first) if first else ():
        newest = (stored.report.date or "")[:10]
        _look(stored, newest, plans)
    return [_commitment(found, on or newest) for found in plans]


def _awaited(store: Store, row: EventRow) -> _Awaited | None:
    stored = store.report(row.report, row.source or "")
    if stored is None or stored.report.lang not in PACKS or row.id not in stored.event_ids:
        return None
    report = with_words(stored.report)
    event = report.events[stored.event_ids.index(row.id)]
    plan = plan_of(report, event, shipped_context(report.lang or "").pack.plans)
    return _Awaited(row, plan, (report.date or "")[:10], awaited_until(plan) or "")


def with_words(report: Report) -> Report:
    """A report as the store gives it, with its words."""
    found = tokens(report, shipped_context(report.lang or ""))
    return replace(report, tokens=found.tokens, sentences=found.sentences)


def _look(stored: StoredReport, day: str, plans: Sequence[_Awaited]) -> None:
    """Ask of one report what it tells of the plans made before."""
    principals = {code.principal for mention in stored.report.mentions for code in mention.codes}
    names = stored.report.text
    near = [
        p
        for p in plans
        if p.is_awaited(stored, day)
        and any(d.name in names if d.name else d.principal in principals for d in p.plan.doers)
    ]
    if not near or stored.report.lang not in PACKS:
        return
    report = with_words(stored.report)
    words = shipped_context(report.lang or "").pack.plans
    for awaited in near:
        told = outcome_told(awaited.plan, report, words)
        if told is not None:
            span = report.sentences[told.sentence].at.span
            awaited.told = told
            awaited.later = Later(stored.key, report.date or "", report.text[span.start : span.stop])


def _commitment(found: _Awaited, on: str) -> Commitment:
    since, until = found.plan.window or (None, None)
    status = Status(found.told.outcome) if found.told else _unsettled(since, until, on)
    return Commitment(found.row, since, until, _place(found.plan), status, found.later)


def _unsettled(since: str | None, until: str | None, on: str) -> Status:
    if since is None or until is None or on < since:
        return Status.OPEN
    return Status.DUE if on <= until else Status.OVERDUE


def _place(plan: Plan) -> str | None:
    """The place told with the plan."""
    told: Iterator[str] = (
        mention.place or mention.text.partition("'")[0].partition("’")[0]
        for mention in mentions_of(plan.report, plan.sentence)
        if mention.kind is MentionKind.PLACE and mention.case in WHERE
    )
    return next(told, None)
