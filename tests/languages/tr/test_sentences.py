"""Turkish sentences: the cases of ``tests/cases/sentences.tsv``, and what holds of any text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haberci.core.lexicon import read_rows
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
