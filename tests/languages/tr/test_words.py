"""Turkish words: the cases of ``tests/cases/words.tsv``, and what holds of any text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haberci.core.lexicon import read_rows
from haberci.languages.tr.words import words

CASES = Path(__file__).parents[2] / "cases" / "words.tsv"


@pytest.mark.parametrize(("text", "expected"), [(r["text"], r["words"]) for r in read_rows(CASES, ("text", "words"))])
def test_words(text: str, expected: str) -> None:
    assert [text[a:b] for a, b in words(text)] == expected.split(" ")


@given(st.text(alphabet="abİıŞEkim. \"'?!…’”“1290\n-(),:%@´\u0307", max_size=60))
def test_every_mark_is_in_one_word(text: str) -> None:
    found = words(text)
    assert all(left.stop <= right.start for left, right in itertools.pairwise(found))
    covered = {at for a, b in found for at in range(a, b)}
    assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())
