"""Every view driven in Chromium: filtered, opened, switched, by mouse and keys, without a complaint of its console."""

from __future__ import annotations

import lzma
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from selenium.webdriver import ActionChains

from haberci.desk.addresses import report_address
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.desk.serving import listening_socket
from haberci.store.rows import ReportKey
from haberci.watch.keeping import kept
from tests.desk.browser import Browser, Keys, needs_browser
from tests.desk.conftest import fill
from tests.desk.reports import HOSTILE, PLAIN
from tests.desk.test_signs import sign_of

pytestmark = needs_browser
HOSTILE_KEY = ReportKey(HOSTILE[0]["source"], HOSTILE[0]["id"])


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of its own, as it is written to, with a sign that nobody judged."""
    database = tmp_path_factory.mktemp("browser") / "news.db"
    fill(database, PLAIN + HOSTILE)
    with kept(database, write=True) as held:
        held.keep([replace(sign_of((), ()), head="rule:first-assault")])
    return database


@pytest.fixture(scope="module")
def home(database: Path) -> Iterator[str]:
    """A desk that serves it."""
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
    browser.one("#E1 [hx-get$='/near'] button").click()
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


VIEWS = [
    "/",
    "/area/csto?days=90&until=2022-12-01",
    "/area/south_caucasus?until=2021-01-01",
    "/area/csto/report?until=2022-09-20",
    "/signs",
    "/warnings",
    "/events?actor=KGZ",
    "/events?actor=ZZZ",
    "/events?by=event&corrected=1&area=csto",
    "/reports/wire/damaged?view=raw",
    "/reports/wire/border",
    "/actors",
    "/actors/KGZ",
    "/actors/Vladimir%20Putin",
    "/planned",
    "/search?q=Batken",
    "/corrections",
    "/accounts",
    "/login",
    "/api",
]


def test_nothing_keeps_people_out(browser: Browser) -> None:
    """Each view: nothing is cut off on a phone, and nothing serious is found by axe-core's rules, light or dark."""
    axe = lzma.decompress((Path(__file__).parent / "axe.min.js.xz").read_bytes()).decode("utf-8")
    for view in VIEWS:
        assert cut_off(browser, view) == [], view
        if browser.all("details.claim"):
            browser.run("document.querySelector('details.claim').open = true")
            browser.until(lambda: "event." in browser.one(".claim .inside").text)
        browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
        for theme, rules in (("light", None), ("dark", SEEN)):
            browser.run("document.documentElement.dataset.theme = arguments[0]", theme)
            assert browser.driver.execute_async_script(FINDINGS, rules) == [], (view, theme)


SEEN = ["color-contrast", "link-in-text-block"]  # the rules on colours, which alone differ in the dark
FINDINGS = """
const [rules, done] = arguments;
const asked = {resultTypes: ['violations'], ...(rules && {runOnly: rules})};
axe.run(document, asked).then((all) => done(all.violations
  .filter((one) => ['serious', 'critical'].includes(one.impact))
  .map((one) => one.id + ': ' + one.nodes[0].html)));
"""
PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}


def cut_off(browser: Browser, view: str) -> list[str]:
    """What of a view, opened on a phone, can't be seen: its page, and its name among those of all views."""
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    try:
        browser.open(view)
        boxes = browser.run(BOXES)
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    return [name for name, left, right in boxes if left < 0 or right > PHONE["width"]]


BOXES = """
const own = document.querySelector('.nav [aria-current]')?.getBoundingClientRect();
const page = ['page', 0, document.documentElement.scrollWidth];
return own ? [page, ['open view', own.left, own.right]] : [page];
"""


def test_an_area_is_drawn_and_its_parts_open_their_deeds(browser: Browser) -> None:
    browser.open("/area/csto?days=90&until=2022-09-25")
    browser.until(lambda: len(browser.all(".map path.own")) == 6 and browser.all(".map circle.place"))
    assert browser.all(".map line.dyad") and browser.all(".map path.more3")
    assert "assault" in browser.one(".ladder").text and "bombaladı" in browser.one(".ladder .said").text
    browser.run("document.querySelector('.map circle.place').parentNode.dispatchEvent(new MouseEvent('click'))")
    browser.until(lambda: "at=Batken" in browser.path() and browser.all("tr[data-open]"))
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


