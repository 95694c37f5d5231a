"""Words in the terms of Universal Dependencies: ``tests/cases/universal.tsv``, the table, parts and conventions."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from haberci.core.conllu import feature_cell, features
from haberci.core.lexicon import Row, read_rows
from haberci.core.morph import Form, Tense
from haberci.core.universal import Convention, SurfaceWord, whole
from haberci.languages.tr.learning.perceptron import Perceptron, mean
from haberci.languages.tr.learning.universal import Lesson, agreed, learn_tags, lesson_of, settled, telling
from haberci.languages.tr.measuring.universal import GoldSentence, GoldWord, Tally, compare, measure, verb_features
from haberci.languages.tr.morphology.sentence import analyse
from haberci.languages.tr.universal.features import copula, verb_forms
from haberci.languages.tr.universal.model import pack, parse
from haberci.languages.tr.universal.parts import convention_of, split
from haberci.languages.tr.universal.sentence import annotate, fitting
from haberci.languages.tr.universal.slots import slots
from haberci.languages.tr.universal.tagger import views

CASES = Path(__file__).parents[2] / "cases" / "universal.tsv"
COLUMNS = ("convention", "sentence", "word", "upos", "lemma", "feats")


def surface(sentence: str) -> list[SurfaceWord]:
    return [SurfaceWord(word.replace("+", ""), tuple(word.split("+"))) for word in sentence.split()]


@pytest.mark.parametrize("row", list(read_rows(CASES, COLUMNS)), ids=lambda row: f"{row['word']} {row.line}")
def test_word_in_its_sentence(row: Row) -> None:
    found = annotate(surface(row["sentence"]), Convention(row["convention"]))
    (word,) = [word for word in found if word.form == row["word"]]
    assert (word.upos, word.lemma, feature_cell(word.feats)) == (row["upos"], row["lemma"], row["feats"])


def test_every_finite_tense_has_a_row_in_both_conventions() -> None:
    for convention in Convention:
        assert {tense for c, form, tense, over in verb_forms() if (c, form, over) == (convention, "Fin", "")} == set(
            Tense
        )


def test_every_form_has_a_row_in_the_convention_where_it_is_a_verb() -> None:
    assert {form for convention, form, _, _ in verb_forms() if convention == Convention.BOUN} == set(Form)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.text(alphabet="aeıikdmlnrsty'İŞ.9", min_size=1, max_size=12), max_size=7), st.sampled_from(Convention)
)
@example(["9", "'9", "9"], Convention.KENET)
def test_every_word_has_a_part_of_speech_and_a_lemma(words: list[str], convention: Convention) -> None:
    found = annotate([whole(word) for word in words], convention)
    assert [word.form for word in found] == words
    assert all(word.upos and word.lemma for word in found)
    assert all((word.upos == "PUNCT") == (not any(map(str.isalnum, word.form))) for word in found)


PARTS = ["hedef+ti", "öğrenci+yken", "açmış+tı", "alacak+tır", "Ankara'da+ki", "geliyordu", "Ankara'da", "değildi"]


@pytest.mark.parametrize("told", PARTS)
def test_words_are_split_as_in_the_treebank_that_splits(told: str) -> None:
    word = told.replace("+", "")
    sentence = ["Bu", word, "ev", "yeni"] if told.endswith("ki") else ["Bu", word, "."]
    morph = analyse(sentence)[1]
    assert "+".join(split(word, morph, Convention.BOUN).parts) == told
    assert split(word, morph, Convention.KENET) == whole(word)


def test_the_convention_is_that_by_which_the_words_are_cut() -> None:
    kept = [[whole(word) for word in ("Heyet", "gelmişti", ".")]] * 4
    assert convention_of(kept) is Convention.KENET
    assert convention_of([*kept, [SurfaceWord("hazırdı", ("hazır", "dı"))]]) is Convention.BOUN
    assert convention_of(kept[:1]) is Convention.BOUN


@pytest.mark.parametrize(
    ("part", "feats"),
    [
        ("ydim", "Number=Sing|Person=1|Tense=Past"),
        ("dırlar", "Number=Plur|Person=3|Tense=Pres"),
        ("yiz", "Number=Plur|Person=1|Tense=Pres"),
        ("sanız", "Number=Plur|Person=2|Tense=Pres"),
    ],
)
def test_copulas_that_are_words_of_their_own(part: str, feats: str) -> None:
    assert features(feats).items() <= copula(part).items()


def gold(convention: Convention) -> GoldSentence:
    words = surface("Bakan Ankara'ya geldi .")
    told = [GoldWord(w.lemma, w.upos, w.feats) for w in annotate(words, convention)]
    return GoldSentence(words, told)


def test_what_agrees_counts_as_right_and_what_does_not_as_wrong() -> None:
    sentence = gold(Convention.BOUN)
    assert set(measure([sentence], Convention.BOUN).figures().values()) == {1.0}
    other = sentence._replace(words=[word._replace(lemma="x", upos="X") for word in sentence.words])
    tally = Tally()
    compare(other, annotate(sentence.surface, Convention.BOUN), tally)
    assert tally.figures() == {"lemma": 0.0, "UPOS": 0.0, "UPOS of words": 0.0}
    assert [line for line in tally.lines(1) if "geldi" in line or "Bakan" in line]


SAME_FORM = [  # a form as BOUN and as Kenet tell it
    ("Aspect=Perf|Evident=Fh|Number=Plur|Person=3|Tense=Past", "Aspect=Perf|Mood=Ind|Number=Plur|Person=3|Tense=Past"),
    ("Evident=Nfh|Number=Sing|Person=3|Tense=Past", "Aspect=Perf|Mood=Ind|Number=Sing|Person=3|Tense=Pres"),
    ("Aspect=Hab|Evident=Fh|Number=Sing|Person=1|Tense=Pres", "Aspect=Perf|Mood=Gen|Number=Sing|Person=1|Tense=Past"),
    ("Aspect=Hab|Mood=Pot|Number=Sing|Person=3|Tense=Pres", "Aspect=Hab|Mood=GenPot|Number=Sing|Person=3|Tense=Pres"),
    ("Mood=Imp|Number=Sing|Person=3", "Mood=Imp|Number=Sing|Person=3|Tense=Pres"),
    ("Aspect=Imp|Number=Sing|Person=2|Tense=Fut", "Aspect=Perf|Mood=Ind|Number=Sing|Person=2|Tense=Fut"),
]


@pytest.mark.parametrize(("boun", "kenet"), SAME_FORM)
def test_both_conventions_are_asked_in_the_same_terms(boun: str, kenet: str) -> None:
    assert verb_features(features(boun)) == verb_features(features(kenet + "|VerbForm=Fin"))


def test_person_is_asked_of_finite_verbs_alone() -> None:
    assert verb_features(features("Case=Nom|Number=Plur|Person=3|VerbForm=Vnoun")) == "Vnoun Pres Pos"
    assert verb_features(features("Number=Plur|Person=3|VerbForm=Fin")) == "Fin Pres Pos 3Plur"
    assert verb_features(features("Case=Nom|Number=Plur|Person=3")) == ""


def test_different_tenses_stay_different() -> None:
    told = {verb_features(features(gives)) for boun, kenet in SAME_FORM for gives in (boun, kenet + "|VerbForm=Fin")}
    assert len(told) == len(SAME_FORM)


def test_a_model_is_read_as_it_was_written() -> None:
    lines = ["bwev NOUN:120 VERB:-3", "kwev ADJ:7", "= bLown 15", "@ bise AUX i"]
    text = zlib.decompress(pack(lines)).decode()
    model = parse(text, Convention.BOUN)
    assert model.tags == {"wev": {"NOUN": 1.2, "VERB": -0.03}}
    assert (model.lemmas, model.seen) == ({"Lown": 0.15}, {("ise", "AUX"): "i"})
    assert parse(text, Convention.KENET).tags == {"wev": {"ADJ": 0.07}}


def test_what_one_convention_teaches_counts_less_for_the_other() -> None:
    learner = Perceptron()
    learner.steps = 1
    learner.move(["f"], "NOUN", 1.0, Convention.BOUN)
    learner.steps = 10
    own, other = (learner.averaged(convention)["f"]["NOUN"] for convention in Convention)
    assert own == 4 * other == pytest.approx(0.9)


def test_several_learners_are_averaged_and_what_matters_little_is_left_out() -> None:
    one = {"f": {"NOUN": 1.0, "VERB": 0.2}, "g": {"ADJ": 0.1}}
    other = {"f": {"NOUN": 0.5}, "h": {"ADJ": -0.4}}
    assert mean([one, other]) == {"f": {"NOUN": 0.75}, "h": {"ADJ": -0.2}}


@pytest.mark.parametrize(("ahead", "moved"), [(-0.5, True), (0.5, True), (1.5, False)])
def test_a_tag_is_learned_until_it_is_well_ahead(ahead: float, moved: bool) -> None:
    told = GoldSentence(surface("Bakan"), [GoldWord("bakan", "NOUN", {})])
    learner = Perceptron()
    learner.weights[Convention.BOUN]["wbakan"] = {"NOUN": ahead, "VERB": 0.0}
    wrong = learn_tags(lesson_of(told, Convention.BOUN, 1, True), learner)
    assert wrong == (ahead < 0)
    assert (learner.weights[Convention.BOUN]["wbakan"]["NOUN"] > ahead) == moved


def test_a_feature_of_one_word_alone_is_left_out() -> None:
    lesson = lesson_of(gold(Convention.BOUN), Convention.BOUN, 1, True)
    once, twice = telling([lesson])[0].features[0], telling([lesson, lesson])[0].features[0]
    assert "wbakan" in twice == lesson.features[0]
    assert "wbakan" not in once


def test_a_bare_verbal_noun_that_kenet_calls_a_verb_is_an_order() -> None:
    slot = slots(surface("Oraya inme ."))[1]
    order = fitting(slot, "VERB", Convention.KENET)
    assert (order.form, order.tense, order.person, order.negative) == (Form.FINITE, Tense.IMPERATIVE, "2s", True)
    assert fitting(slot, "NOUN", Convention.KENET) == fitting(slot, "VERB", Convention.BOUN) == slot.morph


def test_the_tagger_sees_where_in_a_name_a_word_stands() -> None:
    seen = views(slots(surface("Dün Sadır Caparov Bişkek'te konuştu .")))
    assert [view.name for view in seen] == ["O", "B-PER", "L-PER", "U-LOC", "O", "O"]


def test_what_another_treebank_tags_otherwise_is_brought_to_the_convention() -> None:
    words = surface("Ev+deki olan , yıkılan köprü .".replace("Ev+deki", "Evde+ki"))
    told = [GoldWord("x", upos, {}) for upos in ("NOUN", "ADP", "AUX", "PUNCT")]
    told += [GoldWord("yık", "ADJ", {"Polarity": "Pos"}), GoldWord("köprü", "NOUN", {}), GoldWord(".", "PUNCT", {})]
    lesson = lesson_of(GoldSentence(words, told), Convention.BOUN, 1, True)
    upos = [word.upos for word in lesson.gold.words]
    assert upos == ["NOUN", "PART", "VERB", "PUNCT", "VERB", "NOUN", "PUNCT"]


def test_the_clitic_de_is_a_particle_as_in_most_of_boun_and_a_conjunction_in_ya_da() -> None:
    words = surface("Sen de geldin ya da o da geldi .")
    told = [GoldWord("x", upos, {}) for upos in "PRON CCONJ VERB CCONJ CCONJ PRON ADV VERB PUNCT".split()]
    lesson = lesson_of(GoldSentence(words, told), Convention.BOUN, 1, True)
    assert [word.upos for word in lesson.gold.words] == "PRON PART VERB CCONJ CCONJ PRON PART VERB PUNCT".split()
    kenet = lesson_of(GoldSentence(words, told), Convention.KENET, 1, True)
    assert kenet.gold.words == told


def test_words_that_a_treebank_has_settled_are_tagged_so_in_those_that_help() -> None:
    words = surface("Sorun var .")
    told = [GoldWord(form, upos, {}) for form, upos in (("sorun", "NOUN"), ("var", "NOUN"), (".", "PUNCT"))]
    own = lesson_of(GoldSentence(words, told), Convention.BOUN, 1, True)
    tags = settled([(Path("BOUN/dev"), own)] * 3)
    assert tags == {Convention.BOUN: {"sorun": "NOUN", "var": "NOUN", ".": "PUNCT"}, Convention.KENET: {}}
    assert settled([(Path("BOUN/dev"), own)] * 2)[Convention.BOUN] == {}
    other = own._replace(gold=own.gold._replace(words=[told[0], told[1]._replace(upos="ADJ"), told[2]]))
    assert agreed(other, tags[Convention.BOUN]).gold.words == told


def test_a_lesson_has_no_features_for_marks() -> None:
    lesson: Lesson = lesson_of(gold(Convention.KENET), Convention.KENET, 1, True)
    assert [bool(features) for features in lesson.features] == [True, True, True, False]
