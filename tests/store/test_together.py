"""Reports among each other: copies, stories, notices, and what the user says of sources."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from haberci.core.errors import InputError
from haberci.core.notice import Notice, NoticeKind
from haberci.core.report import Report
from haberci.languages.packs import search_fold
from haberci.store import ReportKey, RunVersion, Store
from tests.store.occurrences import told

VERSION = RunVersion("code 1", "rules 1", "data 1", "register 1")
FIRE = (
    "Batken'in Leylek ilçesinde sınır karakoluna düzenlenen havan saldırısında üç asker yaralandı. Bölgeye takviye "
    "gönderildi, köylüler okul binasına taşındı. Vali akşam saatlerinde yaralıları hastanede ziyaret etti."
)
DAM = (
    "Issık-Göl'de yapılacak barajın temeli cumartesi günü atılacak. Enerji Bakanlığı projenin dört yılda biteceğini, "
    "elektrik kesintilerinin azalacağını duyurdu. Çevre örgütleri karara itiraz etti."
)


DAY = "2022-09-16"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path, fold=search_fold) as opened:
        yield opened


def given(id: str, text: str, source: str = "ajans", date: str | None = DAY, title: str | None = None) -> Report:
    return replace(told(id, text, source, date, kind="ASSAULT" if text != DAM else "ACCUSE"), title=title)


def kill(id: str, names: str) -> Report:
    of = Notice(NoticeKind.KILL, names, None, "notice.test")
    return replace(told(id, "Haberimizle ilgili açıklama.", "ajans", "2022-09-17", kind="ACCUSE"), notice=of)


def test_copies_are_linked_and_kept(store: Store) -> None:
    cut = "SON DAKİKA " + FIRE[: len(FIRE) * 2 // 3]
    lost = FIRE.translate(str.maketrans("şğıİçöü", "sgiIcou"))
    store.write([given("1", FIRE), given("2", cut, "gazete"), given("3", DAM), given("4", FIRE, "radyo")], VERSION)
    likest, *others = store.copies(ReportKey("ajans", "1"))
    assert (str(likest.key), likest.share) == ("radyo/4", 1.0)
    assert {str(copy.key) for copy in others} == {"gazete/2"}
    assert store.copies(ReportKey("ajans", "3")) == []
    assert store.counts()["reports"] == 4
    store.write([given("5", lost, "tv")], VERSION)
    assert "tv/5" in {str(copy.key) for copy in store.copies(ReportKey("ajans", "1"))}


def test_copies_of_a_database_of_schema_6_are_found(store: Store, path: Path) -> None:
    store.write([given("1", FIRE)], VERSION)
    store.close()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE held (band INTEGER, text INTEGER, PRIMARY KEY (band, text)) WITHOUT ROWID")
        other.execute("INSERT INTO held SELECT band, text FROM text_band")
        other.execute("DROP TABLE text_band")
        other.execute("ALTER TABLE held RENAME TO text_band")
        other.execute("PRAGMA user_version = 6")
    other.close()
    with Store.open(path, fold=search_fold) as opened:
        opened.write([given("2", "SON DAKİKA " + FIRE, "gazete"), given("3", FIRE, "radyo", "2022-10-16")], VERSION)
        assert {str(copy.key) for copy in opened.copies(ReportKey("ajans", "1"))} == {"radyo/3", "gazete/2"}


def test_of_many_alike_each_new_one_is_found_still(store: Store) -> None:
    alike = [given(f"{n:03}", f"{FIRE} Haber {n} kez yayımlandı.", f"kanal{n}") for n in range(60)]
    store.write(alike, VERSION)
    store.write([given("x", FIRE), given("y", DAM)], VERSION)
    assert len(store.copies(ReportKey("ajans", "x"))) == 60
    assert store.copies(ReportKey("ajans", "y")) == []


def test_a_daily_bulletin_is_no_copy_of_the_last(store: Store) -> None:
    bulletin = "Merkez Bankası bugün dolar kurunu {} som, avro kurunu {} som, ruble kurunu {} som olarak belirledi."
    rows = [given(str(n), bulletin.format(80 + n, 90 + n, 1 + n), date=f"2022-09-1{n}") for n in range(4)]
    store.write(rows, VERSION)
    assert store.copies(ReportKey("ajans", "0")) == []


def test_a_copy_that_goes_leaves_the_others(store: Store) -> None:
    store.write([given("1", FIRE), given("2", FIRE, "gazete"), given("3", FIRE, "radyo")], VERSION)
    store.write([given("2", DAM, "gazete")], VERSION)
    assert {str(copy.key) for copy in store.copies(ReportKey("ajans", "1"))} == {"radyo/3"}


def test_a_story_goes_on_for_days(store: Store) -> None:
    later = (
        "Leylek ilçesinde sınır karakoluna düzenlenen havan saldırısında yaralanan askerler hastaneden çıktı. Köylüler "
        "okul binasından evlerine döndü, vali köylüleri ve askerleri ziyaret etti."
    )
    store.write(
        [given("1", FIRE), given("2", later, "gazete", "2022-09-18"), given("3", DAM), given("4", DAM, "radyo", None)],
        VERSION,
    )
    (found, *others) = store.stories(least=1)
    assert [str(key) for key in found.reports] == ["ajans/1", "gazete/2"]
    assert (found.first_day, found.last_day, found.sources, found.deeds) == ("2022-09-16", "2022-09-18", 2, 2)
    assert {str(key) for story in others for key in story.reports} == {"ajans/3", "radyo/4"}
    assert store.stories(since="2022-09-17") == []
    assert store.stories(since="2022-09-17", least=1)[0].reports == (ReportKey("gazete", "2"),)


def test_a_kill_takes_back_what_it_names(store: Store) -> None:
    store.write([given("1", FIRE), given("2", FIRE, "gazete")], VERSION)
    store.write([kill("k", "1")], VERSION)
    (deed,) = store.deeds()
    assert (deed.claims, deed.reports) == (1, 1)
    assert store.superseded_by(ReportKey("ajans", "1")) == [ReportKey("ajans", "k")]
    assert store.superseded_by(ReportKey("gazete", "2")) == []
    assert [one["notice"] for one in store.archive()] == [None, ("kill", "1", None, "notice.test"), None]
    kept = store.report("1")
    assert kept is not None
    assert len(kept.event_ids) == 1


def test_a_correction_is_found_by_the_headline_and_its_own_text_counts(store: Store) -> None:
    first = given("1", FIRE, title="Sınır karakoluna saldırı: 3 yaralı")
    again = replace(
        given("2", FIRE, date="2022-09-17"),
        notice=Notice(NoticeKind.CORRECTION, None, "sinir karakoluna saldiri 5 yarali", "notice.test"),
    )
    store.write([again], VERSION)
    store.write([first, given("9", DAM, title="Baraj temeli atılıyor")], VERSION)
    assert store.superseded_by(ReportKey("ajans", "1")) == [ReportKey("ajans", "2")]
    assert sorted(deed.reports for deed in store.deeds()) == [1, 1]


def test_only_its_own_agency_takes_a_report_back(store: Store) -> None:
    store.write([given("1", FIRE, "gazete"), kill("k", "1")], VERSION)
    assert store.superseded_by(ReportKey("gazete", "1")) == []


def test_sources_of_one_owner_are_one_witness(store: Store) -> None:
    other = "Karakola havan mermileri düştü, üç er hafif yaralandı, komutanlık inceleme başlattı."
    store.write([given("1", FIRE, "ajans"), given("2", other, "kanal")], VERSION)
    assert [deed.sources for deed in store.deeds()] == [2]
    store.set_source("ajans", grade="C", owner="KGZ GOV")
    store.set_source("kanal", owner="KGZ GOV")
    assert [deed.sources for deed in store.deeds()] == [1]
    assert [tuple(source) for source in store.sources()] == [
        ("ajans", 1, "C", "KGZ GOV"),
        ("kanal", 1, None, "KGZ GOV"),
    ]
    store.set_source("kanal", owner="")
    assert [deed.sources for deed in store.deeds()] == [2]
    with pytest.raises(InputError, match="no grade G"):
        store.set_source("ajans", grade="G")
    with pytest.raises(InputError, match="no source radyo"):
        store.set_source("radyo", grade="A")
