"""The areas of the watch in the desk: shipped ones and one's own, their twins, what a chart's bars lead to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from haberci.desk.app import application
from haberci.desk.charts import charts, subjects_told
from haberci.desk.desk import Desk, Settings
from haberci.desk.ladders import standings
from haberci.desk.watches import Question, first_watched, watched
from haberci.watch.areas import load_areas
from haberci.watch.series import Subject

OWN = """name: Ferghana <valley>
states: [KGZ, TJK]
dyads: [TJK–AFG]
measures: [conflict, talks]
"""
UNTIL = date(2022, 9, 20)


@pytest.fixture(scope="module")
def desk(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("areas")
    (folder / "mine.yml").write_text(OWN, encoding="utf-8")
    with TestClient(application(Settings(database, areas=folder)), headers={"accept-language": "en"}) as opened:
        yield opened


@pytest.mark.parametrize("lang", ["en", "tr"])
def test_every_area_has_its_page(desk: TestClient, lang: str) -> None:
    turkish = {"cookie": f"haberci_language={lang}"}
    for area in [*load_areas(), "mine"]:
        answer = desk.get(f"/area/{area}?until=2022-09-20", headers=turkish)
        assert answer.status_code == 200
        assert desk.get(f"/area/{area}/report?until=2022-09-20", headers=turkish).status_code == 200
    assert "Ferghana &lt;valley&gt;" in desk.get("/area/mine").text
    assert ("Orta Asya" if lang == "tr" else "Central Asia") in desk.get("/area/mine", headers=turkish).text


def test_what_is_no_area_is_told(desk: TestClient) -> None:
    assert desk.get("/area/nowhere").status_code == desk.get("/area/nowhere/report").status_code == 404
    assert desk.get("/area/nowhere/map.json").status_code == desk.get("/area/csto.xml").status_code == 404
    assert desk.get("/area/csto?of=KGZ–NOR").status_code == desk.get("/area/csto?days=7").status_code == 400
    assert desk.get("/area/csto/report?period=year").status_code == 400
    assert desk.get("/area/CSTO", follow_redirects=False).headers["location"] == "/area/csto"
    assert desk.get("/area", follow_redirects=False).headers["location"] == "/area/csto"


@pytest.mark.parametrize("until", [None, UNTIL])
def test_only_the_days_that_are_watched_are_read(database: Path, until: date | None) -> None:
    opened = Desk(Settings(database))
    asked, columns = Question(opened.areas["central_asia"], until), opened.deeds.current().columns
    first = first_watched(columns, until)
    of_these_days, of_all = watched(database, asked, first), watched(database, asked, None)
    assert first is not None and of_these_days is not None and of_all is not None
    assert of_these_days.first == of_all.first == first.toordinal()
    assert of_these_days.signs == of_all.signs and of_these_days.deeds == of_all.deeds


def test_where_nothing_happened_the_watch_begins_where_it_will(database: Path) -> None:
    assert first_watched(Desk(Settings(database)).deeds.current().columns, date(1990, 1, 1)) is None


def test_the_area_looked_at_last_is_that_of_today(desk: TestClient) -> None:
    desk.get("/area/mine")
    assert "Ferghana" in desk.get("/").text
    desk.cookies.clear()


def test_a_dyad_climbs_with_the_sentence_behind_it(desk: TestClient, database: Path) -> None:
    page = lxml.html.document_fromstring(desk.get("/area/central_asia?until=2022-09-20").text)
    (ladder,) = page.xpath("//div[@class='ladder']")
    assert "assault" in ladder.text_content() and "bombaladı" in ladder.text_content()
    assert desk.get(ladder.xpath(".//p[contains(@class,'said')]/a/@href")[0]).status_code == 200
    calm = Desk(Settings(database))
    watched, _ = calm.watches.current(calm.areas["central_asia"], date(2022, 12, 31))
    assert watched is not None
    with calm.opened() as store:
        (standing,) = standings(store, watched, date(2022, 9, 1).toordinal())
        assert (standing.rung, standing.since) == ("CALM", "2022-11-11") and standing.steps[0].rung == "ASSAULT"
        assert standings(store, watched, date(2022, 12, 1).toordinal()) == []


def test_a_bar_leads_to_the_deeds_that_it_counts(desk: TestClient, database: Path) -> None:
    opened = Desk(Settings(database))
    watched, _ = opened.watches.current(opened.areas["central_asia"], UNTIL)
    assert watched is not None
    told = subjects_told(watched, 90)
    assert told[0] == Subject() and Subject(("KGZ", "TJK")) in told
    for subject in told:
        for chart in charts(watched, subject, 90):
            for bar in chart.bars:
                assert (bar.address == "") is (bar.told == 0)
                if bar.told and not chart.deaths:
                    counted = desk.get(bar.address.replace("/events?", "/events.json?")).json()
                    assert len(counted) == bar.told, (subject, chart.measure)
            assert chart.count == sum(bar.told for bar in chart.bars)


def test_a_sub_area_is_told_with_its_state(desk: TestClient) -> None:
    page = desk.get("/area/central_asia?until=2022-09-20").text
    assert "Batken, Kyrgyzstan" in page and "KGZ/Batken" not in lxml.html.fromstring(page).text_content()


def test_series_and_dyads_have_their_twins(desk: TestClient) -> None:
    rows = desk.get("/area/central_asia/series.json?of=KGZ–TJK&until=2022-09-20").json()
    assert {row["subject"] for row in rows} == {"KGZ–TJK"}
    (hit,) = [row for row in rows if row["measure"] == "violence" and row["count"]]
    assert (hit["day"], hit["count"], hit["exposure"] > 0) == ("2022-09-16", 1, True)
    assert desk.get("/area/central_asia/series.csv").text.startswith("area,subject,measure,day,count,expected,exposure")
    dyad, asked = desk.get("/area/central_asia.json?until=2022-09-20").json()
    assert (asked["one"], asked["other"]) == ("KGZ", "RUS")
    assert (dyad["one"], dyad["other"], dyad["conflict"]) == ("KGZ", "TJK", 2)  # the attack, and the call on both


def test_the_map_tells_where_its_parts_lead(desk: TestClient) -> None:
    drawn = desk.get("/area/csto/map.json?until=2022-09-20").json()
    (place,) = [place for place in drawn["places"] if place["name"] == "Batken"]
    for part in (place, drawn["dyads"][0], drawn["states"][0]):
        counted = desk.get(part["address"].replace("/events?", "/events.json?")).json()
        assert len(counted) >= part["events"] > 0
