"""Roles: who is tied to which office."""

import pytest

from haberci.core.report import Role
from haberci.core.rule import rule_table
from haberci.read.roles import RULES
from haberci.reading import read


def roles(text: str) -> list[tuple[str, str, str]]:
    return [(r.person, r.office, r.of) for r in _roles(text)]


def _roles(text: str) -> tuple[Role, ...]:
    found = read(text, lang="tr").roles
    assert {r.rule for r in found} <= set(rule_table(RULES))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estonya Savunma Bakanı Hanno Pevkur'u kabul etti.", ("Hanno Pevkur", "Estonya Savunma Bakanı", "EST")),
        ("Kararı eski Peru Başbakanı Alan Quiroz eleştirdi.", ("Alan Quiroz", "eski Peru Başbakanı", "PER")),
        ("BM Yemen Özel Temsilcisi Hans Grundberg geldi.", ("Hans Grundberg", "BM Yemen Özel Temsilcisi", "UN")),
        ("Tarım ve Orman Bakanı Sayın Ayhan Derin geldi.", ("Ayhan Derin", "Tarım ve Orman Bakanı", "TUR")),
        ("İsrail'in Ankara büyükelçisi olan Dan Peretz gitti.", ("Dan Peretz", "İsrail'in Ankara büyükelçisi", "ISR")),
        ("Irak Savunma Bakanı Adil el-Cubeyri istifa etti.", ("Adil el-Cubeyri", "Irak Savunma Bakanı", "IRQ")),
        ("Peru Ticaret Bakanı Alan Kiroz la görüştü.", ("Alan Kiroz", "Peru Ticaret Bakanı", "PER")),
        ("Ekonomi Bakanı Tarık Orman konuştu.", ("Tarık Orman", "Ekonomi Bakanı", "TUR")),
        ("BM Özel Raportörü Lena Hart konuştu.", ("Lena Hart", "BM Özel Raportörü", "UN")),
        ("2. Ordu Komutanı Org. Sinan Uslu bölgeye gitti.", ("Sinan Uslu", "Ordu Komutanı", "TUR")),
    ],
)
def test_an_office_beside_a_name(text: str, expected: tuple[str, str, str]) -> None:
    assert roles(text) == [expected]


def test_the_head_of_a_delegation() -> None:
    assert roles("Ürdün heyetine Zeyd Rifai başkanlık etti.") == [("Zeyd Rifai", "Ürdün heyetine", "JOR")]


def test_an_office_in_the_plural_is_that_of_all_behind_it() -> None:
    found = roles("Törene eski TBMM başkanlarından Kenan Altan, Selim Derin ve Nuri Kaya Sezer katıldı.")
    assert [person for person, _, _ in found] == ["Kenan Altan", "Selim Derin", "Nuri Kaya Sezer"]
    found = roles("Dışişleri Bakanı Kenan Altan, Selim Derin ve Nuri Sezer ile görüştü.")
    assert [person for person, _, _ in found] == ["Kenan Altan"]


@pytest.mark.parametrize("day", ["Cuma günü", "Aralık 2012'de"])
def test_a_day_is_no_part_of_a_full_name(day: str) -> None:
    assert roles(f"Peru Başbakanı Alan Quiroz {day} konuştu.") == [("Alan Quiroz", "Peru Başbakanı", "PER")]


def test_two_offices_in_a_chain() -> None:
    found = roles("Kenya Başbakanı Peter Otieno'nun danışmanı Grace Mwangi istifa etti.")
    assert [(person, of) for person, _, of in found] == [("Peter Otieno", "KEN"), ("Grace Mwangi", "KEN")]


def test_a_person_has_one_role_with_the_full_name() -> None:
    text = "Cumhurbaşkanı Caparov konuştu. Kırgızistan Cumhurbaşkanı Sadır Caparov yola çıktı. Caparov yarın döner."
    assert [(person, of) for person, _, of in roles(text)] == [("Sadır Caparov", "KGZ")]


@pytest.mark.parametrize(
    "text",
    [
        "Bişkek'teki Türk Dünyası Belediye Başkanları Forumu sona erdi.",
        "Maliye Bakanları Endeksi (MBE) verileri açıklandı.",
        "Prof. Kemal Arslan konferans verdi.",
        "Gazeteci Nalan Ekici yazdı.",
        "Uzman çavuş Burak Sezer yaralandı.",
        "Tuğgeneral Orhan Kaya izledi.",
        "Darbeci general Orhan Kaya izledi.",
        "Sanığın avukatı Orhan Kaya izledi.",
        "Bakanlık açıklama yaptı.",
        "BAŞKAN KARARI AÇIKLADI",
        "Süleyman Demirel Üniversitesi açıldı.",
    ],
)
def test_ranks_professions_and_bodies_are_no_roles(text: str) -> None:
    assert roles(text) == []


def test_who_was_elected_or_named_to_an_office_holds_it() -> None:
    assert roles("Slovakya Cumhurbaşkanı seçilen Peter Pellegrini konuştu.") == [
        ("Peter Pellegrini", "Slovakya Cumhurbaşkanı", "SVK")
    ]
    assert ("Barack Obama", "ABD Başkanı", "USA") in roles("Kral, yeniden ABD Başkanı seçilen Barack Obama'yı aradı.")


def test_an_office_that_only_stands_near_a_person_is_not_held_by_him() -> None:
    assert not roles("Slovakya Cumhurbaşkanı, seçilen Peter Pellegrini'yi kutladı.")
    assert not roles("Slovakya Cumhurbaşkanı olan biteni Emmanuel Macron'a anlattı.")
