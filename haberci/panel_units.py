"""What a panel counts by, and over how long a time."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """What is counted by."""

    STATE = "state"
    DYAD = "dyad"


class Period(StrEnum):
    """How long a row's time is; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
