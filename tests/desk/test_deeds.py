"""Deeds in the desk: each once, with its witnesses and its page; with the corrections of people when asked."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from haberci.corrected import opened
from haberci.desk import snapshots
from haberci.desk.app import application
from haberci.desk.asked import event_query
from haberci.desk.desk import Settings
from haberci.desk.faceting import Selection
from haberci.store.browsing import BrowsingStore
from haberci.store.deed_columns import no_deeds
from haberci.store.store import Store
from tests.command_line import CommandLine
from tests.desk.conftest import Filled
from tests.desk.reports import PLAIN
from tests.desk.test_correcting import send

AGAIN = {
    "id": "again",
    "source": "other",
    "lang": "tr",
    "date": "2022-09-16",
    "text": "DUŞANBE (XYZ) - Tacik ordusu Kırgızistan'ın Batken kentini bombaladı. Kırgızistan Sağlık Bakanlığı 46 "
    "sivilin öldüğünü bildirdi.",
}


@pytest.fixture
def path(filled: Filled, tmp_path: Path) -> Path:
    return filled(tmp_path / "news.db", [*PLAIN, AGAIN])


@pytest.fixture
def desk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(snapshots, "REST", 0)
    with TestClient(application(Settings(path)), headers={"accept-language": "en"}) as client:
        client.get("/signs")  # which gives the token of forms
        yield client


def assault(desk: TestClient, **asked: str) -> dict[str, object]:
    (deed,) = desk.get("/events.json", params={"type": "ASSAULT", **asked}).json()
    return deed  # type: ignore[no-any-return]


def test_a_deed_that_two_tell_is_one(desk: TestClient) -> None:
    deed = assault(desk)
    assert (deed["reports"], deed["sources"], len(deed["events"])) == (2, 2, 2)  # type: ignore[arg-type]
    assert len(desk.get("/events.json?type=ASSAULT&by=event").json()) == 2
    page = lxml.html.document_fromstring(desk.get("/events?type=ASSAULT").text)
    (row,) = page.xpath("//tr[@data-open]")
    assert row.get("data-open") == f"/deeds/{deed['id']}" and "2 sources" in row.text_content()
    (line,) = csv.DictReader(io.StringIO(desk.get("/events.csv?type=ASSAULT").text))
    assert (line["id"], line["sources"]) == (deed["id"], "2")


def test_a_deeds_page_has_all_its_witnesses(desk: TestClient) -> None:
    deed = assault(desk)
    page = desk.get(f"/deeds/{deed['id']}").text
    for told in ("bombaladı", "/reports/wire/border?event=", "/reports/other/again?event=", "Independent sources"):
        assert told in page, told
    assert desk.get("/deeds/zzzz").status_code == 404


def test_a_selection_of_deeds_is_what_the_store_tells(path: Path) -> None:
    with BrowsingStore.open(path, mode="read") as store:
        columns, every = store.deed_columns(no_deeds()), list(store.deeds(modality=None))
        for query, keeps in {
            "": lambda d: True,
            "actor=KGZ&actor=TJK": lambda d: {"KGZ", "TJK"} <= {c.principal for c in (*d.actors, *d.recipients)},
            "actor=TJK+MIL": lambda d: "TJK MIL" in {str(c) for c in (*d.actors, *d.recipients)},
            "quad=4": lambda d: d.quad == 4,
            "modality=planned": lambda d: d.modality.value == "planned",
            "at=Moskova": lambda d: d.place == "Moskova",
            "since=2023-01-01&until=2023-05-31": lambda d: "2023-01-01" <= (d.day or "") <= "2023-05-31",
            "source=other": lambda d: any(store.event(e).source == "other" for e in d.events),  # type: ignore[union-attr]
            "says=wire": lambda d: any(store.event(e).reported_by is None for e in d.events),  # type: ignore[union-attr]
            "area=central_asia": lambda d: bool(
                {"KAZ", "KGZ", "TJK", "TKM", "UZB", "AFG", "RUS", "CHN", "CSTO", "SCO", "OTS"}
                & {c.principal for c in (*d.actors, *d.recipients)}
            ),
        }.items():
            numbers, _ = Selection(columns, event_query(QueryParams(query + "&limit=500"))).page()
            found = {deed.id for deed in store.numbered_deeds(numbers)}
            assert found == {deed.id for deed in every if keeps(deed)}, query
        facets = Selection(columns, event_query(QueryParams(""))).facets()
        assert facets.sources["other"] == sum(
            any(store.event(e).source == "other" for e in deed.events)
            for deed in every  # type: ignore[union-attr]
        )


def test_what_is_no_event_counts_no_more_when_asked(desk: TestClient, path: Path) -> None:
    deed = assault(desk)
    one, other = deed["events"]  # type: ignore[misc]
    assert send(desk, f"/events/{one}/correct", verdict="none", seen="0") == 303
    assert assault(desk) == deed
    left = assault(desk, corrected="1")
    assert (left["reports"], left["events"]) == (1, [other])
    assert [e["id"] for e in desk.get("/api/v1/events?type=ASSAULT&corrected=1").json()["items"]] == [other]
    assert send(desk, f"/events/{other}/correct", verdict="none", seen="0") == 303
    assert desk.get("/events.json?type=ASSAULT&corrected=1").json() == []
    with opened(path, corrected=True) as store:
        assert not list(store.deeds(type="ASSAULT", modality=None))
        assert "ASSAULT" not in {count.type for count in store.daily("TJK", "2022-09-16", "2022-09-16")}
    with Store.open(path, mode="read") as store:
        assert len(list(store.deeds(type="ASSAULT"))) == 1


def test_what_it_is_by_a_person_counts_when_asked(desk: TestClient) -> None:
    (event,) = desk.get("/events.json?by=event&type=CONSULT&actor=KAZ").json()
    told = {"type": "COOPERATE", "modality": "happened", "actors": "KAZ GOV; HUN GOV", "recipients": "", "seen": "0"}
    assert send(desk, f"/events/{event['id']}/correct", **told) == 303
    assert desk.get("/events.json?type=CONSULT&actor=KAZ&corrected=1").json() == []
    (deed,) = desk.get("/events.json?type=COOPERATE&actor=KAZ&corrected=1").json()
    assert deed["actors"] == ["HUN GOV", "KAZ GOV"] and deed["quad"] == 2
    (row,) = desk.get("/events.json?by=event&type=COOPERATE&corrected=1").json()
    assert row["id"] == event["id"] and row["trigger"] == event["trigger"]


def test_a_missing_event_counts_when_asked_until_it_is_taken_back(desk: TestClient) -> None:
    told = {"type": "REQUEST", "modality": "happened", "actors": "RUS GOV", "recipients": "KGZ; TJK"}
    assert send(desk, "/missing/wire/border", words="itidale", **told) == 303
    kinds = [row["trigger"] for row in desk.get("/events.json?by=event&type=REQUEST&corrected=1").json()]
    assert "itidale" in kinds
    (number,) = [row["number"] for row in desk.get("/corrections.json").json()]
    assert send(desk, f"/corrections/{number}/withdraw") == 303
    kinds = [row["trigger"] for row in desk.get("/events.json?by=event&type=REQUEST&corrected=1").json()]
    assert "itidale" not in kinds


def test_commands_count_corrections_when_asked(
    desk: TestClient, path: Path, tmp_path: Path, haberci: CommandLine
) -> None:
    for event in assault(desk)["events"]:  # type: ignore[attr-defined]
        assert send(desk, f"/events/{event}/correct", verdict="none", seen="0") == 303
    asked = ["--db", str(path), "--corrected"]
    for command in ("deeds", "events"):
        assert "ASSAULT" in haberci(command, "--db", str(path), "--format", "csv").out
        assert "ASSAULT" not in haberci(command, *asked, "--format", "csv").out
    panels = [list(csv.DictReader(io.StringIO(haberci("panel", "--state", "TJK", *o).out))) for o in (asked[:2], asked)]
    before, after = (sum(int(row["material_conflict"] or 0) for row in rows) for rows in panels)
    assert (before, after) == (1, 0)
    done = haberci("export", str(tmp_path / "out"), *asked, "--format", "csv")
    assert done.status == 0 and "ASSAULT" not in (tmp_path / "out" / "deeds.csv").read_text()
    assert '"corrected": true' in (tmp_path / "out" / "manifest.json").read_text()
    refused = haberci("export", str(tmp_path / "other"), *asked, "--texts")
    assert refused.status == 2 and "--texts" in refused.err
