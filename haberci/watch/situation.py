"""The situation report of an area for a day, a week or a month: one page of HTML, to be read or printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from haberci.core.lexicon import data_file
from haberci.watch.charts import bars
from haberci.watch.measures import load_measures
from haberci.watch.series import Key, Subject
from haberci.watch.signs import Sign, subject_of
from haberci.watch.watching import Watched

PERIODS: Mapping[str, int] = {"day": 1, "week": 7, "month": 30}
_CHART_DAYS = 90
_MOST_ROWS = 24
_CLEARLY = 1.5  # standard deviations beyond which a subject goes up or down


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


class Quotation(NamedTuple):
    """A sentence behind a sign: the day, who says so, the source and the words."""

    day: str
    speaker: str
    source: str
    words: str


def situation_report(
    watched: Watched, period: str, planned: Sequence[Planned], quotations: Mapping[str, Sequence[Quotation]]
) -> str:
    """The page. ``quotations`` are the sentences behind each sign, by its id."""
    import jinja2  # here, so that the watch without a page does not wait for it

    days = PERIODS[period]
    begins = date.fromordinal(watched.last - days + 1).isoformat()
    signs = [sign for sign in watched.signs if sign.last_day >= begins]
    template = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        data_file("watch/situation.html.j2").read_text(encoding="utf-8")
    )
    return template.render(
        area=watched.area,
        period=period,
        begins=begins,
        ends=date.fromordinal(watched.last).isoformat(),
        signs=signs,
        lines=_lines(watched, days),
        planned=planned,
        quotations=quotations,
        held_back=watched.held_back,
    )


def _lines(watched: Watched, days: int) -> list[Line]:
    """The states and dyads that anything is told of, those that go up first."""
    found = []
    for subject in dict.fromkeys(key.subject for key in watched.series.keys):
        key = Key(subject, watched.area.measures[0])
        if key in watched.series.keys and (line := _line(watched, key, days)) is not None:
            found.append(line)
    return sorted(found, key=lambda line: "up level down".index(line.way))[:_MOST_ROWS]


def _line(watched: Watched, key: Key, days: int) -> Line | None:
    row = watched.series.keys.index(key)
    counts, expected = watched.series.counts[row], watched.expected[row]
    if not counts[-_CHART_DAYS:].any():
        return None
    told, usual = int(counts[-days:].sum()), float(expected[-days:].sum())
    way = _way(told, usual)
    ladder = watched.ladders.get(key.subject)
    marked = _marked(watched.signs, key.subject)
    first = watched.last - min(len(counts), _CHART_DAYS) + 1
    chart = bars(counts[-_CHART_DAYS:].tolist(), expected[-_CHART_DAYS:].tolist(), first, str(key), marked)
    says = f"{load_measures()[key.measure].says}: {told}, where {usual:.1f} are usual"
    arrow = {"up": "▲", "down": "▼", "level": "■"}[way]
    return Line(str(key.subject), arrow, way, says, ladder.rung.name if ladder else "", chart)


def _way(told: int, usual: float) -> str:
    spread = _CLEARLY * float(np.sqrt(2.0 * usual + 0.25))
    return "up" if told > usual + spread else "down" if told < usual - spread else "level"


def _marked(signs: Sequence[Sign], subject: Subject) -> frozenset[int]:
    """The days on which a sign of the subject was on."""
    days: set[int] = set()
    for sign in signs:
        if subject_of(sign.subject) == subject:
            begin, end = date.fromisoformat(sign.first_day), date.fromisoformat(sign.last_day)
            days |= set(range(begin.toordinal(), end.toordinal() + 1))
    return frozenset(days)
