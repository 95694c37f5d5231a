"""Every view driven in Chromium: filtered, opened, exported, switched, without a complaint of its console."""

from __future__ import annotations

import csv
import json
import time
from base64 import b64decode
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import duckdb
import pytest
from selenium.webdriver import ActionChains

from haberci.desk.addresses import report_address
from haberci.store.rows import ReportKey
from tests.desk.browser import Browser, Keys, needs_browser
from tests.desk.reports import HOSTILE

pytestmark = needs_browser
FORMATS = ("csv", "json", "parquet")
EXPORTED = ["/events?actor=KGZ", "/actors", "/planned", "/search?q=Batken", "/area/csto?until=2022-09-20"]
HOSTILE_KEY = ReportKey(HOSTILE[0]["source"], HOSTILE[0]["id"])


def test_filters_leave_what_they_say(browser: Browser) -> None:
    browser.open("/events")
    browser.one("canvas")
    link = browser.one("a.facet[href*='type=ASSAULT']")
    count = link.text.split()[-1]
    link.click()
    browser.until(lambda: "type=ASSAULT" in browser.path() and browser.all("a.chip"))
    assert [row.text for row in browser.all("tr[data-open] .kind") if "Assault" not in row.text] == []
    assert len(browser.all("tr[data-open]")) == int(count) > 0
    assert browser.one("a.chip").text.startswith("Type")
    browser.one("canvas")
    browser.one("a.chip").click()
    browser.until(lambda: browser.path() == "/events" and not browser.all("a.chip"))
    assert len(browser.all("tr[data-open]")) > int(count)
    browser.driver.back()
    browser.until(lambda: "type=ASSAULT" in browser.path() and browser.all("a.chip"))
    assert len(browser.all("tr[data-open]")) == int(count)


def test_days_are_chosen_in_the_form_and_words_in_theirs(browser: Browser) -> None:
    browser.open("/events")
    browser.run("document.getElementById('since').value = '2023-01-01'")
    browser.one(".dates button").click()
    browser.until(lambda: "since=2023-01-01" in browser.path())
    browser.one("#q").send_keys("Moskova", Keys.ENTER)
    browser.until(lambda: "q=Moskova" in browser.path())
    assert "since=2023-01-01" in browser.path()
    days = [day.text for day in browser.all("tr[data-open] td.day")]
    assert days and min(days) >= "2023-01-01"
    assert [chip.text.split()[0] for chip in browser.all("a.chip")] == ["Since", "Words"]


