"""What the witnesses of a deed tell together: its mode, place and numbers, and what they do not agree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from haberci.core.actors import UNKNOWN_PRINCIPAL
from haberci.core.facts import Where

Json = dict[str, Any]


class Told(NamedTuple):
    """One event of a deed as its witness tells it.

    ``report`` is the key as ``source/id``, ``given`` the report's day ('' when unknown),
    ``day`` the deed's where it is told,
    ``who`` the known doers' principals (none where all took part alike), ``by`` an actor's code, or ``wire`` for the
    report's own voice.
    """

    event: int
    claim: str
    report: str
    source: str
    given: str
    day: str | None
    mode: str | None
    modality: str
    who: tuple[str, ...]
    by: str
    quad: int
    intensity: float
    where: Where | None
    numbers: tuple[tuple[str, int | None, int | None, str], ...]  # harm, least, most, told by


def mode_of(told: Sequence[Told]) -> tuple[str | None, float]:
    """The mode that most tell, and its intensity; a mode goes before none."""
    count = Counter(t.mode for t in told if t.mode)
    mode = min(count, key=lambda m: (-count[m], m)) if count else None
    return mode, next(t.intensity for t in told if t.mode == mode)


def modality_of(told: Sequence[Told]) -> str:
    """``happened`` when any witness says so."""
    found = {t.modality for t in told}
    return "happened" if "happened" in found else min(found)


def place_of(told: Sequence[Told]) -> Where | None:
    """The place that most tell; of those the finest."""
    fine = {"spot": 0, "town": 1, "province": 2, "region": 3, "unknown": 4, "state": 5}
    places = [t.where for t in told if t.where is not None]
    count = Counter(place.name for place in places)
    order = sorted(places, key=lambda p: (p.precision == "state", -count[p.name], fine[p.precision], p.name, p.text))
    return order[0] if order else None


def tolls_of(told: Sequence[Told]) -> Json:
    """By harm: the least and the most over all witnesses (``most`` None: a witness tells no upper end)."""
    found: dict[str, list[_Number]] = {}
    for number in _numbers(told):
        found.setdefault(number.harm, []).append(number)
    return {
        harm: {
            "least": min((n.least for n in numbers if n.least is not None), default=0),
            "most": None if any(n.most is None for n in numbers) else max(n.most or 0 for n in numbers),
        }
        for harm, numbers in sorted(found.items())
    }


def conflicts_of(told: Sequence[Told]) -> list[Json]:
    """What the witnesses do not agree on, each with what is told, by whom and in which reports."""
    found = [*_of_numbers(told)]
    found += _of_values("day", [(t, t.day) for t in told])
    found += _of_values("place", [(t, _town(t.where)) for t in told])
    doers = {frozenset(t.who) for t in told if t.who}
    if any(one.isdisjoint(other) for one in doers for other in doers):
        found += _of_values("doer", [(t, ", ".join(t.who)) for t in told])
    if len({t.modality == "denied" for t in told}) == 2:
        found += _of_values("modality", [(t, t.modality) for t in told])
    return found


class _Number(NamedTuple):
    harm: str
    least: int | None
    most: int | None
    by: str
    told: Told


def _numbers(told: Iterable[Told]) -> list[_Number]:
    """The numbers that stand: of one source and speaker the latest, which takes the place of its earlier ones."""
    latest: dict[tuple[str, str, str], _Number] = {}
    for one in sorted(told, key=lambda t: (t.given, t.report, t.event)):
        for harm, least, most, by in one.numbers:
            latest[harm, one.source or one.report, "wire" if by == UNKNOWN_PRINCIPAL else by] = _Number(
                harm, least, most, by, one
            )
    return [latest[key] for key in sorted(latest)]


def _of_numbers(told: Sequence[Told]) -> list[Json]:
    numbers = _numbers(told)
    found = []
    for harm in sorted({n.harm for n in numbers}):
        of_harm = [n for n in numbers if n.harm == harm]
        low = max((n.least or 0) for n in of_harm)
        high = min((n.most for n in of_harm if n.most is not None), default=low)
        if low > high:
            found.append(_conflict(harm, [(n.told, _range(n.least, n.most), n.by) for n in of_harm]))
    return found


def _range(least: int | None, most: int | None) -> str:
    if least == most:
        return str(least)
    return f"{'' if least is None else least}-{'' if most is None else most}"


def _town(where: Where | None) -> str | None:
    return where.name if where is not None and where.precision in ("spot", "town") else None


def _of_values(what: str, told: list[tuple[Told, str | None]]) -> list[Json]:
    known = [(t, value, t.by) for t, value in told if value]
    return [_conflict(what, known)] if len({value for _, value, _ in known}) > 1 else []


def _conflict(what: str, told: list[tuple[Told, str, str]]) -> Json:
    values = sorted({(value, by) for _, value, by in told})
    return {
        "what": what,
        "told": [
            {"value": value, "by": by, "reports": sorted({t.report for t, v, b in told if (v, b) == (value, by)})}
            for value, by in values
        ],
    }
