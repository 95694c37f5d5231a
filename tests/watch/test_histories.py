"""Histories are the same everywhere, and from text to sign the watch is in time (slow: many reports are read)."""

from __future__ import annotations

import pytest

from haberci.backtest import deeds_of_history, judged, watched_history
from haberci.watch.histories import dispatches, load_histories

HISTORIES = load_histories()


@pytest.mark.parametrize("name", HISTORIES)
def test_a_history_has_150_days_and_ends_with_its_crisis(name: str) -> None:
    history = HISTORIES[name]
    told = list(dispatches(history))
    assert (history.last - history.first).days + 1 == 150
    assert len({dispatch.id for dispatch in told}) == len(told)
    assert not [dispatch for dispatch in told if set("{}[]|¶") & set(dispatch.text)], "no slot is left open"
    assert told == list(dispatches(history))
    if history.violence:
        assert (history.last - history.violence).days <= 7


@pytest.mark.slow
@pytest.mark.parametrize("name", HISTORIES)
def test_a_sign_on_the_first_day_of_violence_and_one_false_one_at_most(name: str) -> None:
    history = HISTORIES[name]
    told = judged(history, watched_history(history, *deeds_of_history(history)))
    assert told.in_time or history.violence is None
    assert len(told.false) <= 1
