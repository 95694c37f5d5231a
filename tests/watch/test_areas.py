"""Areas load, and what is wrong in one is told in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.errors import LexiconError
from haberci.watch.areas import load_area, load_areas
from haberci.watch.series import Subject, subjects_of
from tests.watch.drawing import deed

GOOD = """
name: Test
states: [KGZ, TJK]
organisations: [CSTO]
dyads: [TJK–AFG]
sub_areas:
  - {name: Batken, state: KGZ, places: [Batken, Kök Taş]}
measures: [conflict]
budget: 2
levels:
  - {name: watch, per_year: 1, action: read}
  - {name: alert, per_year: 0.1, action: call}
recipients:
  - {kind: webhook, to: "https://example.org/hook", level: alert}
"""

BAD = [
    ("states: [KGZ, TJK]", "states: [KGZ, TJKK]", "states: unknown: TJKK; did you mean TJK?"),
    ("dyads: [TJK–AFG]", "dyads: [TJK]", "dyads: no pair of two states or organisations, such as KGZ–TJK: TJK"),
    ("Kök Taş", "İsfara", "sub_areas, 1: no place İsfara of KGZ in the register"),
    ("state: KGZ", "state: KGG", "sub_areas, 1, state: unknown: KGG"),
    ("name: Batken, ", "", "sub_areas, 1: no name"),
    ("name: Batken,", "name: A/B,", "sub_areas, 1: a name holds no – and no /: A/B"),
    ("measures: [conflict]", "measures: [conflicts]", "measures: unknown: conflicts; did you mean conflict?"),
    ("budget: 2", "budget: 0", "budget: 0 signs a week; at least 1"),
    ("budget: 2", "budgets: 2", "key in the file: unknown: budgets; did you mean budget?"),
    ("budget: 2", "budget: two", "budget: 'two' is of the wrong kind"),
    ("budget: 2", "budget: yes", "budget: True is of the wrong kind"),
    ("per_year: 0.1", "per_year: .nan", "levels, 2: per_year is nan; above 0"),
    ("name: alert, per", "name: watch, per", "levels: watch stands twice"),
    ("states: [KGZ, TJK]", "states: []", "states: neither states nor members_of is given"),
    ("per_year: 1, action: read", "per_year: 1", "levels, 1: no action"),
    ("per_year: 0.1", "per_year: 0", "levels, 2: per_year is 0; above 0"),
    ("kind: webhook", "kind: pigeon", "recipients, 1, kind: unknown: pigeon"),
    ("level: alert", "level: alarm", "recipients, 1, level: unknown: alarm; did you mean alert?"),
    ("states: [KGZ, TJK]\n", "", "states: neither states nor members_of is given"),
    ("name: Test", "name: [Test", ":3: no YAML"),
    ("name: Test", 'name: " "', "name: it is empty"),
    ("name: Test", "name: 2021-02-30", "no YAML: day is out of range for month"),
    ("name: Test", "name: " + "[" * 5000, "no YAML: tables within tables without end"),
    ("budget: 2", "budget: 2\nbudget: 3", ":10: no YAML: budget stands twice"),
    ("measures: [conflict]", "measures: [conflict, violence, conflict]", "measures: conflict stands twice"),
    ("measures: [conflict]", "measures: [deaths]", "measures: no series of deaths is ever in alarm"),
    ("states: [KGZ, TJK]", "states: [KGZ, TJK, KGZ]", "states: KGZ stands twice"),
    ("dyads: [TJK–AFG]", "dyads: [TJK–AFG, AFG-TJK]", "dyads: AFG–TJK stands twice"),
    ("states: [KGZ, TJK]", "members_of: ADB", "members_of: the register knows no member of ADB today"),
    ("places: [Batken, Kök Taş]", "places: []", "sub_areas, 1: no places"),
    ("per_year: 0.1", "per_year: 1", "levels, per_year: 1.0 stands twice"),
    (", level: alert}", "}", "recipients, 1: no level"),
    ("https://example.org/hook", "example.org/hook", "recipients, 1: no address of a webhook"),
]


def written(folder: Path, text: str) -> Path:
    (folder / "mine.yml").write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_areas_load() -> None:
    areas = load_areas()
    assert set(areas) == {"csto", "sco", "ots", "central_asia", "south_caucasus"}
    assert areas["csto"].states_on("2022-01-05") == ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")
    assert Subject.dyad("TJK", "KGZ") in areas["csto"].dyads_on()
    assert Subject.dyad("AFG", "TJK") in areas["csto"].subjects_on()


def test_a_deed_at_a_place_of_a_sub_area_counts_for_it(tmp_path: Path) -> None:
    mine = load_area("mine", written(tmp_path, GOOD))
    shots = deed("1 ASSAULT TJK>KGZ")._replace(place="Kök-Taş", state="KGZ")
    told = subjects_of(mine.located(shots))
    assert Subject(("KGZ/Batken",)) in told
    assert Subject(("KGZ/Batken",)).parties == {"KGZ"}
    elsewhere = shots._replace(place="Oş")
    assert mine.located(elsewhere) == elsewhere
    with pytest.raises(LexiconError, match="mine: no sub-area Batkn; did you mean Batken\\? \\(there are: Batken"):
        mine.sub_area("Batkn")


def test_members_are_those_of_the_day() -> None:
    sco = load_area("sco")
    assert "IRN" not in sco.states_on("2022-01-01")
    assert "IRN" in sco.states_on("2024-01-01")


def test_an_area_of_ones_own(tmp_path: Path) -> None:
    mine = load_area("mine", written(tmp_path, GOOD))
    assert mine.subjects_on() == (
        Subject(),
        Subject(("KGZ",)),
        Subject(("TJK",)),
        Subject(("CSTO",)),
        Subject(("KGZ/Batken",)),
        Subject(("KGZ", "TJK")),
        Subject(("AFG", "TJK")),
    )
    assert mine.recipients[0].to == "https://example.org/hook"
    assert [level.name if (level := mine.level_of(rate)) else None for rate in (5, 1, 0.3, 0.05)] == [
        None,
        "watch",
        "watch",
        "alert",
    ]


@pytest.mark.parametrize(("good", "bad", "message"), BAD)
def test_a_wrong_area_is_told_in_one_line(tmp_path: Path, good: str, bad: str, message: str) -> None:
    assert good in GOOD
    with pytest.raises(LexiconError) as error:
        load_areas(written(tmp_path, GOOD.replace(good, bad)))
    assert str(error.value).startswith("mine.yml")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_both_endings_of_yaml_are_read(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD, encoding="utf-8")
    assert load_area("mine", tmp_path).name == "Test"


def test_two_files_of_one_area_are_refused(tmp_path: Path) -> None:
    for ending in ("yml", "yaml"):
        (tmp_path / f"mine.{ending}").write_text(GOOD, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"mine\.yaml, mine\.yml: two files of one area"):
        load_areas(tmp_path)


def test_an_unknown_area_names_those_there_are() -> None:
    with pytest.raises(LexiconError, match="no area cstp; did you mean csto\\? \\(there are: central_asia, csto"):
        load_area("cstp")
