"""Turkish sentences: the cases of ``tests/cases/sentences.tsv``, and what holds of any text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haberci.core.lexicon import read_rows
from haberci.languages.tr.measuring.sentences import main as measure
from haberci.languages.tr.sentences import sentences

CASES = Path(__file__).parents[2] / "cases" / "sentences.tsv"


@pytest.mark.parametrize(
    "marked", [pytest.param(row["text"], id=row["what"]) for row in read_rows(CASES, ("what", "text"))]
)
def test_sentences_end_at_the_marks(marked: str) -> None:
    text = marked.replace("‖", "")
    assert [text[a:b] for a, b in sentences(text)] == [part.strip() for part in marked.split("‖")]


@given(st.text(alphabet="abİıŞ. \"'?!…’”“1\n-(),:", max_size=60))
def test_every_letter_is_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert all(a < b for a, b in found)
    assert all(left.stop <= right.start for left, right in itertools.pairwise(found))
    assert "".join(text[a:b] for a, b in found).split() == [] or all(
        any(a <= at < b for a, b in found) for at, letter in enumerate(text) if letter.isalnum()
    )


def test_a_mark_at_the_end_of_a_line_closes() -> None:
    text = "Büyüme artacak. ''\nBütçe açığı azalacak."
    assert [text[a:b] for a, b in sentences(text)] == ["Büyüme artacak. ''", "Bütçe açığı azalacak."]


def test_ends_are_measured_on_a_treebank(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = ["Heyet geldi.", "Bakan Av. Demir ile görüştü.", "Kararlar", "Sınır açıldı.", "Askerler döndü."]
    (tmp_path / "ab-test.conllu").write_text("".join(f"# text = {text}\n\n" for text in texts), encoding="utf-8")
    assert measure([str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "F1 0.857  (3 right, 0 false, 1 missed)" in printed  # "Kararlar" has no mark
    assert "F1 1.000  (3 right, 0 false, 0 missed)" in printed


def test_nothing_to_measure_is_an_error(tmp_path: Path) -> None:
    assert measure([str(tmp_path)]) == 2
