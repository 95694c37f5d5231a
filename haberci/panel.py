"""``haberci panel``: deeds counted by state or dyad and by day, week or month, for statistics.

Every unit has a row for every period. Where no report of a period was read, its counts are empty, not zero: nothing is
known of it. Deeds of which no single day is known are in no row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Any

from haberci.core.codebook import EventType, Quad, load_codebook
from haberci.core.errors import InputError
from haberci.core.states import State, load_states
from haberci.panel_units import Period, Unit
from haberci.store.store import Store

QUADS = {
    Quad.VERBAL_COOPERATION: "verbal_cooperation",
    Quad.MATERIAL_COOPERATION: "material_cooperation",
    Quad.VERBAL_CONFLICT: "verbal_conflict",
    Quad.MATERIAL_CONFLICT: "material_conflict",
}
COUNTS = ("deeds", *QUADS.values(), "sources", "dead")


def panel_columns(unit: Unit) -> list[str]:
    """The columns of a panel: codes, the first day of the period, the reports read of it, the counts."""
    sides = ("state",) if unit is Unit.STATE else ("actor", "recipient")
    codes = [f"{side}{kind}" for side in sides for kind in ("", "_cow", "_gw")]
    return [*codes, "period", "reports", *COUNTS]


def _check_states(states: Sequence[str], unit: Unit) -> None:
    known = load_states()
    if unknown := [state for state in states if state not in known]:
        raise InputError(f"--state: no state {unknown[0]} in the register")
    if unit is Unit.DYAD and len(set(states)) == 1:
        raise InputError(f"--state: a pair of states has two, and only {states[0]} is named")


def panel(
    store: Store,
    unit: Unit,
    period: Period,
    since: str | None,
    until: str | None,
    types: Sequence[str] = (),
    states: Sequence[str] = (),
) -> Iterator[list[Any]]:
    """The rows of a panel, by unit and period.

    From ``since`` to ``until`` (ISO days, both inclusive; the first and last day of a report or deed when None). All
    ``states`` that have a deed, or those that are named. A dyad is directed; deeds that all did together count both
    ways. Raises InputError when a state that is named is not known, or when they are too few to make a pair.
    """
    _check_states(states, unit)
    return _rows(store, unit, period, since, until, types, states)


def _rows(
    store: Store,
    unit: Unit,
    period: Period,
    since: str | None,
    until: str | None,
    types: Sequence[str],
    states: Sequence[str],
) -> Iterator[list[Any]]:
    known = load_states()
    read = store.reports_a_day()
    counts = _counts(store, unit, period, types, since, until)
    units = sorted(counts) if not states else _named(unit, states)
    periods = list(_periods(period, since, until, [*read, *(day for one in counts.values() for day in one)]))
    covered: Counter[str] = Counter()
    for day, reports in read.items():
        covered[period_of(day, period)] += reports
    for codes in units:
        head = [cell for code in codes for cell in _codes(known.get(code), code)]
        for first in periods:
            cells = counts[codes][first] if codes in counts else Counter()
            told = [cells[name] for name in COUNTS] if covered[first] or cells else [None] * len(COUNTS)
            yield [*head, first, covered[first], *told]


def _named(unit: Unit, states: Sequence[str]) -> list[tuple[str, ...]]:
    if unit is Unit.STATE:
        return [(state,) for state in states]
    return [pair for pair in product(states, repeat=2) if pair[0] != pair[1]]


def _codes(state: State | None, code: str) -> list[Any]:
    return [code, state.cow, state.gw] if state else [code, None, None]


def _counts(
    store: Store, unit: Unit, period: Period, types: Sequence[str], since: str | None, until: str | None
) -> dict[tuple[str, ...], dict[str, Counter[str]]]:
    known, book = load_states(), load_codebook()
    found: defaultdict[tuple[str, ...], dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in store.daily_all(unit.value, since or "", until or "9999-12-31"):
        if any(code not in known for code in row.units) or (types and row.type not in types):
            continue
        cells = found[row.units][period_of(row.day, period)]
        quad = book.types[EventType(row.type)].quad
        cells.update({"deeds": row.deeds, QUADS[quad]: row.deeds, "sources": row.sources, "dead": row.dead})
    return dict(found)


def period_of(day: str, period: Period) -> str:
    """The first day of the period that a day is in."""
    if period is Period.DAY:
        return day
    if period is Period.MONTH:
        return f"{day[:7]}-01"
    at = date.fromisoformat(day)
    return (at - timedelta(days=at.weekday())).isoformat()


def _periods(period: Period, since: str | None, until: str | None, days: Iterable[str]) -> Iterator[str]:
    within = [day for day in days if (since or "") <= day <= (until or "9999-12-31")]
    first, last = since or min(within, default=None), until or max(within, default=None)
    if first is None or last is None:
        return
    at, end = date.fromisoformat(period_of(first, period)), date.fromisoformat(last)
    while at <= end:
        yield at.isoformat()
        at = date.fromisoformat(period_of((at + timedelta(days=_STEP[period])).isoformat(), period))


_STEP = {Period.DAY: 1, Period.WEEK: 7, Period.MONTH: 31}
