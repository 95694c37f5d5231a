"""Every view driven in Chromium: filtered, opened, switched, by mouse and keys, without a complaint of its console."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from selenium.webdriver import ActionChains

from haberci.desk.addresses import report_address
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.desk.serving import listening_socket
from haberci.store.rows import ReportKey
from tests.desk.browser import Browser, Keys, needs_browser
from tests.desk.reports import HOSTILE

pytestmark = needs_browser
HOSTILE_KEY = ReportKey(HOSTILE[0]["source"], HOSTILE[0]["id"])


@pytest.fixture(scope="module")
def home(database: Path) -> Iterator[str]:
    listening = listening_socket("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(application(Settings(database)), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def opened(home: str) -> Iterator[Browser]:
    browser = Browser(home)
    yield browser
    browser.quit()


@pytest.fixture
def browser(opened: Browser) -> Iterator[Browser]:
    """The browser, English and light; at the end its console must have had nothing to complain of."""
    opened.open("/settings?lang=en&theme=light&back=/search")
    opened.complaints()
    yield opened
    assert opened.complaints() == []


def test_filters_leave_what_they_say(browser: Browser) -> None:
    browser.open("/events")
    browser.one("canvas")
    link = browser.one("a.facet[href*='type=ASSAULT']")
    count = link.text.split()[-1]
    link.click()
    browser.until(lambda: "type=ASSAULT" in browser.path() and len(browser.all("tr[data-open]")) == int(count))
    assert browser.one("a.chip").text.startswith("Type")
    browser.one("canvas")
    browser.one("a.chip").click()
    browser.until(lambda: browser.path() == "/events" and not browser.all("a.chip"))
    browser.driver.back()
    browser.until(lambda: len(browser.all("tr[data-open]")) == int(count))


def test_days_are_chosen_in_the_form_and_words_in_theirs(browser: Browser) -> None:
    browser.open("/events")
    browser.run("document.getElementById('since').value = '2023-01-01'")
    browser.one(".dates button").click()
    browser.until(lambda: "since=2023-01-01" in browser.path())
    browser.one("#q").send_keys("Moskova", Keys.ENTER)
    browser.until(lambda: "q=Moskova" in browser.path() and "since=2023-01-01" in browser.path())


def test_a_stretch_of_the_chart_is_a_filter(browser: Browser) -> None:
    browser.open("/events")
    browser.one("canvas")
    over = browser.one(".u-over")
    width = over.size["width"]
    drag = ActionChains(browser.driver).move_to_element_with_offset(over, -width // 2 + 5, 0).click_and_hold()
    drag.move_by_offset(width // 2, 0).release().perform()
    browser.until(lambda: "since=" in browser.path() and "until=" in browser.path())


def test_a_row_opens_its_report_at_the_event(browser: Browser) -> None:
    browser.open("/events?actor=KGZ&type=ASSAULT")
    browser.one("tr[data-open] td.words").click()
    browser.until(lambda: browser.path().startswith("/reports/wire/border?event="))
    browser.until(lambda: "event." in browser.one(".claim[open] .inside").text)
    assert browser.all(".text .lit")


def test_a_mark_leads_to_its_why(browser: Browser) -> None:
    browser.open("/reports/wire/damaged")
    browser.one(".text a.mark[href='#E1']").click()
    inside = browser.one("#E1 .inside")
    browser.until(lambda: "event." in inside.text)
    browser.one("#E1 button").click()
    browser.until(lambda: browser.all("#E1 .why .why"))
    browser.one("#raw").click()
    browser.until(lambda: browser.all("del.edit") and browser.all("ins.edit"))
    browser.one("[data-layer=e]").click()
    assert "hide-e" in (browser.one("#text").get_attribute("class") or "")


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
    browser.until(lambda: browser.path() == "/reports/wire/border")
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
    browser.until(lambda: "actor=KGZ&actor=TJK" in browser.path() and browser.all("tr[data-open]"))


def test_keys_are_enough(browser: Browser) -> None:
    browser.open("/events?actor=KGZ")
    browser.press("j", "j", "k")
    assert browser.all("[data-open].at") == browser.all("[data-open]")[:1]
    browser.press(Keys.ENTER)
    browser.until(lambda: browser.path().startswith("/reports/") and browser.all(".claim[open]"))
    browser.press("j")
    browser.until(lambda: browser.run("return document.activeElement.classList.contains('mark')"))
    browser.press("r")
    browser.until(lambda: "view=raw" in browser.path())
    browser.press("g", "a")
    browser.until(lambda: browser.path() == "/actors")
    browser.press("?")
    assert browser.one("dialog[open]").text.startswith("Keys")
    browser.press(Keys.ESCAPE)
    browser.press("/")
    browser.press("Batken", Keys.ENTER)
    browser.until(lambda: browser.path() == "/search?q=Batken")
    browser.press(Keys.TAB)
    assert browser.one(".skip").text


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
