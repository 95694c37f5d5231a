"""One Chromium a session, and one desk a module, for the tests that drive it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn

from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.desk.serving import listening_socket
from haberci.watch.keeping import kept
from tests.desk.browser import Browser
from tests.desk.conftest import Filled
from tests.desk.reports import HOSTILE, PLAIN
from tests.desk.test_signs import sign_of


@pytest.fixture(scope="module")
def database(filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the module's own, as it is written to, with a sign that nobody judged."""
    path = filled(tmp_path_factory.mktemp("browser") / "news.db", PLAIN + HOSTILE)
    with kept(path, write=True) as held:
        held.keep([replace(sign_of((), ()), head="rule:first-assault")])
    return path


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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser itself, which takes seconds to start."""
    opened = Browser("")
    yield opened
    opened.quit()


@pytest.fixture
def browser(chromium: Browser, home: str) -> Iterator[Browser]:
    """The browser, English and light and new to the desk; at the end its console must have nothing to complain of."""
    chromium.home = home
    chromium.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    chromium.open("/settings?lang=en&theme=light&back=/search")
    chromium.complaints()
    yield chromium
    assert chromium.complaints() == []
