"""A dispute climbs by deeds and comes down by time and truces."""

from __future__ import annotations

import pytest

from haberci.watch.ladder import Rung, ladders
from haberci.watch.series import Subject
from tests.watch.drawing import START, deeds

BORDER = Subject.dyad("TJK", "KGZ")

CASES = [
    (["1 ACCUSE KGZ>TJK"], 1, Rung.ACCUSE),
    (["1 ACCUSE KGZ>TJK", "2 ASSAULT KGZ+TJK>"], 2, Rung.ASSAULT),
    (["1 ASSAULT KGZ+TJK>"], 14, Rung.ASSAULT),
    (["1 ASSAULT KGZ+TJK>"], 15, Rung.MOBILISE),
    (["1 ASSAULT KGZ+TJK>", "10 ACCUSE TJK>KGZ"], 15, Rung.MOBILISE),  # a lesser deed does not hold it up
    (["1 ASSAULT KGZ+TJK>"], 60, Rung.CALM),
    (["1 ASSAULT KGZ+TJK>", "3 RETREAT KGZ+TJK>"], 8, Rung.MOBILISE),  # a truce brings it down sooner
    (["1 ASSAULT KGZ+TJK>", "3 RETREAT KGZ+TJK>", "4 ASSAULT TJK>KGZ"], 12, Rung.ASSAULT),  # unless it is broken
    (["1 ASSAULT TJK>KGZ planned"], 2, Rung.CALM),
    (["1 ASSAULT TJK>UZB"], 2, Rung.CALM),
    (["1 CONSULT TJK>KGZ"], 2, Rung.CALM),
]


@pytest.mark.parametrize(("lines", "day", "rung"), CASES)
def test_where_a_dyad_stands(lines: list[str], day: int, rung: Rung) -> None:
    assert ladders(deeds(*lines), [BORDER], START + day)[BORDER].rung == rung


def test_each_step_up_has_its_evidence() -> None:
    told = deeds("1 ACCUSE KGZ>TJK", "2 MOBILIZE TJK>KGZ", "3 ASSAULT TJK>KGZ")
    ladder = ladders(told, [BORDER], START + 3)[BORDER]
    assert [(step.rung, step.deeds) for step in ladder.steps] == [
        (Rung.ACCUSE, (told[0],)),
        (Rung.MOBILISE, (told[1],)),
        (Rung.ASSAULT, (told[2],)),
    ]
    assert ladder.since == START + 3
