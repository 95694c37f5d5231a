"""How much likelier the last days are if there is more going on than usual: likelihood ratios of counts, by day.

Where variance over mean is constant, a negative binomial day of mean m is the sum of m/(d-1)-many bursts, and the
number of days on which something happens tells more of a rise than the number of events does. ``surge_score`` sums
the evidence for a rise of the last one to seven days over its possible first days; ``drift_score`` is the CUSUM of it
(Page 1954; for negative binomial counts Hoehle and Paul 2008), which finds what is small and lasts. Where days come in
clusters, each tells less: the evidence is divided by the clustering (a quasi-likelihood).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import special

from haberci.watch.expectation import Expectation
from haberci.watch.windows import WEEK, Array, running_sum

SURGE = 3.0  # so many times the usual
DRIFT = 1.6


def log_ratio(counts: NDArray[Any], expected: Expectation, times: float) -> Array:
    """The logarithm of the likelihood of a day at ``times`` its mean over that at its mean, the dispersion the same.

    Divided by the clustering.
    """
    spread = expected.dispersion - 1.0
    usual = expected.mean / spread
    more = times * usual
    gained: Array = special.gammaln(counts + more) - special.gammaln(more)
    gained -= special.gammaln(counts + usual) - special.gammaln(usual)
    return (gained - (more - usual) * np.log(expected.dispersion)) / expected.clustering


def surge_score(counts: NDArray[Any], expected: Expectation) -> Array:
    """Decimal logarithm of the evidence for a rise that began one to seven days ago, each weighed by its days."""
    daily = log_ratio(counts, expected, SURGE)
    evidence = [running_sum(daily, days) + np.log(days) for days in range(1, WEEK + 1)]
    score: Array = (np.logaddexp.reduce(evidence, axis=0) - np.log(WEEK * (WEEK + 1) / 2)) / np.log(10.0)
    return score


DRIFT_AFTER = 84  # days: before that a slow rise can't be told from the first guess of what is usual
DRIFT_MOST = 6.0  # decades: there it has long been told, and starts anew, else it would last for months after its end


def drift_score(counts: NDArray[Any], expected: Expectation) -> Array:
    """The CUSUM of evidence for a lasting rise, as a decimal logarithm; from 0 again when it is gone."""
    daily = log_ratio(counts, expected, DRIFT)
    daily[:, :DRIFT_AFTER] = 0.0
    score = np.empty(daily.shape)
    level = np.zeros(daily.shape[0])
    for day in range(daily.shape[1]):
        level = np.clip(level + daily[:, day] / np.log(10.0), 0.0, DRIFT_MOST)
        score[:, day] = level
        level[level == DRIFT_MOST] = 0.0
    return score
