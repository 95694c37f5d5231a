"""Offices without a name: who holds them on the day of the report, and whom the report itself names."""

import pytest

from haberci.core.report import Mention
from haberci.reading import read


def mentions(text: str, date: str | None) -> tuple[Mention, ...]:
    return read(text, lang="tr", date=date).mentions


def holder(text: str, words: str, date: str | None) -> str | None:
    found = [m for m in mentions(text, date) if m.text == words]
    assert found, [m.text for m in mentions(text, date)]
    return found[-1].holder


@pytest.mark.parametrize(
    ("text", "words", "date", "person"),
    [
        ("Kırgızistan Cumhurbaşkanı Oş'a gitti.", "Kırgızistan Cumhurbaşkanı", "2016-03-04", "Almazbek Atambayev"),
        ("Kırgızistan Cumhurbaşkanı Oş'a gitti.", "Kırgızistan Cumhurbaşkanı", "2021-03-04", "Sadır Caparov"),
        ("Törene Rusya Dışişleri Bakanı katıldı.", "Rusya Dışişleri Bakanı", "2019-03-04", "Sergey Lavrov"),
        ("Rusya Savunma Bakanı tatbikatı izledi.", "Rusya Savunma Bakanı", "2012-03-04", "Anatoliy Serdyukov"),
        ("BM Genel Sekreteri ateşkes istedi.", "BM Genel Sekreteri", "2018-03-04", "Antonio Guterres"),
        ("Milli Eğitim Bakanı Bakü'ye gitti.", "Milli Eğitim Bakanı", "2014-03-04", "Nabi Avcı"),
        ("TBMM Başkanı Bakü'ye gitti.", "TBMM Başkanı", "2020-03-04", "Mustafa Şentop"),
        ("Tarım ve Orman Bakanı Bakü'ye gitti.", "Tarım ve Orman Bakanı", "2021-12-04", "Bekir Pakdemirli"),
    ],
)
def test_the_register_tells_the_holder_of_the_day(text: str, words: str, date: str, person: str) -> None:
    assert holder(text, words, date) == person


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eski Kırgızistan Cumhurbaşkanı Oş'a gitti.", "Eski Kırgızistan Cumhurbaşkanı"),
        ("Kırgızistan Cumhurbaşkanı Yardımcısı Oş'a gitti.", "Kırgızistan Cumhurbaşkanı Yardımcısı"),
        ("Dönemin Kırgızistan Cumhurbaşkanı Oş'a gitti.", "Kırgızistan Cumhurbaşkanı"),
        ("Rus generali cepheyi gezdi.", "Rus generali"),
        ("Rusya Dışişleri Bakanlığı nota verdi.", "Rusya Dışişleri Bakanlığı"),
        ("Nepal Dışişleri Bakanı Oş'a gitti.", "Nepal Dışişleri Bakanı"),
        ("RTÜK Başkanı kararı açıkladı.", "RTÜK Başkanı"),
    ],
)
def test_other_offices_have_no_holder(text: str, words: str) -> None:
    assert holder(text, words, "2016-03-04") is None


def test_no_day_no_holder() -> None:
    assert holder("Kırgızistan Cumhurbaşkanı Oş'a gitti.", "Kırgızistan Cumhurbaşkanı", None) is None


def test_the_day_of_the_dateline_counts() -> None:
    text = "BİŞKEK (AA) - 04.03.2016 - Kırgızistan Cumhurbaşkanı Oş'a gitti."
    assert holder(text, "Kırgızistan Cumhurbaşkanı", None) == "Almazbek Atambayev"


def test_the_report_wins() -> None:
    text = "Kırgızistan Cumhurbaşkanı Azamat Turganov Oş'a gitti. Kırgızistan Cumhurbaşkanı, halka seslendi."
    assert holder(text, "Kırgızistan Cumhurbaşkanı", "2016-03-04") == "Azamat Turganov"
    text = "Kırgızistan Cumhurbaşkanı Oş'a gitti. Törende Kırgızistan Devlet Başkanı Azamat Turganov konuştu."
    assert holder(text, "Kırgızistan Cumhurbaşkanı", "2016-03-04") == "Azamat Turganov"


@pytest.mark.parametrize(
    ("date", "code"),
    [("2015-05-05", "KAZ MIL"), ("2011-01-01", "CSTO IGO"), (None, "CSTO IGO")],
)
def test_a_person_acts_for_the_office_of_the_day(date: str | None, code: str) -> None:
    found = mentions("İmangali Tasmagambetov Bişkek'e geldi.", date)[0]
    assert [str(c) for c in found.codes] == [code]


def test_who_has_left_every_office_acts_for_no_organ() -> None:
    text = "Almazbek Atambayev mahkemede konuştu."
    assert [str(c) for d in ("2014-05-05", "2019-05-05") for c in mentions(text, d)[0].codes] == ["KGZ GOV", "KGZ ELI"]


def test_a_holder_makes_no_role() -> None:
    assert not read("Kırgızistan Cumhurbaşkanı Oş'a gitti.", lang="tr", date="2021-03-04").roles
