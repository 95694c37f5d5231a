"""The situation report of an area for a day, a week or a month: one page of HTML, to be read or printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from haberci.core.lexicon import data_file
from haberci.watch.charts import bars
from haberci.watch.measures import load_measures
from haberci.watch.records import iso
from haberci.watch.series import Key, Subject
from haberci.watch.signs import Quotation, Sign, few, subject_of
from haberci.watch.watching import Watched

PERIODS: Mapping[str, int] = {"day": 1, "week": 7, "month": 30}
_CHART_DAYS = 90
_MOST_ROWS = 24
_CLEARLY = 1.5  # standard deviations beyond which a subject goes up or down
_DISPERSION = 2.0  # variance over mean of a day: what is taken of a series before its own is known
_WAYS = ("up", "down", "level")


class Trend(NamedTuple):
    """How one subject goes in a period: ``up``, ``level`` or ``down``, by what was counted and what is usual."""

    key: Key
    way: str
    told: int
    usual: float
    rung: str


class Line(NamedTuple):
    """One subject: its arrow, the bold line, where it stands on the ladder, and its chart."""

    subject: str
    arrow: str
    way: str
    line: str
    rung: str
    chart: str


class Planned(NamedTuple):
    """A planned event ahead: the day, who with whom, and what."""

    day: str
    parties: str
    type: str


def situation_report(
    watched: Watched, period: str, planned: Sequence[Planned], quotations: Mapping[str, Sequence[Quotation]]
) -> str:
    """The page. ``quotations`` are the sentences behind each sign, by its id."""
    import jinja2  # here, so that the watch without a page does not wait for it

    days = PERIODS[period]
    begins = iso(watched.last - days + 1)
    signs = [sign for sign in watched.signs if sign.last_day >= begins]
    template = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        data_file("watch/situation.html.j2").read_text(encoding="utf-8")
    )
    return template.render(
        area=watched.area,
        period=period,
        begins=begins,
        ends=iso(watched.last),
        signs=signs,
        lines=[_line(watched, trend) for trend in trends(watched, days)],
        planned=planned,
        quotations=quotations,
        held_back=watched.held_back,
        silent=watched.days_silent,
    )


def trends(watched: Watched, days: int) -> list[Trend]:
    """The states and dyads that anything was told of in the last 90 days: those that go up, then those that go down."""
    keys = (Key(subject, watched.area.measures[0]) for subject in dict.fromkeys(k.subject for k in watched.series.keys))
    found = [_trend(watched, key, days) for key in keys if _is_told(watched, key)]
    return sorted(found, key=lambda trend: _WAYS.index(trend.way))[:_MOST_ROWS]


def _is_told(watched: Watched, key: Key) -> bool:
    if key not in watched.series.keys:
        return False
    return bool(watched.series.counts[watched.series.keys.index(key)][-_CHART_DAYS:].any())


def _trend(watched: Watched, key: Key, days: int) -> Trend:
    row = watched.series.keys.index(key)
    told, usual = int(watched.series.counts[row][-days:].sum()), float(watched.expected[row][-days:].sum())
    ladder = watched.ladders.get(key.subject)
    return Trend(key, _way(told, usual), told, usual, ladder.rung.name if ladder else "")


def _line(watched: Watched, trend: Trend) -> Line:
    row = watched.series.keys.index(trend.key)
    counts, expected = watched.series.counts[row], watched.expected[row]
    marked = _marked(watched.signs, trend.key.subject)
    first = watched.last - min(len(counts), _CHART_DAYS) + 1
    shown = (counts[-_CHART_DAYS:].tolist(), expected[-_CHART_DAYS:].tolist())
    chart = bars(*shown, first, str(trend.key), marked)
    says = f"{load_measures()[trend.key.measure].says}: {trend.told}, where {few(trend.usual)} are usual"
    arrow = {"up": "▲", "down": "▼", "level": "■"}[trend.way]
    return Line(str(trend.key.subject), arrow, trend.way, says, trend.rung, chart)


def _way(told: int, usual: float) -> str:
    spread = _CLEARLY * float(np.sqrt(_DISPERSION * usual + 0.25))
    return "up" if told > usual + spread else "down" if told < usual - spread else "level"


def _marked(signs: Sequence[Sign], subject: Subject) -> frozenset[int]:
    """The days on which a sign of the subject was on."""
    days: set[int] = set()
    for sign in signs:
        if subject_of(sign.subject) == subject:
            begin, end = date.fromisoformat(sign.first_day), date.fromisoformat(sign.last_day)
            days |= set(range(begin.toordinal(), end.toordinal() + 1))
    return frozenset(days)
