"""Names over spellings and scripts: the table of pairs, the examples of the rules, and nobody taken for another."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from haberci.core.lexicon import Row, read_rows
from haberci.core.name_matching import VARIANTS, WORDS, Likeness, compare_people, parts_of, same_part
from haberci.core.name_resolution import ORGANS, matcher
from haberci.core.register import PEOPLE
from haberci.core.register import TERMS as TERM_TABLES
from haberci.core.spelling import LETTERS, RULES, keys, plain, skeletons, without_ending
from haberci.core.term_tables import TERMS

CASES = Path(__file__).parent.parent / "cases"
PAIRS = list(read_rows(CASES / "name_pairs.tsv", ("left", "right", "verdict")))
SAKES = read_rows(CASES / "namesakes.tsv", ("one", "other", "why"))
NAMESAKES = {frozenset((row["one"], row["other"])) for row in SAKES}
OWN = {
    name: list(read_rows(f"actors/{name}.tsv", columns))
    for name, columns in (
        ("spelling_letters", LETTERS),
        ("spelling_rules", RULES),
        ("name_variants", VARIANTS),
        ("name_words", WORDS),
        ("organs", ORGANS),
    )
}


def sides(row: Row) -> list[tuple[str, str]]:
    return [tuple(pair.split(" = ")) for pair in row["example"].split(", ")]  # type: ignore[misc]


def wrong() -> list[str]:
    found = []
    for row in PAIRS:
        same = matcher().compare(row["left"], row["right"]) is not Likeness.DIFFERENT
        if same is not (row["verdict"] == "same"):
            found.append(f"{row['left']} | {row['right']}")
    return found


def test_the_pairs_are_told_apart() -> None:
    assert len(PAIRS) >= 400
    assert sum(row["verdict"] == "different" for row in PAIRS) >= len(PAIRS) // 2
    assert wrong() == []


def test_no_order_of_the_two_matters() -> None:
    for row in PAIRS:
        left, right = row["left"], row["right"]
        assert matcher().compare(left, right) is matcher().compare(right, left), (left, right)


@pytest.mark.parametrize("name", ["Caparov", "Japarov", "Zhaparov", "Жапаров", "CAPAROV", "Japarow"])
def test_one_name_has_one_sound(name: str) -> None:
    assert "JApArUv" in keys(name)


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("Caparov", "Sadır Caparov", Likeness.PART),
        ("Caparov", "Жапаров", Likeness.SAME),
        ("S. Caparov", "Sadır Caparov", Likeness.SAME),
        ("A. Caparov", "Sadır Caparov", Likeness.DIFFERENT),
        ("Sadır", "Sadır Caparov", Likeness.DIFFERENT),
        ("Hasan Kaya", "Hüseyin Kaya", Likeness.DIFFERENT),
        ("Aliyeva", "Aliyev", Likeness.DIFFERENT),
        ("", "Sadır Caparov", Likeness.DIFFERENT),
        ("...", "...", Likeness.DIFFERENT),
        ("王毅", "Ван И", Likeness.DIFFERENT),
    ],
)
def test_parts_of_names(left: str, right: str, likeness: Likeness) -> None:
    assert compare_people(left, right) is likeness


def test_a_part_that_two_share_means_both() -> None:
    assert {name.full for name in matcher().resolve("Japarov")} == {"Akılbek Caparov", "Sadır Caparov"}
    assert [name.full for name in matcher().resolve("Sadyr Zhaparov'un")] == ["Sadır Caparov"]
    assert matcher().resolve("Nobody Knows") == ()


def test_what_is_no_name_means_nobody() -> None:
    for text in ("", " ", "...", "'", "-", "()", "\u0301", "7", "王"):
        assert matcher().resolve(text) == (), text


@pytest.mark.parametrize("row", OWN["spelling_rules"], ids=lambda row: row["from"])
def test_the_rules_of_spelling_hold_for_their_examples(row: Row) -> None:
    for left, right in sides(row):
        assert row["from"] in "".join(_letters(word) for word in (left, right)), row["from"]
        assert same_part(left, right), (left, right)


def _letters(word: str) -> str:
    from haberci.core.spelling import letters_of

    return letters_of(word) + " "


@pytest.mark.parametrize("row", OWN["spelling_letters"], ids=lambda row: row["letters"])
def test_every_letter_has_an_example(row: Row) -> None:
    assert re.search(f"[{row['letters']}]", row["example"]), row["letters"]


def test_variants_titles_and_organs_hold_for_their_examples() -> None:
    for row in OWN["name_variants"]:
        assert all(same_part(left, right) for left, right in sides(row)), row["example"]
    for row in OWN["name_words"]:
        assert plain(row["word"]) not in {plain(word) for word in parts_of(row["example"]).words}, row["word"]
    for row in OWN["organs"]:
        for left, right in sides(row):
            assert matcher().compare(left, right) is Likeness.SAME, (left, right)
            assert matcher().means(left), left


def test_an_apostrophe_in_a_name_is_no_ending() -> None:
    assert [without_ending(w) for w in ("Caparov'un", "O'Neill", "Sant'Agata")] == ["Caparov", "O'Neill", "Sant"]


def test_nobody_in_the_register_is_taken_for_another() -> None:
    """All pairs of all spellings whose last parts have the same consonants; no others can match."""
    groups: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in read_rows("actors/people.tsv", PEOPLE):
        for spelling in (row["name"], *row.many("variants"), *row.many("en"), *row.many("ru")):
            for key in skeletons(parts_of(spelling).words[-1]):
                groups[key].add((spelling, row["name"]))
    pairs = (pair for group in groups.values() for pair in combinations(sorted(group), 2))
    taken = {frozenset((a[1], b[1])) for a, b in pairs if a[1] != b[1] and compare_people(a[0], b[0]) is Likeness.SAME}
    assert taken == NAMESAKES


def test_each_holder_of_office_is_found_by_each_of_their_names() -> None:
    holders = {row["person"] for table in TERM_TABLES for row in read_rows(table, TERMS)}
    missed = [
        spelling
        for row in read_rows("actors/people.tsv", PEOPLE)
        if row["name"] in holders
        for spelling in (row["name"], *row.many("variants"), *row.many("en"), *row.many("ru"))
        if row["name"] not in {name.full for name in matcher().resolve(spelling)}
    ]
    assert missed == []
