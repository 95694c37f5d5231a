"""``haberci analyse``: CoNLL-U of texts, and of files that are cut into words already."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from haberci.core.conllu import FORM, LEMMA, UPOS, ConlluSentence, read_conllu
from tests.command_line import Answer, CommandLine

TEXT = "ASTANA (AA) - Kazakistan Cumhurbaskani Tokayev, toplantinin amacinin baris oldugunu söyledi. Salon doluydu."
KEPT = """\
# sent_id = a-1
# text = Salon doluydu.
1\tSalon\tx\tX\tY\tA=B\t2\tnsubj\t_\tNote=1
2-3\tdoluydu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdolu\t_\t_\t_\t_\t0\troot\t_\t_
3\tydu\t_\t_\t_\t_\t2\tcop\t_\t_
4\t.\t_\t_\t_\t_\t2\tpunct\t_\t_

"""


def sentences(answer: Answer) -> list[ConlluSentence]:
    return list(read_conllu(answer.out.split("\n")))


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_is_restored_and_analysed(haberci: CommandLine, text: Path) -> None:
    answer = haberci("analyse", text, "--lang", "tr")
    assert (answer.status, answer.err) == (0, "")
    first, second = sentences(answer)
    assert "# newdoc id = a" in first.comments
    assert "# sent_id = a-2" in second.comments
    assert "# text = Salon doluydu." in second.comments
    words = {row[FORM]: row for row in first.words()}
    assert (words["amacının"][LEMMA], words["amacının"][UPOS]) == ("amaç", "NOUN")
    assert words["Tokayev"][9] == "SpaceAfter=No"
    assert [row[FORM] for row in second.words()] == ["Salon", "dolu", "ydu", "."]
    assert not Path("haberci.db").exists()


def test_the_convention_can_be_named(haberci: CommandLine, text: Path) -> None:
    whole = sentences(haberci("analyse", text, "--lang", "tr", "--convention", "kenet"))[1]
    assert [(row[FORM], row[UPOS]) for row in whole.words()] == [("Salon", "NOUN"), ("doluydu", "VERB"), (".", "PUNCT")]


def test_words_that_are_cut_already_are_kept(haberci: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(KEPT, encoding="utf-8")
    answer = haberci("analyse", path, "--pretokenised")
    assert (answer.status, answer.err) == (0, "")
    before, after = (
        [line.split("\t") for line in KEPT.split("\n")],
        [line.split("\t") for line in answer.out.split("\n")],
    )
    assert [cells[:2] + cells[6:] for cells in before] == [cells[:2] + cells[6:] for cells in after]
    assert after[2][2:6] == ["salon", "NOUN", "_", "Case=Nom|Number=Sing|Person=3"]
    assert after[3] == before[3]
    assert (after[5][2], after[5][3]) == ("y", "AUX")


def test_what_was_analysed_is_analysed_alike(haberci: CommandLine, text: Path, tmp_path: Path) -> None:
    told = haberci("analyse", text, "--lang", "tr").out
    (tmp_path / "b.conllu").write_text(told, encoding="utf-8")
    assert haberci("analyse", "b.conllu", "--pretokenised", "--convention", "boun").out == told


def test_standard_input(haberci: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(KEPT.encode())))
    assert len(sentences(haberci("analyse", "-", "--pretokenised"))) == 1


def test_what_can_not_be_read_is_told_and_the_rest_is_analysed(haberci: CommandLine, tmp_path: Path) -> None:
    broken = tmp_path / "b.conllu"
    broken.write_text(KEPT + "no columns\n", encoding="utf-8")
    (tmp_path / "empty.conllu").write_text("\n", encoding="utf-8")
    (tmp_path / "c.conllu.xz").write_bytes(b"\xfd7zXZ\0 no packed file")
    (tmp_path / "d.conllu").write_bytes(bytes(range(256)))
    answer = haberci("analyse", "none", broken, "empty.conllu", "c.conllu.xz", "d.conllu", "--pretokenised")
    assert answer.status == 2
    assert len(sentences(answer)) == 1
    starts = [
        "none: no such file",
        f"{broken}:{KEPT.count(chr(10)) + 1}: 1 columns",
        "empty.conllu: no sentence in this file",
        "c.conllu.xz: it is broken or cut off",
        "d.conllu: the bytes are no text",
    ]
    lines = answer.err.splitlines()
    assert [line.startswith(f"haberci: {start}") for line, start in zip(lines, starts, strict=True)] == [True] * 5


def test_languages_without_a_pack(haberci: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The minister met the president of Kazakhstan in Astana on Friday.", encoding="utf-8"
    )
    answer = haberci("analyse", "a.txt")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "haberci: a: not analysed: no language pack for en\n"
    answer = haberci("analyse", "a.txt", "--pretokenised", "--lang", "en")
    assert (answer.status, answer.err) == (2, "haberci: --lang: no language pack for en\n")
