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
        ("Hamas, İsrail'in güneyine saldırdı.", EventType.ASSAULT, "İsrail", "where.struck"),
        (
            "Slovakya Başbakanı Fico, Handlova kasabasında saldırıya uğradı.",
            EventType.ASSAULT,
            "Handlova",
            "where.part",
        ),
    ],
)
def test_the_place_of_a_deed(text: str, kind: EventType, place: str, rule: str) -> None:
    where = deed(text, kind).where
    assert where is not None
    assert (where.name, where.rule) == (place, rule)


@pytest.mark.parametrize(
    ("text", "place", "state"),
    [
        ("Moskova yakınlarındaki Krasnogorsk'ta Rus askerlerine silahlı saldırı düzenlendi.", "Krasnogorsk", "RUS"),
        ("Belucistan eyaletine bağlı Mastung'da Pakistan polisine bombalı saldırı düzenlendi.", "Mastung", "PAK"),
        ("Suriye'nin Haseke iline bağlı Til Temir beldesinde Rus askerlerine saldırı düzenlendi.", "Til Temir", "SYR"),
        ("Rus askerlerine Haseke kırsalındaki Til Temir beldesinde saldırı düzenlendi.", "Til Temir", "SYR"),
        ("Slovakya Başbakanı Fico, Handlova kasabasında saldırıya uğradı.", "Handlova", None),
        ("Selahaddin Eyyubi Mahallesi'nde Türk polislere saldırı düzenlendi.", "Eyyubi Mahallesi", None),
    ],
)
def test_a_place_that_nobody_knows_lies_where_the_one_before_it_does(text: str, place: str, state: str | None) -> None:
    where = deed(text, EventType.ASSAULT).where
    assert where is not None
    assert (where.name, where.state) == (place, state)


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
        ("Rus ordusu Kiev'i dün vurabildi.", EventType.ASSAULT, "happened"),
        ("Rus ordusu Kiev'i vurabilir.", EventType.ASSAULT, "hypothetical"),
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


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        (
            "Erivan, 1 Mart'ta görevini bırakacak olan Macron'a 3 Mart'ta teşekkür etti.",
            EventType.SUPPORT,
            "03-03..03-03",
        ),
        (
            "Macron, 2 Mart'ta, 2019'dan beri görevde olan vekile yaptırım uygulayacağını duyurdu.",
            EventType.SANCTION,
            None,
        ),
        ("İran ve Rusya tatbikat düzenliyor. Tatbikat, 9 Mart'a kadar sürecek.", EventType.COOPERATE, "..03-09"),
        (
            "Macron, cumartesi günü konuştu. 11 Eylül saldırılarını planlayan El Kaide lideri öldürüldü.",
            EventType.ASSAULT,
            None,
        ),
        (
            "İki askeri üs dün füzelerle sarsıldı. Rus ordusu Harkiv'e hava saldırısı düzenledi.",
            EventType.ASSAULT,
            None,
        ),
    ],
)
def test_the_day_of_a_deed_is_not_that_of_another(text: str, kind: EventType, days: str | None) -> None:
    when = next((e.when for e in haberci.read(text, lang="tr", date="2024-03-05").events if e.type is kind), None)
    told = f"{(when.start or '')[5:]}..{(when.stop or '')[5:]}" if when else None
    assert told == days


def test_who_thanks_one_that_will_leave_on_a_day_does_not_thank_on_that_day() -> None:
    text = "Macron, 1 Nisan'da görevini bırakacak olan Guterres'e teşekkür etti."
    assert deed(text, EventType.SUPPORT).when is None


def test_deeds_listed_by_day_and_place_are_one_event_each() -> None:
    text = "PKK, 3 Ocak'ta Sinop'un Gerze ilçesinde jandarmaya, 6 Ocak'ta Hakkari'de polise saldırı düzenledi."
    events = [e for e in haberci.read(text, lang="tr", date="2024-03-05").events if e.type is EventType.ASSAULT]
    assert [(e.when.start, e.where.name) for e in events if e.when and e.where] == [
        ("2024-01-03", "Gerze"),
        ("2024-01-06", "Hakkari"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "İran ve Rusya tatbikat düzenliyor. Aktau yakınlarında yapılan tatbikata üç gemi katıldı.",
            EventType.COOPERATE,
            "Aktau",
        ),
        (
            "Venezuela Devlet Başkanı Maduro, ülke genelinde ordusunun tatbikat yapacağını açıkladı.",
            EventType.MOBILIZE,
            "Venezuela",
        ),
        ("CHP, Ankara mitinginde hükümeti protesto etti.", EventType.PROTEST, "Ankara"),
    ],
)
def test_a_place_that_is_told_otherwise(text: str, kind: EventType, place: str) -> None:
    where = deed(text, kind).where
    assert where is not None and where.name == place


