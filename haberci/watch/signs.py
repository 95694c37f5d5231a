"""Signs: that something changed, told so that a person can judge it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from haberci.core.codebook import EventType
from haberci.watch.areas import Area
from haberci.watch.detection import Alarm
from haberci.watch.episodes import QUIET_DAYS
from haberci.watch.ladder import Rung, rung_of
from haberci.watch.measures import load_measures
from haberci.watch.records import Deed, iso
from haberci.watch.rules import load_rules
from haberci.watch.series import Key, Subject, subjects_of
from haberci.watch.windows import WEEK

RULE = "rule:"
_CALMING = frozenset({EventType.CONCEDE, EventType.RETREAT, EventType.AGREE, EventType.CONSULT, EventType.SUPPORT})
_MOST_EVIDENCE = 40
# How sure a sign is told to be is the project's own scale, no measured one: "high" takes both of these.
_SURE_A_YEAR = 0.05
_SURE_WITNESSES = 4


class Quotation(NamedTuple):
    """A sentence behind a sign: the day, who says so, the source and the words."""

    day: str
    speaker: str
    source: str
    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign as it stands at the end of a day.

    ``observed`` and ``expected`` count the deeds of the head's measure (of a rule: of the area's first) over the week
    up to the sign's peak, or the deeds that bear it where no series counts any. ``per_year`` is how many such alarms a
    year a quiet series has. ``evidence`` are ids of deeds (of their events where the store knows none), ``contrary``
    those that calm it down (of a sign of calming down: those of a dispute). ``sure`` is how sure it is, in words.
    ``head`` is the measure, or ``rule:`` and the rule, that the sign is told by; ``deeds`` are how many bear it, and
    ``witnesses`` how often they are told (empty and 0 in signs that an earlier version kept).
    """

    id: str
    area: str
    subject: str
    measures: tuple[str, ...]
    first_day: str
    last_day: str
    level: str | None
    action: str | None
    observed: int
    expected: float
    per_year: float
    reason: str
    ends: str
    sure: str
    rung: str
    evidence: tuple[str, ...]
    contrary: tuple[str, ...]
    also: tuple[str, ...]
    head: str = ""
    deeds: int = 0
    witnesses: int = 0

    def record(self) -> dict[str, Any]:
        """The sign as a JSON object."""
        return asdict(self)

    @classmethod
    def of_record(cls, record: dict[str, Any]) -> Sign:
        """The sign of a JSON object."""
        lists = {name: tuple(record[name]) for name in ("measures", "evidence", "contrary", "also")}
        return cls(**{**record, **lists})

    @property
    def body(self) -> str:
        """The sign as one line of JSON, the same for the same sign."""
        return json.dumps(self.record(), ensure_ascii=False, sort_keys=True)


def sign_id(area: str, subject: str, first_day: str) -> str:
    """The id of a sign: the same whenever the same sign is found."""
    return hashlib.sha256(f"{area}\n{subject}\n{first_day}".encode()).hexdigest()[:12]


def graveness(head: str) -> Rung:
    """The rung of the ladder that a rule speaks of, or that all that a measure counts stands on; CALM where they differ
    or nothing is told."""
    rules = {RULE + rule.id: rule.types for rule in load_rules()}
    if head in rules:
        return max(map(rung_of, rules[head]))
    measure = load_measures().get(head)
    return min(map(rung_of, measure.types)) if measure else Rung.CALM


def head_of(alarm: Alarm) -> Key:
    """What a sign is told by: of the rules in it that are of its subject the gravest, the newest of several; else the
    rarest of its series."""
    ruled = [key for key in alarm.joined if key.subject == alarm.head.subject and key.measure.startswith(RULE)]
    newest_last = sorted(ruled, key=lambda key: (graveness(key.measure), alarm.joined[key], key.measure))
    return newest_last[-1] if newest_last else alarm.head


