"""Whose bare offices, police and firms are: of the state a report is written or set in."""

import pytest

from haberci.reading import read

LAVROV = "BİŞKEK (AA) - Rusya Dışişleri Bakanı Sergey Lavrov konuştu. Dışişleri Bakanı Azamat Tumanov ile görüştü."
PARIS = "Paris'te bin kişi yürüdü. Hava soğuktu. Polis gaz sıktı."
ROW = "ABD ve Kanada Dışişleri Bakanlığı konuştu. ABD Hazine Bakanlığı liste yaptı. Dışişleri Bakanlığı sustu."
CASES = [
    (LAVROV, "Dışişleri Bakanı Azamat Tumanov", "KGZ GOV"),
    (PARIS, "Polis", "FRA COP"),
    ("Fransa'da seçim bitti. Sayım sürüyor. Hükümet bekliyor.", "Hükümet", "FRA GOV"),
    ("Türkiye Fransa'da sergi açtı. Sergi sürüyor. Hükümet bekliyor.", "Hükümet", "TUR GOV"),
    ("Mali ordusu köye girdi.", "Mali ordusu", "MLI MIL"),
    ("Mali, Nijer ve Çad anlaştı.", "Mali", "MLI GOV"),
    ("Mali durumu kötüleşen vakıf kapandı. Bakanlık sustu.", "Bakanlık", "TUR GOV"),
    ("WASHINGTON (AA) - Gösteriler sürüyor. Ulusal Muhafızlar kente girdi.", "Ulusal Muhafızlar", "USA MIL"),
    ("Japonya İmparatoru Naruhito töreni yönetti.", "Japonya İmparatoru Naruhito", "JPN GOV"),
    (
        "CHP Genel Başkanı Özgür Özel ve Genel Başkan Yardımcısı Ali Tan konuştu.",
        "Genel Başkan Yardımcısı Ali Tan",
        "TUR OPP",
    ),
    (ROW, "Dışişleri Bakanlığı", "USA GOV"),
    ("PKK meclisi toplandı. Yemin töreni yapıldı. Vekiller Meclis'e geldi.", "Meclis'e", "TUR LEG"),
    ("Rusya botları beğendi. Rusya anlaştı. Yönetim Kurulu Başkanı Ali Tan konuştu.", "Ali Tan", "TUR BUS"),
]


@pytest.mark.parametrize(("text", "words", "code"), CASES, ids=[words for _, words, _ in CASES])
def test_host(text: str, words: str, code: str) -> None:
    found = [str(m.codes[0]) for m in read(text, lang="tr").mentions if m.text.endswith(words) and m.codes]
    assert found[-1:] == [code]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Atina'da olay çıktı. İki Alman gazeteci gözaltına alındı.", ("GRC COP", "DEU JRN")),
        ("Emniyet Bonn'da iki evi bastı. Üç Alman gazeteci gözaltına alındı.", ("DEU COP", "DEU JRN")),
        ("Rus polisi iki adresi bastı, üç aktivist gözaltına alındı.", ("RUS COP", "RUS CVL")),
        ("Mısır'da güvenlik güçleri 40 göstericiyi gözaltına aldı.", ("EGY COP", "EGY CVL")),
    ],
)
def test_who_arrests(text: str, parties: tuple[str, str]) -> None:
    event = next(e for e in read(text, lang="tr").events if e.mode == "arrest")
    assert (str(event.actors[0]), str(event.recipients[0])) == parties


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Mısır'da güvenlik güçleri göstericilere gaz sıktı.", "EGY COP"),
        ("Mısır ordusu göstericilere gaz sıktı.", "EGY MIL"),
        ("Mısır'da güvenlik güçleri göstericilere ateş açtı.", "EGY MIL"),
    ],
)
def test_forces_of_security_that_disperse_people_are_police(text: str, doer: str) -> None:
    assert [str(e.actors[0]) for e in read(text, lang="tr").events] == [doer]


def test_a_first_name_is_no_place_with_an_ending() -> None:
    assert not [m for m in read("Toplantıya Berna Karadaş katıldı.", lang="tr").mentions if m.place]
    assert [m for m in read("Heyet dün Berne uçtu.", lang="tr").mentions if m.place]


JAPAN = "Japonya, denemeyi kınadı. Savunma Bakanlığı füzenin denize düştüğünü bildirdi."
HOLDER = "Sandu Bükreş'te konuştu. Cumhurbaşkanı Iohannis desteğini yineledi."
GUEST = "Hindistan Başbakanı Modi Moskova'ya geldi. Putin konuğunu karşıladı. Konuk başbakan anlaşmayı imzaladı."
SECOND = "Peru Cumhurbaşkanı Ela Kor Lima'dan ayrıldı. Quito'da Cumhurbaşkanı Holt ile görüştü."


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (JAPAN, "Savunma Bakanlığı", "JPN MIL"),
        ("Türkiye denemeyi kınadı. " + JAPAN, "Savunma Bakanlığı", "TUR MIL"),
        (HOLDER, "Cumhurbaşkanı Iohannis", "ROU GOV"),
        (GUEST, "Konuk başbakan", "IND GOV"),
        (SECOND, "Cumhurbaşkanı Holt", "ECU GOV"),
        (
            "Pakistan ordusu Afganistan sınırını geçti. Hükümet Taliban'ı suçladı. Bakanlık sustu.",
            "Bakanlık",
            "PAK GOV",
        ),
        ("Fransa Büyükelçiliği kapandı. Bakanlık sustu.", "Bakanlık", "TUR GOV"),
    ],
)
def test_whose_office_it_is(text: str, words: str, code: str) -> None:
    found = [str(m.codes[0]) for m in read(text, lang="tr").mentions if m.text == words and m.codes]
    assert found[-1:] == [code]
