"""A whole area in which nothing happens: how many signs a year it has (slow: the csto area, years of days)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from haberci.core.codebook import EventType
from haberci.watch.areas import load_area
from haberci.watch.detection import alarms
from haberci.watch.pools import rates_of
from haberci.watch.records import Deed, by_day
from haberci.watch.simulation import quiet
from haberci.watch.watching import series_of
from haberci.watch.windows import DAYS_A_YEAR
from tests.watch.drawing import START

DAYS, WARM = 800, 200
A_DAY = 3.0
OFTEN = {
    "CONSULT": 30, "AGREE": 8, "SUPPORT": 10, "COOPERATE": 10, "AID": 6, "REQUEST": 6, "ACCUSE": 8, "REJECT": 4,
    "THREATEN": 2, "PROTEST": 4, "COERCE": 6, "ASSAULT": 4, "MOBILIZE": 2, "SANCTION": 1, "CONCEDE": 1, "RETREAT": 1,
}  # fmt: skip


def routine(seed: int, again: float) -> Iterator[Deed]:
    """Deeds among the area's states; each is told again with a chance on each of the three days after it."""
    rng = np.random.default_rng(seed)
    states = load_area("csto").states_on()
    size = rng.dirichlet(np.ones(len(states)))
    chances = np.array(list(OFTEN.values())) / sum(OFTEN.values())
    for day, count in enumerate(quiet(rng, 1, DAYS, A_DAY).counts[0].tolist()):
        for _ in range(count):
            doer, recipient = (states[place] for place in rng.choice(len(states), 2, p=size))
            kind = EventType(list(OFTEN)[rng.choice(len(OFTEN), p=chances)])
            told = Deed(START + day, kind, (doer,), (recipient,) if recipient != doer else ())
            yield told
            yield from (told._replace(day=told.day + later) for later in (1, 2, 3) if rng.random() < again)


def signs_a_year(again: float, seeds: int = 4) -> float:
    signs = 0
    for seed in range(seeds):
        table = series_of(load_area("csto"), by_day(routine(seed, again)), START, START + DAYS - 1).of_deeds()
        told, _ = alarms(table, rates_of(table)["watch"])
        signs += sum(alarm.first - START >= WARM for alarm in told)
    return signs / (seeds * (DAYS - WARM) / DAYS_A_YEAR)


@pytest.mark.slow
@pytest.mark.parametrize("again", [0.0, 0.3])
def test_a_quiet_area_has_about_one_false_sign_a_year(again: float) -> None:
    """Also where deeds are told again: by rates that are believed as they stand there would be fourteen a year."""
    assert signs_a_year(again) <= 2.0
