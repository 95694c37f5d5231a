"""Plans and the reports that tell what became of them: pairs of reports coded by hand, and the score of an answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from haberci.core.errors import InputError
from haberci.score.figures import Count
from haberci.score.gold import OWN_GOLD

PLANS = OWN_GOLD / "tr_plans.json"
NOT_SAME = "not_same"
OUTCOMES = ("done", "postponed", "cancelled")


class Dated(NamedTuple):
    """A report's text and day."""

    text: str
    date: str


class PlanPair(NamedTuple):
    """A report that tells a plan, a later one, and what the later one says of that plan."""

    id: str
    plan: Dated
    later: Dated
    answer: str


def load_plans(path: Path = PLANS) -> list[PlanPair]:
    """The pairs; raises InputError when the file holds none."""
    try:
        return [_pair(record) for record in json.loads(path.read_text(encoding="utf-8"))]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path.name}: no pairs of reports can be read: {error!r}") from error


def _pair(record: dict[str, dict[str, str]]) -> PlanPair:
    plan, later = (Dated(record[key]["text"], record[key]["date"]) for key in ("plan", "later"))
    return PlanPair(str(record["id"]), plan, later, str(record["answer"]))


def plan_count(pairs: Sequence[PlanPair], answer: Callable[[Dated, Dated], str]) -> Count:
    """Links right, wrong and missed: an outcome told of the wrong plan, or another outcome, is wrong."""
    told = [(pair.answer, answer(pair.plan, pair.later)) for pair in pairs]
    return Count(
        sum(gold == ours != NOT_SAME for gold, ours in told),
        sum(gold != ours != NOT_SAME for gold, ours in told),
        sum(ours != gold != NOT_SAME for gold, ours in told),
    )