def test_a_stretch_of_the_chart_is_a_filter(browser: Browser) -> None:
    browser.open("/events")
    browser.one("canvas")
    over = browser.one(".u-over")
    width = over.size["width"]
    drag = ActionChains(browser.driver).move_to_element_with_offset(over, -width // 2 + 5, 0).click_and_hold()
    drag.move_by_offset(width // 2, 0).release().perform()
    browser.until(lambda: "since=" in browser.path() and "until=" in browser.path())
    asked = dict(parse_qsl(urlsplit(browser.path()).query))
    assert asked["since"].endswith("-01") and asked["since"] < asked["until"]
    days = [day.text for day in browser.all("tr[data-open] td.day")]
    assert days and asked["since"] <= min(days) <= max(days) <= asked["until"]


def test_a_row_opens_its_report_at_the_event(browser: Browser) -> None:
    browser.open("/events?actor=KGZ&type=ASSAULT")
    browser.one("tr[data-open] td.words").click()
    browser.until(lambda: browser.path().startswith("/reports/wire/border?event="))
    browser.until(lambda: "event." in browser.one(".claim[open] .inside").text)
    lit = [piece.text for piece in browser.all(".text .lit")]
    assert any("bombaladı" in words for words in lit), lit
    assert len(browser.all(".claim[open]")) == 1


def test_a_mark_leads_to_its_why(browser: Browser) -> None:
    browser.open("/reports/wire/damaged")
    browser.one(".text a.mark[href='#E1']").click()
    inside = browser.one("#E1 .inside")
    browser.until(lambda: "event." in inside.text)
    browser.one("#E1 [hx-get$='/near'] button").click()
    browser.until(lambda: browser.all("#E1 .why .why"))
    assert browser.one("#E1 .why .why").text
    browser.one("#raw").click()
    browser.until(lambda: "view=raw" in browser.path())
    assert "Bakanligi" in [edit.text for edit in browser.all("del.edit")]
    assert "Bakanlığı" in [edit.text for edit in browser.all("ins.edit")]
    browser.one("[data-layer=e]").click()
    assert "hide-e" in (browser.one("#text").get_attribute("class") or "")


@pytest.mark.parametrize("view", EXPORTED)
def test_what_is_seen_is_exported(browser: Browser, view: str, tmp_path: Path) -> None:
    where = {"behavior": "allow", "downloadPath": str(tmp_path)}
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", where)
    browser.open(view)
    browser.until(lambda: browser.all(".twins a[download]"))
    for link in browser.all(".twins a[download]")[:3]:
        link.click()
    kept = {ending: browser.until(lambda ending=ending: next(tmp_path.glob(f"*.{ending}"), None)) for ending in FORMATS}
    rows = json.loads(kept["json"].read_text(encoding="utf-8"))
    lines = list(csv.DictReader(kept["csv"].read_text(encoding="utf-8").splitlines()))
    (count,) = duckdb.sql(f"SELECT count(*) FROM '{kept['parquet']}'").fetchall()
    assert len(rows) == len(lines) == count[0] > 0
    shown = len(browser.all("[data-open]"))
    assert shown in (0, len(rows))


def test_language_and_light_are_switched_where_one_is(browser: Browser) -> None:
    browser.open("/events?type=CONSULT")
    browser.one("a[hreflang=tr]").click()
    browser.until(lambda: browser.one("h1").text == "Olaylar" and browser.path() == "/events?type=CONSULT")
    browser.one("#light").click()
    browser.until(lambda: browser.run("return document.documentElement.dataset.theme") == "auto")
    browser.one("#light").click()
    browser.until(lambda: browser.run("return document.documentElement.dataset.theme") == "dark")
    assert browser.run("return getComputedStyle(document.body).backgroundColor") == "rgb(18, 21, 24)"


def test_search_finds_and_tells_when_there_is_nothing(browser: Browser) -> None:
    browser.open("/")
    browser.one("#find").send_keys("Batken", Keys.ENTER)
    browser.until(lambda: browser.all(".hit mark"))
    browser.one(".hit h2 a").click()
    browser.until(lambda: browser.path().startswith("/reports/"))
    assert "Batken" in browser.one("#text").text
    browser.open("/search?q=zzzz")
    assert "No report" in browser.one(".empty").text


def test_planned_comes_by_itself(browser: Browser) -> None:
    browser.open("/planned")
    row = browser.one("tr[data-open]")
    assert "done" in row.text


def test_actors_lead_to_what_two_have_in_common(browser: Browser) -> None:
    browser.open("/actors")
    browser.one("tr[data-open*='KGZ'] a").click()
    browser.one("canvas")
    browser.one(".net a[href*='TJK']").click()
    browser.until(lambda: "actor=KGZ&actor=TJK" in browser.path())
    rows = [row.text for row in browser.all("tr[data-open]")]
    assert rows and all("Kyrgyzstan" in row and "Tajikistan" in row for row in rows), rows


def test_hostile_reports_do_nothing(browser: Browser) -> None:
    paths = ["/", "/events?q=Suriye", "/events", "/search?q=Suriye", report_address(HOSTILE_KEY), "/actors/SYR"]
    for path in [*paths, report_address(HOSTILE_KEY) + "?view=raw"]:
        browser.open(path)
        time.sleep(0.3)
        assert browser.run("return window.hit === undefined && !document.querySelector('main img, main script')")
    browser.open(report_address(HOSTILE_KEY))
    shown = browser.one("#text").text
    assert "<script>window.hit=1</script>" in shown and "U+202E" in shown and "{{7*7}}" in shown
    assert not browser.all("a[href^='javascript']")


def test_an_area_is_drawn_and_its_parts_open_their_deeds(browser: Browser) -> None:
    browser.open("/area/csto?days=90&until=2022-09-25")
    browser.until(lambda: len(browser.all(".map path.own")) == 6 and browser.all(".map circle.place"))
    assert browser.all(".map line.dyad") and browser.all(".map path.more3")
    assert "assault" in browser.one(".ladder").text and "bombaladı" in browser.one(".ladder .said").text
    browser.run("document.querySelector('.map circle.place').parentNode.dispatchEvent(new MouseEvent('click'))")
    browser.until(lambda: "at=Batken" in browser.path())
    assert "bombaladı" in browser.one("tr[data-open]").text
    browser.driver.back()
    browser.one("select#of").click()
    browser.one("select#of option[value='KGZ–TJK']").click()
    browser.until(lambda: "KGZ" in browser.path() and browser.all(".series rect.bar, .series rect.alarm"))
    assert "Kyrgyzstan – Tajikistan" in browser.one("#series h2").text
    count = len(browser.all(".series polyline.usual"))
    assert count == len(browser.all(".series")) > 1
    address = browser.run("return document.querySelector('.series svg a').getAttribute('href')")
    assert "since=2022-09-16" in address and "until=2022-09-16" in address
    browser.open(address)
    assert "Batken" in browser.one("tr[data-open]").text
    browser.open("/area/csto?until=2022-12-01")
    browser.one("a[href^='/area/csto?days=30']").click()
    browser.until(lambda: "days=30" in browser.path())
    assert browser.one(".switch a[aria-current]").text == "30 days"


def test_a_situation_is_reported_for_a_day_a_week_or_a_month(browser: Browser) -> None:
    browser.open("/area/csto/report?until=2022-09-20")
    assert "14 Sep 2022" in browser.one(".sub").text or "Sep 14, 2022" in browser.one(".sub").text
    assert browser.one("button[data-print]").is_displayed() and browser.all(".goes .way.up")
    browser.one(".switch a[href*='month']").click()
    browser.until(lambda: "period=month" in browser.path() and browser.all(".goes"))
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        hidden = [one.is_displayed() for one in browser.all("header.top, footer, .screen")]
        assert len(hidden) >= 4 and not any(hidden)
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    printed = b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
    assert printed.startswith(b"%PDF") and printed.count(b"/Type /Page\n") in (1, 2)


def test_deeds_and_what_tells_them(browser: Browser) -> None:
    browser.open("/events?type=ASSAULT")
    link = browser.one("td.wit a")
    assert link.text == "1 source"
    link.click()
    browser.until(lambda: browser.path().startswith("/deeds/"))
    assert "Independent sources" in browser.one(".facts").text
    browser.one("tr[data-open] td.words").click()
    browser.until(lambda: browser.path().startswith("/reports/wire/border?event="))
    browser.open("/events?type=ASSAULT")
    browser.one("a[href*='by=event']").click()
    browser.until(lambda: "by=event" in browser.path() and "type=ASSAULT" in browser.path())
    browser.one("a[href*='corrected=1']").click()
    browser.until(lambda: "corrected=1" in browser.path() and "by=event" in browser.path())
    browser.one("#q").send_keys("Batken", Keys.ENTER)
    browser.until(lambda: "q=Batken" in browser.path())
    assert "by=event" in browser.path() and "corrected=1" in browser.path() and "type=ASSAULT" in browser.path()
    kinds = [kind.text for kind in browser.all("tr[data-open] .kind")]
    assert kinds and all(kind.startswith("Assault") for kind in kinds), kinds
