from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import haberci
from haberci.desk.app import application
from haberci.desk.desk import Settings
from haberci.languages.packs import search_fold
from haberci.store.store import Store
from haberci.version import run_version
from tests.desk.reports import HOSTILE, PLAIN


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of plain and hostile reports, which no test changes."""
    path = tmp_path_factory.mktemp("desk") / "news.db"
    fill(path, PLAIN + HOSTILE)
    return path


def fill(path: Path, reports: list[dict[str, object]]) -> None:
    """Read reports and store them."""
    read = [haberci.read(str(r["text"]), **{k: v for k, v in r.items() if k != "text"}) for r in reports]  # type: ignore[arg-type]
    with Store.open(path, fold=search_fold) as store:
        store.write(read, run_version())


@pytest.fixture(scope="session")
def client(database: Path) -> Iterator[TestClient]:
    """A browser without script on that database."""
    with TestClient(application(Settings(database)), headers={"accept-language": "en"}) as opened:
        yield opened
