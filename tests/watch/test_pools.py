"""Rates are believed as far as the alarms that there were bear them out."""

from __future__ import annotations

import numpy as np
import pytest

from haberci.watch.detection import WARM_UP
from haberci.watch.expectation import GUARD
from haberci.watch.pools import tail_index
from haberci.watch.windows import WEEK, Array

QUIET = 300.0
SERIES, DAYS = 200, 900
BEHIND = GUARD + WEEK


def rates(power: float) -> Array:
    """A year and more in which each series has about two alarms, whose depth falls off by a power."""
    rng = np.random.default_rng(11)
    found = np.full((SERIES, DAYS), QUIET)
    for series in range(SERIES):
        for day in range(WARM_UP + int(rng.integers(90)), DAYS, 150):
            found[series, day] = rng.random() ** (1.0 / power)
    return found


@pytest.mark.parametrize("power", [0.5, 0.8, 1.0])
def test_the_index_is_the_power_that_alarms_fall_off_by(power: float) -> None:
    assert tail_index(rates(power))[-1] == pytest.approx(power, rel=0.1)


def test_rates_are_never_made_rarer() -> None:
    assert tail_index(rates(2.0)).max() == 1.0


def test_nothing_is_doubted_before_there_are_alarms() -> None:
    assert (tail_index(np.full((5, 20), QUIET)) == 1.0).all(), "less days than a guard and a week"
    assert (tail_index(rates(0.5))[: WARM_UP + BEHIND] == 1.0).all()


def test_a_day_knows_only_what_was_over_before_its_guard() -> None:
    now, other = rates(0.7), rates(0.7)
    other[:, DAYS - 1 - GUARD :] = 1e-6
    assert (tail_index(now) == tail_index(other)).all()


def test_a_crisis_weighs_no_more_than_an_alarm_at_the_limit() -> None:
    mild, grave = rates(1.0), rates(1.0)
    mild[:10, 500], grave[:10, 500] = 0.0099, 1e-12
    assert (tail_index(mild) == tail_index(grave)).all()
