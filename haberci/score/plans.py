"""Plans and the reports that tell what became of them: pairs of reports coded by hand, and the score of an answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from haberci.core.errors import InputError
from haberci.core.plan_words import Outcome
from haberci.read.plans.outcomes import outcome
from haberci.read.plans.told import plans_told
from haberci.reading import read, shipped_context
from haberci.score.figures import Count
from haberci.score.gold import OWN_GOLD

PLANS = OWN_GOLD / "tr_plans.json"
TABLE = "tr_plans"  # of the floors
LANGUAGE = "tr"
NOT_SAME = Outcome.NOT_SAME.value
OUTCOMES = tuple(each.value for each in Outcome if each is not Outcome.NOT_SAME)
LINKS, CODED_LINKS = "links.f1", "coded links.f1"
LABELS = {LINKS: "plan and later report F1, 50 pairs", CODED_LINKS: "  of plans coded as events alone"}


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


def told_outcome(plan: Dated, later: Dated, coded_only: bool = False) -> str:
    """What the later report says of the first plan of the other that it tells of; ``coded_only`` takes events alone."""
    words = shipped_context(LANGUAGE).pack.plans
    made, told = (read(each.text, lang=LANGUAGE, date=each.date) for each in (plan, later))
    found = (outcome(p, told, words) for p in plans_told(made, words) if p.event is not None or not coded_only)
    return next((each.value for each in found if each is not Outcome.NOT_SAME), NOT_SAME)


def plan_figures(path: Path = PLANS) -> dict[str, float]:
    """F1 of the links: of all plans that the reports tell, and of those that are coded as events."""
    pairs = load_plans(path)
    return {
        LINKS: plan_count(pairs, told_outcome).f1,
        CODED_LINKS: plan_count(pairs, lambda plan, later: told_outcome(plan, later, coded_only=True)).f1,
    }


def plan_lines(figures: Mapping[str, float]) -> Iterator[str]:
    """The figures as lines of the score."""
    for name, label in LABELS.items():
        yield f"{label:35}{figures[name]:5.3f}"
