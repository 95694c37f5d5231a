"""The score of sentence ends and of times: what is counted, and what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.languages.tr.measuring.sentences import Ends, ends_of, tally
from haberci.reading import read
from haberci.score.ends import FIGURES as ENDS
from haberci.score.ends import ends_figures, ends_lines
from haberci.score.floors import FLOORS, below, load_floors
from haberci.score.times import FIGURES, TABLE, found_times, time_figures, time_lines


def test_ends_of_joined_sentences_are_counted() -> None:
    parts = ["Heyet geldi.", "Kararlar", "Bakan gitti.", "Elçi döndü."]
    assert tally(list(ends_of(parts, size=4))) == Ends(2, 0, 1)
    assert Ends(2, 0, 1).f1 == pytest.approx(0.8)
    assert Ends(0, 0, 0).f1 == 0


def test_ends_are_not_scored_without_the_treebank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HABERCI_SHARED", str(tmp_path / "nowhere"))
    assert ends_figures() == {}
    assert [line.split()[-1] for line in ends_lines(dict.fromkeys(ENDS, 0.25))] == ["0.250", "0.250"]


def test_times_are_written_as_they_are_coded() -> None:
    report = read("Heyet dün geldi, bakan 2023'te gitmişti.", date="2024-03-01", lang="tr")
    assert found_times(report) == {
        "dün = 2024-02-29..2024-02-29 day",
        "2023'te = 2023-01-01..2023-12-31 year",
    }


def test_times_hold_their_floors() -> None:
    figures = time_figures()
    assert below(TABLE, figures, load_floors(FLOORS)) == []
    assert [line.split()[-1] for line in time_lines(figures)] == [f"{figures[name]:.3f}" for name in FIGURES]
