"""Asking the store: events, reports, words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from haberci.core.actors import ActorCode
from haberci.core.codebook import EventType, Quad
from haberci.core.errors import InputError
from haberci.store import ReportKey, RunVersion, Store
from tests.store.samples import CSTO, KGZ, TEXT, TJK, meeting, story

KGZ_MIL = ActorCode.parse("KGZ MIL")


@pytest.fixture
def filled(store: Store, old: RunVersion) -> Store:
    """Four reports: two of January, one of March, one without a date."""
    reports = [
        story("jan-1", [meeting()], date="2023-01-05", source="aa"),
        story("jan-2", [meeting(actor=CSTO, kind=EventType.AGREE)], date="2023-01", source="aa"),
        story(
            "mar-1", [meeting(recipients=[KGZ_MIL, KGZ]), meeting(day="2023-02-28", words="kabul")], date="2023-03-02"
        ),
        story("none", [meeting(actor=CSTO, recipients=())], date="geçen gün"),
    ]
    store.write(reports, old)
    return store


CASES = [
    ({}, "none jan-2 jan-1 mar-1 mar-1"),
    ({"limit": 2}, "none jan-2"),
    ({"limit": 0}, ""),
    ({"actor": "KGZ"}, "jan-1 mar-1 mar-1"),
    ({"actor": "KGZ GOV"}, "jan-1 mar-1 mar-1"),
    ({"actor": "KGZ MIL"}, "mar-1"),
    ({"actor": "TJK"}, "jan-2 jan-1 mar-1"),
    ({"actor": "TJK MIL"}, ""),
    ({"actor": "KG"}, ""),
    ({"actor": "KGZ", "limit": 1}, "jan-1"),
    ({"type": "AGREE"}, "jan-2"),
    ({"actor": "CSTO", "type": "AGREE"}, "jan-2"),
    ({"actor": "CSTO", "type": "CONSULT", "limit": 1}, "none"),
    ({"since": "2023-02-28"}, "mar-1 mar-1"),
    ({"since": "2023-03"}, "mar-1"),
    ({"until": "2023-01-05"}, "jan-2 jan-1"),
    ({"until": "2023-01"}, "jan-2 jan-1"),
    ({"until": "2023-02"}, "jan-2 jan-1 mar-1"),
    ({"since": "2023-01-02", "until": "2023"}, "jan-1 mar-1 mar-1"),
    ({"actor": "TJK", "since": "2023-01-02", "until": "2023-02-28"}, "jan-1 mar-1"),
]


@pytest.mark.parametrize(("asked", "expected"), CASES, ids=lambda value: str(value))
def test_events(filled: Store, asked: dict[str, str], expected: str) -> None:
    assert [event.report for event in filled.events(**asked)] == expected.split()  # type: ignore[arg-type]


@pytest.mark.parametrize("asked", [{"since": "dün"}, {"until": "2023-02-30"}])
def test_a_day_that_is_none(filled: Store, asked: dict[str, str]) -> None:
    with pytest.raises(InputError, match="no ISO 8601 day"):
        filled.events(**asked)  # type: ignore[arg-type]


def test_a_row_tells_the_whole_event(store: Store, old: RunVersion) -> None:
    store.write([story(source="aa")], old)
    (row,) = store.events()
    event = meeting()
    assert (row.key, row.date, row.run) == (ReportKey("aa", "n1"), "2023-01-22", 1)
    assert row.sentence == "Kırgızistan Dışişleri Bakanı, Tacik elçiyi kabul etti."
    assert TEXT[row.trigger_at.text_start : row.trigger_at.text_stop] == row.trigger == "kabul etti"
    assert (row.at, row.actors, row.recipients, row.parts) == (event.at, (KGZ,), (TJK,), event.parts)
    assert (row.quad, row.intensity, row.reported_by, row.when) == (Quad.VERBAL_COOPERATION, 2.5, None, None)


def test_a_flagged_date_dates_no_event(store: Store, old: RunVersion) -> None:
    odd = replace(story(date="2023-05-02/2023-05-01"), date_flag="the interval ends before it begins")
    told = replace(story("n2", [meeting(day="2023-04-30")], date="2023-05-02/x"), date_flag="no ISO 8601 interval")
    store.write([odd, told], old)
    assert [event.date for event in store.events()] == [None, "2023-04-30"]


def test_an_event_by_the_beginning_of_its_id(filled: Store) -> None:
    rows = list(filled.events())
    for row in rows:
        assert filled.event(row.id) == filled.event(row.id[:12]) == row
    assert filled.event("") is None
    assert filled.event("g") is None
    assert filled.event("0" * 20) is None
    assert filled.event(rows[0].id + "0") is None


def test_a_beginning_that_several_events_share_is_told(store: Store, old: RunVersion) -> None:
    store.write([story(f"n{number}", [meeting()]) for number in range(17)], old)  # one more than there are digits
    firsts = Counter(row.id[0] for row in store.events())
    with pytest.raises(InputError, match="several fit"):
        store.event(max(firsts, key=firsts.__getitem__))


def test_an_event_as_of(store: Store, old: RunVersion, new: RunVersion) -> None:
    store.write([story()], old)
    (row,) = store.events()
    store.write([story(events=[meeting(kind=EventType.AGREE)])], new)
    assert store.event(row.id) is None
    assert store.event(row.id, as_of=1) == row
    store.write([story(events=[replace(meeting(), rule="another")])], replace(new, rules="rules 3"))
    again = store.event(row.id)
    assert again is not None and again.rule == "another", "the same words, the same id"


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("mar-1", None, "mar-1"),
        ("m", None, "mar-1"),
        ("mar-1", "", "mar-1"),
        ("mar-1", "aa", None),
        ("jan-1", "aa", "jan-1"),
        ("aa/jan-1", None, "jan-1"),
        ("anka/jan-1", None, None),
        ("feb", None, None),
        ("MAR-1", None, None),
        ("%", None, None),
    ],
)
def test_a_report_by_name(filled: Store, name: str, source: str | None, expected: str | None) -> None:
    stored = filled.report(name, source)
    assert (stored.key.id if stored else None) == expected


def test_a_name_that_fits_several(filled: Store, old: RunVersion) -> None:
    with pytest.raises(InputError, match=r"report jan: several fit: aa/jan-1, aa/jan-2$"):
        filled.report("jan")
    filled.write([story("jan-1", source="anka"), story("jan-1", date="2024")], old)
    with pytest.raises(InputError, match=r"report jan-1: several fit: jan-1, aa/jan-1, anka/jan-1$"):
        filled.report("jan-1")
    bare = filled.report("jan-1", "")
    assert bare is not None and bare.report.date == "2024"


def test_an_id_goes_before_a_beginning(store: Store, old: RunVersion) -> None:
    store.write([story("a"), story("a/b"), story("b", source="a")], old)
    assert store.report("a") is not None
    found = store.report("a/b")
    assert found is not None and found.key == ReportKey(None, "a/b")


def test_words(path_of_folded: Store) -> None:
    assert path_of_folded.search("KIRGIZISTAN elciyi") == [ReportKey("aa", "n1")]
    assert path_of_folded.search("kırgızistan") == [ReportKey("aa", "n1")]
    assert path_of_folded.search("kırgızistan yok") == []
    assert path_of_folded.search('" OR - *') == []
    assert path_of_folded.search(" ") == []


@pytest.fixture
def path_of_folded(tmp_path_factory: pytest.TempPathFactory, old: RunVersion) -> Store:
    path = tmp_path_factory.mktemp("folded") / "f.db"
    store = Store.open(path, fold=lambda text: text.replace("ı", "i").replace("I", "i"))
    store.write([story(source="aa"), story("n2", text="Bakanı konuştu. Sonra gitti.", events=[])], old)
    return store


def test_the_text_that_is_searched_is_the_one_that_holds(store: Store, old: RunVersion, new: RunVersion) -> None:
    store.write([story()], old)
    fixed = replace(story(), text=TEXT.replace("elçiyi", "eltiyi"))
    store.write([fixed], new)
    assert (store.search("eltiyi"), store.search("elçiyi")) == ([ReportKey(None, "n1")], [])
    assert store.search("elçiyi", as_of=1) == [ReportKey(None, "n1")]


def test_an_empty_store(store: Store) -> None:
    assert list(store.events()) == list(store.events(actor="KGZ")) == store.search("a") == []
    assert store.report("a") is store.event("a") is None
    assert store.counts() == {
        "reports": 0,
        "coded": 0,
        "uncoded": {},
        "events": 0,
        "statements": 0,
        "roles": 0,
        "runs": 0,
    }


def test_millions_would_not_be_sorted(filled: Store) -> None:
    """Queries run over an index in the order of the days: none sorts what it found, or looks at all events."""
    from haberci.store.events import EventFilter

    for asked in (
        EventFilter(),
        EventFilter(actor="KGZ", since="2023"),
        EventFilter("RUS", "AID"),
        EventFilter(type="AID"),
    ):
        sql, values = asked.sql()
        plan = [row[3] for row in filled._connection.execute("EXPLAIN QUERY PLAN " + sql, values)]
        assert "COVERING INDEX" in plan[0] and not any("TEMP" in step for step in plan), plan
