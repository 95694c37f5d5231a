"""Signs and warnings in the desk: shown with their sentences, judged, and told to the second who judges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from starlette.testclient import TestClient

from haberci.core.errors import StoreError
from haberci.desk import accounts
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.store.store import Store
from haberci.watch.keeping import kept
from haberci.watch.signs import Sign, sign_id
from tests.desk.conftest import Filled
from tests.desk.reports import PLAIN

DAY = "2022-09-14"
ID = sign_id("csto", "KGZ–TJK", DAY)


def sign_of(assault: tuple[str, ...], calming: tuple[str, ...]) -> Sign:
    return Sign(
        id=ID,
        area="csto",
        subject="KGZ–TJK",
        measures=("conflict",),
        first_day=DAY,
        last_day="2022-09-16",
        level="alert",
        action="call",
        observed=9,
        expected=0.4,
        per_year=0.001,
        reason="KGZ–TJK: material conflict: 9 in a week where 0.4 are usual",
        ends="3 days in a row with no more than is usual of material conflict",
        sure="high: 9 deeds, told 12 times",
        rung="ASSAULT",
        evidence=assault,
        contrary=calming,
        also=(),
    )


@pytest.fixture
def path(filled: Filled, tmp_path: Path) -> Path:
    path = filled(tmp_path / "news.db", PLAIN[:3])
    with Store.open(path, mode="read") as store:
        rows = list(store.events())
    assault = tuple(row.id for row in rows if row.type.value == "ASSAULT")
    calming = tuple(row.id for row in rows if row.type.value == "CONSULT")
    assert assault and calming
    with kept(path, write=True) as held:
        held.keep([sign_of(assault, calming), replace(sign_of((), ()), id="0" * 12, subject="area", area="own")])
    return path


@pytest.fixture
def desk(path: Path) -> Iterator[TestClient]:
    with TestClient(application(Settings(path)), headers={"accept-language": "en"}) as opened:
        opened.get("/signs")  # which gives the token of forms
        yield opened


def judge(desk: TestClient, action: str, note: str, seen: int, name: str = ID) -> tuple[int, str]:
    form = {"form_token": desk.cookies["haberci_form"], "action": action, "note": note, "seen": str(seen)}
    answer = desk.post(f"/signs/{name}/judge", data=form, follow_redirects=False)
    return answer.status_code, answer.text


def test_signs_are_listed_by_area(desk: TestClient) -> None:
    page = desk.get("/signs").text
    assert f"/signs/{ID}" in page and "Kyrgyzstan – Tajikistan" in page and "/signs/000000000000" in page
    assert "000000000000" not in desk.get("/signs?area=csto").text
    assert desk.get("/signs?area=nowhere").status_code == 400
    assert 'href="/signs" aria-current="page"' in page


def test_an_areas_page_has_the_signs_of_its_days(desk: TestClient) -> None:
    assert f"/signs/{ID}" in desk.get("/area/csto?until=2022-09-20").text
    later = desk.get("/area/csto?until=2023-06-01").text
    assert f"/signs/{ID}" not in later and "None in these days." in later
    assert "Collective Security Treaty Organization</span>" in desk.get("/").text  # whose area a sign is of


def test_a_sign_is_told_with_its_sentences(desk: TestClient) -> None:
    page = desk.get(f"/signs/{ID}").text
    for told in ("bombaladı", "kabul etti", "/reports/wire/border", "9 in a week", "3 days in a row", "not judged"):
        assert told in page, told
    assert desk.get("/signs/ffff").status_code == 404


def test_what_a_person_says_of_a_sign_is_kept(desk: TestClient) -> None:
    assert judge(desk, "close", "too early", 0)[0] == 400
    assert judge(desk, "confirm", " ", 0)[0] == 400
    assert judge(desk, "burn", "x", 0)[0] == 400
    assert judge(desk, "confirm", "x", 0, "ffff")[0] == 404
    assert "not judged" in desk.get(f"/signs/{ID}").text
    assert judge(desk, "confirm", "artillery at <Batken>", 0)[0] == 303
    page = desk.get(f"/signs/{ID}").text
    assert "artillery at &lt;Batken&gt;" in page and "at this machine" in page and 'value="close"' in page
    assert judge(desk, "close", "a ceasefire holds", 1)[0] == 303
    page = desk.get(f"/signs/{ID}").text
    assert "a ceasefire holds" in page and "artillery" in page and 'value="close"' not in page


def test_a_form_without_its_token_is_refused(desk: TestClient) -> None:
    form = {"form_token": "x", "action": "confirm", "note": "x", "seen": "0"}
    assert desk.post(f"/signs/{ID}/judge", data=form).status_code == 403


def test_the_second_who_judges_is_told(desk: TestClient) -> None:
    assert judge(desk, "reject", "an exercise", 0)[0] == 303
    status, told = judge(desk, "confirm", "artillery", 0)
    assert status == 409 and "an exercise" in told
    assert {row["id"]: row["state"] for row in desk.get("/signs.json").json()}[ID] == "rejected"
    assert judge(desk, "confirm", "artillery", 1)[0] == 303


def test_who_is_second_is_told_in_turkish(desk: TestClient) -> None:
    desk.cookies["haberci_language"] = "tr"
    judge(desk, "confirm", "topçu ateşi", 0)
    _, told = judge(desk, "reject", "tatbikat", 0)
    assert "Bir başkası daha önce davrandı" in told and "bu makinede bu arada değerlendirdi (onaylıyor: topçu" in told


def test_a_judgement_that_can_not_be_noted_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*told: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(accounts, "_note", fails)
    with TestClient(application(Settings(path))) as desk:
        desk.get("/signs")
        assert judge(desk, "confirm", "artillery", 0)[0] == 503
    with kept(path) as held:
        assert held.warnings() == []


def test_twins_of_signs(desk: TestClient, tmp_path: Path) -> None:
    own, _ = sorted(desk.get("/signs.json").json(), key=lambda row: row["area"])
    assert (own["id"], own["observed"], own["expected"], own["state"]) == (ID, 9, 0.4, "")
    assert len(desk.get("/signs.csv?area=csto").text.splitlines()) == 2
    file = tmp_path / "signs.parquet"
    file.write_bytes(desk.get("/signs.parquet").content)
    rows = duckdb.read_parquet(str(file)).filter("area = 'csto'").project("id, measures").fetchall()
    assert rows == [(ID, ["conflict"])]
    assert desk.get("/signs.xml").status_code == 404


def test_where_there_are_none_the_page_says_how_they_come(database: Path, client: TestClient) -> None:
    assert "haberci watch" in client.get("/signs").text
    assert client.get("/signs.json").json() == []


def test_signs_in_turkish(desk: TestClient) -> None:
    turkish = {"cookie": "haberci_language=tr"}
    assert "Kırgızistan – Tacikistan" in desk.get("/signs", headers=turkish).text
    page = desk.get(f"/signs/{ID}", headers=turkish).text
    assert "Bunu destekleyenler" in page and "değerlendirilmedi" in page


def test_programs_are_told_signs_and_warnings(desk: TestClient) -> None:
    whole = desk.get("/api/v1/signs").json()
    assert (whole["total"], [item["id"] for item in whole["items"]]) == (2, ["0" * 12, ID])
    page = desk.get("/api/v1/signs?limit=1").json()
    assert [page["items"], desk.get(page["next"]).json()["items"]] == [whole["items"][:1], whole["items"][1:]]
    assert desk.get("/api/v1/signs?area=csto").json()["total"] == 1
    assert desk.get("/api/v1/warnings").json() == {"total": 0, "items": [], "next": None}
    judge(desk, "confirm", "artillery", 0)
    judge(desk, "reject", "an exercise", 0, "0" * 12)
    told = desk.get(f"/api/v1/signs/{ID}").json()
    assert (told["state"], told["changes"][0]["note"], len(told["drafts"])) == ("confirmed", "artillery", 1)
    assert desk.get("/api/v1/signs/ffff").status_code == 404
    first = desk.get("/api/v1/warnings?limit=1").json()
    second = desk.get(first["next"]).json()
    assert [item["id"] for item in first["items"] + second["items"]] == [ID, "0" * 12] and second["next"] is None
    assert [item["id"] for item in desk.get("/api/v1/warnings?state=rejected").json()["items"]] == ["0" * 12]
    assert first["items"][0]["sign"]["reason"] == told["reason"]