def test_a_situation_is_reported_for_a_day_a_week_or_a_month(browser: Browser) -> None:
    browser.open("/area/csto/report?until=2022-09-20")
    assert "14 Sep 2022" in browser.one(".sub").text or "Sep 14, 2022" in browser.one(".sub").text
    assert browser.one("button[data-print]").is_displayed() and browser.all(".goes .way.up")
    browser.one(".switch a[href*='month']").click()
    browser.until(lambda: "period=month" in browser.path() and browser.all(".goes"))
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not browser.one("h1").find_elements("xpath", "//header[contains(@class,'top')]")[0].is_displayed()
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


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
    browser.until(lambda: "q=Batken" in browser.path() and "by=event" in browser.path())


def test_today_tells_what_came_in_since_the_last_visit(browser: Browser, database: Path) -> None:
    browser.driver.delete_cookie("haberci_visit")
    browser.open("/")
    assert "Since your last visit" not in browser.one(".sub").text
    assert "first assault" in browser.one(".sign-line").text
    held = browser.driver.get_cookie("haberci_visit")["value"].split(".")  # type: ignore[index]
    fill(database, [{**PLAIN[2], "id": "new", "text": "ANKARA (AA) - Türkiye, Yunanistan'ı kınadı."}])
    value = ".".join([*held[:3], "0", str(int(held[4]) - 7200)])
    browser.driver.add_cookie({"name": "haberci_visit", "value": value, "path": "/", "httpOnly": True})
    browser.until(lambda: browser.open("/") or "Since your last visit" in browser.one(".sub").text)  # type: ignore[func-returns-value]
    facts = browser.one(".facts").text.split("\n")
    assert facts[facts.index("New reports") + 1] == "1" and facts[facts.index("Deeds in them") + 1] == "1"
    assert "Greece" in browser.one("tr[data-open]").text
    browser.one(".sign-line a").click()
    browser.until(lambda: browser.path().startswith("/signs/"))


def test_a_sign_is_judged_by_keys(browser: Browser) -> None:
    browser.open("/signs")
    browser.press("j", Keys.ENTER)
    browser.until(lambda: browser.path().startswith("/signs/"))
    browser.press("n")  # which asks for a note first
    browser.until(lambda: browser.run("return document.activeElement.name") == "note")
    browser.press("an exercise", Keys.TAB, Keys.TAB, Keys.ENTER)
    browser.until(lambda: "rejected" in browser.one("#judgement").text)
    assert "an exercise" in browser.one("ol.body").text


def test_an_event_is_corrected_by_key_and_by_form(browser: Browser) -> None:
    browser.open("/events?actor=KGZ&type=ASSAULT")
    browser.press("j", Keys.ENTER)
    browser.until(lambda: browser.all(".claim[open] [data-key=y]"))
    browser.press("y")
    browser.until(lambda: "right" in browser.one(".claim[open] .corrected").text)
    browser.one(".claim[open] .correct summary").click()
    field = browser.one(".claim[open] input[name=recipients]")
    field.clear()
    field.send_keys("UZB CVL")
    browser.one(".claim[open] button.strong").click()
    browser.until(lambda: "wrong actor" in browser.one(".claim[open] .corrected").text)
    browser.open("/corrections")
    told = [row.text for row in browser.all("tr[data-open]")]
    assert len(told) == 2 and "overtaken" in told[1], told


def test_a_missing_event_is_added_at_marked_words(browser: Browser) -> None:
    browser.open("/reports/wire/visit")
    browser.run("document.getElementById('missing').open = true")
    browser.run(
        "const mark = document.querySelector('#text a.mark'); const range = document.createRange();"
        "range.selectNodeContents(mark); getSelection().removeAllRanges(); getSelection().addRange(range)"
    )
    browser.until(lambda: browser.one("#missing-words").get_attribute("value"))
    browser.one("#missing input[name=actors]").send_keys("KAZ GOV")
    browser.one("#missing button.strong").click()
    browser.until(lambda: "missing event" in browser.one(".claim.person").text)
