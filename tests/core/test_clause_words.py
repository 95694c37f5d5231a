"""The small words of clauses: what the table gives, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from haberci.core.clause import Link
from haberci.core.clause_words import ClauseWords, load_clause_words
from haberci.core.errors import LexiconError
from haberci.reading import shipped_context

HEAD = "word\tkind\texample\n"


def shipped() -> ClauseWords:
    return shipped_context("tr").pack.clause_words


# the word between two phrases | the word before the first | whether they are a row
ROWS = [
    ("ve", None, True),
    ("ile", "bugün", True),
    ("-", None, True),
    ("hem", "hem", True),
    ("hem", None, False),  # "Türkiye hem AB'yi hem NATO'yu eleştirdi"
    ("ne", "hem", False),
    ("için", None, False),
    ("ise", "ise", False),
]


@pytest.mark.parametrize(("between", "before", "row"), ROWS)
def test_rows(between: str, before: str | None, row: bool) -> None:
    assert shipped().join(between, before) is row


def test_a_word_may_do_several_things() -> None:
    words = shipped()
    assert words.links["ile"] is Link.WITH
    assert "ile" in words.company and "ve" in words.closing and "ile" not in words.closing
    assert words.links["ilişkin"] is Link.ABOUT and "ilişkin" in words.relations


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("ve\tjoint\tA ve B geldi.\nve\tjoint\tA ve B gitti.", "w.tsv:3: ve stands twice"),
        ("ile\twith\tA ile geldi.\nile\tabout\tA ile geldi.", "w.tsv:3: ile stands twice"),
        ("ve\tjoin\tA ve B geldi.", "w.tsv:2: unknown kind join; did you mean joint?"),
        ("ve\tpart\tA ve B geldi.", "w.tsv:2: unknown kind part"),
        ("ve\tjoint\t", "w.tsv:2: example is empty"),
    ],
)
def test_what_is_refused(tmp_path: Path, rows: str, told: str) -> None:
    path = tmp_path / "w.tsv"
    path.write_text(HEAD + rows + "\n", encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        load_clause_words(path)
    assert str(error.value).startswith(told)
