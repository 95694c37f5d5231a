"""Names: which are found in a sentence, how they are measured, and that the figures hold."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from haberci.core.errors import InputError
from haberci.core.report import ProperName
from haberci.languages.tr.learning.names import labels_of
from haberci.languages.tr.measuring.names import f1, main, tally
from haberci.languages.tr.names.acronyms import acronym_pairs
from haberci.languages.tr.names.evidence import FLAGS, Evidence, placing, registered
from haberci.languages.tr.names.labels import FREE, LABELS
from haberci.languages.tr.names.lexicon import Known, NameLexicon, pack_rows, read_parts, shipped_lexicon, write_parts
from haberci.languages.tr.names.model import pack_weights, recogniser_of, stretches
from haberci.languages.tr.names.texts import Marked, marked_sentences, spans
from haberci.languages.tr.names.words import WordReader, capitals, parted, shape
from haberci.reading import read

CASES = list(
    csv.DictReader(
        (Path(__file__).parents[2] / "cases" / "names.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)


def names(text: str) -> tuple[ProperName, ...]:
    return read(text, lang="tr").names


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=[pytest.mark.xfail(strict=True)] if case["note"] == "xfail" else [], id=case["text"])
        for case in CASES
    ],
)
def test_cases(case: dict[str, str]) -> None:
    expected = [part for part in (case["names"] or "").split("|") if part]
    assert [f"{name.kind.value} {name.name}" for name in names(case["text"])] == expected


def test_the_cases_hold_as_many_near_misses() -> None:
    without = [case for case in CASES if not case["names"]]
    assert len(without) * 2 >= len(CASES) - 4


def test_a_name_keeps_its_words_as_written_and_the_case_of_the_last() -> None:
    (name,) = [n for n in names("Sadır Caparov, Tasmagambetov'u kabul etti.") if n.name == "Tasmagambetov"]
    assert (name.text, name.case.value, name.rule) == ("Tasmagambetov'u", "Acc", "name.recognised")


def test_names_do_not_overlap_and_lie_in_the_text() -> None:
    report = read("KGAÖ Genel Sekreteri İmangali Tasmagambetov ve Caparov, Bişkek'te New York'u konuştu.", lang="tr")
    last = 0
    assert [name.name for name in report.names][-1] == "New York"
    for name in report.names:
        assert name.first >= last
        assert report.text[name.at.text_start : name.at.text_stop] == name.text
        last = name.last


def test_reading_twice_gives_the_same() -> None:
    text = "Yazar Elmira Sadıkova, Niğde'de konuştu. Sadıkova yarın Aksaray'a geçecek."
    assert names(text) == names(text)


def test_an_acronym_means_what_the_report_explained() -> None:
    found = names("Ege Ormanlarını Koruma Derneği (EOKD) kuruldu. EOKD'nin üyeleri toplandı.")
    assert {name.long for name in found} == {"Ege Ormanlarını Koruma Derneği"}
    assert [name.rule for name in found] == ["name.acronym", "name.acronym", "name.acronym-again"]


def test_an_explained_acronym_is_the_actor_of_its_long_form() -> None:
    report = read("Kolektif Güvenlik Antlaşması Örgütü (KGAO) toplandı. KGAO tatbikatı erteledi.", lang="tr")
    (again,) = [mention for mention in report.mentions if mention.text == "KGAO" and mention.first > 7]
    assert [str(code) for code in again.codes] == ["CSTO IGO"]


PAIRS = [
    ("Ege Ormanlarını Koruma Derneği ( EOKD ) kuruldu", "EOKD=Ege Ormanlarını Koruma Derneği"),
    ("yeni Su ve Toprak Vakfı ( STV ) kuruldu", "STV=Su ve Toprak Vakfı"),
    ("STV ( Su ve Toprak Vakfı ) kuruldu", "STV=Su ve Toprak Vakfı"),
    ("ücretler ( TL ) olarak ödenir", ""),
    ("Genel Müdür ( AB ) geldi", ""),
    ("Dernek ( D ) kuruldu", ""),
    ("Su Vakfı ( bkz. ) kuruldu", ""),
    ("Su Vakfı ( STV", ""),
    ("STV ( Su Vakfı ) kuruldu", ""),
]


@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_acronyms_beside_their_long_form(text: str, pair: str) -> None:
    found = acronym_pairs([text.split()], [[]])
    assert "|".join(f"{p.acronym}={p.long}" for p in found) == pair


def test_a_foreign_acronym_stands_for_the_body_before_it() -> None:
    words = "İktisadi Kalkınma Örgütü ( OECD ) toplandı".split()
    assert acronym_pairs([words], [[]]) == []
    assert [p.long for p in acronym_pairs([words], [[(0, 3)]])] == ["İktisadi Kalkınma Örgütü"]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ("B-PER L-PER O U-LOC", [(0, 2, "PER"), (3, 4, "LOC")]),
        ("I-PER I-PER I-LOC", [(0, 2, "PER"), (2, 3, "LOC")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("B-GPE I-GPE B-DATE", [(0, 2, "LOC")]),
        ("O O", []),
    ],
)
def test_labels_are_read_as_names(labels: str, found: list[tuple[int, int, str]]) -> None:
    assert spans(labels.split()) == found


def test_labels_of_a_marked_sentence_are_those_of_its_names() -> None:
    sentence = Marked("Nuri Tok Van ' a gitti".split(), [(0, 2, "PER"), (2, 3, "LOC")])
    assert labels_of(sentence) == ["B-PER", "L-PER", "U-LOC", "O", "O", "O"]
    assert spans(labels_of(sentence)) == sentence.names


def test_a_suffix_ends_a_name() -> None:
    sentence = Marked("Erzurum'dan Yeni Kale'ye".split(), [(0, 3, "LOC")])
    assert labels_of(sentence) == ["U-LOC", "B-LOC", "L-LOC"]


@pytest.mark.parametrize(
    ("word", "told"),
    [("Ankara'da", "Xx"), ("TBMM", "XX"), ("A", "X"), ("eBay", "m"), ("McDonald", "XxX"), ("14ncü", "0x"), ("12", "0"),
     (",", "p"), ("ev", "x"), ("A.B.D.", "X."), ("v.s", "x.")],
)  # fmt: skip
def test_shapes(word: str, told: str) -> None:
    assert shape(parted(word)[0]) == told


def test_stretches_hold_capitals_and_what_joins_them() -> None:
    words = "dün Su ve Toprak Vakfı , 8. Daire ve üyeler 5 kez".split()
    assert list(stretches(words, capitals(words))) == [(1, 5), (6, 8)]


def test_evidence_is_that_of_the_same_word_elsewhere() -> None:
    sentences = ["Okur geldi".split(), "Bakan Okur gitti".split(), "Niğde'de kaldı".split()]
    evidence = Evidence(sentences, placing(WordReader(shipped_lexicon())))
    flags, count = evidence.elsewhere(0, 0) or (0, 0)
    assert count == 1
    assert flags & (1 << FLAGS.index("title"))
    assert evidence.elsewhere(2, 0) == (0, 0)
    assert evidence.elsewhere(0, 1) is None


def test_the_register_tells_of_its_names() -> None:
    assert registered("Kırgızistan KGAÖ'ye üye".split(), [0, 1]) == {0: "stateB1", 1: "organisationeB1"}
    assert registered("hava güzel".split(), []) == {}


def test_a_lexicon_is_read_as_it_was_written() -> None:
    rows = {"ak": Known("f", "34", "", "1,2,3", ""), "akın": Known("", "60", "0" * 14, "", "4,5,6")}
    (part,) = read_parts(write_parts([pack_rows(rows)]))
    lexicon = NameLexicon(part)
    assert {word: lexicon.known(word) for word in rows} == rows
    assert lexicon.known("yok").lists == ""
    with pytest.raises(ValueError, match="no model of names"):
        read_parts(b"HBL2")


def test_weights_decide() -> None:
    text = pack_weights({"sh=Xx": {"U-PER": 2.0}}, {("O", "O"): 0.1}).decode()
    recogniser = recogniser_of(WordReader(NameLexicon(b"")), text)
    assert recogniser.label([["dün", "Okur", "geldi"]]) == [["O", "U-PER", "O"]]
    assert len(FREE) == len(LABELS)


MARKED = "Nuri I-PER\nTok I-PER\nVan'a I-LOC\ngitti O\n\nOkur I-PER\ngeldi O\n"


def test_names_are_counted_by_words_and_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "marked.txt"
    path.write_text(MARKED, encoding="utf-8")
    counts = tally(marked_sentences(path))
    assert sum(n for (_, outcome), n in counts.items() if outcome != "wrong") == 3
    assert main([str(path)]) == 0
    assert "precision" in capsys.readouterr().out


def test_figures() -> None:
    from collections import Counter

    counts = Counter({("PER", "right"): 3, ("PER", "wrong"): 1, ("LOC", "missed"): 1})
    assert f1(counts) == (0.75, 0.75, 0.75)
    assert f1(counts, "LOC") == (0.0, 0.0, 0.0)


def test_a_file_without_names_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.txt"
    path.write_text("ev O\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"none\.txt: no name is marked"):
        marked_sentences(path)
    assert main([str(path), "--degrade"]) == 2
    assert main([str(tmp_path / "absent")]) == 2
    assert "absent: can't be read" in capsys.readouterr().err
