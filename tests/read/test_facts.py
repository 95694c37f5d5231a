"""Where a deed took place, how many it struck and who says so: for the deed that they belong to, and no other."""

from __future__ import annotations

import pytest

import haberci
from haberci.core.codebook import EventType
from haberci.core.facts import PlacePrecision
from haberci.core.report import Event


def deed(text: str, kind: EventType) -> Event:
    return next(e for e in haberci.read(text, lang="tr", date="2024-03-05").events if e.type is kind)


@pytest.mark.parametrize(
    ("text", "kind", "place", "rule"),
    [
        ("Rusya ve Türkiye dışişleri bakanları Tiran'da görüştü.", EventType.CONSULT, "Tiran", "where.in"),
        ("İsrail uçakları Gazze'ye hava saldırısı düzenledi.", EventType.ASSAULT, "Gazze", "where.struck"),
        ("Türk ordusu, Irak'ın kuzeyinde PKK'ya hava saldırısı düzenledi.", EventType.ASSAULT, "Irak", "where.part"),
        ("IŞİD militanları Tel Abyad'dan çekildi.", EventType.RETREAT, "Tel Abyad", "where.left"),
    ],
)
def test_the_place_of_a_deed(text: str, kind: EventType, place: str, rule: str) -> None:
    where = deed(text, kind).where
    assert where is not None
    assert (where.name, where.rule) == (place, rule)


def test_a_place_of_the_register_has_its_state_and_coordinates() -> None:
    where = deed("Rusya ve Türkiye dışişleri bakanları Tiran'da görüştü.", EventType.CONSULT).where
    assert where is not None and where.lat is not None and where.lon is not None
    assert (where.state, where.precision) == ("ALB", PlacePrecision.TOWN)
    assert (round(where.lat), round(where.lon)) == (41, 20)


def test_a_place_within_what_is_said_is_not_that_of_the_speech() -> None:
    text = "Almanya Başbakanı, Rusya'nın Suriye'de sivilleri bombalamasını kınadı."
    assert deed(text, EventType.ACCUSE).where is None


def test_numbers_belong_to_the_deed_and_to_who_tells_them() -> None:
    text = "Ukrayna Savunma Bakanlığı, Rus ordusunun Harkiv'e düzenlediği saldırıda en az 15 kişinin öldüğünü açıkladı."
    (toll,) = deed(text, EventType.ASSAULT).numbers
    assert (toll.harm, toll.least, toll.most, str(toll.told_by)) == ("dead", 15, None, "UKR MIL")


def test_victims_told_in_the_next_sentence_are_those_of_the_attack() -> None:
    text = "Rus ordusu Harkiv'e hava saldırısı düzenledi. Saldırıda 3 kişi öldü, 5 kişi yaralandı."
    event = deed(text, EventType.ASSAULT)
    assert [(toll.harm.value, toll.least, toll.told_by) for toll in event.numbers] == [
        ("dead", 3, None),
        ("wounded", 5, None),
    ]
    assert all(toll.text in haberci.read(text, lang="tr").text for toll in event.numbers)


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("Almanya Başbakanı, Fransa Cumhurbaşkanı ile görüşmek istediğini söyledi.", EventType.CONSULT, "wanted"),
        ("Fransa Cumhurbaşkanı'nın Almanya'yı ziyaret etmesi mümkün.", EventType.CONSULT, "hypothetical"),
        ("Ukrayna ordusu Rus üssünü vurmuş olabilir.", EventType.ASSAULT, "hypothetical"),
        (
            "Kremlin Sözcüsü, Rus ordusunun Kiev'i vurduğu iddiasının doğru olduğunu söyledi.",
            EventType.ASSAULT,
            "happened",
        ),
        ('Kremlin Sözcüsü, "Ordumuzun Kiev\'i vurduğu iddiası doğru değil" dedi.', EventType.ASSAULT, "denied"),
    ],
)
def test_what_stands_above_or_behind_a_deed_tells_its_modality(text: str, kind: EventType, modality: str) -> None:
    assert deed(text, kind).modality == modality


def test_one_person_named_as_struck_is_counted() -> None:
    event = deed("Şemdinli'deki çatışmada çavuş Seyit Yalçın şehit oldu.", EventType.ASSAULT)
    assert [(t.harm.value, t.least, t.most, t.rule) for t in event.numbers] == [("dead", 1, 1, "toll.named")]


def test_what_is_said_at_a_meeting_is_said_where_it_is_held() -> None:
    text = "Cenevre'de düzenlenen İnsan Hakları Konferansı sürüyor. Almanya Dışişleri Bakanı, Rusya'yı kınadı."
    where = deed(text, EventType.ACCUSE).where
    assert where is not None and (where.name, where.rule) == ("Cenevre", "where.scene")


def test_a_day_of_a_month_finds_its_year_in_a_date_of_months_but_yesterday_does_not() -> None:
    report = haberci.read("Heyetler 10 Aralık'ta görüştü. Bakan dün geldi.", lang="tr", date="2022-12/2023-01")
    assert [(time.start, time.stop) for time in report.times] == [("2022-12-10", "2022-12-10"), (None, None)]
