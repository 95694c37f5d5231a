"""The methods side by side: each makes of counts, for each series and day, how rare such a day is when all is quiet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from haberci.watch.expectation import BASELINE, GUARD, Expectation, expectation
from haberci.watch.likelihood import drift_score, surge_score
from haberci.watch.rates import per_year
from haberci.watch.tail import tail_score
from haberci.watch.windows import DAYS_A_YEAR, Array

Score = Callable[[NDArray[Any], Expectation], Array]
SCORES: Mapping[str, Score] = MappingProxyType({"surge": surge_score, "tail": tail_score, "drift": drift_score})
# What share of the false alarms each method may make when they watch together: the surge finds crises of some days,
# the tail sums that stand out, the drift what grows over weeks. Where counts come in clusters the surge, which adds up
# days, tells less and the tail gets more.
DRIFT_SHARE = 0.02
TAIL_SHARES = (0.04, 0.68)  # the least and the most
_CLUSTERED = 1.25  # what series that are not clustered may seem to be
DRIFT_BASELINE, DRIFT_GUARD = 182, 28  # a slow rise must not raise its own measure
MARGIN = 1.02  # rates are learned from simulation, and may be so far too low


def expectations(counts: NDArray[Any], exposure: NDArray[Any] | None = None) -> dict[str, Expectation]:
    """What each method takes for usual."""
    near = expectation(counts, exposure, BASELINE, GUARD)
    return {"surge": near, "tail": near, "drift": expectation(counts, exposure, DRIFT_BASELINE, DRIFT_GUARD)}


def rarities(counts: NDArray[Any], usual: Mapping[str, Expectation]) -> dict[str, Array]:
    """By method, how many such alarms a year a quiet series has."""
    return {name: per_year(name, score(counts, usual[name]), usual[name]) for name, score in SCORES.items()}


def shares(clustering: Array) -> dict[str, Array]:
    """The share of the false alarms that each method may make, by how clustered a series is."""
    tail = np.clip(clustering - _CLUSTERED, *TAIL_SHARES)
    return {"surge": 1.0 - DRIFT_SHARE - tail, "tail": tail, "drift": np.full(tail.shape, DRIFT_SHARE)}


def joint_score(rarity: Mapping[str, Array], clustering: Array) -> Array:
    """One score of all methods: the rarest by any of them, each within its share of the false alarms."""
    share = shares(clustering)
    score: Array = np.maximum.reduce([np.log10(share[name] / rate) for name, rate in rarity.items()])
    return score


def watched(counts: NDArray[Any], exposure: NDArray[Any] | None = None) -> dict[str, Array]:
    """By method, and as ``watch`` for all of them together, how many such alarms a year a quiet series has."""
    usual = expectations(counts, exposure)
    found = rarities(counts, usual)
    found["watch"] = per_year("watch", joint_score(found, usual["surge"].clustering), usual["surge"])
    found = {name: rate * MARGIN for name, rate in found.items()}
    if exposure is not None:
        blind = np.asarray(exposure) == 0  # a day without data is no day to raise an alarm on
        found = {name: np.where(blind, DAYS_A_YEAR, rate) for name, rate in found.items()}
    return found
