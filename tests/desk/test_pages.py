"""Every page, asked without a browser: what it shows, what it must not let through."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import quote, unquote

import duckdb
import lxml.html
import pytest
from starlette.testclient import TestClient

from haberci.desk import snapshots
from haberci.desk.addresses import report_address, report_key
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.store.rows import ReportKey
from haberci.store.store import Store
from tests.desk.conftest import fill
from tests.desk.reports import BIDI, HOSTILE, PLAIN

PAGES = [
    "/",
    "/events",
    "/events?actor=KGZ&actor=TJK",
    "/events?type=CONSULT&modality=planned",
    "/events?q=Batken&since=2022-01-01&until=2022-12-31&sort=intensity&order=asc",
    "/actors",
    "/actors?q=kırgız",
    "/actors/KGZ",
    "/actors/CSTO",
    "/actors/Vladimir%20Putin",
    "/planned",
    "/planned?status=done&actor=RUS",
    "/search",
    "/search?q=Biskek",
    "/search?q=zzzz",
    *(report_address(ReportKey(r.get("source"), r["id"])) for r in PLAIN + HOSTILE),
    report_address(ReportKey("wire", "damaged")) + "?view=raw",
]


@pytest.fixture(scope="module")
def first_event(database: Path) -> str:
    with Store.open(database, mode="read") as store:
        return next(store.events("KGZ")).id


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("lang", ["en", "tr"])
def test_a_page_answers_and_holds_no_script_of_its_own(client: TestClient, address: str, lang: str) -> None:
    answer = client.get(address, headers={"cookie": f"haberci_language={lang}"})
    assert answer.status_code == 200, answer.text[-300:]
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy
    page = lxml.html.document_fromstring(answer.text)
    assert page.get("lang") == lang
    for script in page.iter("script"):
        assert (script.get("src") or "").startswith("/static/") and not (script.text or "").strip()
    for element in page.iter():
        held = [name for name in element.attrib if name.startswith("on") or name == "style"]
        assert not held, (element.tag, held)
        link = element.get("href") or element.get("src") or ""
        assert not re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE), link
    assert BIDI[0] not in answer.text and "\u2066" not in answer.text
    assert "{{" not in answer.text.replace("{{7*7}}", "") and ">49<" not in answer.text


def test_every_report_is_found_at_its_address(database: Path) -> None:
    with Store.open(database, mode="read") as store:
        for given in PLAIN + HOSTILE:
            key = ReportKey(given.get("source") or None, given["id"])
            name = report_address(key).removeprefix("/reports/")
            assert "/../" not in f"/{name}/" and "//" not in name
            assert report_key(unquote(name)) == key
            assert store.report(key.id, key.source or "") is not None


def test_facets_count_what_a_choice_leaves(client: TestClient, database: Path) -> None:
    with Store.open(database, mode="read") as store:
        every = {"event": list(store.events("KGZ")), "deed": list(store.deeds("KGZ", modality=None))}
    for by, told in every.items():
        page = lxml.html.document_fromstring(client.get(f"/events?actor=KGZ&by={by}").text)
        assert f"{len(told)} of" in page.findtext(".//p[@class='sub']").replace(",", "")
        facets = page.xpath("//a[contains(@class, 'facet')]/@href")
        assert f"/events?type=ASSAULT&actor=KGZ{'&by=event' if by == 'event' else ''}" in facets
        by_type = Counter(one.type.value for one in told)  # type: ignore[attr-defined]
        for kind, count in by_type.items():
            assert len(client.get(f"/events.json?actor=KGZ&type={kind}&by={by}").json()) == count


@pytest.mark.parametrize(
    ("by", "path", "key"),
    [("event", "//tr/@data-open", "event="), ("deed", "//td[contains(@class, 'wit')]/a/@href", "/deeds/")],
)
def test_pages_follow_each_other_without_gap_or_repeat(client: TestClient, by: str, path: str, key: str) -> None:
    for order in ("desc", "asc"):
        for sort in ("day", "type", "intensity"):
            query = f"by={by}&sort={sort}&order={order}"
            whole = [row["id"] for row in client.get(f"/events.json?{query}").json()]
            seen: list[str] = []
            address: str | None = f"/events?limit=3&{query}"
            while address:
                page = lxml.html.document_fromstring(client.get(address).text)
                seen += [link.rpartition(key)[2] for link in page.xpath(path)]
                following = page.xpath("//a[@rel='next']/@href")
                address = following[0] if following else None
            assert seen == whole


def test_twins_hold_the_same_rows(client: TestClient, tmp_path: Path) -> None:
    for table, query in (
        ("events", "?actor=KGZ"),
        ("events", "?actor=KGZ&by=event"),
        ("actors", ""),
        ("actors/KGZ", ""),
        ("planned", ""),
        ("search", "?q=Bişkek"),
    ):
        rows = client.get(f"/{table}.json{query}").json()
        assert rows
        lines = list(csv.DictReader(io.StringIO(client.get(f"/{table}.csv{query}").text)))
        assert [line.keys() for line in lines] == [row.keys() for row in rows]
        file = tmp_path / "table.parquet"
        file.write_bytes(client.get(f"/{table}.parquet{query}").content)
        columns = duckdb.sql(f"SELECT * FROM '{file}'")
        assert columns.columns == list(rows[0])
        assert len(columns.fetchall()) == len(rows) == len(lines)


def test_a_spreadsheet_finds_no_formula(client: TestClient) -> None:
    lines = list(csv.DictReader(io.StringIO(client.get("/events.csv?by=event").text)))
    for line in lines:
        for name in ("report", "source", "sentence", "trigger", "place", "date"):
            assert not (line[name] or "").startswith(("=", "+", "-", "@")), line[name]
    assert any(line["source"] == "'=cmd" for line in lines)


def test_an_empty_table_is_a_table(client: TestClient, tmp_path: Path) -> None:
    assert client.get("/events.json?actor=ZZZ").json() == []
    file = tmp_path / "none.parquet"
    file.write_bytes(client.get("/events.parquet?actor=ZZZ").content)
    assert duckdb.sql(f"SELECT count(*) FROM '{file}'").fetchall() == [(0,)]
    assert "No event fits" in client.get("/events?actor=ZZZ").text


BAD = [
    ("/events?type=NOPE", "type: no NOPE"),
    ("/events?since=2023-13-01", "since: no day"),
    ("/events?since=2023-02-01&until=2023-01-01", "is before since"),
    ("/events?actor=KGZ+NOPE", "actor: no actor code"),
    ("/events?after=x", "after:"),
    ("/events?limit=0", "limit:"),
    ("/events?limit=٣", "limit:"),
    ("/events?sort=x", "sort:"),
    ("/events?q=" + "x" * 401, "q: more than"),
    ("/planned?status=x", "status: no x"),
]


@pytest.mark.parametrize(("address", "line"), BAD)
def test_a_question_that_can_mean_nothing_is_told_in_a_line(client: TestClient, address: str, line: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert line in lxml.html.document_fromstring(answer.text).text_content()


@pytest.mark.parametrize("address", [address for address, _ in BAD])
def test_what_is_refused_is_told_in_turkish(client: TestClient, address: str) -> None:
    told = {}
    for lang in ("en", "tr"):
        page = lxml.html.document_fromstring(client.get(address, headers={"cookie": f"haberci_language={lang}"}).text)
        (line,) = page.xpath("//div[@class='error']/p")
        assert line.get("lang") == lang
        told[lang] = line.text_content()
    assert told["en"] != told["tr"]


@pytest.mark.parametrize(
    "address",
    [
        "/nope",
        "/reports/no/such",
        "/reports/~%%%",
        "/reports/~AA",
        "/actors/Nobodyatall",
        "/actors/Nobodyatall.json",
        "/events.xml",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_data_is_refused_as_data(client: TestClient) -> None:
    answer = client.get("/events.json?type=NOPE")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/json")
    assert "no NOPE" in answer.json()["error"]


def test_another_host_name_is_refused(database: Path) -> None:
    """A page elsewhere can't reach the desk by pointing a name of its own at this machine."""
    with TestClient(application(Settings(database)), base_url="http://evil.example") as other:
        assert other.get("/events.json").status_code == 400


