"""The facts of the development reports keep their form: one entry a clear event, with days, places and numbers."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from haberci.core.actors import ActorCode
from haberci.score.gold import shared_folder

FACTS: list[Any] = json.loads((Path(__file__).parent / "tr_dev_facts.json").read_text(encoding="utf-8"))
NUMBERS = ("dead", "wounded", "arrested", "displaced")
UNSURE = {"when", "where", *NUMBERS}


def test_days_and_places_can_be() -> None:
    for fact in FACTS:
        days = [date.fromisoformat(day) for day in fact["when"].values() if day]
        assert days == sorted(days)
        where = fact["where"]
        assert where is None or (all(where["names"]) and ActorCode.parse(where["state"]).principal == where["state"])
        assert set(fact["unsure"]) <= UNSURE


def test_numbers_are_told_by_someone() -> None:
    for fact in FACTS:
        told = [fact[name] for name in NUMBERS if fact[name] is not None]
        assert all(number > 0 for number in told)
        assert bool(told) == (fact["numbers_by"] is not None)
        assert fact["numbers_by"] in (None, "wire") or ActorCode.parse(fact["numbers_by"])


def test_many_facts_are_told() -> None:
    assert sum(any(fact["when"].values()) for fact in FACTS) >= 25
    assert sum(fact["where"] is not None for fact in FACTS) >= 45
    assert sum(fact["numbers_by"] is not None for fact in FACTS) >= 10


def test_each_clear_event_has_its_facts_once() -> None:
    shared = shared_folder()
    if shared is None:
        pytest.skip("no shared gold beside the checkout: what the facts belong to is not there")
    reports = json.loads((shared / "gold" / "tr_dev.json").read_text(encoding="utf-8"))
    clear = [
        (report["id"], number, event["s"], event["type"], event["actors"])
        for report in reports
        for number, event in enumerate(report["events"])
        if event["certainty"] == "clear"
    ]
    told = [(fact["report"], fact["event"], fact["s"], fact["type"], fact["actors"]) for fact in FACTS]
    assert sorted(told) == sorted(clear)
