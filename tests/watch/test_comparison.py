"""EARS and Farrington flexible equal what R's surveillance gives (recorded by surveillance/record.R)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from haberci.watch.ears import scores, upperbounds
from haberci.watch.farrington import WEEKS, Control, excesses, farrington

RECORD = Path(__file__).parent / "surveillance" / "surveillance.tsv"
CLOSE = 1e-6


@cache
def recorded() -> dict[str, np.ndarray]:
    """Columns of the record; NA is NaN."""
    header, *lines = RECORD.read_text(encoding="utf-8").splitlines()
    table = np.array([[np.nan if cell == "NA" else float(cell) for cell in line.split("\t")] for line in lines])
    return dict(zip(header.split("\t"), table.T, strict=True))


def columns(name: str) -> np.ndarray:
    return np.stack([recorded()[f"{name}{series}"] for series in range(1, 5)])


def furthest(ours: np.ndarray, theirs: np.ndarray) -> float:
    assert (np.isnan(ours) == np.isnan(theirs)).all()
    return float(np.nanmax(np.abs(ours - theirs) / np.maximum(np.abs(theirs), 1.0)))


@pytest.mark.parametrize("method", ["C1", "C2", "C3"])
def test_ears_has_the_bounds_of_surveillance(method: str) -> None:
    assert furthest(upperbounds(columns("y"), method), columns(method)) < CLOSE


@pytest.mark.parametrize(
    ("name", "control"),
    [
        ("delta10_", Control(groups=10)),
        ("delta1_", Control()),
        ("nb10_", Control(groups=10, threshold="nbPlugin")),
    ],
)
def test_farrington_has_the_bounds_of_surveillance(name: str, control: Control) -> None:
    assert furthest(farrington(columns("y"), control).upper, columns(name)) < CLOSE


def test_a_day_is_held_against_the_bound_of_the_last_whole_week() -> None:
    control, since = Control(years=1, left_out=4), 7 * (WEEKS + 10)
    counts = np.random.default_rng(5).poisson(2.0, (3, since + 30))
    weeks = counts[:, : counts.shape[1] // 7 * 7].reshape(3, -1, 7).sum(axis=2)
    bound = farrington(weeks, control)
    found = excesses(counts, control, since)
    assert not found[:, :since].any()
    week = since // 7
    assert found[:, 7 * week + 6] == pytest.approx(bound.score[:, week], rel=1e-9)
    expected, upper = bound.expected[:, week], bound.upper[:, week]
    later = counts[:, 7 * week + 3 : 7 * week + 10].sum(axis=1)
    assert found[:, 7 * week + 9] == pytest.approx((later - expected) / (upper - expected), rel=1e-9)


def test_ears_scores_are_the_papers() -> None:
    counts = np.array([[1, 2, 1, 2, 1, 2, 1, 2, 1, 12, 1, 1]])
    week = counts[0, :7]
    assert scores(counts, "C2")[0, 9] == pytest.approx((12 - week.mean()) / max(week.std(ddof=1), 0.5))
    assert scores(counts, "C3")[0, 11] == pytest.approx(scores(counts, "C2")[0, 9] - 1)
