"""Actors over the columns of deeds: how much each did, to whom, and whether it was cooperation or conflict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

import numpy as np

from haberci.core.actors import UNKNOWN_PRINCIPAL
from haberci.core.codebook import Modality
from haberci.store.column_growth import Numbers, first_of_each
from haberci.store.event_columns import MODALITIES, EventColumns

_COOPERATION = 2  # quad classes up to this one
_HAPPENED = MODALITIES.index(Modality.HAPPENED)


@dataclass(frozen=True, slots=True)
class ActorLine:
    """One principal: in how many deeds it has a part, as actor and as recipient, by kind, and the last day of one."""

    code: str
    deeds: int
    as_actor: int
    as_recipient: int
    cooperation: int
    conflict: int
    last: str | None
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Whom a principal dealt with: deeds in which both have a part."""

    code: str
    deeds: int
    cooperation: int
    conflict: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Knot:
    """A counterpart in the drawing of the network: where it stands, how wide its line is, and of what kind mostly."""

    counterpart: Counterpart
    x: float
    y: float
    label_x: float
    label_y: float
    width: float
    anchor: str
    is_conflict: bool


def actor_lines(columns: EventColumns, statements: Mapping[str, int]) -> list[ActorLine]:
    """All principals that have a part in a deed or make a statement, the most active first."""
    width = len(columns.words.list)
    rows, principals = columns.pairs
    total, cooperation, last = _told(columns, rows, principals)
    sides = [np.bincount(_once(columns, part), minlength=width) for part in (0, 1)]
    found = [
        ActorLine(
            columns.words.list[n],
            int(total[n]),
            int(sides[0][n]),
            int(sides[1][n]),
            int(cooperation[n]),
            int(total[n] - cooperation[n]),
            _iso(int(last[n])),
            statements.get(columns.words.list[n], 0),
        )
        for n in np.flatnonzero(total)
    ]
    held = {line.code for line in found}
    found += [ActorLine(code, 0, 0, 0, 0, 0, None, count) for code, count in statements.items() if code not in held]
    return sorted(found, key=lambda line: (line.code == UNKNOWN_PRINCIPAL, -line.deeds, -line.statements, line.code))


def _told(columns: EventColumns, rows: Numbers, principals: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Of each principal how many of some rows it has, how many of them of cooperation, and the last day of one that
    happened; the rows stand in order."""
    width = len(columns.words.list)
    is_cooperation = columns.quad[rows] <= _COOPERATION
    last: Numbers = np.full(width, -1, dtype=np.int64)
    happened = columns.modality[rows] == _HAPPENED
    last[principals[happened]] = columns.day[rows[happened]]  # rows stand by day, and of several the last is assigned
    return (
        np.bincount(principals, minlength=width),
        np.bincount(principals[is_cooperation], minlength=width),
        last,
    )


def _once(columns: EventColumns, part: int) -> Numbers:
    """The principals that have a part, each once a row."""
    own = columns.party_part == part
    rows, principals = columns.party_row[own], columns.party_principal[own]
    return principals[first_of_each(rows, principals)]


def counterparts(columns: EventColumns, code: str) -> list[Counterpart]:
    """Whom a principal had to do with in deeds, most first; itself and the unknown left out."""
    rows, principals = columns.pairs
    own = columns.words.number(code)
    with_it = np.zeros(len(columns), dtype=bool)
    with_it[rows[principals == own]] = True
    shared = with_it[rows]
    total, cooperation, last = _told(columns, rows[shared], principals[shared])
    others = set(np.flatnonzero(total).tolist()) - {own, columns.words.number(UNKNOWN_PRINCIPAL)}
    found = [
        Counterpart(
            columns.words.list[n],
            int(total[n]),
            int(cooperation[n]),
            int(total[n] - cooperation[n]),
            _iso(int(last[n])),
        )
        for n in others
    ]
    return sorted(found, key=lambda other: (-other.deeds, other.code))


def _iso(day: int) -> str | None:
    return date.fromordinal(day).isoformat() if day > 0 else None


RADIUS, LABEL_AT, WIDEST = 108.0, 124.0, 9.0
_UPRIGHT = 0.25  # of the cosine: beside this the label stands above or below its knot


def network(others: list[Counterpart], shown: int = 14) -> list[Knot]:
    """The most frequent counterparts on a circle, the most frequent at the top, then clockwise."""
    chosen = others[:shown]
    most = max((other.deeds for other in chosen), default=1)
    knots = []
    for n, other in enumerate(chosen):
        angle = 2 * pi * n / len(chosen) - pi / 2
        x, y = cos(angle), sin(angle)
        anchor = "middle" if abs(x) < _UPRIGHT else "start" if x > 0 else "end"
        width = 1 + (WIDEST - 1) * other.deeds / most
        knot = (round(RADIUS * x, 1), round(RADIUS * y, 1))
        label = (round(LABEL_AT * x, 1), round(LABEL_AT * y + 4, 1))
        knots.append(Knot(other, *knot, *label, round(width, 1), anchor, other.conflict > other.cooperation))
    return knots
