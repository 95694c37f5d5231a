"""A browser that is driven: Chromium without a window, where there is one."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
NO_BROWSER = "no Chromium with chromedriver is found: the desk is not looked at in a browser"
needs_browser = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason=NO_BROWSER)
PATIENCE_S = 30.0


class Browser:
    """One tab on one desk."""

    def __init__(self, home: str) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM or ""
        for word in ("--headless=new", "--disable-dev-shm-usage", "--window-size=1300,900"):
            options.add_argument(word)
        if os.geteuid() == 0:  # Chromium keeps no sandbox for the superuser
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options, Service(DRIVER))
        self.home = home

    def open(self, path: str) -> None:
        """Go to a path of the desk, and wait until it stands."""
        self.driver.get(self.home + path)
        self.until(lambda: self.driver.execute_script("return document.readyState") == "complete")

    def all(self, selector: str) -> list[WebElement]:
        """The elements of a selector, now."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        """The first element of a selector that can be seen, waited for."""
        return self.until(lambda: next((e for e in self.all(selector) if e.is_displayed()), None))  # type: ignore[no-any-return]

    def until(self, holds: Callable[[], Any]) -> Any:
        """Wait until something holds; its value."""
        end = time.monotonic() + PATIENCE_S
        error: Exception | None = None
        while time.monotonic() < end:
            try:
                if value := holds():
                    return value
            except Exception as raised:  # noqa: BLE001 - an element that was swapped away meanwhile is asked for again
                error = raised
            time.sleep(0.05)
        raise AssertionError(f"waited in vain at {self.driver.current_url}: {error}")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, on what has the focus."""
        for key in keys:
            self.until(lambda key=key: self._sent(key))

    def _sent(self, key: str) -> bool:
        """Send a key to the page that stands; one that is just coming is waited for."""
        if self.driver.execute_script("return document.readyState") != "complete":
            return False
        self.driver.switch_to.active_element.send_keys(key)
        return True

    def path(self) -> str:
        """Path and query of the address."""
        return str(self.driver.current_url).removeprefix(self.home)

    def complaints(self) -> list[str]:
        """What the console complained of since it was asked last."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]  # type: ignore[no-untyped-call]

    def run(self, script: str, *values: Any) -> Any:
        """Run a script in the page and wait for what it gives."""
        return self.driver.execute_script(script, *values)

    def quit(self) -> None:
        """Close it."""
        self.driver.quit()


__all__ = ["Browser", "By", "Keys", "needs_browser"]
