"""The methods keep the rate of false alarms that is asked of them, and see what a simulated crisis shows."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from haberci.watch.episodes import a_year, beginnings
from haberci.watch.expectation import YEAR, expectation
from haberci.watch.likelihood import DRIFT_MOST, drift_score
from haberci.watch.methods import DRIFT_BASELINE, DRIFT_GUARD, shares, watched
from haberci.watch.simulation import quiet, weekly_cycle
from haberci.watch.tail import tail
from haberci.watch.trial import ASKED, BASES, trial
from haberci.watch.windows import lagged

SEEN_AT_LEAST = {0.1: 0.21, 0.5: 0.66, 2.0: 0.98, 8.0: 1.0}
SHORT, LONG = 6, 25  # panels of 100 quiet series-years
ALL_METHODS = """
import time
import numpy as np
from haberci.watch.methods import watched
from haberci.watch.replay import PLAIN
from haberci.watch.simulation import quiet
counts = quiet(np.random.default_rng(3), 200, 3650, 0.5).counts
began = time.process_time()
watched(counts)
[flags(counts) for flags in PLAIN.values()]
print(time.process_time() - began)
"""


@pytest.mark.parametrize("base", BASES[::2])  # the slow test below takes them all, and more of each
def test_false_alarms_and_crises_seen(base: float) -> None:
    watch = next(result for result in trial(base, SHORT, others=False) if result.method == "watch")
    assert watch.false_a_year <= ASKED * 1.12, "600 series-years: 12 % is three standard errors"
    assert watch.seen >= SEEN_AT_LEAST[base] - 0.06, "300 crises"


@pytest.mark.slow
@pytest.mark.parametrize("base", BASES)
def test_rates_hold_over_ten_thousand_series_years(base: float) -> None:
    """2,500 series-years at each of four bases."""
    results = {result.method: result for result in trial(base, LONG)}
    for method in ("watch", "surge", "tail", "drift"):
        assert results[method].false_a_year <= ASKED, method
        assert base < 2 or results[method].false_a_year >= 0.75 * ASKED, method
    assert results["watch"].seen >= SEEN_AT_LEAST[base] - 0.01
    assert results["watch"].seen >= results["EARS C3"].seen


@pytest.mark.slow
@pytest.mark.parametrize(
    ("base", "dispersion", "series"), [(0.3, 2.0, 1), (1.3, 3.0, 4), (5.0, 1.5, 50), (30.0, 2.5, 10)]
)
def test_rates_hold_for_series_that_were_not_calibrated(base: float, dispersion: float, series: int) -> None:
    rng = np.random.default_rng(7)
    panels = (quiet(rng, series, 2 * YEAR, base, dispersion).counts for _ in range(1200 // series))
    rarities = np.concatenate([watched(counts)["watch"][:, YEAR:] for counts in panels])
    assert a_year(rarities <= ASKED) <= 1.1 * ASKED


@pytest.mark.slow
def test_two_hundred_dyads_and_ten_years_take_ten_seconds() -> None:
    """On one core: in a process of its own, whose linear algebra has one thread."""
    alone = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    ran = subprocess.run([sys.executable, "-c", ALL_METHODS], env=alone, capture_output=True, text=True, check=True)
    assert float(ran.stdout) < 10


def test_the_expectation_finds_mean_weekday_and_dispersion() -> None:
    counts = quiet(np.random.default_rng(2), 40, 500, 2.0).counts
    found = expectation(counts)
    true = 2.0 * weekly_cycle(500)[400:]
    assert np.abs(found.mean[:, 400:].mean(axis=0) / true - 1).max() < 0.2
    assert abs(found.dispersion[:, 400:].mean() - 2.0) < 0.25


def told_again(series: int, days: int, base: float) -> np.ndarray:
    """Quiet counts, each of which is told again with a chance of a half on each of the four days after it."""
    rng = np.random.default_rng(9)
    first = quiet(rng, series, days, base).counts
    total = first.copy()
    for back in range(1, 5):
        total += rng.binomial(lagged(first, back).astype(np.int64), 0.5)
    return total


def test_what_is_told_again_is_no_new_evidence() -> None:
    """A surge adds up the last days, and keeps its rate also where days are not told apart from each other."""
    bursts, apart = told_again(40, 3 * YEAR, 0.5), quiet(np.random.default_rng(9), 40, 3 * YEAR, 0.5).counts
    known = expectation(bursts).clustering[:, YEAR:]
    assert np.median(known) > 2
    assert np.median(expectation(apart).clustering[:, YEAR:]) < 1.1
    assert a_year(watched(bursts)["surge"][:, YEAR:] <= ASKED) <= 1.5 * ASKED, "80 series-years"


def test_where_counts_are_clustered_the_tail_makes_more_of_the_alarms() -> None:
    alone, clustered = (shares(np.array([value])) for value in (1.0, 1.8))
    assert clustered["tail"] > 10 * alone["tail"]
    assert all(sum(float(share[0]) for share in one.values()) == pytest.approx(1) for one in (alone, clustered))


def test_a_drift_that_was_told_long_enough_starts_anew() -> None:
    counts = quiet(np.random.default_rng(4), 4, 700, 2.0).counts
    counts[0, 400:460] += 30
    score = drift_score(counts, expectation(counts, None, DRIFT_BASELINE, DRIFT_GUARD))[0]
    reached = int(np.argmax(score == DRIFT_MOST))
    assert 400 <= reached < 410
    assert (score[reached + 1 : reached + 3] < DRIFT_MOST).any()
    assert score[-1] < DRIFT_MOST / 4, "months after its end"


def test_what_begins_now_does_not_raise_its_own_measure() -> None:
    counts = np.ones((1, 200), dtype=np.int64)
    burst = counts.copy()
    burst[0, 180:188] = 30
    assert (expectation(counts).mean[0, :188] == expectation(burst).mean[0, :188]).all()


def test_days_without_data_are_no_quiet_days() -> None:
    """A month without any data neither lowers what is expected afterwards nor raises an alarm when data come back."""
    rng = np.random.default_rng(5)
    counts = quiet(rng, 20, 400, 3.0).counts
    counts[:, 330:360] = 0
    seen = np.ones(counts.shape)
    seen[:, 330:360] = 0
    told, untold = expectation(counts, seen).mean[:, 375].mean(), expectation(counts).mean[:, 375].mean()
    assert told > 1.5 * untold
    alarms = beginnings(watched(counts, seen)["watch"] <= ASKED)[:, 330:]
    assert alarms.sum() <= 10


def test_the_tail_is_that_of_the_negative_binomial() -> None:
    from scipy import stats

    assert tail(np.array([5.0]), np.array([2.0]), np.array([4.0]))[0] == pytest.approx(stats.nbinom.sf(4, 2, 0.5))
    assert tail(np.array([0.0]), np.array([2.0]), np.array([4.0]))[0] == 1.0


def test_an_alarm_lasts_until_three_quiet_days() -> None:
    days = np.array([[0, 1, 0, 0, 1, 0, 0, 0, 1, 0]], dtype=bool)
    assert beginnings(days).nonzero()[1].tolist() == [1, 8]
    assert a_year(days) == pytest.approx(2 * 36.525)


def test_the_same_counts_give_the_same_rarities() -> None:
    counts = quiet(np.random.default_rng(1), 5, 300, 1.0).counts
    assert (watched(counts)["watch"] == watched(counts.copy())["watch"]).all()
