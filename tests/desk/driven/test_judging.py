"""What people do at the desk, driven in Chromium: by keys alone, judging, correcting, two at once."""

from __future__ import annotations

from pathlib import Path

import httpx
from selenium.webdriver.remote.webelement import WebElement

from tests.desk.browser import Browser, Keys, needs_browser
from tests.desk.conftest import fill
from tests.desk.reports import PLAIN
from tests.desk.test_signs import ID

pytestmark = needs_browser


def test_today_tells_what_came_in_since_the_last_visit(browser: Browser, database: Path) -> None:
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
    browser.until(lambda: browser.path() == f"/signs/{ID}")
    assert "first assault" in browser.one(".sub").text


def test_a_sign_is_judged_by_keys(browser: Browser) -> None:
    browser.open("/signs")
    browser.press("j", Keys.ENTER)
    browser.until(lambda: browser.path().startswith("/signs/"))
    browser.press("n")  # which asks for a note first
    browser.until(lambda: browser.run("return document.activeElement.name") == "note")
    browser.press("an exercise", Keys.TAB, Keys.TAB, Keys.ENTER)
    browser.until(lambda: "rejected" in browser.one("#judgement").text)
    assert "an exercise" in browser.one("ol.body").text


def correct_recipients(browser: Browser, told: str) -> WebElement:
    """Send the form of the open event with other recipients; the field they were typed in."""
    browser.one(".claim[open] .correct summary").click()
    field = browser.one(".claim[open] input[name=recipients]")
    field.clear()
    field.send_keys(told)
    browser.one(".claim[open] button.strong").click()
    return field


def test_an_event_is_corrected_by_key_and_by_form(browser: Browser) -> None:
    browser.open("/events?actor=KGZ&type=ASSAULT")
    browser.press("j", Keys.ENTER)
    browser.until(lambda: browser.all(".claim[open] [data-key=y]"))
    browser.press("y")
    browser.until(lambda: "right" in browser.one(".claim[open] .corrected").text)
    correct_recipients(browser, "UZB CVL")
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
    browser.until(lambda: browser.all(".claim.person"))
    told = browser.one(".claim.person").text
    assert "missing event" in told and "KAZ GOV" in told and "Tokayev" in told, told
    browser.one(".claim.person button").click()
    browser.until(lambda: not browser.all(".claim.person"))
    assert browser.path() == "/reports/wire/visit"


def test_who_corrects_second_is_told_and_loses_nothing_typed(browser: Browser, home: str) -> None:
    browser.open("/events?actor=TJK&type=ACCUSE")
    browser.press("j", Keys.ENTER)
    browser.until(lambda: browser.all(".claim[open] form.correct"))
    field = correct_recipients(browser, "TJK NOPE")
    browser.until(lambda: "no actor code: TJK NOPE" in browser.one(".claim[open] .refused").text)
    assert field.get_attribute("value") == "TJK NOPE"
    first = browser.one(".claim[open] form.correct").get_attribute("action") or ""
    with httpx.Client(base_url=home, trust_env=False) as other:
        other.get("/signs")
        form = {"form_token": other.cookies["haberci_form"], "verdict": "none", "seen": "0"}
        assert other.post(first, data=form).status_code == 303
    field.clear()
    field.send_keys("TJK MIL")
    browser.one(".claim[open] button.strong").click()
    browser.until(lambda: "somebody corrected this event meanwhile" in browser.one(".claim[open] .refused").text)
    assert field.get_attribute("value") == "TJK MIL"
    browser.one(".claim[open] .refused a").click()
    browser.until(lambda: browser.all(".claim[open] .corrected"))
    assert "not an event" in browser.one(".claim[open] .corrected").text
    assert sorted(line.split("status of ")[1][:3] for line in browser.complaints()) == ["400", "409"]


def test_who_judges_second_is_told(browser: Browser, home: str) -> None:
    browser.open(f"/signs/{ID}")
    seen = browser.all("input[name=seen]")[0].get_attribute("value") or ""
    with httpx.Client(base_url=home, trust_env=False) as other:
        other.get("/signs")
        form = {"form_token": other.cookies["haberci_form"], "action": "confirm", "note": "artillery", "seen": seen}
        assert other.post(f"/signs/{ID}/judge", data=form).status_code == 303
    browser.one("input[name=note]").send_keys("a drill")
    browser.one("[data-key=n]").click()
    browser.until(lambda: browser.one("h1").text == "Somebody else was faster")
    assert "artillery" in browser.one(".error p").text
    browser.one(".error a").click()
    browser.until(lambda: browser.path() == f"/signs/{ID}")
    assert "a drill" not in browser.one("ol.body").text and "confirmed" in browser.one("#judgement").text
    assert ["409" in line for line in browser.complaints()] == [True]


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
