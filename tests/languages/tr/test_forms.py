"""The readings that ship for the commonest words are those that the rules find."""

import pytest

from haberci.core.lexicon import data_file
from haberci.languages.tr.learning.forms import packed
from haberci.languages.tr.morphology.forms import FILE, MARK, common_forms, fingerprint, read
from haberci.languages.tr.morphology.words import by_rules, raw_readings

FORMS = ["açıklamasını", "Bişkek", "Kırgızistan'ın", "İstanbul'da", "edilmiş", "güzel", "NATO", "askerleri", "Su-35"]


def test_the_shipped_forms_are_of_the_present_tables() -> None:
    made_of = data_file(FILE).read_bytes()[:MARK]
    assert made_of == fingerprint(), "a table of the morphology was changed: make model-forms"


def test_they_are_read_as_the_rules_read_them() -> None:
    common = common_forms()
    drawn = common.forms()[::197]
    assert len(drawn) > 300
    assert [form for form in drawn if common.readings(form) != by_rules(form)] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_form_comes_back_as_it_was_packed(form: str) -> None:
    held = read(packed(FORMS))
    assert repr(held.readings(form)) == repr(by_rules(form))


def test_a_rare_form_is_found_by_the_rules() -> None:
    assert common_forms().readings("kırıldaklığımızdan") == ()
    assert raw_readings("kırıldaklığımızdan") == by_rules("kırıldaklığımızdan")


def test_forms_made_of_other_tables_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert common_forms().readings("geldi")
    monkeypatch.setattr("haberci.languages.tr.morphology.forms.TABLES", ("tr/nouns.tsv",))
    assert common_forms.__wrapped__().readings("geldi") == ()
