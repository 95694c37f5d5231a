from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from haberci.store import RunVersion, Store
from tests.store.samples import Ticking


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without a report; a copy of it is made in a hundredth of the time that a new one takes."""
    path = tmp_path_factory.mktemp("store") / "empty.db"
    Store.open(path).close()
    return path


@pytest.fixture
def store(path: Path, empty: Path) -> Iterator[Store]:
    shutil.copy(empty, path)
    with Store.open(path, clock=Ticking()) as opened:
        yield opened


@pytest.fixture
def old() -> RunVersion:
    return RunVersion("code 1", "rules 1", "data 1", "register 1")


@pytest.fixture
def new() -> RunVersion:
    return RunVersion("code 1", "rules 2", "data 1", "register 1")
