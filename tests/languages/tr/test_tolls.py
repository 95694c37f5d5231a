"""How many people a sentence tells dead, wounded, arrested or displaced; and what is no such number."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from haberci.core.language import TollFound
from haberci.languages.packs import PACKS
from haberci.languages.tr.tolls import tolls
from haberci.reading import read

TABLE = Path(__file__).parents[2] / "cases" / "tolls.tsv"
CASES = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def written(found: TollFound) -> str:
    _, _, harm, least, most, about, _ = found
    upper = "-" if most is None else f"-{most}" if most != least else ""
    return f"{harm} {least}{upper}" + ("~" if about else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_people_that_a_sentence_counts(case: dict[str, str]) -> None:
    found = tolls(read(case["text"], lang="tr").tokens)
    assert sorted(map(written, found)) == sorted(filter(None, (case["found"] or "").split("; ")))


def test_each_number_names_a_rule_of_the_pack() -> None:
    known = {rule.id for rule in PACKS["tr"]().rules}
    used = {found[-1] for case in CASES for found in tolls(read(case["text"], lang="tr").tokens)}
    assert used <= known
    assert {"toll.counted", "toll.share", "toll.raised", "toll.described", "toll.sum", "toll.vague"} <= used
