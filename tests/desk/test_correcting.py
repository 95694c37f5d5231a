"""Corrections: kept beside the coding, told when overtaken, and given out as gold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

import haberci
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.languages.packs import search_fold
from haberci.score.gold import load_gold
from haberci.store.rows import RunVersion
from haberci.store.store import Store
from tests.desk.conftest import Filled
from tests.desk.reports import PLAIN


@pytest.fixture
def path(filled: Filled, tmp_path: Path) -> Path:
    return filled(tmp_path / "news.db", PLAIN[:3])


@pytest.fixture
def desk(path: Path) -> Iterator[TestClient]:
    with TestClient(application(Settings(path)), headers={"accept-language": "en"}) as opened:
        opened.get("/signs")  # which gives the token of forms
        yield opened


def send(desk: TestClient, address: str, **fields: str) -> int:
    form = {"form_token": desk.cookies["haberci_form"], **fields}
    return desk.post(address, data=form, follow_redirects=False).status_code


def event_of(desk: TestClient, report: str) -> dict[str, str]:
    return next(row for row in desk.get("/events.json?by=event").json() if row["report"] == report)  # type: ignore[no-any-return]


def test_a_verdict_stands_beside_the_coding(desk: TestClient) -> None:
    event = event_of(desk, "border")
    before = desk.get("/events.json").json()
    assert send(desk, f"/events/{event['id']}/correct", verdict="none", seen="0", remark="an exercise") == 303
    (kept,) = desk.get("/corrections.json").json()
    assert (kept["verdict"], kept["was_type"], kept["becomes_type"]) == ("no event", event["type"], None)
    assert desk.get("/events.json").json() == before
    page = desk.get(f"/events/{event['id']}/why").text
    assert "not an event" in page and "an exercise" in page


def test_what_is_corrected_is_checked(desk: TestClient) -> None:
    id = event_of(desk, "border")["id"]
    sound = {"type": "COERCE seize", "modality": "happened", "actors": "TJK MIL; KGZ", "recipients": "", "seen": "0"}
    for name, value in (
        ("type", "NOPE"),
        ("type", "AID visit"),
        ("actors", ""),
        ("actors", "KGZ X"),
        ("modality", "x"),
    ):
        assert send(desk, f"/events/{id}/correct", **{**sound, name: value}) == 400
    assert desk.get("/corrections.json").json() == []
    assert send(desk, f"/events/{id}/correct", **sound) == 303
    (kept,) = desk.get("/corrections.json").json()
    assert (kept["verdict"], kept["becomes_mode"], kept["becomes_actors"]) == ("wrong type", "seize", "TJK MIL; KGZ")
    assert send(desk, "/events/ffff/correct", **sound) == 404


def test_the_second_of_two_is_told(desk: TestClient) -> None:
    id = event_of(desk, "border")["id"]
    assert send(desk, f"/events/{id}/correct", verdict="right", seen="0") == 303
    assert send(desk, f"/events/{id}/correct", verdict="none", seen="0") == 409
    assert [row["verdict"] for row in desk.get("/corrections.json").json()] == ["right"]
    assert send(desk, f"/events/{id}/correct", verdict="none", seen="1") == 303


def test_a_missing_event_stands_at_its_words(desk: TestClient) -> None:
    fields = {"type": "CONSULT", "modality": "happened", "actors": "KGZ GOV", "reported_by": "wire"}
    assert send(desk, "/missing/wire/damaged", words="no such words", **fields) == 400
    assert send(desk, "/missing/wire/damaged", words="Cumhurbaşkanı Sadır", **fields) == 303
    (kept,) = desk.get("/corrections.json").json()
    raw = str(PLAIN[1]["text"])
    assert raw[kept["start"] : kept["stop"]] == "Cumhurbaskani Sadir" and kept["verdict"] == "missing"
    assert "By people" in desk.get("/reports/wire/damaged").text
    assert send(desk, f"/corrections/{kept['number']}/withdraw", back="/reports/wire/damaged") == 303
    assert "By people" not in desk.get("/reports/wire/damaged").text
    assert desk.get("/corrections.json").json()[0]["withdrawn"] is True


def test_corrections_are_gold(desk: TestClient, tmp_path: Path) -> None:
    event = event_of(desk, "border")
    send(desk, f"/events/{event['id']}/correct", verdict="none", seen="0")
    fields = {"type": "CONSULT", "modality": "happened", "actors": "KGZ GOV", "reported_by": "wire"}
    send(desk, "/missing/wire/border", words="öldüğünü", **fields)
    file = tmp_path / "gold.json"
    file.write_bytes(desk.get("/corrections/gold.json").content)
    (report,) = load_gold(file).reports
    raw = str(PLAIN[2]["text"])
    told = [(e.type, raw[report.sentences[e.sentence].start :][:8]) for e in report.coded.events if not e.debatable]
    assert told == [("CONSULT", "Kırgızis")]


def test_a_correction_outlives_its_event(desk: TestClient, path: Path) -> None:
    event = event_of(desk, "border")
    send(desk, f"/events/{event['id']}/correct", verdict="none", seen="0")
    silent = haberci.read(str(PLAIN[2]["text"]), id="border", source="wire", lang="en", date="2022-09-16")
    with Store.open(path, fold=search_fold) as store:
        store.write([silent], RunVersion("another", "1", "1", "1"))
    assert "orphaned" in desk.get("/reports/wire/border").text
    assert len(desk.get("/corrections.json").json()) == 1


def test_a_form_of_another_site_is_refused(desk: TestClient) -> None:
    id = event_of(desk, "border")["id"]
    address, token = f"/events/{id}/correct", desk.cookies["haberci_form"]
    good = {"form_token": token, "verdict": "right", "seen": "0"}
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        assert desk.post(address, data=good, headers=headers).status_code == 403
    assert desk.post(address, data={**good, "form_token": "x"}).status_code == 403
    assert desk.post(address, data={"verdict": "right"}).status_code == 403
    assert desk.post(address, content=b"x" * 300_000).status_code == 413
    assert desk.get("/corrections.json").json() == []


def test_the_form_tells_what_stands_there(desk: TestClient) -> None:
    event = event_of(desk, "border")
    page = lxml.html.document_fromstring(desk.get(f"/events/{event['id']}/why").text)
    (chosen,) = page.xpath("//select[@name='type']/option[@selected]/@value")
    assert chosen.split()[0] == event["type"]
    assert re.search(r"[A-Z]{3}", page.xpath("//input[@name='actors']/@value")[0])
