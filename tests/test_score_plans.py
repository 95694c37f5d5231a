"""Pairs of a plan and a later report: their form, and how an answer is counted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from haberci.core.errors import InputError
from haberci.score.figures import Count
from haberci.score.plans import NOT_SAME, OUTCOMES, Dated, PlanPair, load_plans, plan_count

PAIRS = load_plans()


def test_half_of_the_later_reports_tell_of_another_plan() -> None:
    answers = Counter(pair.answer for pair in PAIRS)
    assert answers.keys() == {NOT_SAME, *OUTCOMES}
    assert answers[NOT_SAME] == sum(answers[outcome] for outcome in OUTCOMES) == 25
    assert len({pair.id for pair in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.id for pair in PAIRS])
def test_the_later_report_is_later(pair: PlanPair) -> None:
    assert date.fromisoformat(pair.plan.date) < date.fromisoformat(pair.later.date)
    assert pair.plan.text.strip() and pair.later.text.strip()


def test_an_outcome_of_the_wrong_plan_or_another_outcome_is_wrong() -> None:
    day = Dated("", "2024-01-01")
    pairs = [PlanPair(str(n), day, day, told) for n, told in enumerate(["done", "cancelled", NOT_SAME, NOT_SAME])]
    assert plan_count(pairs, lambda plan, later: "done") == Count(1, 3, 1)
    assert plan_count(pairs, lambda plan, later: NOT_SAME) == Count(0, 0, 2)


@pytest.mark.parametrize("text", ["[{}]", "no json", '[{"id": "a", "plan": 1}]'])
def test_what_holds_no_pairs_is_one_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"^bad\.json: no pairs"):
        load_plans(path)
