"""Alarms as episodes: one begins on the first day above the threshold and lasts until three quiet days in a row."""

from __future__ import annotations

import numpy as np

from haberci.watch.windows import DAYS_A_YEAR, Flags

QUIET_DAYS = 3


def beginnings(flags: Flags, quiet: int = QUIET_DAYS) -> Flags:
    """The days on which an alarm begins: above the threshold, and none of the ``quiet`` days before was."""
    before = np.zeros(flags.shape, dtype=np.bool_)
    for back in range(1, quiet + 1):
        before[:, back:] |= flags[:, : flags.shape[1] - back]
    return flags & ~before


def a_year(flags: Flags) -> float:
    """How many alarms begin a series-year."""
    return float(beginnings(flags).sum() / (flags.size / DAYS_A_YEAR))
