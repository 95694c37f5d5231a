"""Commitments: the planned events of a store, each with the later report that tells what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from haberci.core.codebook import Modality
from haberci.core.morph import Case
from haberci.core.plan_words import Outcome
from haberci.core.report import MentionKind, Report
from haberci.languages.packs import PACKS
from haberci.read.plans.outcomes import awaited_until, outcome_told
from haberci.read.plans.told import Plan, mentions_of, plan_of
from haberci.read.tokens import tokens
from haberci.reading import shipped_context
from haberci.store.rows import EventRow, ReportKey, StoredReport
from haberci.store.store import Store

WHERE = (Case.LOC, Case.DAT)
DAY = 10  # letters of an ISO day


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
    """A planned event. ``since`` and ``until`` are the first and last day told for it, ``place`` as reported.

    ``day`` is that of the report that tells it, empty when it has none.
    """

    event: EventRow
    day: str
    since: str | None
    until: str | None
    place: str | None
    status: Status
    later: Later | None = None


class _Heard(NamedTuple):
    """What one later report says of a plan. By its order (date as given, source, id) reports are gone through."""

    order: tuple[str, str, str]
    outcome: Outcome
    later: Later

    @property
    def settles(self) -> bool:
        """Whether nothing more is to be asked of later reports."""
        return self.outcome is not Outcome.POSTPONED


@dataclass(slots=True)
class _Awaited:
    """A plan, and what later reports say of it."""

    row: EventRow
    plan: Plan
    day: str
    until: str
    heard: dict[ReportKey, _Heard] = field(default_factory=dict)

    def stands(self) -> _Heard | None:
        """What stands: the first that settles the plan, else the last of all."""
        found = sorted(self.heard.values())
        return next((one for one in found if one.settles), found[-1] if found else None)

    def is_awaited(self, stored: StoredReport, day: str) -> bool:
        """Whether a report of a day may still tell what became of it."""
        if not self.day < day <= self.until or stored.key == self.row.key:
            return False
        settled = self.stands()
        return settled is None or not settled.settles or _order(stored) < settled.order


class Following:
    """Plans with what became of them, brought up to date as reports come in. Reports that were withdrawn tell nothing.

    What one report says of one plan hangs on these two alone; so whatever the order in which they came, the same plans
    and reports give the same commitments.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], _Awaited | None] = {}  # None: a plan that is not followed
        self._withdrawn: frozenset[ReportKey] = frozenset()

    def lacks(self, row: EventRow) -> bool:
        """Whether a planned event is not followed yet."""
        return (row.id, row.run) not in self._known

    def update(self, store: Store, rows: Iterable[EventRow], changed: Iterable[ReportKey] = ()) -> None:
        """Follow these planned events and no others. ``changed`` are the reports that came or changed since the last
        time."""
        withdrawn = store.withdrawn()
        wanted = {(row.id, row.run): row for row in rows if row.key not in withdrawn}
        self._known = {key: held for key, held in self._known.items() if key in wanted}
        reports = set(changed) | (withdrawn ^ self._withdrawn)
        self._withdrawn = withdrawn
        again = [held for held in self._awaited() if not reports.isdisjoint(held.heard)]
        for one in again:
            one.heard.clear()
        self._hear(store, again + [held for key, row in wanted.items() if (held := self._begin(store, key, row))])
        for key in sorted(reports - withdrawn, key=str):
            stored = store.report(key.id, key.source or "")
            if stored is not None:
                _listen(stored, self._awaited())

    def commitments(self, on: str) -> list[Commitment]:
        """How all plans stand on a day."""
        return [_commitment(held, on) for held in self._awaited()]

    def _awaited(self) -> list[_Awaited]:
        return [held for held in self._known.values() if held is not None]

    def _begin(self, store: Store, key: tuple[str, int], row: EventRow) -> _Awaited | None:
        """A plan that was not followed before; None for one that was, or can't be."""
        if key in self._known:
            return None
        self._known[key] = _awaited(store, row)
        return self._known[key]

    def _hear(self, store: Store, plans: Sequence[_Awaited]) -> None:
        """Go through all reports for some plans."""
        days = [held.day for held in plans if held.day]
        if days:
            for stored in store.reports(since=min(days), until=max(held.until for held in plans)):
                if stored.key not in self._withdrawn:
                    _listen(stored, plans)


def commitments(store: Store, rows: Iterable[EventRow], on: str | None = None) -> list[Commitment]:
    """The planned ones among events of a store, with what became of them as far as the store knows.

    ``on`` is the day on which they are looked at; the day of the newest report when not given.
    """
    following = Following()
    following.update(store, [row for row in rows if row.modality is Modality.PLANNED])
    return following.commitments(on or store.newest_day() or "")


def _awaited(store: Store, row: EventRow) -> _Awaited | None:
    stored = store.report(row.report, row.source or "")
    if stored is None or stored.report.lang not in PACKS or row.id not in stored.event_ids:
        return None
    report = with_words(stored.report)
    event = report.events[stored.event_ids.index(row.id)]
    plan = plan_of(report, event, shipped_context(report.lang or "").pack.plans)
    return _Awaited(row, plan, (report.date or "")[:DAY], awaited_until(plan) or "")


def with_words(report: Report) -> Report:
    """A report as the store gives it, with its words."""
    found = tokens(report, shipped_context(report.lang or ""))
    return replace(report, tokens=found.tokens, sentences=found.sentences)


def _order(stored: StoredReport) -> tuple[str, str, str]:
    return stored.report.date or "", stored.key.source or "", stored.key.id


def _listen(stored: StoredReport, plans: Iterable[_Awaited]) -> None:
    """Keep what one report tells of the plans made before."""
    report, day = stored.report, (stored.report.date or "")[:DAY]
    awaited = [held for held in plans if held.is_awaited(stored, day)]
    if not awaited or report.lang not in PACKS:
        return
    principals = {code.principal for mention in report.mentions for code in mention.codes}
    near = [held for held in awaited if _names_a_doer(report.text, principals, held.plan)]
    if not near:
        return
    report = with_words(report)
    words = shipped_context(report.lang or "").pack.plans
    for held in near:
        told = outcome_told(held.plan, report, words)
        if told is not None:
            span = report.sentences[told.sentence].at.span
            later = Later(stored.key, report.date or "", report.text[span.start : span.stop])
            held.heard[stored.key] = _Heard(_order(stored), told.outcome, later)


def _names_a_doer(text: str, principals: Set[str], plan: Plan) -> bool:
    return any(doer.name in text if doer.name else doer.principal in principals for doer in plan.doers)


def _commitment(held: _Awaited, on: str) -> Commitment:
    since, until = held.plan.window or (None, None)
    heard = held.stands()
    status = Status(heard.outcome) if heard else _unsettled(since, until, on)
    return Commitment(held.row, held.day, since, until, _place(held.plan), status, heard.later if heard else None)


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
