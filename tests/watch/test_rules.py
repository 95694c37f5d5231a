"""Rules fire for what they say, and not for what is near it."""

from __future__ import annotations

import pytest

from haberci.watch.rules import firings, load_rules
from haberci.watch.series import Subject
from tests.watch.drawing import START, deeds

SUBJECTS = [Subject(), Subject(("KGZ",)), Subject(("TJK",)), Subject.dyad("KGZ", "TJK")]

CASES = [
    (["95 ASSAULT TJK>KGZ"], ["95 first-assault KGZ–TJK"]),
    (["40 ASSAULT TJK>KGZ"], []),  # not watched for long enough
    (["20 ASSAULT TJK>KGZ", "95 ASSAULT TJK>KGZ"], []),
    (["20 ASSAULT TJK>KGZ", "111 ASSAULT TJK>KGZ"], ["111 first-assault KGZ–TJK"]),
    (["95 ASSAULT TJK>KGZ planned"], []),
    (["4 ACCUSE KGZ>TJK", "5 MOBILIZE TJK>", "7 MOBILIZE KGZ>"], ["7 both-mobilise KGZ–TJK"]),
    (["4 ACCUSE KGZ>TJK", "5 MOBILIZE TJK>KGZ", "7 MOBILIZE KGZ>TJK"], ["7 both-mobilise KGZ–TJK"]),
    (["4 ACCUSE KGZ>TJK", "5 MOBILIZE TJK>", "8 MOBILIZE KGZ>"], []),
    (["4 ACCUSE KGZ>TJK", "5 MOBILIZE TJK>", "6 MOBILIZE TJK>"], []),
    (["5 MOBILIZE TJK>", "7 MOBILIZE KGZ>"], []),  # no dispute between them
    (["4 ACCUSE KGZ>TJK", "5 MOBILIZE TJK+KGZ>"], []),  # a joint exercise
    (["5 REQUEST KGZ>CSTO mode=assist"], ["5 asks-for-help CSTO–KGZ"]),
    (["5 REQUEST KGZ>CSTO mode=change"], []),
    (["5 REQUEST KGZ>CSTO mode=assist unofficial"], []),  # protesters ask, not the state
    (["5 REQUEST CSTO>KGZ mode=assist"], []),
    (["5 REQUEST KGZ>RUS mode=assist"], []),
    (
        ["5 ASSAULT TJK>KGZ dead=6", "6 ASSAULT KGZ>TJK dead=5"],
        ["6 many-dead KGZ", "6 many-dead KGZ–TJK", "6 many-dead TJK"],
    ),
    (["5 ASSAULT TJK>KGZ dead=6", "9 ASSAULT KGZ>TJK dead=5"], []),
]


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_rules(lines: list[str], expected: list[str]) -> None:
    found = firings(deeds(*lines), SUBJECTS, ["CSTO"], START)
    assert sorted(f"{f.day - START} {f.rule.id} {f.subject}" for f in found) == sorted(expected)


def test_a_firing_names_its_deeds() -> None:
    told = deeds("4 ACCUSE TJK>KGZ", "5 MOBILIZE TJK>KGZ", "6 MOBILIZE KGZ>TJK")
    assert firings(told, SUBJECTS, [], START)[0].deeds == tuple(told[1:])


def test_every_rule_says_what_it_is() -> None:
    assert all(rule.says for rule in load_rules())
