"""Charts of the watch's series: what was counted, what was usual, where the alarms are; each bar opens its deeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from haberci.core.codebook import Modality
from haberci.desk.asked import EventQuery
from haberci.watch.measures import load_measures
from haberci.watch.records import iso, ordinal
from haberci.watch.rules import load_rules
from haberci.watch.series import WITHIN, Key, Subject
from haberci.watch.signs import RULE, Sign, subject_of
from haberci.watch.watching import Watched
from haberci.watch.windows import WEEK

WIDTH, HEIGHT, FOOT = 360.0, 96.0, 16.0
_HEAD = 12.0
_LEAST_DAYS, _WEEKS_BEFORE = 90, 6
_MOST_BARS = 100  # of longer spans a bar is a week


class Bar(NamedTuple):
    """One day or week: where it stands, what was counted and usual, and the address of its deeds."""

    since: str
    until: str
    told: int
    usual: float
    alarm: bool
    silent: bool  # no report was read of these days
    x: float
    y: float
    width: float
    height: float
    address: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A measure of one subject over the days shown. ``line`` are the points of what was usual."""

    measure: str
    deaths: bool
    bars: tuple[Bar, ...]
    line: str
    top: float
    count: int
    usual: float
    address: str


def charts(watched: Watched, subject: Subject, days: int) -> Iterator[Chart]:
    """A chart for each measure of a subject that anything was counted in, over the last days."""
    for measure in watched.area.measures:
        key = Key(subject, measure)
        if key in watched.series.keys:
            row = watched.series.keys.index(key)
            if watched.series.counts[row, -days:].any():
                yield _chart(watched, key, row, days)


def chart_of_sign(watched: Watched, sign: Sign) -> Chart | None:
    """The series that a sign is told by (of a rule: the area's first measure), from some weeks before it until now.

    None when the days watched do not reach back to it.
    """
    measure = sign.head if sign.head in watched.area.measures else watched.area.measures[0]
    key, first = Key(subject_of(sign.subject), measure), ordinal(sign.first_day)
    if key not in watched.series.keys or not watched.first <= first <= watched.last:
        return None
    return chart_of(watched, key, max(_LEAST_DAYS, watched.last - first + _WEEKS_BEFORE * WEEK))


def chart_of(watched: Watched, key: Key, days: int) -> Chart:
    """The chart of one series over the last days."""
    return _chart(watched, key, watched.series.keys.index(key), days)


def subjects_told(watched: Watched, days: int) -> list[Subject]:
    """The area, and its states and dyads of which anything was counted over the last days, the most told first."""
    sums: dict[Subject, int] = {}
    for row, key in enumerate(watched.series.keys):
        sums[key.subject] = sums.get(key.subject, 0) + int(watched.series.counts[row, -days:].sum())
    told = [subject for subject, count in sums.items() if count or not subject.states]
    return sorted(told, key=lambda subject: (len(subject.states), -sums[subject], subject))


def _chart(watched: Watched, key: Key, row: int, days: int) -> Chart:
    first = max(0, watched.series.counts.shape[1] - days)
    counts, expected = watched.series.counts[row, first:], watched.expected[row, first:]
    size = WEEK if len(counts) > _MOST_BARS else 1
    ends = range(len(counts), 0, -size)
    spans = [(max(0, end - size), end) for end in ends][::-1]
    told = [(int(counts[a:b].sum()), float(expected[a:b].sum())) for a, b in spans]
    top = max(1.0, *(max(count, usual) for count, usual in told))
    alarms = _alarm_days(watched.signs, key)
    step, scale = WIDTH / len(spans), (HEIGHT - FOOT - _HEAD) / top
    bars = []
    for n, ((a, b), (count, usual)) in enumerate(zip(spans, told, strict=True)):
        since, until = (watched.series.first + first + at for at in (a, b - 1))
        height = count * scale
        bars.append(
            Bar(
                iso(since),
                iso(until),
                count,
                usual,
                any(day in alarms for day in range(since, until + 1)),
                not watched.series.exposure[row, first + a : first + b].any(),
                round(n * step, 2),
                round(HEIGHT - FOOT - height, 2),
                round(max(step - 1, 0.8), 2),
                round(height, 2),
                address(watched, key, iso(since), iso(until)) if count else "",
            )
        )
    line = " ".join(f"{(n + 0.5) * step:.1f},{HEIGHT - FOOT - usual * scale:.1f}" for n, (_, usual) in enumerate(told))
    whole = address(watched, key, bars[0].since, bars[-1].until)
    deaths = load_measures()[key.measure].deaths
    return Chart(key.measure, deaths, tuple(bars), line, top, int(counts.sum()), float(expected.sum()), whole)


def address(watched: Watched, key: Key, since: str, until: str) -> str:
    """Where the deeds of a series stand that took place from one day to another."""
    parts = [watched.area.sub_area(one.partition(WITHIN)[2]) for one in key.subject.states if WITHIN in one]
    is_dyad = len(key.subject.states) > 1 and not parts
    asked = EventQuery(
        types=tuple(sorted(kind.value for kind in load_measures()[key.measure].types)),
        modalities=(Modality.HAPPENED.value,),
        actors=() if is_dyad else tuple(state for state in key.subject.states if WITHIN not in state),
        dyads=(str(key.subject),) if is_dyad else (),
        states=tuple(part.state for part in parts),
        places=tuple(sorted(place for part in parts for place in part.places)),
        areas=() if key.subject.states else (watched.area.id,),
        since=date.fromisoformat(since),
        until=date.fromisoformat(until),
    )
    return f"/events{asked.address()}"


def _alarm_days(signs: tuple[Sign, ...], key: Key) -> frozenset[int]:
    """The days on which a sign of the subject (of the area: any sign) was on, by this measure or by a rule."""
    days: set[int] = set()
    for sign in signs:
        if _is_of(sign, key.measure) and (not key.subject.states or subject_of(sign.subject) == key.subject):
            begin, end = (ordinal(day) for day in (sign.first_day, sign.last_day))
            days |= set(range(begin, end + 1))
    return frozenset(days)


def _is_of(sign: Sign, measure: str) -> bool:
    """Whether a sign is told by a measure, or by a rule that looks at deeds which the measure counts."""
    ruled = [rule for rule in load_rules() if RULE + rule.id in sign.measures]
    return measure in sign.measures or any(rule.types & load_measures()[measure].types for rule in ruled)
