"""CoNLL-U is read as it is written, ranges of words included, and what is none is told by its line."""

from __future__ import annotations

import pytest

from haberci.core.conllu import feature_cell, features, read_conllu
from haberci.core.errors import InputError
from haberci.core.universal import SurfaceWord

SENTENCE = """\
# sent_id = 1
1-2\tgörevliydi\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tgörevli\tgörevli\tADJ\t_\t_\t0\troot\t_\t_
2\tydi\ti\tAUX\t_\tTense=Past\t1\tcop\t_\t_
2.1\tyok\tyok\tX\t_\t_\t_\t_\t_\t_
3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_
"""


def row(*cells: str) -> str:
    return "\t".join([*cells, *["_"] * (10 - len(cells))])


def test_ranges_and_empty_nodes() -> None:
    (sentence,) = read_conllu(SENTENCE.split("\n"))
    assert sentence.comments == ("# sent_id = 1",)
    assert [word[1] for word in sentence.words()] == ["görevli", "ydi", "."]
    assert sentence.surface() == [SurfaceWord("görevliydi", ("görevli", "ydi")), SurfaceWord(".", (".",))]


def test_sentences_end_at_empty_lines_and_at_the_end() -> None:
    lines = [row("1", "Geldi"), "", "", "# text = Gitti", row("1", "Gitti")]
    assert [sentence.words()[0][1] for sentence in read_conllu(lines)] == ["Geldi", "Gitti"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Ankara'da toplandı."], "1: 1 columns, but CoNLL-U has 10"),
        ([row("1", "Geldi"), row("x", "gitti")], "2: x is no word's number"),
        ([row("1", "")], "1: a word without a form"),
        ([row("2-1", "Geldi"), row("1", "Gel"), row("2", "di"), ""], "1: 2-1 is no range"),
        ([row("1", "Bu"), row("2-3", "evdi"), row("2", "ev"), ""], "2: 2-3 is no range"),
        (["# a comment", row("2", "Geldi"), ""], "2: the words of the sentence that begins here are not numbered"),
    ],
)
def test_what_is_no_conllu_is_told_by_its_line(lines: list[str], told: str) -> None:
    with pytest.raises(InputError, match="^" + told):
        list(read_conllu(lines))


def test_features_are_in_order_whatever_their_case() -> None:
    cell = "Case=Nom|Number=Sing|Number[psor]=Sing|Person[psor]=3"
    assert feature_cell(dict(reversed(features(cell).items()))) == cell
    assert feature_cell(features("_")) == "_"
