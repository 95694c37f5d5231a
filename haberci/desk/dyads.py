"""Dyads over columns: which deeds are between two states, told apart as the watch tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from haberci.store.column_growth import Mask, Numbers
from haberci.store.column_lines import any_of
from haberci.store.event_columns import PARTS, TYPES, EventColumns
from haberci.watch.series import ALONGSIDE

_MUTUAL = [n for n, kind in enumerate(TYPES) if kind not in ALONGSIDE]


@dataclass(frozen=True, slots=True)
class Sides:
    """On which side some principals, one a line, stand in some deeds, one a column.

    Where all are doers (a clash, talks) each is a target of the others, too, but not where they act side by side.
    """

    sources: Mask
    targets: Mask

    def counted(self, deeds: Mask) -> Numbers:
        """How many of some deeds are between each principal (a line) and each other (a column), whoever acts."""
        sources, targets, both = (
            one[:, deeds].astype(np.int32) for one in (self.sources, self.targets, self.sources & self.targets)
        )
        # One product counts all pairs; a deed in which both act and both are acted on stands in it twice.
        directed = sources @ targets.T
        return directed + directed.T - both @ both.T


def sides(columns: EventColumns, principals: Sequence[str], first: int, last: int) -> Sides:
    """The sides of principals in the deeds of the rows from ``first`` to before ``last``."""
    ends: Any = np.searchsorted(columns.party_row, [first, last])
    lines = slice(int(ends[0]), int(ends[1]))
    row, principal = columns.party_row[lines] - first, columns.party_principal[lines]
    acted_on = columns.party_part[lines] == PARTS.index("recipient")
    sources: Mask = np.zeros((len(principals), last - first), dtype=bool)
    targets = sources.copy()
    for n, name in enumerate(principals):
        own = principal == columns.words.number(name)
        sources[n, row[own & ~acted_on]] = True
        targets[n, row[own & acted_on]] = True
    mutual = any_of(columns.kind[first:last], _MUTUAL)
    mutual[row[acted_on]] = False
    return Sides(sources, targets | (sources & mutual))


def between(columns: EventColumns, one: str, other: str) -> Mask:
    """Which deeds are between two states, whichever acts."""
    found = sides(columns, (one, other), 0, len(columns))
    mask: Mask = (found.sources[0] & found.targets[1]) | (found.sources[1] & found.targets[0])
    return mask
