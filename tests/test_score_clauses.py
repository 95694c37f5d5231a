"""Subject and object of the main verb: how drawn sentences are read and counted, and the floors of their gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.errors import LexiconError
from haberci.score import clauses as command
from haberci.score.clauses import (
    FIGURES,
    GOLD,
    ROLES,
    TABLE,
    clause_figures,
    clause_lines,
    compare,
    compared_file,
    drawn,
    error_lines,
    f1,
    load_drawn,
)
from haberci.score.floors import FLOORS, below, load_floors
from haberci.score.gold import HELD, OWN_GOLD

# drawn sentence | right, wrong, missed | whether the main verb is the one drawn
COUNTED = [
    ("S[Japonya], O[Rusya'yı] V[kınadı].", "S:Japonya O:Rusya'yı", "", "", True),
    ("S[Japonya], Rusya'yı V[kınadı].", "S:Japonya", "O:Rusya'yı", "", True),
    ("O[Japonya], S[Rusya'yı] V[kınadı].", "", "S:Japonya O:Rusya'yı", "O:Japonya S:Rusya'yı", True),
    ("S[Rusya], bugün P[Japonya'ya] V[gitti].", "S:Rusya", "", "", True),  # where to: neither way
    ("S[Japonya ve Rusya dışişleri bakanları] V[görüştü].", "S:Rusya dışişleri bakanları", "", "", True),
    ("S[Japonya] Rusya'yı kınarken V[konuşmadı].", "S:Japonya", "", "", True),
    ("Rusya'dan Japonya'ya nota", "", "", "", True),
    ("Rusya'dan Japonya'ya V[nota]", "", "", "", False),
]


def listed(roles: tuple[tuple[str, str], ...]) -> str:
    return " ".join(f"{role}:{text}" for role, text in roles)


@pytest.mark.parametrize(("line", "right", "wrong", "missed", "verb"), COUNTED)
def test_roles_are_counted(line: str, right: str, wrong: str, missed: str, verb: bool) -> None:
    found = compare(drawn("plain", line))
    assert (listed(found.right), listed(found.wrong), listed(found.missed)) == (right, wrong, missed)
    assert found.verb is verb


def test_a_drawn_sentence_is_read_without_its_marks() -> None:
    sentence = drawn("plain", "S[Japonya], O[Rusya'yı] V[kınadı].")
    assert sentence.text == "Japonya, Rusya'yı kınadı."
    assert [(label, sentence.text[start:stop]) for label, start, stop in sentence.marks] == [
        ("S", "Japonya"),
        ("O", "Rusya'yı"),
        ("V", "kınadı"),
    ]


@pytest.mark.parametrize("bad", ["X[Japonya] kınadı.", "S[Japonya kınadı."])
def test_a_bracket_without_its_label_is_an_error(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "drawn.tsv"
    path.write_text(f"kind\tsentence\nplain\t{bad}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"^drawn\.tsv:2: a bracket without its label$"):
        load_drawn(path)


def test_the_gold_is_as_large_as_it_says_and_no_sentence_stands_twice() -> None:
    parts = [load_drawn(OWN_GOLD / f"{GOLD}{end}.tsv") for end in ("", HELD)]
    assert [len(part) for part in parts] == [100, 50]
    assert len({sentence.text for part in parts for sentence in part}) == 150
    assert {mark[0] for part in parts for sentence in part for mark in sentence.marks} == {*ROLES, "P", "V"}


def test_precision_and_recall() -> None:
    found = [compare(drawn("plain", line)) for line, *_ in COUNTED[:2]]
    assert f1(found) == (0.75, 1.0, pytest.approx(6 / 7))
    assert f1(found, "O") == (0.5, 1.0, pytest.approx(2 / 3))


def test_the_figures_hold_their_floors() -> None:
    figures = clause_figures()
    assert below(TABLE, figures, load_floors(FLOORS)) == []
    assert [line.split()[-1] for line in clause_lines(figures)] == [f"{figures[name]:.3f}" for name in FIGURES]


def test_the_error_view_shows_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    lines = list(error_lines([compare(drawn("plain", line)) for line, *_ in COUNTED[:2]]))
    assert lines[:3] == ["plain: Japonya, Rusya'yı kınadı.", "    = subject Japonya", "    + object Rusya'yı"]
    assert command.main() == 0
    shown = capsys.readouterr().out
    held = load_drawn(OWN_GOLD / f"{GOLD}{HELD}.tsv")
    assert not [sentence.text for sentence in held if sentence.text in shown]


def test_a_sentence_with_all_right_is_not_shown() -> None:
    lines = list(error_lines([compare(drawn("plain", COUNTED[0][0]))]))
    assert lines[0].startswith("subject")
    assert len(compared_file(held=True)) == 50
