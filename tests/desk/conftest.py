from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
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

Filled = Callable[[Path, list[dict[str, object]]], Path]


def fill(path: Path, reports: list[dict[str, object]]) -> None:
    """Read reports and store them."""
    read = [haberci.read(str(r["text"]), **{k: v for k, v in r.items() if k != "text"}) for r in reports]  # type: ignore[arg-type]
    with Store.open(path, fold=search_fold) as store:
        store.write(read, run_version())


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """Puts a database of reports at a path, for a test that changes it: they are read once a session."""
    made: dict[str, Path] = {}

    def put(path: Path, reports: list[dict[str, object]]) -> Path:
        key = json.dumps(reports)
        if key not in made:
            made[key] = tmp_path_factory.mktemp("filled") / "news.db"
            fill(made[key], reports)
        return Path(shutil.copy(made[key], path))

    return put


@pytest.fixture(scope="session")
def database(filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of plain and hostile reports, which no test changes."""
    return filled(tmp_path_factory.mktemp("desk") / "news.db", PLAIN + HOSTILE)


@pytest.fixture(scope="session")
def client(database: Path) -> Iterator[TestClient]:
    """A browser without script on that database."""
    with TestClient(application(Settings(database)), headers={"accept-language": "en"}) as opened:
        yield opened
