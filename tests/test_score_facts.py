"""What is found of day, place and numbers is counted against what was coded by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.errors import InputError
from haberci.score.facts import FIGURES, CodedFacts, Facts, facts_counts, load_facts
from haberci.score.figures import Count

CODED = CodedFacts("a", 0, Facts("2024-05-01", "2024-05-02", ("Gara", "Dohuk"), "IRQ", dead=3), frozenset())


def test_the_facts_are_right_against_themselves() -> None:
    counts = facts_counts([(coded, coded.facts) for coded in load_facts()])
    assert counts.keys() == set(FIGURES)
    assert all(count.wrong == count.missed == 0 for count in counts.values())
    assert counts["where"].right > counts["when"].right > counts["dead"].right > 0


def test_nothing_found_is_missed() -> None:
    counts = facts_counts([(CODED, Facts())])
    assert {name for name, count in counts.items() if count == Count(0, 0, 1)} == {"when", "where", "dead"}
    assert counts["wounded"] == Count()


@pytest.mark.parametrize(
    ("ours", "figure", "count"),
    [
        (Facts(first="2024-05-01", last="2024-05-02"), "when", Count(1, 0, 0)),
        (Facts(first="2024-05-01", last="2024-05-01"), "when", Count(0, 1, 1)),
        (Facts(places=("Dohuk",), state="IRQ"), "where", Count(1, 0, 0)),
        (Facts(places=("Dohuk",), state="TUR"), "where", Count(0, 1, 1)),
        (Facts(dead=3), "dead", Count(1, 0, 0)),
        (Facts(wounded=3), "wounded", Count(0, 1, 0)),
    ],
)
def test_a_fact_is_right_or_wrong(ours: Facts, figure: str, count: Count) -> None:
    assert facts_counts([(CODED, ours)])[figure] == count


def test_what_is_unsure_counts_neither_way() -> None:
    unsure = CODED._replace(unsure=frozenset({"when", "dead"}))
    counts = facts_counts([(unsure, Facts(first="2020-01-01", dead=9))])
    assert counts["when"] == counts["dead"] == Count()


@pytest.mark.parametrize("text", ["[{}]", "[1]", "no json"])
def test_what_holds_no_facts_is_one_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"^bad\.json: no facts"):
        load_facts(path)
