"""Make ``data/watch/rates.tsv`` anew: ``python -m haberci.watch.calibration FILE`` (some minutes).

For each base and dispersion quiet series are simulated, and for each rate the score is sought that they reach so many
times a year, alarms counted as episodes. The scores stand a little higher than found (``MARGIN``), so that the rate is
kept where a series is not quite like those simulated.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from haberci.watch.episodes import beginnings
from haberci.watch.expectation import YEAR
from haberci.watch.methods import SCORES, expectations, joint_score
from haberci.watch.rates import COLUMNS, RATES, Table, rate_of
from haberci.watch.simulation import quiet
from haberci.watch.windows import DAYS_A_YEAR, Array

BASES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 64.0)
DISPERSIONS = (1.25, 2.0, 4.0)
SERIES, PANELS, YEARS = 50, 30, 3
MARGIN = 0.96


def score_at(scores: Array, rate: float) -> float:
    """The lowest score that begins at most ``rate`` alarms a year of the series."""
    allowed = rate * scores.size / DAYS_A_YEAR
    values = np.unique(scores[scores >= np.quantile(scores, 0.5)])
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        if beginnings(scores >= values[middle]).sum() > allowed:
            low = middle + 1
        else:
            high = middle
    return float(values[low])


def _rising(scores: list[float]) -> list[float]:
    return [round(max(scores[: place + 1]) + 1e-3 * place, 4) for place in range(len(scores))]


def _calibrated(scores: Array) -> list[float]:
    return _rising([score_at(scores, MARGIN * rate) for rate in RATES])


def cell(base: float, dispersion: float, panels: int = PANELS) -> Iterator[tuple[str, list[float]]]:
    """By method, the scores of one base and dispersion at RATES."""
    rng = np.random.default_rng([int(base * 1000), int(dispersion * 1000)])
    kept: dict[str, list[Array]] = {name: [] for name in SCORES}
    clustering: list[Array] = []
    for _ in range(panels):
        counts = quiet(rng, SERIES, YEAR * (1 + YEARS), base, dispersion).counts
        usual = expectations(counts)
        clustering.append(usual["surge"].clustering[:, YEAR:])
        for name, score in SCORES.items():
            kept[name].append(score(counts, usual[name])[:, YEAR:])
    found = {name: _calibrated(np.concatenate(scores)) for name, scores in kept.items()}
    yield from found.items()
    joint = [_joint(found, {name: kept[name][n] for name in kept}, clustering[n]) for n in range(panels)]
    yield "watch", _calibrated(np.concatenate(joint))


def _joint(found: dict[str, list[float]], kept: dict[str, Array], clustering: Array) -> Array:
    """The joint score of one panel, by the scores just found for its base."""
    grid = np.array([0.0, 1.0])
    tables = {name: Table(grid, grid, np.tile(scores, (2, 2, 1))) for name, scores in found.items()}
    one = np.ones((1, 1))
    return joint_score({name: rate_of(tables[name], scores, one, one) for name, scores in kept.items()}, clustering)


def main(path: str) -> None:
    """Write the table."""
    lines = ["\t".join(COLUMNS)]
    for base in BASES:
        for dispersion in DISPERSIONS:
            for method, scores in cell(base, dispersion):
                lines.append("\t".join([method, f"{base:g}", f"{dispersion:g}", *(f"{score:.4g}" for score in scores)]))
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