def test_a_person_taken_to_hospital_wounded_is_counted() -> None:
    text = "Kabil'de Rus elçiliğine bombalı saldırı düzenlendi. Elçi Sergey Petrov, yaralı olarak hastaneye kaldırıldı."
    assert [(t.harm.value, t.least) for t in deed(text, EventType.ASSAULT).numbers] == [("wounded", 1)]


def test_the_one_person_whom_an_arrest_names_is_counted() -> None:
    text = "İran'da muhalif gazeteci Nergis Ahmedi, hakkında açılan soruşturma kapsamında gözaltına alındı."
    assert [(t.harm.value, t.least) for t in deed(text, EventType.COERCE).numbers] == [("arrested", 1)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Macron, 8 Mart Dünya Kadınlar Günü nedeniyle Guterres'i kabul etti.", EventType.CONSULT),
        ("Avrupa Birliği, Rusya'ya uygulanan yaptırımları Ocak 2026'ya kadar uzattı.", EventType.SANCTION),
    ],
)
def test_a_day_that_names_a_feast_or_ends_a_measure_dates_no_deed(text: str, kind: EventType) -> None:
    assert deed(text, kind).when is None


def test_who_condoles_for_those_who_died_somewhere_is_not_there() -> None:
    text = "Erdoğan, Irak'ın kuzeyinde düşen helikopterde ölen askerler için Pakistan'a başsağlığı diledi."
    assert deed(text, EventType.SUPPORT).where is None


def test_a_people_protests_at_home_unless_told_otherwise() -> None:
    home = deed("Kosovalı Sırplar, hükümeti protesto etti.", EventType.PROTEST).where
    abroad = deed("Kosovalı Sırplar, Viyana'da hükümeti protesto etti.", EventType.PROTEST).where
    assert home is not None and (home.state, home.rule) == ("XKX", "where.people")
    assert abroad is not None and abroad.state == "AUT"


def test_how_much_one_should_thank_is_thanks() -> None:
    text = 'Arnavutluk Başbakanı Rama, "Türkiye\'ye ne kadar teşekkür etsek azdır" dedi.'
    assert deed(text, EventType.SUPPORT).modality == "happened"


def test_a_press_conference_is_no_clause_of_its_own() -> None:
    text = "Cenevre'de düzenlediği basın açıklamasında saldırıları kınayan Guterres, İran'ı eleştirdi."
    where = deed(text, EventType.ACCUSE).where
    assert where is not None and where.name == "Cenevre"


def test_a_declaration_is_of_the_day_under_its_name() -> None:
    words = "Cumhuriyet Halk Partisi bir açıklama yayınladı. ABD'nin bu kararını kınıyoruz. "
    signed = deed(words + "CHP Merkez Yönetim Kurulu 4 Mart 2024", EventType.ACCUSE).when
    assert signed is not None and signed.start == "2024-03-04"
    assert deed(words + "CHP Merkez Yönetim Kurulu 4 Mart 2024'te toplandı.", EventType.ACCUSE).when is None


def test_a_day_that_begins_with_a_participle_dates_the_deed() -> None:
    when = deed("Rusya, geçtiğimiz cuma Kiev'e füze saldırısı düzenledi.", EventType.ASSAULT).when
    assert when is not None and when.start == "2024-03-01"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Macron yarın Almanya'yı ziyaret ediyor.", "planned"),
        ("Macron pazartesi günü Almanya'ya gidiyor.", "planned"),
        ("Macron bugün Almanya'yı ziyaret ediyor.", "happened"),
        ("Macron dün Almanya'yı ziyaret ediyordu.", "happened"),
        ("Macron pazartesi günü Almanya'yı ziyaret etti.", "happened"),
    ],
)
def test_what_the_present_tells_of_a_day_to_come_is_planned(text: str, modality: str) -> None:
    assert deed(text, EventType.CONSULT).modality == modality
