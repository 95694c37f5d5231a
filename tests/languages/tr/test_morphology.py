"""Turkish morphology: the cases of ``tests/cases/morphology.tsv``, the tables, and what holds of any word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haberci.core.lexicon import Row, data_file, read_rows
from haberci.core.morph import Morph, Pos
from haberci.languages.tr.learning.dictionary import table
from haberci.languages.tr.morphology.dictionary import dictionary
from haberci.languages.tr.morphology.sentence import analyse
from haberci.languages.tr.morphology.stems import stems
from haberci.languages.tr.morphology.suffixes import END, graph
from haberci.languages.tr.morphology.words import readings
from haberci.languages.tr.words import words

CASES = Path(__file__).parents[2] / "cases" / "morphology.tsv"
COLUMNS = ("sentence", "word", "pos", "lemma", "form", "failing")
CLOSED = ("lemma", "pos", "change", "example")
FLAGS = ("plural", "negative", "passive", "causative", "able", "past_copula", "conditional")


def shown(morph: Morph) -> str:
    """The form of a word as the cases write it."""
    parts = [str(part) for part in (morph.form, morph.tense) if part]
    parts += [f"person={morph.person}"] if morph.person else []
    parts += [str(morph.case)] if morph.case else []
    parts += [f"possessive={morph.possessive}"] if morph.possessive else []
    return " ".join(parts + [flag for flag in FLAGS if getattr(morph, flag)])


def cases() -> list[object]:
    mark = pytest.mark.xfail(strict=True, reason="object or possessive can't be told without the verb's frame")
    return [
        pytest.param(row, marks=[mark] if row["failing"] else [], id=f"{row['word']} {row.line}")
        for row in read_rows(CASES, COLUMNS)
    ]


def form_of(sentence: str, word: str) -> Morph:
    tokens = [sentence[a:b] for a, b in words(sentence)]
    return analyse(tokens)[tokens.index(word)]


@pytest.mark.parametrize("row", cases())
def test_word_in_its_sentence(row: Row) -> None:
    morph = form_of(row["sentence"], row["word"])
    assert (str(morph.pos), morph.lemma, shown(morph)) == (row["pos"], row["lemma"], row["form"])


def test_every_suffix_leads_somewhere() -> None:
    assert {arc.to for arcs in graph().values() for arc in arcs} <= graph().keys() | {END}


@pytest.mark.parametrize("whole", ["bulun", "bildir", "görüş", "çalış", "kullan", "katıl", "öldür", "karşılaştır"])
def test_stems_that_mean_more_than_their_parts_are_whole(whole: str) -> None:
    assert whole in stems()


def test_every_stem_of_the_dictionary_has_endings() -> None:
    found = dictionary()
    assert [shape for shape, held in found.items() if not held or not all(one.openings for _, one in held)] == []


def test_the_dictionary_is_what_its_source_holds() -> None:
    assert data_file("tr/dictionary.tsv").read_text(encoding="utf-8") == table()


@pytest.mark.parametrize("row", list(read_rows("tr/closed_stems.tsv", CLOSED)), ids=lambda row: row["example"])
def test_stems_of_closed_classes_read_their_example(row: Row) -> None:
    assert row["lemma"] in {reading.morph.lemma for reading in readings(row["example"])}


@pytest.mark.parametrize(("word", "wrong"), [("kamunun", "kam"), ("gelinen", "gelin"), ("açıklama", "açıkla")])
def test_the_dictionary_takes_no_common_word_apart(word: str, wrong: str) -> None:
    assert readings(word)[0].morph.lemma != wrong


@pytest.mark.parametrize("word", ["edildi", "yapıldı", "söylendi", "alındı", "açıklandı", "düzenlendi"])
def test_passives_are_no_stems(word: str) -> None:
    assert readings(word)[0].morph.passive


@pytest.mark.parametrize(("word", "before"), [("ye", "PYD"), ("nin", "Suriye"), ("un", "Koalisyon"), ("den", "ABD")])
def test_endings_that_lost_their_apostrophe(word: str, before: str) -> None:
    assert analyse([before, word, "söz"])[1].pos is Pos.PART


@pytest.mark.parametrize("words", [["Türkiye", "ya", "da", "Irak"], ["Ankara", "de", "katıldı"], ["ev", "ye", "kal"]])
def test_words_that_only_look_like_endings(words: list[str]) -> None:
    assert analyse(words)[1].pos is not Pos.PART


@settings(deadline=None)
@given(st.lists(st.text(alphabet="aeıiklmnrsdtİIĞŞyz'’.19-\"", min_size=1, max_size=14), max_size=8))
def test_every_word_has_a_form(tokens: list[str]) -> None:
    assert len(analyse(tokens)) == len(tokens)


def test_an_object_that_looks_owned_says_so() -> None:
    assert form_of("Mahkeme sanıkları ömür boyu hapse mahkum etti.", "sanıkları").or_accusative
    assert not form_of("Ülkesi anlaşmadan çekildi.", "Ülkesi").or_accusative
