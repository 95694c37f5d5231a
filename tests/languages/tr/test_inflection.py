"""Forms of Turkish nouns and the table of titles made from them."""

import pytest

from haberci.core.morph import Case
from haberci.core.naming import TitleKind
from haberci.languages.tr.inflection import noun_forms, plural_forms, possessed_forms
from haberci.languages.tr.naming import load_naming


@pytest.mark.parametrize(
    ("noun", "form", "case", "possessed"),
    [
        ("bakan", "bakanının", Case.GEN, True),
        ("bakan", "bakana", Case.DAT, False),
        ("bakanlık", "bakanlığından", Case.ABL, True),
        ("sözcü", "sözcüsü", Case.NOM, True),
        ("sözcü", "sözcüsüyle", Case.INS, True),
        ("büyükelçi", "büyükelçisini", Case.ACC, True),
        ("müdür", "müdürüne", Case.DAT, True),
        ("heyet", "heyetlerinden", Case.ABL, True),
        ("hükümet", "hükümetinde", Case.LOC, True),
        ("ordu", "ordunun", Case.GEN, False),
    ],
)
def test_forms(noun: str, form: str, case: Case, possessed: bool) -> None:
    assert any(f.text == form and f.case is case and f.possessed is possessed for f in noun_forms(noun))


def test_front_vowels_against_the_word() -> None:
    assert "generali" in {f.text for f in noun_forms("general", front=True)}


def test_plurals() -> None:
    assert {"askerlerinin", "askerlere"} <= {f.text for f in plural_forms("askerler")}
    assert "cumhurbaşkanımız" in {f.text for f in possessed_forms("cumhurbaşkan")}


def test_the_table_of_titles() -> None:
    naming = load_naming()
    assert ("dışişleri", "bakanlığından") not in naming.forms  # a ministry is a topic and a title
    reading = naming.forms[("genel", "sekreterine")][0]
    assert (reading.title.word, reading.case) == ("genel sekreter", Case.DAT)
    assert naming.topics[("savunma",)] == "MIL"
    assert naming.forms[("iki", "ülkenin")][0].title.kind is TitleKind.PAIR
