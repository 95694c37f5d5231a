"""Deeds: one occasion is one, however many reports tell it, and in whatever order they come."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haberci.core.report import Report
from haberci.store import RunVersion, Store
from haberci.store.deed_rows import DeedRow
from tests.store.occurrences import deed, report, told

VERSION = RunVersion("code 1", "rules 1", "data 1", "register 1")
A = "Tacik birlikleri Batken yakınındaki karakolu havanla vurdu"
B = "Sınır karakoluna havan mermileri düştüğü, ateşin karşı taraftan açıldığı bildirildi"
C = "Komşu ülkenin ordusu gece boyunca ağır silahlarla saldırdı"


def deeds_of(path: Path, batches: Iterable[list[Report]], **asked: Any) -> list[DeedRow]:
    with Store.open(path) as store:
        for batch in batches:
            store.write(batch, VERSION)
        return list(store.deeds(**asked))


@pytest.fixture
def deeds(path: Path, empty: Path) -> Callable[..., list[DeedRow]]:
    shutil.copy(empty, path)
    return lambda *reports, **asked: deeds_of(path, [list(reports)], **asked)


def test_one_deed_of_two_reports(deeds: Callable[..., list[DeedRow]]) -> None:
    (found,) = deeds(told("1", A, "ajans", place="Batken", dead=2), told("2", B, "gazete", place="Batken", dead=2))
    assert (found.claims, found.reports, found.sources) == (2, 2, 2)
    assert [str(code) for code in found.actors] == ["TJK MIL"]
    assert (found.day, found.day_told, found.place, str(found.toll("dead"))) == ("2022-09-16", False, "Batken", "2")
    assert found.conflicts == ()


def test_copies_are_one_source(deeds: Callable[..., list[DeedRow]]) -> None:
    long = A + ". Saldırının ardından bölgeye takviye gönderildi ve yaralılar hastaneye kaldırıldı"
    (found,) = deeds(told("1", long, "ajans"), told("2", long, "gazete"), told("3", B, "radyo"))
    assert (found.reports, found.sources) == (3, 2)


TOLD_APART = {
    "another day": [{"day": "2022-09-14"}, {"day": "2022-09-16"}],
    "another place": [{"place": "Batken"}, {"place": "Bişkek"}],
    "another kind": [{"kind": "ASSAULT"}, {"kind": "COERCE"}],
    "another mode": [{"mode": "abduct"}, {"mode": "aerial"}],
    "the other way round": [{}, {"who": "KGZ MIL", "whom": "TJK MIL"}],
    "another party": [{}, {"whom": "UZB MIL"}],
    "a plan": [{}, {"modality": "planned"}],
    "a telephone call": [{"kind": "CONSULT", "mode": "phone"}, {"kind": "CONSULT", "mode": "visit"}],
}


@pytest.mark.parametrize("one, other", TOLD_APART.values(), ids=TOLD_APART)
def test_told_apart(deeds: Callable[..., list[DeedRow]], one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(deeds(told("1", A, **one), told("2", B, **other), modality=None)) == 2


ONE_DEED = {
    "a place is told by one": [{"place": "Batken"}, {}],
    "places near each other": [{"place": "Batken"}, {"place": "İsfara"}],
    "a mode is told by one": [{"mode": "heavy-weapons"}, {}],
    "weapons of an attack": [{"mode": "heavy-weapons"}, {"mode": "drone"}],
    "an office of the same state": [{"who": "TJK MIL"}, {"who": "TJK GOV"}],
    "host and guest": [
        {"kind": "CONSULT", "who": "TJK GOV", "whom": "KGZ GOV"},
        {"kind": "CONSULT", "who": "KGZ GOV,TJK GOV", "whom": ""},
    ],
    "a speech has no place": [{"kind": "ACCUSE", "place": "Batken"}, {"kind": "ACCUSE", "place": "Bişkek"}],
    "denied by one": [{}, {"modality": "denied", "by": "TJK GOV"}],
    "the doer is not known to one": [{"place": "Batken"}, {"who": "---", "place": "Batken"}],
}


@pytest.mark.parametrize("one, other", ONE_DEED.values(), ids=ONE_DEED)
def test_one_deed(deeds: Callable[..., list[DeedRow]], one: dict[str, Any], other: dict[str, Any]) -> None:
    (found,) = deeds(told("1", A, **one), told("2", B, **other), modality=None)
    assert found.claims == 2


def test_a_report_of_the_next_day_joins_the_day_that_is_told(deeds: Callable[..., list[DeedRow]]) -> None:
    early = told("1", A, date="2022-09-16", day="2022-09-16", place="Batken")
    (found,) = deeds(early, told("2", B, date="2022-09-17", place="Batken"))
    assert (found.day, found.reports) == ("2022-09-16", 2)


def test_the_war_goes_on_each_day(deeds: Callable[..., list[DeedRow]]) -> None:
    days = [f"2022-09-{day}" for day in range(14, 20)]
    texts = [f"{A} ve {n} saat sürdü, {n + 7} ev yandı" for n in range(6)]
    found = deeds(*(told(str(n), texts[n], date=day) for n, day in enumerate(days)))
    assert [one.day for one in found] == days


def test_deeds_that_one_report_tells_apart_stay_apart(deeds: Callable[..., list[DeedRow]]) -> None:
    text = f"{A}. {C}"
    both = report("1", text, [deed(text), deed(text, sentence=1)])
    assert sorted(one.claims for one in deeds(both, told("2", B))) == [1, 2]


def test_at_home_the_words_must_be_alike(deeds: Callable[..., list[DeedRow]]) -> None:
    at_home = {"kind": "ACCUSE", "who": "TUR OPP", "whom": "TUR GOV"}
    found = deeds(
        told("1", "Muhalefet lideri bütçe görüşmelerinde hükümeti israfla suçladı", **at_home),
        told("2", "Hükümeti bütçe görüşmelerinde israfla suçlayan muhalefet lideri salondan ayrıldı", **at_home),
        told("3", "Parti sözcüsü eğitim bakanını sınav sonuçlarını gizlemekle itham etti", **at_home),
    )
    assert sorted(one.claims for one in found) == [1, 2]


def test_what_has_no_day_is_one_deed_in_copies_alone(deeds: Callable[..., list[DeedRow]]) -> None:
    text = A + ". Saldırının ardından bölgeye takviye gönderildi ve yaralılar hastaneye kaldırıldı"
    found = deeds(*(told(id, words, date=None) for id, words in (("1", text), ("2", text), ("3", B))))
    assert sorted(one.claims for one in found) == [1, 2]


def test_a_new_reading_takes_the_place_of_the_old(store: Store, new: RunVersion) -> None:
    store.write([told("1", A), told("2", B)], VERSION)
    store.write([told("2", B, kind="COERCE")], new)
    assert {one.type.value: one.claims for one in store.deeds()} == {"ASSAULT": 1, "COERCE": 1}
    assert [tuple(day) for day in store.daily("KGZ", "2022-09-01", "2022-09-30")] == [
        ("2022-09-16", "ASSAULT", 1, 1, 0),
        ("2022-09-16", "COERCE", 1, 1, 0),
    ]


def test_a_deed_is_found_by_its_id_and_by_that_of_an_event(store: Store) -> None:
    store.write([told("1", A, dead=3)], VERSION)
    (found,) = store.deeds()
    assert store.deed(found.id[:8]) == store.deed(found.events[0]) == found
    assert store.deed("ffff0000") is None


texts = st.sampled_from([A, B, C, A + " ve geri çekildi", C + ". " + B])
stories = st.lists(
    st.builds(
        dict,
        text=texts,
        source=st.sampled_from(["", "ajans", "gazete"]),
        date=st.sampled_from([None, "2022-09-14", "2022-09-15", "2022-09-16", "2022-09-17", "2022-09"]),
        day=st.sampled_from([None, "2022-09-13", "2022-09-14", "2022-09-15"]),
        place=st.sampled_from([None, "Batken", "İsfara", "Bişkek"]),
        who=st.sampled_from(["TJK MIL", "TJK GOV", "---", "KGZ MIL", ""]),
        whom=st.sampled_from(["KGZ MIL", "KGZ CVL", "", "TJK MIL"]),
        kind=st.sampled_from(["ASSAULT", "CONSULT", "ACCUSE"]),
        dead=st.sampled_from([None, 2, 3]),
        by=st.sampled_from([None, "KGZ GOV"]),
    ),
    min_size=1,
    max_size=9,
)


@given(stories, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_reports_has_no_say(empty: Path, drawn: list[dict[str, Any]], dice: random.Random) -> None:
    reports = [told(f"n{n}", **what) for n, what in enumerate(drawn)]
    with TemporaryDirectory() as folder:
        at_once, apart = (Path(shutil.copy(empty, f"{folder}/{name}.db")) for name in ("a", "b"))
        once = deeds_of(at_once, [reports], modality=None)
        dice.shuffle(reports)
        one_by_one = deeds_of(apart, [[r] for r in reports], modality=None)
        assert one_by_one == once
        assert sum(one.claims for one in once) == len(reports)
        check_daily(at_once, apart)


def check_daily(one: Path, other: Path) -> None:
    """The counts by day of two databases are the same."""
    with Store.open(one, mode="read") as a, Store.open(other, mode="read") as b:
        for part in ("any", "actor", "recipient"):
            assert a.daily("KGZ", "2000", "2100", part) == b.daily("KGZ", "2000", "2100", part)
