"""Each view: nothing is cut off on a phone, and nothing serious is found by axe-core's rules, light or dark."""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path

import pytest

from tests.desk.browser import Browser, needs_browser
from tests.desk.test_signs import ID

pytestmark = needs_browser
AXE = Path(__file__).parents[1] / "axe.min.js.xz"
PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
VIEWS = [
    "/",
    "/area/csto?days=90&until=2022-12-01",
    "/area/south_caucasus?until=2021-01-01",
    "/area/csto/report?until=2022-09-20",
    "/signs",
    f"/signs/{ID}",
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
    "/search",
    "/search?q=Batken",
    "/search?q=zzzz",
    "/corrections",
    "/accounts",
    "/login",
    "/api",
    "/nope",
]
SEEN = ["color-contrast", "link-in-text-block"]  # the rules on colours, which alone differ in the dark
FINDINGS = """
const [rules, done] = arguments;
const asked = {resultTypes: ['violations'], ...(rules && {runOnly: rules})};
axe.run(document, asked).then((all) => done(all.violations
  .filter((one) => ['serious', 'critical'].includes(one.impact))
  .map((one) => one.id + ': ' + one.nodes[0].html)));
"""
BOXES = """
const own = document.querySelector('.nav [aria-current]')?.getBoundingClientRect();
const page = ['page', 0, document.documentElement.scrollWidth];
return own ? [page, ['open view', own.left, own.right]] : [page];
"""


@cache
def axe() -> str:
    """The script of axe-core."""
    return lzma.decompress(AXE.read_bytes()).decode("utf-8")


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_keeps_people_out(browser: Browser, view: str) -> None:
    assert cut_off(browser, view) == []
    open_all(browser)
    browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": axe()})
    for theme, rules in (("light", None), ("dark", SEEN)):
        browser.run("document.documentElement.dataset.theme = arguments[0]", theme)
        assert browser.driver.execute_async_script(FINDINGS, rules) == [], theme
    if view == "/nope":
        assert ["404" in line for line in browser.complaints()] == [True]


def cut_off(browser: Browser, view: str) -> list[str]:
    """What of a view, opened on a phone, can't be seen: its page, and its name among those of all views."""
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    try:
        browser.open(view)
        boxes = browser.run(BOXES)
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    return [name for name, left, right in boxes if left < 0 or right > PHONE["width"]]


def open_all(browser: Browser) -> None:
    """Open what a view shows when it is asked for: why an event was told, and the forms."""
    if browser.all("details.claim"):
        browser.run("document.querySelector('details.claim').open = true")
        browser.until(lambda: "event." in browser.one(".claim .inside").text)
        browser.run("document.querySelectorAll('.correct details, #missing').forEach((one) => { one.open = true; })")
