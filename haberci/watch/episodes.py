"""Alarms as episodes: one begins on the first day above the threshold and lasts until three quiet days in a row."""

from __future__ import annotations

import numpy as np

from haberci.watch.windows import Flags

QUIET_DAYS = 3


def beginnings(flags: Flags, quiet: int = QUIET_DAYS) -> Flags:
    """The days on which an alarm begins: above the threshold, and none of the ``quiet`` days before was."""
    before = np.zeros(flags.shape, dtype=np.bool_)
    for back in range(1, quiet + 1):
        before[:, back:] |= flags[:, : flags.shape[1] - back]
    return flags & ~before


def spans(flags: Flags, quiet: int = QUIET_DAYS) -> list[tuple[int, int, int]]:
    """The alarms as (series, first day, last day above the threshold)."""
    found = []
    for series, first in np.argwhere(beginnings(flags, quiet)).tolist():
        last, day = first, first + 1
        while day < flags.shape[1] and day - last <= quiet:
            last = day if flags[series, day] else last
            day += 1
        found.append((series, first, last))
    return found
