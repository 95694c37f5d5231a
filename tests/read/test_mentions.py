"""Mentions: which phrases are found, what they mean, in which case they stand."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import haberci
from haberci.core.report import Mention, MentionKind, Report
from haberci.core.rule import Rule, rule_table
from haberci.read.mentions.stage import RULES
from haberci.reading import read

CASES = list(
    csv.DictReader(
        (Path(__file__).parent.parent / "cases" / "mentions.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)


def report(text: str) -> Report:
    return read(text, lang="tr")


def shown(mention: Mention) -> str:
    return f"{mention.text}={'+'.join(map(str, mention.codes))}/{mention.case}"


def one(text: str, words: str) -> Mention:
    found = [m for m in report(text).mentions if m.text == words]
    assert found, [m.text for m in report(text).mentions]
    return found[-1]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=[pytest.mark.xfail(strict=True)] if case["note"] == "xfail" else [], id=case["text"])
        for case in CASES
    ],
)
def test_cases(case: dict[str, str]) -> None:
    expected = [part for part in (case["mentions"] or "").split("|") if part]
    assert [shown(m) for m in report(case["text"]).mentions if m.codes] == expected


def test_a_surname_means_the_person_named_in_full() -> None:
    text = "Moldova Savunma Bakanı Anatolie Nosatii istifa etti. Nosatii, gerekçe göstermedi."
    assert (one(text, "Nosatii").person, str(one(text, "Nosatii").codes[0])) == ("Anatolie Nosatii", "MDA MIL")


def test_a_headline_before_the_full_name() -> None:
    text = "Nosatii: Görevi bırakıyorum\n\nMoldova Savunma Bakanı Anatolie Nosatii istifa etti."
    assert str(report(text).mentions[0].codes[0]) == "MDA MIL"


def test_a_bare_office_belongs_to_the_state_in_focus() -> None:
    text = "Tacikistan Cumhurbaşkanı Hucend'e gitti. Dışişleri Bakanlığı gezinin uzatıldığını duyurdu."
    assert str(one(text, "Dışişleri Bakanlığı").codes[0]) == "TJK GOV"


def test_a_bare_office_without_a_state_is_of_the_languages_home() -> None:
    assert str(one("İçişleri Bakanlığı genelge yayımladı.", "İçişleri Bakanlığı").codes[0]) == "TUR GOV"


def test_the_same_office_means_the_same_state_again() -> None:
    text = (
        "Peru Dışişleri Bakanlığı nota verdi. Şili'nin kararı Şili'de tartışıldı. Şili kararından dönmedi. "
        "Dışişleri Bakanlığı yeni adımlar atacak."
    )
    assert str(one(text, "Dışişleri Bakanlığı").codes[0]) == "PER GOV"


def test_an_office_behind_a_genitive_belongs_to_its_owner() -> None:
    text = "Putin'in Suriye Özel Temsilcisi Aleksandr Orlov Şam'a geldi."
    assert str(one(text, "Suriye Özel Temsilcisi Aleksandr Orlov").codes[0]) == "RUS GOV"


def test_an_office_in_a_list_takes_the_state_of_the_one_before() -> None:
    text = "Törene Nepal Başbakanı Arjun Thapa, Savunma Bakanı Bikram Rai katıldı."
    assert str(one(text, "Savunma Bakanı Bikram Rai").codes[0]) == "NPL MIL"


def test_two_countries_are_the_last_two() -> None:
    text = "Umman ile Yemen arasında anlaşma imzalandı. İki ülkenin orduları birlikte çalışacak."
    mention = one(text, "İki ülkenin orduları")
    assert mention.kind is MentionKind.PRONOUN
    assert [str(c) for c in mention.codes] == ["OMN MIL", "YEM MIL"]


def test_an_unknown_person_has_no_code() -> None:
    mention = one("Toplantıya Elmira Sadıkova katıldı.", "Elmira Sadıkova")
    assert (mention.kind, mention.codes, mention.person) == (MentionKind.PERSON, (), "Elmira Sadıkova")


@pytest.mark.parametrize("text", [":TOKAYEV(AA)", "Bakan Ali Kaya (AA), Kemal Er(BM) ve Tokayev (NATO)"])
def test_a_body_in_brackets_behind_a_person_is_read(text: str) -> None:
    assert any(mention.kind is MentionKind.PERSON for mention in haberci.read(text, lang="tr").mentions)


def test_the_report_goes_before_the_register() -> None:
    text = "KEİ Genel Sekreteri Sergey Şoygu Atina'ya geldi."
    assert str(one(text, "KEİ Genel Sekreteri Sergey Şoygu").codes[0]) == "BSEC IGO"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_example_shows_its_rule(rule: Rule) -> None:
    assert rule.id in {m.rule for m in report(rule.example).mentions}


def test_every_rule_is_known() -> None:
    known = rule_table(RULES)
    text = " ".join(case["text"] for case in CASES)
    assert {m.rule for m in report(text).mentions} <= set(known)


PIECES = ["Rusya", "Rusya'nın", "Savunma", "Bakanı", "Bakanlığı", "Ali", "Veli'nin", "ve", ",", ".", "de"]

MARKS = ["(", "KGAÖ", ")", "\x92", "İki ülke", "eski", "Sayın", "örgüt", "-", '"', "PKK/KCK"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, *MARKS]), max_size=14))
def test_mentions_stand_in_order_and_apart(pieces: list[str]) -> None:
    read_report = report(" ".join(["Toplantı", *pieces, "KGAÖ sürdü."]))
    assert read_report.mentions
    last = 0
    for mention in read_report.mentions:
        assert mention.first >= last and mention.last > mention.first
        assert read_report.text[mention.at.text_start : mention.at.text_stop] == mention.text
        last = mention.last


def test_the_countries_of_a_continent_are_no_state() -> None:
    found = haberci.read("Amerika ülkeleri Panama'da toplandı.", lang="tr").mentions
    assert [str(code) for code in found[0].codes] == ["---"]


def test_two_countries_are_those_told_last_not_their_host_or_paper() -> None:
    text = (
        "Haaretz, İsrail Dışişleri Bakanı ile Mısır Dışişleri Bakanının İtalya'nın başkenti Roma'da görüştüğünü yazdı. "
        "Haaretz, iki ülke arasında uzlaşma arandığını öne sürdü."
    )
    assert [str(code) for code in one(text, "iki ülke").codes] == ["ISR GOV", "EGY GOV"]


def test_a_party_of_this_sentence_was_one_of_the_two_before() -> None:
    text = "İsrail ile Mısır arasındaki ilişkiler donduruldu. Mısır Dışişleri Bakanı, iki ülkenin görüştüğünü söyledi."
    assert [str(code) for code in one(text, "iki ülkenin").codes] == ["ISR GOV", "EGY GOV"]


def test_a_namesake_named_later_gives_no_code_to_the_one_before() -> None:
    text = "Tanık Serhat Kor ifade verdi. Kor, tutuklandı. HDP milletvekili Ela Kor konuştu."
    assert one(text, "Kor").codes == ()


def test_a_surname_that_is_a_word_opens_a_sentence() -> None:
    text = "Savunma Bakanı Kemal Durmaz konuştu. Durmaz, Yunanistan'ı suçladı."
    assert str(one(text, "Durmaz").codes[0]) == "TUR MIL"