def test_why_tells_rule_example_and_parts(client: TestClient, first_event: str) -> None:
    text = lxml.html.document_fromstring(client.get(f"/events/{first_event}/why").text).text_content()
    assert "event." in text and "Who" in text
    part = client.get(f"/events/{first_event}/why", headers={"hx-request": "true"}).text
    assert "<html" not in part and "event." in part
    assert "Nearly" in client.get(f"/events/{first_event}/near").text
    assert client.get("/events/ffff/why").status_code == 404


def test_raw_text_shows_its_repairs(client: TestClient) -> None:
    page = lxml.html.document_fromstring(client.get("/reports/wire/damaged?view=raw").text)
    (text,) = page.xpath("//div[@id='text']")
    given = "".join(text.xpath(".//text()[not(ancestor::ins) and not(ancestor::span[contains(@class,'tag')])]"))
    repaired = "".join(text.xpath(".//text()[not(ancestor::del) and not(ancestor::span[contains(@class,'tag')])]"))
    assert "Kirgizistan Cumhurbaskani Sadir Caparov" in given
    assert "Kırgızistan Cumhurbaşkanı Sadır Caparov" in repaired


def test_a_choice_is_remembered_and_leads_back_to_this_desk_alone(client: TestClient) -> None:
    for back, leads in (
        ("/events?type=AID", "/events?type=AID"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
    ):
        answer = client.get(f"/settings?lang=tr&theme=dark&back={quote(back, safe='')}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, leads)
    page = client.get("/events", headers={"cookie": "haberci_language=tr; haberci_theme=dark"}).text
    assert 'data-theme="dark"' in page and "Olaylar" in page
    client.cookies.clear()


def test_what_is_read_meanwhile_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "PAUSE_S", 0)
    monkeypatch.setattr(snapshots, "REST", 0)
    path = tmp_path / "grows.db"
    fill(path, PLAIN[:1])
    app = application(Settings(path))
    with TestClient(app) as opened:
        before = len(opened.get("/events.json?by=event").json())
        deeds = len(opened.get("/events.json").json())
        fill(path, [*PLAIN[:3], {**PLAIN[0], "text": "Bugün olay yok."}])
        after = opened.get("/events.json?by=event").json()
        assert {row["report"] for row in after} == {"damaged", "border"}
        events = {event for row in opened.get("/events.json").json() for event in row["events"]}
        assert deeds == 1 and events == {row["id"] for row in after}
        assert before == 1
        assert json.loads(opened.get("/actors.json").text)


def test_a_report_without_a_title_is_headed_by_the_words_found(client: TestClient) -> None:
    page = lxml.html.document_fromstring(client.get("/search?q=Batken").text)
    (hit, *_) = page.xpath("//div[@class='hit']")
    assert hit.xpath("h2/a//mark/text()") == ["Batken"] and not hit.xpath("p")
    titled = lxml.html.document_fromstring(client.get("/search?q=G%C3%BC%C3%A7leniyor").text)
    assert titled.xpath("//div[@class='hit']/h2/a//text()") == [PLAIN[0]["title"]]
    assert titled.xpath("//div[@class='hit']/p//mark/text()") == ["güçleniyor"]


def test_what_is_planned_is_no_latest_deed(tmp_path: Path) -> None:
    path = tmp_path / "plans.db"
    fill(path, PLAIN[2:4])
    with TestClient(application(Settings(path)), headers={"accept-language": "en"}) as opened:
        page = lxml.html.document_fromstring(opened.get("/").text)
        days = page.xpath("//tr[@data-open]/td[@class='day']/text()")
        last = {row["code"]: row["last"] for row in opened.get("/actors.json").json()}
    assert set(map(str.strip, days)) == {"2022-09-16"}
    assert last["KGZ"] == "2022-09-16" and last["RUS"] == "2022-09-16"


def test_the_same_words_of_two_wires_are_quoted_once(tmp_path: Path) -> None:
    path = tmp_path / "twice.db"
    fill(path, [PLAIN[0], {**PLAIN[0], "source": "other"}])
    with TestClient(application(Settings(path))) as opened:
        for address in ("/actors/KAZ", "/actors/Kas%C4%B1m%20C%C3%B6mert%20Tokayev"):
            page = lxml.html.document_fromstring(opened.get(address).text)
            told = page.xpath("//div[@class='quote']/p[1]")
            assert [quote.text_content() for quote in told] == ['Tokayev, "İlişkilerimiz güçleniyor." dedi.'], address


def test_a_database_that_is_gone_is_told(tmp_path: Path) -> None:
    with TestClient(application(Settings(tmp_path / "none.db"))) as opened:
        answer = opened.get("/events")
        assert answer.status_code == 503 and "no database at" in answer.text