def sign_of(area: Area, alarm: Alarm, deeds: list[Deed], counted: tuple[int, float], rung: Rung | None) -> Sign:
    """Tell an alarm as a sign. ``deeds`` are all of the area, ``counted`` what was observed and expected."""
    head = head_of(alarm)
    subject, first, last = head.subject, iso(alarm.first), iso(alarm.last)
    level = area.level_of(alarm.per_year)
    week = [d for d in deeds if alarm.first - WEEK < d.day <= alarm.last and subject in subjects_of(d)]
    contrary = [d for d in week if d.happened and _speaks_against(head, d)]
    evidence = [d for d in week if _bears(alarm, d) and not _speaks_against(head, d)]
    return Sign(
        id=sign_id(area.id, str(subject), first),
        area=area.id,
        subject=str(subject),
        measures=tuple(sorted({key.measure for key in alarm.joined})),
        first_day=first,
        last_day=last,
        level=level.name if level else None,
        action=level.action if level else None,
        observed=counted[0] or len(evidence),
        expected=round(counted[1], 2),
        per_year=float(f"{alarm.per_year:.3g}"),
        reason=_reason(head, counted, alarm.per_year),
        ends=f"{QUIET_DAYS} days in a row with no more than is usual of {_counted(head)}",
        sure=_sure(alarm, evidence),
        rung="" if rung is None else rung.name,
        evidence=_ids(evidence),
        contrary=_ids(contrary),
        also=tuple(sorted({str(key) for key in alarm.joined} - {str(head)})),
        head=head.measure,
        deeds=len(evidence),
        witnesses=sum(deed.witnesses for deed in evidence),
    )


def _ids(deeds: list[Deed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for deed in deeds for name in deed.ids[:1]))[-_MOST_EVIDENCE:]


def _speaks_against(head: Key, deed: Deed) -> bool:
    """Whether a deed calms what a sign of dispute tells of, or is a dispute's where a sign tells of calming down."""
    measure = load_measures().get(head.measure)
    if measure and measure.types & _CALMING:
        return rung_of(deed.type) > Rung.CALM
    return deed.type in _CALMING


def _bears(alarm: Alarm, deed: Deed) -> bool:
    """Whether a deed is counted by one of the measures, or looked at by one of the rules, that make the sign."""
    rules = {rule.id: rule for rule in load_rules()}
    for key in alarm.joined:
        if key.measure.startswith(RULE):
            if rules[key.measure.removeprefix(RULE)].holds_of(deed):
                return True
        elif load_measures()[key.measure].of(deed):
            return True
    return False


def _counted(head: Key) -> str:
    if head.measure.startswith(RULE):
        return "such deeds"
    return load_measures()[head.measure].says


def _reason(head: Key, counted: tuple[int, float], per_year: float) -> str:
    """The one bold line."""
    if head.measure.startswith(RULE):
        rule = next(rule for rule in load_rules() if rule.id == head.measure.removeprefix(RULE))
        return f"{head.subject}: {rule.says}"
    return (
        f"{head.subject}: {_counted(head)}: {counted[0]} in a week where {few(counted[1])} are usual; "
        f"when all is quiet that happens {often(per_year)}"
    )


def few(mean: float) -> str:
    """How many are usual, in words: ``0.4``, ``less than 0.1``."""
    return f"{mean:.1f}" if mean >= 0.05 else "less than 0.1"


def often(per_year: float) -> str:
    """A rate in words: ``once in 14 years``."""
    years = years_to(per_year)
    if years > 1000:
        return "less than once in 1,000 years"
    if years >= 1.5:
        return f"once in {years:.0f} years"
    return f"{per_year:.1f} times a year"


def years_to(per_year: float) -> float:
    """Years from one alarm to the next; from a hundred on one digit, for there a rate is drawn on beyond its table."""
    years = 1.0 / per_year
    return years if years < 100 else float(f"{years:.1g}")


def _sure(alarm: Alarm, evidence: list[Deed]) -> str:
    """How sure: by the number of independent reports, and by how rare it is."""
    witnesses = sum(deed.witnesses for deed in evidence)
    if witnesses <= 1:
        return "low: a single report tells it"
    sure = "high" if alarm.per_year <= _SURE_A_YEAR and witnesses >= _SURE_WITNESSES else "medium"
    return f"{sure}: {len(evidence)} {'deed' if len(evidence) == 1 else 'deeds'}, told {witnesses} times"


def subject_of(text: str) -> Subject:
    """The subject of its text."""
    return Subject() if text == "area" else Subject(tuple(text.split("–")))


def subject_asked(text: str) -> Subject:
    """The subject that a person names: a dyad may be tied by a hyphen, and either side of it may come first."""
    return Subject(tuple(sorted(subject_of(text.replace("-", "–")).states)))
